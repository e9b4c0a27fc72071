import type { Context } from "../../../access/context.ts";
import { told } from "../log/actions.ts";
import { mentioned } from "../log/sentences.ts";
import { logOf, membersNamed, peopleNamed } from "../log/store.ts";
import { idsOf, membersHere } from "../members.ts";
import { allWaiting } from "../waiting/actions.ts";
import {
  competencesOf,
  linkFigures,
  projectFigures,
  projectsByYear,
  sourcesOf,
  withCompetence,
} from "./figures.ts";
import { sightOf, unlessBeyond, untilCommonsChange } from "./kept.ts";
import {
  linkedWith,
  linksToConfirm,
  memberNames,
  newProjectsFor,
  ownFacts,
  whoFits,
} from "./member-store.ts";

const DAY = 86_400_000;
const FITS_SHOWN = 6;
const NEW_SHOWN = 6;

/** The team's day: what waits, how the cluster stands, what happened last. */
export const teamToday = (ctx: Context) =>
  ctx.read(async (db) => {
    const [here, sight] = await Promise.all([membersHere(db, ctx), sightOf(db, ctx)]);
    const ids = idsOf(here.members);
    const recent = new Date(ctx.now().getTime() - 90 * DAY).toISOString().slice(0, 10);
    const [log, waiting, links, projects] = await Promise.all([
      ctx.actor.office === "manager" ? latestOf(db, ctx) : null,
      allWaiting(db, ctx, here),
      linkFigures(db, ctx, ids),
      unlessBeyond(sight, "figures", ids, () => projectFigures(db, ctx, ids)),
    ]);
    return {
      ...here,
      joined: here.members.filter((member) => member.since >= recent).length,
      waiting,
      figures: { ...links, ...projects },
      log,
    };
  });
export type TeamToday = Awaited<ReturnType<typeof teamToday>>;

async function latestOf(db: Parameters<typeof logOf>[0], ctx: Context) {
  const found = await logOf(db, ctx.cluster!.id, {}, { limit: 8 });
  const entries = { ...found, items: await told(db, ctx, found.items) };
  const ids = mentioned(entries.items);
  const [people, organisations] = await Promise.all([
    peopleNamed(db, ids.people),
    membersNamed(db, ctx.actor, ids.organisations),
  ]);
  return { entries, names: { people, organisations } };
}

/** A member's day: what waits for their word, who fits, what is new in their fields. */
export const memberToday = (ctx: Context, me: string) =>
  ctx.read(async (db) => {
    const [{ members }, linked, toConfirm, facts, sight] = await Promise.all([
      membersHere(db, ctx),
      linkedWith(db, ctx, me),
      linksToConfirm(db, ctx, me),
      ownFacts(db, ctx, me),
      sightOf(db, ctx),
    ]);
    const strangers = idsOf(members).filter((id) => id !== me && !linked.partners.has(id));
    const [fits, projects, own] = await Promise.all([
      untilCommonsChange(sight, `fits ${me}`, strangers, () => whoFits(db, me, strangers)),
      unlessBeyond(sight, "new projects", [me], () => newProjectsFor(db, ctx, me, NEW_SHOWN)),
      unlessBeyond(sight, "figures", [me], () => projectFigures(db, ctx, [me])),
    ]);
    const shown = fits.slice(0, FITS_SHOWN);
    return {
      members: members.length,
      linked,
      inside: idsOf(members).filter((id) => linked.partners.has(id)).length,
      toConfirm,
      fits,
      names: await memberNames(db, ctx, [me, ...shown.map((fit) => fit.organisationId)]),
      projects,
      own,
      facts,
    };
  });
export type MemberToday = Awaited<ReturnType<typeof memberToday>>;

/** The cluster in figures. Everything counted here the asker could also look at one by one. */
export const figuresToday = (ctx: Context) =>
  ctx.read(async (db) => {
    const [{ members }, sight] = await Promise.all([membersHere(db, ctx), sightOf(db, ctx)]);
    const ids = idsOf(members);
    const [links, projects, years, competences, sources, known] = await Promise.all([
      linkFigures(db, ctx, ids),
      unlessBeyond(sight, "figures", ids, () => projectFigures(db, ctx, ids)),
      unlessBeyond(sight, "years", ids, () => projectsByYear(db, ctx, ids)),
      untilCommonsChange(sight, "competences", ids, () => competencesOf(db, ids, 12)),
      ctx.actor.office === "analyst" ? sourcesOf(db, ctx, ids) : null,
      withCompetence(db, ids),
    ]);
    return {
      members,
      figures: { ...links, ...projects },
      years,
      competences,
      sources,
      withCompetence: known,
    };
  });
export type FiguresToday = Awaited<ReturnType<typeof figuresToday>>;
