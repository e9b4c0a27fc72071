import type { Context } from "../../../access/context.ts";
import type { Learned } from "../matching/found.ts";
import { groundOf } from "../matching/weights.ts";
import {
  answersByMonth,
  answersOf,
  type Concentration,
  concentrationOf,
  countsOf,
  isAnswered,
  type MonthOfAnswers,
  type MonthOfPrecision,
  precisionByMonth,
  precisionOf,
  TOP,
} from "./rules.ts";
import {
  answersSince,
  type Gap,
  gapsIn,
  looked,
  type MemberCounted,
  membersCounted,
  type SuggestedRow,
  suggestedSince,
} from "./store.ts";

export interface MemberShare extends MemberCounted {
  shown: number;
  plain: number;
}

export interface Quality {
  since: string;
  precision: Omit<MonthOfPrecision, "month">;
  months: MonthOfPrecision[];
  answers: Omit<MonthOfAnswers, "month">;
  answersBy: MonthOfAnswers[];
  gaps: Gap[];
  looked: { open: number; matched: number };
  spread: Concentration;
  spreadPlain: Concentration;
  members: MemberShare[];
  learned: Learned | null;
}

/** Twelve months back from the first of this month. */
export function yearBefore(today: string): string {
  const [year, month] = today.split("-").map(Number) as [number, number];
  return `${year - 1}-${String(month).padStart(2, "0")}-01`;
}

/** Whether suggestions are worth something, as far as the team knows of the needs they were made for. */
export async function qualityOf(ctx: Context): Promise<Quality> {
  const clusterId = ctx.cluster!.id;
  const since = yearBefore(ctx.today());
  return ctx.read(async (db) => {
    const suggested = await suggestedSince(db, ctx.actor, clusterId, since);
    const asked = await answersSince(db, ctx.actor, clusterId, since);
    const members = await membersCounted(db, ctx.actor, clusterId, ctx.today());
    const { shown, plain } = countsOf(
      suggested,
      members.map((one) => one.id),
    );
    return {
      since,
      precision: precisionOf(suggested.filter(({ place }) => place <= TOP)),
      months: precisionByMonth(suggested),
      answers: answersOf(asked),
      answersBy: answersByMonth(asked),
      gaps: await gapsIn(db, ctx.actor, clusterId),
      looked: await looked(db, ctx.actor, clusterId),
      spread: concentrationOf([...shown.values()]),
      spreadPlain: concentrationOf([...plain.values()]),
      members: members
        .map((one) => ({ ...one, shown: shown.get(one.id)!, plain: plain.get(one.id)! }))
        .sort((a, b) => b.shown - a.shown || a.name.localeCompare(b.name)),
      learned: (await groundOf(db, clusterId)).learned,
    };
  });
}

export interface SuggestedFilter {
  month?: string | undefined;
  organisation?: string | undefined;
  answered?: "yes" | undefined;
}

/** The suggestions at the first five places behind the figures. */
export async function suggestionsOf(ctx: Context, filter: SuggestedFilter): Promise<SuggestedRow[]> {
  const rows = await ctx.read((db) =>
    suggestedSince(db, ctx.actor, ctx.cluster!.id, yearBefore(ctx.today())),
  );
  return rows.filter(
    (row) =>
      row.place <= TOP &&
      (filter.month === undefined || row.month === filter.month) &&
      (filter.organisation === undefined || row.slug === filter.organisation) &&
      (filter.answered === undefined || isAnswered(row)),
  );
}
