import {
  type Assessment,
  proposeTeam,
  type RuleState,
  type TeamProposal,
  type TeamRules,
} from "@kontor/matching";
import type { Context } from "../../../access/context.ts";
import { wordFor } from "../../registry/feature.ts";
import type { Match, Matchable } from "../matching/found.ts";
import { eyesFor, matchesForNeed } from "../matching/matches.ts";
import { candidatesFrom, rivalsAmong } from "./gather.ts";
import type { TeamQuery } from "./schema.ts";

/** Whoever stands further down fits too little to be worth a seat. */
const MOST_CANDIDATES = 80;
const MOST_WORDS = 10;
const MOST_PARTNERS = 5;

export interface Team {
  proposal: TeamProposal;
  /** What is to be covered, by code: the word. */
  competences: ReadonlyMap<string, string>;
  /** By id, all who were looked at. */
  matches: ReadonlyMap<string, Match>;
  leftOut: Match[];
  kept: ReadonlySet<string>;
}

/**
 * A team for a need, from whom the asker is shown as its matches: nobody else counts, neither as partner nor in the bound. `null` where
 * nothing is to be covered.
 */
export async function teamFor(ctx: Context, need: Matchable, query: TeamQuery): Promise<Team | null> {
  const { items } = await matchesForNeed(ctx, need, { limit: MOST_CANDIDATES, noted: false });
  const eyes = eyesFor(ctx, need);
  return ctx.read(async (db) => {
    const competences = new Map(need.codes.map((code, at) => [code, need.competences[at] ?? code]));
    const about = { actor: ctx.actor, clusterId: need.clusterId, today: ctx.today() };
    for (const value of wordsOf(query)) {
      const word = await wordFor(db, about, { value });
      if (word) competences.set(word.code, word.value);
    }
    if (competences.size === 0) return null;
    const bySlug = new Map(items.map((one) => [one.organisation.slug, one]));
    const named = (slugs: readonly string[]) => slugs.flatMap((slug) => bySlug.get(slug) ?? []);
    const [kept, leftOut] = [named(query.with), named(query.without)];
    const ids = items.map(({ organisation }) => organisation.id);
    const rules: TeamRules = {
      leastSize: query.least ?? 1,
      mostSize: Math.max(query.least ?? 1, query.most ?? MOST_PARTNERS),
      ...(query.countries ? { leastCountries: query.countries } : {}),
      ...(query.regions ? { leastRegions: query.regions } : {}),
      ...(query.sme ? { leastSmeShare: query.sme / 100 } : {}),
      ...(query.kind.length > 0 ? { kinds: query.kind.map((kind) => ({ kind, least: 1 })) } : {}),
      ...(query.budget ? { mostCost: query.budget } : {}),
      ...(query.rivals ? { rivals: await rivalsAmong(db, ids) } : {}),
      include: kept.filter((one) => !leftOut.includes(one)).map(({ organisation }) => organisation.id),
      exclude: leftOut.map(({ organisation }) => organisation.id),
    };
    const codes = [...competences.keys()];
    return {
      proposal: proposeTeam({
        competences: codes.map((id) => ({ id })),
        candidates: await candidatesFrom(db, eyes, items, codes),
        rules,
      }),
      competences,
      matches: new Map(items.map((one) => [one.organisation.id, one])),
      leftOut,
      kept: new Set(rules.include),
    };
  });
}

const wordsOf = ({ words }: TeamQuery) =>
  words
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);

export type Partner = Assessment["partners"][number];
export type Rule = RuleState;
