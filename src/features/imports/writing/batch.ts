import { type Insertable, sql } from "kysely";
import type { Database, Db } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { networkChanged } from "../../network/feature.ts";
import {
  type FactValues,
  factValues,
  membershipsChanged,
  NATURES,
  tellOther,
  touchProfile,
} from "../../registry/feature.ts";
import type { Plan, Write } from "../planning/plan.ts";
import { key } from "../planning/standing.ts";
import type { IdentityGiven } from "../rows/entry.ts";
import { addOrganisations, type FreshOrganisation } from "./add-organisations.ts";
import type { Hand } from "./hand.ts";
import { aboutExisting } from "./one-by-one.ts";
import type { RecordName } from "./recorder.ts";

interface Fresh<T> {
  number: number;
  values: T;
}

/**
 * What a batch of rows writes. New records of one kind go in together, so that ten thousand firms take seconds; what changes something
 * that is here, or invites somebody, is done one by one by those whose it is.
 */
export class Batch {
  private readonly hand: Hand;
  private readonly organisations: Fresh<FreshOrganisation>[] = [];
  private readonly memberships: Fresh<Insert<"membership">>[] = [];
  private readonly facts: Fresh<Insert<"fact">>[] = [];
  private readonly notes: Fresh<Insert<"note">>[] = [];
  private readonly labels: Fresh<Insert<"label">>[] = [];
  private readonly puts: Fresh<Insert<"organisationLabel">>[] = [];
  private readonly links: Fresh<ReturnType<Batch["link"]>>[] = [];
  /** Organisations that were here before and have something new in their profile. */
  private readonly lookedAfter = new Set<string>();
  /** Items that list a person with an address. */
  private readonly listed: string[] = [];
  private readonly before: Fresh<() => Promise<void>>[] = [];
  private readonly after: Fresh<() => Promise<void>>[] = [];

  constructor(hand: Hand) {
    this.hand = hand;
  }

  /** Takes in what a row writes; answers the organisation it is about, which has its id from here on. */
  add(number: number, planned: Plan): string | null {
    const { run, unit } = this.hand;
    const isNew = planned.writes.some((write) => write.do === "add-organisation");
    const id = isNew ? uuidv7() : (planned.organisation?.id ?? null);
    if (id === null || planned.writes.length === 0) return id;
    for (const write of planned.writes) this.take(number, id, isNew, write);
    unit.audit({
      action: isNew ? "organisation.add" : "organisation.import",
      subjectKind: "organisation",
      subjectId: id,
      clusterId: run.clusterId,
      // Names, addresses and notes of people stay out of the log: it would outlast the wish to be forgotten.
      after: {
        organisationId: id,
        importId: run.id,
        did: planned.writes.map((write) => write.do),
        ...publicPart(planned.writes),
      },
    });
    return id;
  }

  private take(number: number, id: string, isNew: boolean, write: Write): void {
    const { ctx, run } = this.hand;
    const { clusterId, options } = run;
    const person = ctx.actor.personId;
    switch (write.do) {
      case "add-organisation":
        this.organisations.push({ number, values: { id, identity: write.identity } });
        return;
      case "begin-membership":
        if (!isNew) break;
        this.memberships.push({
          number,
          values: {
            clusterId,
            id: uuidv7(),
            organisationId: id,
            role: write.role,
            since: write.since,
            levelId: write.levelId,
            visibility: options.membershipVisibility,
          },
        });
        return;
      case "add-fact":
        if (!isNew) this.lookedAfter.add(id);
        this.facts.push({
          number,
          values: this.fact(id, write.fact.field, write.fact),
        });
        return;
      case "add-person": {
        if (!isNew) this.lookedAfter.add(id);
        const { name, title, email, phone } = write.person;
        const detail = { ...given("title", title), ...given("email", email), ...given("phone", phone) };
        const listed = this.fact(id, "people", factValues("people", { value: name, detail }));
        this.facts.push({ number, values: listed });
        if (email) this.listed.push(listed.id);
        return;
      }
      case "add-note": {
        const writtenAt = write.at ? new Date(`${write.at}T12:00:00Z`) : ctx.now();
        this.notes.push({
          number,
          values: {
            clusterId,
            id: uuidv7(),
            organisationId: id,
            text: write.text,
            writtenBy: person,
            writtenAt,
          },
        });
        return;
      }
      case "put-label":
        this.puts.push({
          number,
          values: { clusterId, organisationId: id, labelId: this.label(number, write.name), putBy: person },
        });
        return;
      case "add-link":
        this.links.push({ number, values: this.link(id, write) });
        return;
      default:
        break;
    }
    const work = () => aboutExisting(this.hand, write, id);
    (write.do === "invite" || write.do === "set-own" ? this.after : this.before).push({
      number,
      values: work,
    });
  }

  private fact(
    organisationId: string,
    field: string,
    { value, code, validUntil, detail }: FactValues,
  ): Insert<"fact"> & { id: string } {
    const { ctx, run } = this.hand;
    return {
      clusterId: run.clusterId,
      id: uuidv7(),
      organisationId,
      field,
      value,
      code,
      validUntil,
      detail: detail === null ? null : JSON.stringify(detail),
      language: field === "description" ? ctx.locale : null,
      visibility: run.options.factVisibility,
      origin: "declared",
      declaredBy: ctx.actor.personId,
      statedAt: ctx.now(),
    };
  }

  /** A label that nobody has used yet is made once. */
  private label(number: number, name: string): string {
    const { standing, run } = this.hand;
    const known = standing.labels.get(key(name));
    if (known && !known.startsWith("new:")) return known;
    const waiting = this.labels.find(({ values }) => key(values.name) === key(name));
    if (waiting) return waiting.values.id;
    const id = uuidv7();
    this.labels.push({ number, values: { clusterId: run.clusterId, id, name } });
    return id;
  }

  private link(from: string, write: Extract<Write, { do: "add-link" }>) {
    const { ctx, run } = this.hand;
    const { since, until, issue, note } = write.link;
    if (write.other.id === null) throw new Error("The other end of a link is not written yet.");
    return {
      clusterId: run.clusterId,
      id: uuidv7(),
      type: NATURES[write.nature].type,
      nature: write.nature,
      fromOrganisationId: from,
      toOrganisationId: write.other.id,
      since: since ?? null,
      until: until ?? null,
      issue: issue ?? null,
      note: note ?? null,
      strength: 3,
      origin: "declared",
      declaredBy: ctx.actor.personId,
      declaredFor: from,
      visibility: run.options.factVisibility,
    };
  }

  /** Firms first, then what makes them members, then what is said of them. */
  async write(): Promise<void> {
    const { ctx, unit, run, standing } = this.hand;
    if (this.organisations.length > 0) {
      await addOrganisations(
        this.hand,
        this.organisations.map(({ values }) => values),
      );
      for (const { number, values } of this.organisations)
        this.made("organisation", number, { id: values.id });
    }
    await this.insert("membership", this.memberships);
    if (this.memberships.length > 0) await membershipsChanged(unit, run.clusterId);
    await this.run(this.before);
    await this.insert("fact", this.facts);
    for (const id of this.lookedAfter) await touchProfile(unit, id, ctx.now());
    await this.insert("note", this.notes);
    await this.insert("label", this.labels);
    for (const { values } of this.labels) standing.labels.set(key(values.name), values.id);
    await this.put();
    await this.insert("link", this.links);
    if (this.links.length > 0 && this.memberships.length === 0) await networkChanged(unit, run.clusterId);
    await this.run(this.after);
    if (!run.options.quiet) await this.tell();
  }

  /** The same letters as if each had been written on its page. */
  private async tell() {
    const { ctx, unit, run } = this.hand;
    const links = this.links.map(({ values }) => values);
    const ends = await endsOf(unit.db, links);
    for (const link of links) {
      const [writer, reader] = [ends.get(link.fromOrganisationId), ends.get(link.toOrganisationId)];
      if (writer && reader)
        await tellOther(unit, ctx, { about: "declared", link: { ...link, wall: [] }, writer, reader });
    }
    for (const factId of this.listed)
      await unit.enqueue(
        "profile.tell-listed",
        { clusterId: run.clusterId, factId },
        { key: `profile.tell-listed:${factId}` },
      );
  }

  private async insert(
    record: "membership" | "fact" | "note" | "label" | "link",
    fresh: readonly Fresh<{ id: string }>[],
  ) {
    if (fresh.length === 0) return;
    const { unit, run } = this.hand;
    await unit.db
      .insertInto(record)
      .values(fresh.map(({ values }) => values) as never)
      .execute();
    for (const { number, values } of fresh)
      this.made(record, number, { cluster_id: run.clusterId, id: values.id });
  }

  /** A label that is on an organisation already is nothing new. */
  private async put() {
    if (this.puts.length === 0) return;
    const done = await this.hand.unit.db
      .insertInto("organisationLabel")
      .values(this.puts.map(({ values }) => values))
      .onConflict((same) => same.doNothing())
      .returning(["organisationId", "labelId"])
      .execute();
    for (const { organisationId, labelId } of done) {
      const { number } = this.puts.find(
        ({ values }) => values.organisationId === organisationId && values.labelId === labelId,
      )!;
      this.made("organisation_label", number, {
        cluster_id: this.hand.run.clusterId,
        organisation_id: organisationId,
        label_id: labelId,
      });
    }
  }

  private async run(works: readonly Fresh<() => Promise<void>>[]) {
    for (const { number, values } of works) {
      this.hand.recorder.number = number;
      await values();
    }
  }

  private made(record: RecordName, number: number, at: Record<string, string>) {
    this.hand.recorder.number = number;
    this.hand.recorder.made(record, at);
  }
}

type Insert<T extends keyof Database> = Insertable<Database[T]>;

const given = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });

/** The names and addresses of those whom links join. */
async function endsOf(db: Db, links: readonly { fromOrganisationId: string; toOrganisationId: string }[]) {
  const ids = [...new Set(links.flatMap((link) => [link.fromOrganisationId, link.toOrganisationId]))];
  const ends =
    ids.length === 0
      ? []
      : await db
          .selectFrom("organisation")
          .select(["id", "slug", "name"])
          .where("id", "=", sql<string>`any (${ids}::uuid[])`)
          .execute();
  return new Map(ends.map((end) => [end.id, end]));
}

/** What the log tells of a row: the public identity, and what it changed of it. */
function publicPart(writes: readonly Write[]): {
  identity?: IdentityGiven;
  changes?: Record<string, unknown>;
} {
  const added = writes.find((write) => write.do === "add-organisation");
  const changed = writes.find((write) => write.do === "change-organisation");
  return { ...(added ? { identity: added.identity } : {}), ...(changed ? { changes: changed.changes } : {}) };
}
