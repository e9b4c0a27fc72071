import type { z } from "zod";
import type { Context } from "../../../../access/context.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../../kernel/page.ts";
import { type MemberOn, membersOn } from "../members-on.ts";
import { allStays, type CorrectionRow, correctionsOn, type Level, levelsOf } from "../store.ts";
import { fingerprint, voters } from "../votes.ts";
import {
  byYear,
  type Cohort,
  cohorts,
  later,
  reasonsOf,
  type Stay,
  stays,
  type YearRow,
  yearOf,
} from "../years.ts";
import type { MemberOut, MembersFilter, StaysFilter } from "./schema.ts";

/** The cluster one is in; the way here leads through its address. */
export const here = (ctx: Context) => {
  if (!ctx.cluster) throw new Error("A membership is looked at inside a cluster.");
  return ctx.cluster;
};

export interface MemberList {
  on: string;
  list: Page<MemberOn>;
  levels: Level[];
  direct: number;
  indirect: number;
  applicants: number;
}

/** The members of a day, narrowed as the address says. */
export async function listMembers(
  ctx: Context,
  { on = ctx.today(), how, role, level, cursor }: Omit<MembersFilter, "format">,
  limit: number,
): Promise<MemberList> {
  const cluster = here(ctx);
  return ctx.read(async (db) => {
    const all = await membersOn(db, ctx.actor, cluster.id, on);
    const levels = await levelsOf(db, cluster.id, on);
    const members = all.filter((member) => member.role !== "applicant");
    const chosen = (role === "applicant" ? all : members)
      .filter((member) => !how || (how === "direct") === member.direct)
      .filter((member) => !role || member.role === role)
      .filter((member) => !level || member.levelId === level);
    const [at = 0] = (cursor ? decodeCursor(cursor, 1) : null) ?? [];
    const from = typeof at === "number" && at > 0 ? Math.floor(at) : 0;
    const items = chosen.slice(from, from + limit);
    return {
      on,
      levels,
      list: {
        items,
        total: chosen.length,
        next: from + limit < chosen.length ? encodeCursor([from + limit]) : null,
      },
      direct: members.filter((member) => member.direct).length,
      indirect: members.filter((member) => !member.direct).length,
      applicants: all.length - members.length,
    };
  });
}

export interface VoteList {
  on: string;
  members: MemberOn[];
  levels: Level[];
  corrections: CorrectionRow[];
  votes: number;
  fingerprint: string;
}

export async function listVotes(ctx: Context, on: string): Promise<VoteList> {
  const cluster = here(ctx);
  return ctx.read(async (db) => {
    const members = voters(await membersOn(db, ctx.actor, cluster.id, on));
    return {
      on,
      members,
      levels: await levelsOf(db, cluster.id, on),
      corrections: (await correctionsOn(db, ctx.actor, cluster.id, on)).map((row) =>
        knowsWhy(ctx, row.organisationId) ? row : { ...row, reason: "" },
      ),
      votes: members.reduce((sum, member) => sum + member.votes, 0),
      fingerprint: fingerprint(cluster.id, on, members),
    };
  });
}

export interface Years {
  years: YearRow[];
  cohorts: Cohort[];
  /** `null` for those whom reasons are not told. */
  reasons: ReturnType<typeof reasonsOf> | null;
}

export async function readYears(ctx: Context): Promise<Years> {
  const all = await readStays(ctx, {});
  const today = ctx.today();
  return {
    years: byYear(all, today),
    cohorts: cohorts(all, today),
    reasons: ctx.actor.office === null ? null : reasonsOf(all, today),
  };
}

/** Why somebody left or was corrected is between the team and that member: `membership.history` says the same. */
const knowsWhy = ({ actor }: Context, organisationId: string): boolean =>
  actor.office !== null || actor.organisationId === organisationId;

/** The times behind a figure: who came in a year, who left in one, who stayed. */
export async function readStays(
  ctx: Context,
  { came, left, cohort, stayed, reason }: Omit<StaysFilter, "format">,
): Promise<Stay[]> {
  const today = ctx.today();
  const rows = await ctx.read((db) => allStays(db, ctx.actor, here(ctx).id));
  const all = stays(rows.map((row) => (knowsWhy(ctx, row.organisationId) ? row : { ...row, reason: null })));
  const gone = (stay: Stay) => stay.until !== null && stay.until <= today;
  return all
    .filter((stay) => came === undefined || (yearOf(stay.since) === came && stay.since <= today))
    .filter((stay) => left === undefined || (gone(stay) && yearOf(stay.until!) === left))
    .filter((stay) => cohort === undefined || (yearOf(stay.since) === cohort && stay.since <= today))
    .filter((stay) => stayed === undefined || stay.until === null || stay.until > later(stay.since, stayed))
    .filter((stay) => !reason || (gone(stay) && (stay.reason ?? "unknown") === reason));
}

export const presentMember = (member: MemberOn, levels: readonly Level[]): z.output<typeof MemberOut> => ({
  slug: member.slug,
  name: member.name,
  direct: member.direct,
  role: member.role,
  level: levels.find((level) => level.id === member.levelId)?.nameEn ?? null,
  since: member.since,
  until: member.until,
  through: member.through.map(({ slug, name }) => ({ slug, name })),
  votes: member.votes,
  benefits: member.benefits,
});
