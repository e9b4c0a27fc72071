import { arithmeticIndex, cronbachAlpha, geometricIndex } from "@kontor/analytics";
import { median } from "d3-array";
import { type Looked, sectionScores } from "../assessments/scoring.ts";
import type { Questionnaire } from "../questionnaires/schema.ts";
import {
  figureOf,
  isFew,
  LEAST,
  type Part,
  type Quartiles,
  stepped,
  telling,
  toldQuartiles,
  whoMoved,
} from "./telling.ts";
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

export type Combination = `${Method}.${Aggregation}`;
const COMBINATIONS: readonly Combination[] = METHODS.flatMap((method) =>
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
  /** How it went into the figures of all when these were told first; later sharing changes nothing about that. */
  counted: "shared" | "kept" | null;
  missing: number;
}

export interface RoundResult {
  /** How many the figures are made of; `null` where nothing may be said. */
  of: number | null;
  /** One or two answers kept from the team are left out. */
  partial: boolean;
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

/** The round told of before this one: what was told, and of whom. */
export interface RoundBefore {
  round: string;
  scores: ReadonlyMap<string, Pick<Score, "sections" | "index" | "looked" | "counted">>;
  result: RoundResult | null;
}

const SEED = 20;
const PLAIN: Combination = "equal.arithmetic";

export function computeRound(
  questionnaire: Questionnaire,
  units: readonly Unit[],
  {
    closed,
    judgements,
    before,
    counted = new Map(),
  }: {
    closed: boolean;
    judgements: Judgements | null;
    before: RoundBefore | null;
    /** How each went into the figures, where these have been told already. */
    counted?: ReadonlyMap<string, Score["counted"]>;
  },
): { scores: Map<string, Score>; result: RoundResult } {
  const keys = questionnaire.sections.map(({ key }) => key);
  const tables = new Map(units.map((unit) => [unit.id, sectionScores(questionnaire, unit.looked)]));
  const used = closed ? whoIsTold(units, counted) : null;
  const tableOf = (some: readonly Unit[]) => some.map(({ id }) => tables.get(id)!);
  const then = before ? [...before.scores].filter(([, score]) => score.counted) : [];
  const partsOf = (value: (unit: Unit) => number | null | undefined): Part[] =>
    (used ?? []).map((unit) => ({
      member: unit.organisationId ?? unit.id,
      shared: unit.shared,
      value: value(unit) ?? Number.NaN,
    }));
  const beforeOf = <T>(
    value: (score: (typeof then)[number][1]) => number | null | undefined,
    told: T | null | undefined,
  ) => ({
    parts: new Map(
      then.flatMap(([member, score]) => {
        const known = value(score);
        return known === null || known === undefined ? [] : [[member, known] as const];
      }),
    ),
    told,
  });

  // Weights that follow from the data change with every answer in them.
  const movers = new Set(
    keys.flatMap((_, at) =>
      whoMoved(
        partsOf(({ id }) => tables.get(id)![at]),
        beforeOf((score) => score.sections[at], null).parts,
      ),
    ),
  );
  const again: Partial<Weights> = before?.result && isFew(movers.size) ? before.result.weights : {};
  const weights: Weights = {
    ...weightsOf(keys, used ? tableOf(used).filter((row) => !row.some(Number.isNaN)) : [], judgements),
    ...(again.entropy ? { entropy: again.entropy } : {}),
    ...(again.components ? { components: again.components } : {}),
  };

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
      const own = used?.find(({ id }) => id === unit.id);
      const doubt =
        doubts?.get(unit.id) ?? uncertainty(questionnaire, [unit.looked], weights.equal!, SEED)[0]!;
      return [
        unit.id,
        {
          sections: row.map((score) => (Number.isNaN(score) ? null : score)),
          looked: unit.looked,
          index: indexOf(row),
          interval: { low: Math.floor(doubt.index.low), high: Math.ceil(doubt.index.high) },
          rank: own && doubt.rank ? { ...doubt.rank, of: used!.length } : null,
          counted: own ? (own.shared ? "shared" : "kept") : null,
          missing: unit.looked.filter(({ score }) => score === null).length,
        },
      ];
    }),
  );

  const quartiles = (
    value: (score: Pick<Score, "sections" | "index">) => number | null | undefined,
    told: Quartiles | null | undefined,
  ) =>
    figureOf(
      partsOf(({ id }) => value(scores.get(id)!)),
      toldQuartiles,
      beforeOf(value, told),
    );
  const told = before?.result;
  return {
    scores,
    result: {
      of: used?.length ?? null,
      partial: used !== null && used.length < units.length,
      sections: used && keys.map((_, at) => quartiles(({ sections }) => sections[at], told?.sections?.[at])),
      index:
        used &&
        without(
          COMBINATIONS.map((one) => [one, quartiles(({ index }) => index[one], told?.index?.[one])] as const),
        ),
      weights,
      consistencyRatio: judgements ? (expertWeights(keys, judgements)?.consistencyRatio ?? null) : null,
      alpha: used && (isFew(movers.size) && told ? told.alpha : rounded(cronbachAlpha(tableOf(used)))),
      looked:
        used &&
        without(
          [...new Set(used.flatMap(({ looked }) => looked.map(({ key }) => key)))].map((key) => {
            const scoreIn = ({ looked }: Pick<Score, "looked">) =>
              looked.find((one) => one.key === key)?.score;
            const own = figureOf(
              partsOf(scoreIn),
              (values) => stepped(median(values)!, values.length),
              beforeOf(scoreIn, told?.looked?.[key]),
            );
            return [key, own] as const;
          }),
        ),
      progress: used && before && progressOf(used, scores, before),
    },
  };
}

/** Once told, it is of the same members for ever: what was made of others as well, as one more shares, would tell of that one. */
function whoIsTold(
  units: readonly Unit[],
  counted: ReadonlyMap<string, Score["counted"]>,
): readonly Unit[] | null {
  const again = units.flatMap((unit) => {
    const how = counted.get(unit.id);
    return how ? [{ ...unit, shared: how === "shared" }] : [];
  });
  if (again.length === 0) return telling(units);
  return again.length >= LEAST ? again : null;
}

const without = <K extends string, T>(entries: readonly (readonly [K, T | null])[]) =>
  Object.fromEntries(entries.filter(([, value]) => value !== null)) as Record<K, T>;

const rounded = (value: number) => (Number.isFinite(value) ? Math.round(value * 100) / 100 : null);

function progressOf(
  units: readonly Unit[],
  scores: ReadonlyMap<string, Score>,
  before: RoundBefore,
): RoundResult["progress"] {
  const pairs = units.flatMap(({ id, organisationId }) => {
    const then = organisationId === null ? undefined : before.scores.get(organisationId);
    return then ? [{ now: scores.get(id)!, then }] : [];
  });
  if (pairs.length < LEAST) return null;
  const change = (values: number[]) => {
    const known = values.filter(Number.isFinite);
    return known.length < LEAST ? 0 : stepped(median(known)!, known.length);
  };
  const sections = pairs[0]!.now.sections.map((_, at) =>
    change(
      pairs.map(({ now, then }) => (now.sections[at] ?? Number.NaN) - (then.sections[at] ?? Number.NaN)),
    ),
  );
  const index = change(
    pairs.map(({ now, then }) => (now.index[PLAIN] ?? Number.NaN) - (then.index[PLAIN] ?? Number.NaN)),
  );
  return { before: before.round, of: pairs.length, sections, index };
}
