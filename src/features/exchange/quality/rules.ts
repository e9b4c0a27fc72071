import { gini, lorenzCurve } from "@kontor/analytics";
import type { Verdict } from "../matching/found.ts";

/** One suggestion that was put before the owner of a need. */
export interface Suggested {
  needId: string;
  organisationId: string;
  /** The month it was first shown in, `2026-11`. */
  month: string;
  place: number;
  plainPlace: number;
  verdict: Verdict | null;
  /** The two were or are being brought together about it. */
  introduced: boolean;
}

/** So many suggestions of a list count: further down hardly anybody reads. */
export const TOP = 5;

export interface MonthOfPrecision {
  month: string;
  shown: number;
  answered: number;
  good: number;
  /** `null` where nobody has answered: not zero, which would say that all were bad. */
  precision: number | null;
}

/** An introduction asked for says that a suggestion was good, whatever else was said. */
export const isGood = ({ verdict, introduced }: Suggested): boolean => introduced || verdict === "good";
export const isAnswered = (one: Suggested): boolean => one.verdict !== null || one.introduced;

/** Precision at 5 by month: of the suggestions at the first five places that somebody has answered, the share that was good. */
export function precisionByMonth(suggested: readonly Suggested[]): MonthOfPrecision[] {
  const top = suggested.filter(({ place }) => place <= TOP);
  return [...Map.groupBy(top, ({ month }) => month)]
    .map(([month, rows]) => ({ month, ...precisionOf(rows) }))
    .sort((a, b) => a.month.localeCompare(b.month));
}

export function precisionOf(rows: readonly Suggested[]): Omit<MonthOfPrecision, "month"> {
  const answered = rows.filter(isAnswered);
  const good = answered.filter(isGood).length;
  return {
    shown: rows.length,
    answered: answered.length,
    good,
    precision: answered.length > 0 ? good / answered.length : null,
  };
}

export interface Concentration {
  /** 0: everybody is suggested as often as everybody else; near 1: always the same. `null` where nothing was suggested. */
  gini: number | null;
  curve: { size: number; share: number }[];
}

/** How unequally suggestions are spread over the members; those never suggested count, too. */
export function concentrationOf(counts: readonly number[]): Concentration {
  if (counts.every((count) => count === 0)) return { gini: null, curve: [] };
  const [value] = gini(counts.map((count) => [count]));
  const { size, share } = lorenzCurve([...counts]);
  return { gini: value!, curve: [...size].map((x, i) => ({ size: x, share: share[i]! })) };
}

/** How often each was suggested among the first five: as it was shown, and as it would have been by relevance alone. */
export function countsOf(suggested: readonly Suggested[], members: readonly string[]) {
  const shown = new Map(members.map((id) => [id, 0]));
  const plain = new Map(members.map((id) => [id, 0]));
  const add = (counts: Map<string, number>, id: string) => {
    if (counts.has(id)) counts.set(id, counts.get(id)! + 1);
  };
  for (const { organisationId, place, plainPlace } of suggested) {
    if (place <= TOP) add(shown, organisationId);
    if (plainPlace <= TOP) add(plain, organisationId);
  }
  return { shown, plain };
}

export interface Answer {
  /** The month it was asked in. */
  month: string;
  /** Days until the answer; `null` where there is none. */
  days: number | null;
}

export interface MonthOfAnswers {
  month: string;
  asked: number;
  answered: number;
  median: number | null;
}

export function answersByMonth(answers: readonly Answer[]): MonthOfAnswers[] {
  return [...Map.groupBy(answers, ({ month }) => month)]
    .map(([month, rows]) => ({ month, ...answersOf(rows) }))
    .sort((a, b) => a.month.localeCompare(b.month));
}

export function answersOf(rows: readonly Answer[]): Omit<MonthOfAnswers, "month"> {
  const days = rows.flatMap((row) => (row.days === null ? [] : [row.days]));
  return { asked: rows.length, answered: days.length, median: medianOf(days) };
}

export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
