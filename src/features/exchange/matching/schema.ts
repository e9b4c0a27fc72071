import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { INTENTS, KINDS } from "../words.ts";
import { REASONS, VERDICTS } from "./found.ts";

const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const NeedPath = ClusterPath.extend({ need: z.uuid() });
export const OfferPath = ClusterPath.extend({ offer: z.uuid() });
export const SuggestedPath = NeedPath.extend({ organisation: Slug });

const Format = z.enum(["csv", "xlsx"]).optional().catch(undefined);
export const ListQuery = z.object({
  format: Format,
  show: z.literal("all").optional().catch(undefined),
});
export const ApiQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(20) });

const Note = z.string().trim().max(1000);

/** As a form says it: an empty field says nothing. */
export const JudgeForm = z.object({
  verdict: z.enum(VERDICTS),
  reason: z.preprocess((value) => value || null, z.enum(REASONS).nullable()),
  note: z.preprocess((value) => value || null, Note.nullable()),
});
export const JudgeBody = z
  .strictObject({
    verdict: z.enum(VERDICTS),
    reason: z.enum(REASONS).optional(),
    note: Note.min(1).optional(),
  })
  .refine((said) => said.verdict === "good" || said.reason !== undefined, {
    path: ["reason"],
    error: "needs-reason",
  });

const Percent = z.number().min(0).max(1);
export const WhyOut = z.object({
  signal: z.string(),
  share: Percent,
  sentence: z.string(),
  records: z.array(
    z.object({ kind: z.string(), id: z.string(), title: z.string().nullable(), href: z.string().nullable() }),
  ),
});
const JudgementOut = z.object({
  verdict: z.enum(VERDICTS),
  reason: z.enum(REASONS).nullable(),
  note: z.string().nullable(),
  saidAt: z.iso.datetime({ offset: true }),
});
const LearnedOut = z.object({
  version: z.number().int(),
  learnedAt: z.iso.datetime({ offset: true }),
  examples: z.number().int(),
  good: z.number().int(),
  moved: z.array(z.object({ signal: z.string(), factor: z.number() })),
});

export const MatchOut = z.object({
  organisation: z.object({
    slug: z.string(),
    name: z.string(),
    kind: z.string(),
    city: z.string().nullable(),
    country: z.string().nullable(),
  }),
  fit: Percent,
  place: z.number().int(),
  plainPlace: z.number().int(),
  placeBefore: z.number().int().nullable(),
  reasons: z.array(WhyOut),
  judgement: JudgementOut.nullable(),
  introduction: z.object({ id: z.string(), state: z.string() }).nullable(),
});
export const MatchList = z.object({
  items: z.array(MatchOut),
  dismissed: z.array(MatchOut),
  more: z.number().int(),
  candidates: z.number().int(),
  good: z.number().int(),
  learned: LearnedOut.nullable(),
});

const AboutNeed = {
  id: z.uuid(),
  kind: z.enum(KINDS),
  intent: z.enum(INTENTS),
  deadline: z.iso.date().nullable(),
  href: z.string(),
};
export const FitOut = z.object({
  need: z.discriminatedUnion("known", [
    z.object({
      ...AboutNeed,
      known: z.literal("name"),
      title: z.string(),
      organisation: z.object({ slug: z.string(), name: z.string() }),
    }),
    z.object({ ...AboutNeed, known: z.literal("teaser"), text: z.string(), since: z.iso.date() }),
  ]),
  fit: Percent,
  place: z.number().int(),
  reasons: z.array(WhyOut),
  judgement: JudgementOut.nullable(),
});
export const FitList = z.object({
  items: z.array(FitOut),
  dismissed: z.array(FitOut),
  candidates: z.number().int(),
  good: z.number().int(),
});
export const OutsideList = z.object({
  items: z.array(
    z.object({
      organisation: z.object({
        slug: z.string(),
        name: z.string(),
        kind: z.string(),
        city: z.string().nullable(),
        country: z.string().nullable(),
      }),
      fit: Percent,
      reasons: z.array(WhyOut),
    }),
  ),
});
