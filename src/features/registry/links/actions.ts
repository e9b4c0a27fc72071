import type { Context } from "../../../access/context.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Page } from "../../../kernel/page.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Visibility } from "../../../kernel/visibility.ts";
import { networkChanged } from "../../network/feature.ts";
import type { LinkSubject, OrganisationSubject } from "../policy.ts";
import { tellOther } from "./letters.ts";
import { actsOf, type DeclareProblem, declare, type LinkAct, sideOf, stateOf } from "./rules.ts";
import { type End, NATURES, type Nature } from "./schema.ts";
import * as store from "./store.ts";

/** The id of the cluster these pages lie in; the way here leads through its address. */
export const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("A link is looked at inside a cluster.");
  return ctx.cluster.id;
};

export const linkSubject = (row: store.LinkRow, today: string): LinkSubject => ({
  clusterId: row.clusterId,
  visibility: row.visibility as Visibility,
  owners: [row.fromOrganisationId, row.toOrganisationId],
  groupId: row.groupId,
  personId: row.personId,
  wall: row.wall,
  origin: row.origin,
  ended: stateOf(row, today) === "ended",
  declaredFor: row.declaredFor,
});

export async function findLinkSubject(ctx: Context, id: string): Promise<LinkSubject | null> {
  const row = await ctx.read((db) => store.linkById(db, ctx.actor, here(ctx), id));
  return row ? linkSubject(row, ctx.today()) : null;
}

/** The organisation acted for, as the one that would declare a link here. */
export async function findDeclarer(ctx: Context): Promise<OrganisationSubject | null> {
  const { organisationId } = ctx.actor;
  if (organisationId === null) return null;
  return ctx.read(async (db) => {
    const row = await db
      .selectFrom("organisation")
      .select(["id", "clusterId", "visibility", "wall"])
      .where("id", "=", organisationId)
      .executeTakeFirst();
    if (!row) return null;
    const memberHere = await store.isMemberHere(db, ctx.actor, here(ctx), organisationId, ctx.today());
    return { ...row, visibility: row.visibility as Visibility, owners: [row.id], memberHere };
  });
}

export interface LinkPage {
  link: store.LinkRow & { evidence: string[] };
  projects: Awaited<ReturnType<typeof store.evidenceProjects>>;
  others: store.LinkRow[];
  /** Who never sees it, told only to the two ends. */
  walls: store.End[];
}

export function readLink(ctx: Context, id: string): Promise<LinkPage | null> {
  return ctx.read(async (db) => {
    const link = await store.linkById(db, ctx.actor, here(ctx), id);
    if (!link) return null;
    const projects =
      link.evidenceKind === "project" && link.evidence.length > 0
        ? await store.evidenceProjects(db, ctx.actor, link.evidence)
        : [];
    const around = await store.between(
      db,
      ctx.actor,
      here(ctx),
      link.fromOrganisationId,
      link.toOrganisationId,
    );
    const isEnd = sideOf(link, ctx.actor.organisationId) !== "neither";
    const walls = isEnd ? await store.endsById(db, ctx.actor, link.wall) : [];
    return { link, projects, others: around.filter((other) => other.id !== link.id), walls };
  });
}

export const listLinks = (
  ctx: Context,
  filter: Omit<Parameters<typeof store.listLinks>[2]["filter"], never>,
  limit: number,
): Promise<Page<store.LinkRow>> =>
  ctx.read((db) =>
    store.listLinks(db, ctx.actor, { clusterId: here(ctx), today: ctx.today(), filter, limit }),
  );

export interface Declaration {
  other: string;
  end: End;
  nature: Nature;
  issue?: string | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  strength: number;
  digitalLevel?: string | null | undefined;
  note?: string | null | undefined;
  visibility: Visibility;
  wall: readonly string[];
}

export type DeclarationProblem = DeclareProblem | "unknown-organisation" | "unknown-wall";

/** Says for the organisation acted for what links it with another, and asks the other side by letter. */
export async function declareLink(
  ctx: Context,
  own: OrganisationSubject,
  declaration: Declaration,
): Promise<Result<string, DeclarationProblem>> {
  const { actor } = ctx;
  const clusterId = here(ctx);
  const known = await ctx.read(async (db) => {
    const ends = await store.endsBySlug(db, actor, [declaration.other, ...declaration.wall]);
    const other = ends.find((end) => end.slug === declaration.other);
    const [self] = await store.endsById(db, actor, [own.id]);
    if (!other || !self) return null;
    return { other, self, ends, standing: await store.between(db, actor, clusterId, own.id, other.id) };
  });
  if (!known) return refuse("unknown-organisation");
  const wall = declaration.wall.map((slug) => known.ends.find((end) => end.slug === slug)?.id);
  if (wall.includes(undefined)) return refuse("unknown-wall");

  const wanted = {
    own: own.id,
    other: known.other.id,
    end: declaration.end,
    nature: declaration.nature,
    since: declaration.since ?? null,
    until: declaration.until ?? null,
    wall: wall as string[],
    ownOrganisations: actor.ownOrganisations,
  };
  const decided = declare(wanted, known.standing);
  if (!decided.ok) return decided;

  const link: store.FreshLink = {
    id: uuidv7(),
    clusterId,
    type: NATURES[declaration.nature].type,
    nature: declaration.nature,
    fromOrganisationId: decided.value.from,
    toOrganisationId: decided.value.to,
    issue: declaration.issue ?? null,
    since: declaration.since ?? null,
    until: declaration.until ?? null,
    strength: declaration.strength,
    digitalLevel: declaration.digitalLevel ?? null,
    note: declaration.note || null,
    visibility: declaration.visibility,
    wall: wall as string[],
    declaredBy: actor.personId,
    declaredFor: own.id,
  };
  return ctx.write(async (unit) => {
    // Both sides may declare the same link in the same moment: the second one looks again.
    await store.lockPair(unit, own.id, known.other.id);
    const now = declare(wanted, await store.between(unit.db, actor, clusterId, own.id, known.other.id));
    if (!now.ok) return now;
    await store.insertLink(unit, link);
    await networkChanged(unit, clusterId);
    unit.audit({ action: "link.declare", subjectKind: "link", subjectId: link.id, after: link });
    await tellOther(unit, ctx, { about: "declared", link, writer: known.self, reader: known.other });
    return ok(link.id);
  });
}

export type ActProblem = "not-found" | "not-yours" | "changed-meanwhile";
export type ActOutcome = "confirmed" | "disputed" | "withdrawn" | "ended";

/** One step of the state machine in rules.ts, taken by whose turn it is. */
export async function actOnLink(
  ctx: Context,
  id: string,
  act: LinkAct,
  reason = "",
): Promise<Result<ActOutcome, ActProblem>> {
  const clusterId = here(ctx);
  const link = await ctx.read((db) => store.linkById(db, ctx.actor, clusterId, id));
  if (!link) return refuse("not-found");
  const side = sideOf(link, ctx.actor.organisationId);
  if (!actsOf(link, side, ctx.today()).includes(act)) return refuse("not-yours");

  const from = { id: link.fromOrganisationId, slug: link.fromSlug, name: link.fromName };
  const to = { id: link.toOrganisationId, slug: link.toSlug, name: link.toName };
  const [writer, reader] = ctx.actor.organisationId === from.id ? [from, to] : [to, from];
  return ctx.write(async (unit) => {
    const ends = act === "withdraw" && link.origin === "confirmed";
    const done =
      act === "confirm"
        ? await store.confirmLink(unit, clusterId, id, ctx.actor.personId, ctx.now())
        : act === "dispute"
          ? await store.disputeLink(unit, clusterId, id, {
              personId: ctx.actor.personId,
              at: ctx.now(),
              reason,
            })
          : ends
            ? await store.endLink(unit, clusterId, id, ctx.today())
            : await store.deleteLink(unit, clusterId, id);
    if (!done) return refuse("changed-meanwhile");
    if (ends) await store.endGrants(unit, clusterId, id, { at: ctx.now(), personId: ctx.actor.personId });
    await networkChanged(unit, clusterId);
    unit.audit({
      action: `link.${ends ? "end" : act}`,
      subjectKind: "link",
      subjectId: id,
      before: act === "confirm" ? { origin: link.origin } : link,
      ...(act === "confirm"
        ? { after: { origin: "confirmed" } }
        : act === "dispute"
          ? { after: { disputed: true, reason } }
          : ends
            ? { after: { until: ctx.today() } }
            : {}),
    });
    if (act !== "withdraw")
      await tellOther(unit, ctx, {
        about: act === "confirm" ? "confirmed" : "disputed",
        link,
        writer,
        reader,
      });
    return ok<ActOutcome>(
      act === "confirm" ? "confirmed" : act === "dispute" ? "disputed" : ends ? "ended" : "withdrawn",
    );
  });
}
