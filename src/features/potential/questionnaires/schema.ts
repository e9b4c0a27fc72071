import { z } from "zod";

const Both = z.strictObject({
  en: z.string().trim().min(1).max(600),
  de: z.string().trim().min(1).max(600),
});
export type Both = z.infer<typeof Both>;

const Key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

const Choice = z.strictObject({ key: Key, text: Both, score: z.number().min(0).max(100) });

/** `scale` goes from 0 to 4 in words that every questionnaire shares; `several` scores the share of what was chosen. */
export const QUESTION_KINDS = ["scale", "choice", "several", "number", "text", "yes-no"] as const;

export const Question = z.strictObject({
  key: Key,
  section: Key,
  kind: z.enum(QUESTION_KINDS),
  text: Both,
  hint: Both.optional(),
  choices: z.array(Choice).max(16).optional(),
  unit: Both.optional(),
  /** Of a number: what scores 0 and what scores 100. */
  low: z.number().optional(),
  high: z.number().optional(),
  weight: z.number().positive().max(10).optional(),
  /** Asked only where an earlier question was answered with one of these. */
  when: z.strictObject({ question: Key, is: z.array(z.string().max(60)).min(1) }).optional(),
});
export type Question = z.infer<typeof Question>;

const Section = z.strictObject({ key: Key, title: Both, text: Both });
export type Section = z.infer<typeof Section>;

/** What is read from the house's records or from a dataset instead of being asked; the rules are in the code. */
export const MEASURES = [
  "links",
  "digital-links",
  "projects",
  "competences",
  "platforms",
  "joint-projects",
  "research-members",
  "common-platforms",
  "linked-members",
  "specialisation",
] as const;

export const Indicator = z.strictObject({
  key: Key,
  section: Key,
  measure: z.enum(MEASURES),
  text: Both,
  low: z.number(),
  high: z.number(),
  weight: z.number().positive().max(10).optional(),
});
export type Indicator = z.infer<typeof Indicator>;

const Level = z.strictObject({ from: z.number().min(0).max(100), text: Both });

/** A questionnaire as it is kept and asked. What was asked once is never changed: a change makes a new version. */
export const Questionnaire = z
  .strictObject({
    key: Key,
    version: z.number().int().positive(),
    about: z.enum(["member", "cluster"]),
    title: Both,
    text: Both,
    sections: z.array(Section).min(3).max(12),
    questions: z.array(Question).min(1).max(120),
    indicators: z.array(Indicator).max(30),
    levels: z.array(Level).min(2).max(8),
    /** The questionnaire a cluster's own one was copied from. */
    basedOn: z.string().max(80).optional(),
  })
  .superRefine((whole, ctx) => {
    const wrong = (message: string) => ctx.addIssue({ code: "custom", message });
    const sections = new Set(whole.sections.map(({ key }) => key));
    const seen = new Map<string, Question>();
    for (const question of whole.questions) {
      if (!sections.has(question.section)) wrong(`unknown-section:${question.key}`);
      if (seen.has(question.key)) wrong(`twice:${question.key}`);
      if (question.when && !seen.has(question.when.question)) wrong(`branch:${question.key}`);
      if (question.kind === "choice" || question.kind === "several")
        if ((question.choices?.length ?? 0) < 2) wrong(`choices:${question.key}`);
      if (question.kind === "number" && (question.low ?? 0) === (question.high ?? 0))
        wrong(`range:${question.key}`);
      seen.set(question.key, question);
    }
    for (const { key, section, low, high } of whole.indicators) {
      if (!sections.has(section)) wrong(`unknown-section:${key}`);
      if (low === high) wrong(`range:${key}`);
      if (seen.has(key)) wrong(`twice:${key}`);
    }
    if (whole.levels.some(({ from }, at) => at > 0 && from <= whole.levels[at - 1]!.from)) wrong("levels");
    if (whole.levels[0]?.from !== 0) wrong("levels");
    for (const { key } of whole.sections)
      if (
        !whole.questions.some((one) => one.section === key && one.kind !== "text") &&
        !whole.indicators.some((one) => one.section === key)
      )
        wrong(`nothing-scored:${key}`);
  });
export type Questionnaire = z.infer<typeof Questionnaire>;
