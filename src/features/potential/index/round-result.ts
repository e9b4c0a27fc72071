import { arithmeticIndex, cronbachAlpha, geometricIndex } from "@kontor/analytics";
import { median } from "d3-array";
import { type Looked, sectionScores } from "../assessments/scoring.ts";
import type { Questionnaire } from "../questionnaires/schema.ts";
import { quartilesOf } from "./quartiles.ts";
import { type Interval, uncertainty } from "./uncertainty.ts";
import {
  AGGREGATIONS,
  type Aggregation,
  expertWeights,
  type Judgements,
  METHODS,
  type Method,
  type Weights,
  weightsOf,
} from "./weights.ts";

/** Nothing is said of fewer. */
export const LEAST = 5;

export type Combination = `${Method}.${Aggregation}`;
export const COMBINATIONS: readonly Combination[] = METHODS.flatMap((method) =>
  AGGREGATIONS.map((aggregation): Combination => `${method}.${aggregation}`),
);

export interface Unit {
  id: string;
  organisationId: string | null;
  shared: boolean;
  looked: readonly Looked[];
}

export interface Score {
  /** In the order of the sections, 0 to 100; `null` where nothing is known. */
  sections: (number | null)[];
  looked: readonly Looked[];
  index: Partial<Record<Combination, number>>;
  interval: Interval;
  /** Among all who answered; `null` until the round is closed and five have answered. */
  rank: (Interval & { of: number }) | null;
  asked: number;
  missing: number;
}

export interface Quartiles {
  q1: number;
  median: number;
  q3: number;
}

export interface RoundResult {
  answered: number;
  /** How many the quartiles are made of; `null` where nothing may be said. */
  of: number | null;
  sections: (Quartiles | null)[] | null;
  index: Partial<Record<Combination, Quartiles>> | null;
  weights: Weights;
  consistencyRatio: number | null;
  alpha: number | null;
  /** The median of each thing that was looked at, where five said something to it. */
  looked: Record<string, number> | null;
  /** Those who answered this round and the one before. */
  progress: { before: string; of: number; sections: number[]; index: number } | null;
  /** Said of all that was answered, as that it is invented. */
  note?: string | null;
}

/**
 * Of whom aggregates may be made. One answer that is kept from the team, among others that the team has read, could be worked out from
 * quartiles of all: then they are made of the shared ones.
 */
export function telling<U extends { shared: boolean }>(units: readonly U[]): readonly U[] | null {
  const kept = units.filter(({ shared }) => !shared);
  const used = kept.length === 1 ? units.filter(({ shared }) => shared) : units;
  return used.length >= LEAST ? used : null;
}

const SEED = 20;

export function computeRound(
  questionnaire: Questionnaire,
  units: readonly Unit[],
  {
    closed,
    judgements,
    before,
  }: {
    closed: boolean;
    judgements: Judgements | null;
    /** The index and sections of the same members in the round before, by organisation. */
    before: { round: string; scores: ReadonlyMap<string, Pick<Score, "sections" | "index">> } | null;
  },
): { scores: Map<string, Score>; result: RoundResult } {
  const keys = questionnaire.sections.map(({ key }) => key);
  const tables = new Map(units.map((unit) => [unit.id, sectionScores(questionnaire, unit.looked)]));
  const used = closed ? telling(units) : null;
  const tableOf = (some: readonly Unit[]) => some.map(({ id }) => tables.get(id)!);
  const weights = weightsOf(
    keys,
    used ? tableOf(used).filter((row) => !row.some(Number.isNaN)) : [],
    judgements,
  );

  const indexOf = (row: readonly number[]): Score["index"] =>
    Object.fromEntries(
      METHODS.flatMap((method) => {
        const own = weights[method];
        if (!own || row.every(Number.isNaN)) return [];
        const scores = [row.map((score) => score / 100)];
        return [
          [`${method}.arithmetic`, arithmeticIndex(scores, { weights: own, unknown: "reweight" })[0]! * 100],
          [`${method}.geometric`, geometricIndex(scores, { weights: own, unknown: "reweight" })[0]! * 100],
        ];
      }),
    );

  const doubts = used
    ? new Map(
        uncertainty(
          questionnaire,
          used.map(({ looked }) => looked),
          weights.equal!,
          SEED,
        ).map((doubt, at) => [used[at]!.id, doubt]),
      )
    : null;
  const scores = new Map(
    units.map((unit): [string, Score] => {
      const row = tables.get(unit.id)!;
      const doubt =
        doubts?.get(unit.id) ?? uncertainty(questionnaire, [unit.looked], weights.equal!, SEED)[0]!;
      return [
        unit.id,
        {
          sections: row.map((score) => (Number.isNaN(score) ? null : score)),
          looked: unit.looked,
          index: indexOf(row),
          interval: doubt.index,
          rank: used && doubt.rank && used.includes(unit) ? { ...doubt.rank, of: used.length } : null,
          asked: unit.looked.length,
          missing: unit.looked.filter(({ score }) => score === null).length,
        },
      ];
    }),
  );
  return {
    scores,
    result: {
      answered: units.length,
      of: used?.length ?? null,
      sections: used && keys.map((_, at) => quartiles(tableOf(used).map((row) => row[at]!))),
      index: used && quartilesByCombination(used.map(({ id }) => scores.get(id)!.index)),
      weights,
      consistencyRatio: judgements ? (expertWeights(keys, judgements)?.consistencyRatio ?? null) : null,
      alpha: used && finite(cronbachAlpha(tableOf(used))),
      looked: used && mediansOf(used),
      progress: used && before && progressOf(used, scores, before),
    },
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** In whole points: finer ones would be somebody's own. */
function quartiles(values: readonly number[]): Quartiles | null {
  const known = values.filter(Number.isFinite);
  if (known.length < LEAST) return null;
  const [q1, middle, q3] = quartilesOf(known).map(Math.round) as [number, number, number];
  return { q1, median: middle, q3 };
}

function quartilesByCombination(all: readonly Score["index"][]): NonNullable<RoundResult["index"]> {
  const out: NonNullable<RoundResult["index"]> = {};
  for (const combination of COMBINATIONS) {
    const found = quartiles(all.map((index) => index[combination] ?? Number.NaN));
    if (found) out[combination] = found;
  }
  return out;
}

function mediansOf(units: readonly Unit[]): Record<string, number> {
  const said = new Map<string, number[]>();
  for (const { looked } of units)
    for (const { key, score } of looked) if (score !== null) said.set(key, [...(said.get(key) ?? []), score]);
  return Object.fromEntries(
    [...said]
      .filter(([, values]) => values.length >= LEAST)
      .map(([key, values]) => [key, Math.round(median(values)!)]),
  );
}

function progressOf(
  units: readonly Unit[],
  scores: ReadonlyMap<string, Score>,
  before: { round: string; scores: ReadonlyMap<string, Pick<Score, "sections" | "index">> },
): RoundResult["progress"] {
  const pairs = units.flatMap(({ id, organisationId }) => {
    const then = organisationId === null ? undefined : before.scores.get(organisationId);
    return then ? [{ now: scores.get(id)!, then }] : [];
  });
  if (pairs.length < LEAST) return null;
  const change = (values: number[]) => Math.round(median(values.filter(Number.isFinite)) ?? 0);
  const sections = pairs[0]!.now.sections.map((_, at) =>
    change(
      pairs.map(({ now, then }) => (now.sections[at] ?? Number.NaN) - (then.sections[at] ?? Number.NaN)),
    ),
  );
  const at = "equal.arithmetic";
  const index = change(
    pairs.map(({ now, then }) => (now.index[at] ?? Number.NaN) - (then.index[at] ?? Number.NaN)),
  );
  return { before: before.round, of: pairs.length, sections, index };
}
