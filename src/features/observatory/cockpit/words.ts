import type { Locale } from "../../../kernel/locale.ts";

/** What is computed from records, by name. */
export const MEASURES = [
  "members",
  "committed-members",
  "committed-share",
  "actor-kinds",
  "sme-share",
  "near-share",
  "years-running",
  "team-retention",
  "retention",
  "voting-share",
  "contacted-share",
  "cooperating-share",
  "science-share",
  "abroad-share",
  "months-watched",
  "focus-share",
  "events-held",
  "outcome-share",
  "outcomes-confirmed",
  "reached-share",
  "answer-share",
  "web-presence",
  "english-site",
] as const;
export type Measure = (typeof MEASURES)[number];
export const isMeasure = (name: string): name is Measure => MEASURES.some((measure) => measure === name);

/** How a value is meant: a number, a share in percent, yes or no, or a day whose age in months is what counts. */
export const UNITS = ["number", "percent", "yes-no", "months-since"] as const;
export type Unit = (typeof UNITS)[number];

/** On which side of its threshold a value is where it should be. */
export const DIRECTIONS = ["at-least", "at-most"] as const;
export type Direction = (typeof DIRECTIONS)[number];
/** Yes is always what is wished for, and an age is always wished to be small. */
export const hasDirection = (unit: Unit) => unit === "number" || unit === "percent";

export const FIELDS = ["structure", "management", "financing", "strategy", "results"] as const;
export type Field = (typeof FIELDS)[number];

export type Texts = Readonly<Record<Locale, string>>;

export interface Indicator {
  /** The name of a measure, or of what the team enters: values belong to the cluster and are shared by all its sets. */
  key: string;
  field: Field;
  name: Texts;
  /** What is asked, in a sentence. */
  text: Texts;
  unit: Unit;
  threshold: number;
  /** Of numbers and shares; at least, unless said. */
  direction?: Direction | undefined;
  hidden?: boolean | undefined;
}

export interface IndicatorSet {
  slug: string;
  version: number;
  title: Texts;
  /** From where it is, and what it is not. */
  about: Texts;
  indicators: readonly Indicator[];
  shipped: boolean;
  copiedFrom: string | null;
  madeAt: Date | null;
}

/** How a measure was made. */
export interface Evidence {
  kind: EvidenceKind;
  subjectId?: string | null;
  organisationId?: string | null;
  on?: string | null;
  mark?: string | null;
  counts: boolean;
}

export type EvidenceKind =
  | "membership"
  | "link"
  | "need"
  | "offer"
  | "registration"
  | "answer"
  | "introduction"
  | "event"
  | "office"
  | "seat"
  | "cluster"
  | "check"
  | "month";

export interface Measured {
  value: number | null;
  part: number | null;
  whole: number | null;
  evidence: readonly Evidence[];
  /** Records that only those who run the cluster read one by one. */
  innerOnly: boolean;
}
