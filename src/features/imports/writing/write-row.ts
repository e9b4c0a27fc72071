import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { inviteToSeat } from "../../accounts/feature.ts";
import { networkChanged } from "../../network/feature.ts";
import { placeOf } from "../../places/feature.ts";
import {
  addNote,
  addOrganisation,
  beginMembership,
  membershipsChanged,
  NATURES,
  type NewOrganisation,
  setOwnValue,
} from "../../registry/feature.ts";
import type { Candidate } from "../planning/match.ts";
import type { Plan, Write } from "../planning/plan.ts";
import { key, type Standing } from "../planning/standing.ts";
import type { IdentityGiven } from "../rows/entry.ts";
import type { Run } from "../store.ts";
import { type FactRow, insertFacts } from "./facts.ts";
import type { Recorder } from "./recorder.ts";

export interface Hand {
  ctx: Context;
  unit: Unit;
  run: Run;
  recorder: Recorder;
  standing: Standing;
}

/** Writes what was planned for a row; answers the organisation it is about. */
export async function writeRow(hand: Hand, planned: Plan): Promise<string | null> {
  let id = planned.organisation?.id ?? null;
  const facts: FactRow[] = [];
  for (const write of planned.writes) {
    if (write.do === "add-organisation") id = await addNew(hand, write.identity);
    else if (id === null) throw new Error(`Nothing to ${write.do} for: the row has no organisation.`);
    else if (write.do === "add-fact")
      facts.push({
        field: write.fact.field,
        value: write.fact.value,
        validUntil: write.fact.validUntil ?? null,
        detail: null,
      });
    else if (write.do === "add-person") facts.push(personFact(write.person));
    else await carryOut(hand, write, id);
  }
  if (id !== null && facts.length > 0) await insertFacts(hand, id, facts);
  return id;
}

async function addNew(
  { unit, recorder, ctx }: Hand,
  identity: IdentityGiven & { name: string },
): Promise<string> {
  const values = {
    ...identity,
    kind: identity.kind ?? "enterprise",
    ...whereabouts(identity),
  } as NewOrganisation;
  const added = await addOrganisation(unit, { ...values, sourceOn: ctx.today() });
  recorder.made("organisation", { id: added.id });
  return added.id;
}

/** The one place where an address becomes a point; what a sheet says itself is taken as it is. */
function whereabouts({ city, country, nuts, lat, lon }: IdentityGiven): Partial<IdentityGiven> {
  if (lat !== undefined && lon !== undefined) return {};
  const place = city === undefined ? null : placeOf({ city, country: country ?? null, nuts: nuts ?? null });
  if (!place) return {};
  return {
    lat: place.lat,
    lon: place.lon,
    ...(nuts === undefined && place.nuts ? { nuts: place.nuts } : {}),
  };
}

const personFact = ({
  name,
  title,
  email,
  phone,
}: Extract<Write, { do: "add-person" }>["person"]): FactRow => ({
  field: "people",
  value: name,
  validUntil: null,
  detail: Object.fromEntries(
    Object.entries({ title, email, phone }).filter(([, value]) => value !== undefined),
  ),
});

type Rest = Exclude<Write, { do: "add-organisation" | "add-fact" | "add-person" }>;

async function carryOut(hand: Hand, write: Rest, id: string): Promise<void> {
  const { ctx, unit, run, recorder } = hand;
  const { clusterId, options } = run;
  const person = ctx.actor.personId;
  switch (write.do) {
    case "change-organisation":
      return changeIdentity(hand, id, write.changes);
    case "begin-membership": {
      const { role, since, levelId } = write;
      await recorder.changingMemberships(clusterId, id, () =>
        beginMembership(unit, {
          clusterId,
          organisationId: id,
          role,
          since,
          levelId,
          visibility: options.membershipVisibility,
        }),
      );
      return;
    }
    case "change-membership":
      return changeMembership(hand, write.id, write.changes);
    case "put-label":
      return putLabel(hand, id, write.name);
    case "set-own":
      await recorder.changing(
        "own_value",
        { cluster_id: clusterId, organisation_id: id, field_id: write.field.id },
        () =>
          setOwnValue(unit, {
            clusterId,
            organisationId: id,
            field: write.field,
            value: write.value,
            locale: ctx.locale,
            setBy: person,
          }),
      );
      return;
    case "add-note": {
      const writtenAt = write.at
        ? { writtenAt: new Date(`${write.at}T12:00:00Z`) }
        : { writtenAt: ctx.now() };
      const note = await addNote(unit, {
        clusterId,
        organisationId: id,
        text: write.text,
        writtenBy: person!,
        ...writtenAt,
      });
      recorder.made("note", { cluster_id: clusterId, id: note });
      return;
    }
    case "invite": {
      const { email, name, title } = write.person;
      const invited = await inviteToSeat(unit, {
        organisationId: id,
        clusterId,
        email,
        name,
        title: title ?? null,
        role: write.role,
        locale: ctx.locale,
        quiet: options.quiet,
      });
      // Who is there already, or invited by somebody else meanwhile, needs no second one.
      if (invited.ok) recorder.made("invitation", { id: invited.value });
      return;
    }
    case "add-link":
      return addLink(hand, id, write);
  }
}

async function changeIdentity(
  { ctx, unit, recorder }: Hand,
  id: string,
  changes: Record<string, unknown>,
): Promise<void> {
  const moved = changes.city !== undefined || changes.country !== undefined;
  const set = { ...changes, ...(moved ? whereabouts(changes as IdentityGiven) : {}) };
  await recorder.changing("organisation", { id }, () =>
    unit.db
      .updateTable("organisation")
      .set({
        ...set,
        source: "declared",
        sourceOn: ctx.today(),
        updatedAt: ctx.now(),
        version: sql`version + 1`,
      })
      .where("id", "=", id)
      .execute(),
  );
  await sql`select index_organisations(array[${id}::uuid])`.execute(unit.db);
  await sql`select touch_commons()`.execute(unit.db);
  unit.audit({ action: "organisation.change", subjectKind: "organisation", subjectId: id, after: set });
}

async function changeMembership(
  { unit, run, recorder }: Hand,
  id: string,
  changes: { role?: string; levelId?: string },
): Promise<void> {
  const { clusterId } = run;
  await recorder.changing("membership", { cluster_id: clusterId, id }, () =>
    unit.db
      .updateTable("membership")
      .set(changes)
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .execute(),
  );
  await membershipsChanged(unit, clusterId);
  unit.audit({ action: "membership.change", subjectKind: "membership", subjectId: id, after: changes });
}

async function putLabel(
  { ctx, unit, run, recorder, standing }: Hand,
  organisationId: string,
  name: string,
): Promise<void> {
  const { clusterId } = run;
  let labelId = standing.labels.get(key(name));
  if (!labelId) {
    labelId = uuidv7();
    await unit.db.insertInto("label").values({ clusterId, id: labelId, name }).execute();
    unit.audit({ action: "label.add", subjectKind: "label", subjectId: labelId });
    recorder.made("label", { cluster_id: clusterId, id: labelId });
    standing.labels.set(key(name), labelId);
  }
  const { numInsertedOrUpdatedRows } = await unit.db
    .insertInto("organisationLabel")
    .values({ clusterId, organisationId, labelId, putBy: ctx.actor.personId })
    .onConflict((same) => same.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return;
  recorder.made("organisation_label", {
    cluster_id: clusterId,
    organisation_id: organisationId,
    label_id: labelId,
  });
  unit.audit({ action: "label.put", subjectKind: "organisation", subjectId: organisationId });
}

async function addLink(
  { ctx, unit, run, recorder }: Hand,
  from: string,
  write: Extract<Write, { do: "add-link" }>,
): Promise<void> {
  const id = uuidv7();
  const { clusterId, options } = run;
  const to = idOf(write.other);
  const { since, until, issue, note } = write.link;
  const link = {
    clusterId,
    id,
    type: NATURES[write.nature].type,
    nature: write.nature,
    fromOrganisationId: from,
    toOrganisationId: to,
    since: since ?? null,
    until: until ?? null,
    issue: issue ?? null,
    note: note ?? null,
    origin: "declared",
    declaredBy: ctx.actor.personId,
    declaredFor: from,
    visibility: options.factVisibility,
  };
  await unit.db
    .insertInto("link")
    .values({ ...link, strength: 3 })
    .execute();
  recorder.made("link", { cluster_id: clusterId, id });
  await networkChanged(unit, clusterId);
  unit.audit({ action: "link.declare", subjectKind: "link", subjectId: id, after: link });
}

const idOf = (candidate: Candidate): string => {
  if (candidate.id === null) throw new Error("The other end of a link is not written yet.");
  return candidate.id;
};
