import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { MEMBERSHIP_ROLES } from "../../../kernel/actor.ts";
import { KINDS } from "../words.ts";

export const CampaignPath = ClusterPath.extend({ campaign: z.uuid() });
export const AnswerToken = z.object({ token: z.string().max(100) });

export const ASKED_ROLES = MEMBERSHIP_ROLES.filter((role) => role !== "applicant");
export const QUESTION_KINDS = ["text", "yes-no", "choice"] as const;
export const MOST_QUESTIONS = 6;
export const MOST_NEEDS = 3;

/** Besides what is looked for, which every campaign asks. */
export const Question = z.strictObject({
  key: z.string().regex(/^q[1-9]$/),
  kind: z.enum(QUESTION_KINDS),
  en: z.string().trim().min(1).max(300),
  de: z.string().trim().min(1).max(300),
  /** Of a choice: what can be chosen, the same in both languages. */
  choices: z.array(z.string().trim().min(1).max(120)).max(12).default([]),
});
export type Question = z.infer<typeof Question>;

const Questions = z
  .array(Question)
  .max(MOST_QUESTIONS)
  .refine((all) => all.every(({ kind, choices }) => kind !== "choice" || choices.length >= 2), {
    error: "choices",
  })
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { error: "keys" });

export const CampaignValues = z.strictObject({
  titleEn: z.string().trim().min(1).max(160),
  titleDe: z.string().trim().min(1).max(160),
  introEn: z.string().trim().max(4000).default(""),
  introDe: z.string().trim().max(4000).default(""),
  questions: Questions.default([]),
  /** Members of these roles are asked; none named is all. */
  roles: z.array(z.enum(MEMBERSHIP_ROLES).exclude(["applicant"])).default([]),
  due: z.iso.date(),
  remindAfter: z.number().int().min(1).max(60).default(7),
});
export type CampaignValues = z.infer<typeof CampaignValues>;

/** How a need among the answers is to be kept: for the members to see, for matching alone, or as a draft to finish later. */
export const KEPT_AS = ["cluster", "match", "draft"] as const;

export const WantedNeed = z.strictObject({
  kind: z.enum(KINDS),
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().max(4000).default(""),
  as: z.enum(KEPT_AS).default("draft"),
});
export type WantedNeed = z.infer<typeof WantedNeed>;

export const AnswerValues = z.strictObject({
  answers: z.record(z.string().regex(/^q[1-9]$/), z.string().trim().max(2000)).default({}),
  needs: z.array(WantedNeed).max(MOST_NEEDS).default([]),
});
export type AnswerValues = z.infer<typeof AnswerValues>;

export const CampaignOut = z.object({
  id: z.uuid(),
  title: z.object({ en: z.string(), de: z.string() }),
  state: z.enum(["draft", "open", "closed"]),
  due: z.string(),
  questions: z.array(Question),
  asked: z.number().int(),
  answered: z.number().int(),
});
export const CampaignList = z.object({ items: z.array(CampaignOut) });
export const ResultsOut = CampaignOut.extend({
  /** Members nobody could be asked of: none of their people has an account. */
  unreached: z.array(z.object({ slug: z.string(), name: z.string() })),
  rates: z.array(z.object({ role: z.string(), asked: z.number().int(), answered: z.number().int() })),
  answers: z.array(
    z.object({
      organisation: z.object({ slug: z.string(), name: z.string() }),
      answeredAt: z.iso.datetime(),
      answers: z.record(z.string(), z.string()),
    }),
  ),
  needs: z.array(
    z.object({ id: z.uuid(), title: z.string(), kind: z.enum(KINDS), organisation: z.string() }),
  ),
});
