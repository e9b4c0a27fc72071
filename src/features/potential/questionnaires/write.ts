import type { Both, Indicator, Question, Questionnaire, Section } from "./schema.ts";

/** Small words to write questionnaires with: English first, German second. */
export const both = (en: string, de: string): Both => ({ en, de });

type Rest = Partial<Pick<Question, "hint" | "weight" | "when">>;
type Ask = (section: string) => Question;

export const scale =
  (key: string, en: string, de: string, rest: Rest = {}): Ask =>
  (section) => ({ key, section, kind: "scale", text: both(en, de), ...rest });

export const yesNo =
  (key: string, en: string, de: string, rest: Rest = {}): Ask =>
  (section) => ({ key, section, kind: "yes-no", text: both(en, de), ...rest });

export const text =
  (key: string, en: string, de: string, rest: Rest = {}): Ask =>
  (section) => ({ key, section, kind: "text", text: both(en, de), ...rest });

export const number =
  (
    key: string,
    en: string,
    de: string,
    range: [low: number, high: number],
    unit: Both,
    rest: Rest = {},
  ): Ask =>
  (section) => ({
    ...{ key, section, kind: "number", text: both(en, de) },
    ...{ low: range[0], high: range[1], unit },
    ...rest,
  });

type Options = readonly (readonly [key: string, en: string, de: string, score?: number])[];

const choicesOf = (options: Options) =>
  options.map(([key, en, de, score], at) => ({
    key,
    text: both(en, de),
    score: score ?? Math.round((100 * at) / (options.length - 1)),
  }));

/** Exactly one; from the weakest to the strongest unless scores are given. */
export const choice =
  (key: string, en: string, de: string, options: Options, rest: Rest = {}): Ask =>
  (section) => ({
    ...{ key, section, kind: "choice", text: both(en, de) },
    ...{ choices: choicesOf(options) },
    ...rest,
  });

/** Any number of them; the score is the share that holds. */
export const several =
  (key: string, en: string, de: string, options: Options, rest: Rest = {}): Ask =>
  (section) => ({
    ...{ key, section, kind: "several", text: both(en, de) },
    choices: choicesOf(options).map((one) => ({ ...one, score: Math.round(100 / options.length) })),
    ...rest,
  });

export interface Part {
  section: Section;
  ask: readonly Ask[];
}

export const part = (section: Section, ...ask: Ask[]): Part => ({ section, ask });

export const questionnaire = (
  head: Pick<Questionnaire, "key" | "version" | "about" | "title" | "text" | "levels">,
  parts: readonly Part[],
  indicators: readonly Indicator[],
): Questionnaire => ({
  ...head,
  sections: parts.map(({ section }) => section),
  questions: parts.flatMap(({ section, ask }) => ask.map((one) => one(section.key))),
  indicators: [...indicators],
});
