import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { CLIMBED, OWNER_ACTS, RELEASE_STATES } from "./rules.ts";

export const NeedPath = ClusterPath.extend({ need: z.uuid() });
export const NeedReleasePath = NeedPath.extend({ release: z.uuid() });

const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Message = z.string().trim().max(2000);
const Name = z.string().trim().min(1).max(200);
const Terms = z.string().regex(/^[0-9a-f]{64}$/);
const Reason = z.string().trim().max(400);

const text = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

export const AskForm = z.object({
  message: Message.default(""),
  name: text(Name.optional()),
  terms: text(Terms.optional()),
});
export const AskBody = z.strictObject({
  message: Message.default(""),
  /** Where the next step stands behind terms: `digest` of the terms as they were read, and the name typed under them. */
  agreement: z.strictObject({ terms: Terms, name: Name }).optional(),
});
export const AgreeBody = z.strictObject({ terms: Terms, name: Name });
export const GrantForm = z.object({ organisation: Slug, step: z.enum(CLIMBED) });
export const GrantBody = z.strictObject({ organisation: Slug, step: z.enum(CLIMBED) });
export const AnswerForm = z.object({ reason: text(Reason.optional()) });
export const AnswerBody = z.strictObject({ act: z.enum(OWNER_ACTS), reason: Reason.optional() });

export const Format = z.object({ format: z.enum(["csv", "xlsx"]).optional().catch(undefined) });

/** With whose eyes the owner looks. */
export const EYES = ["stranger", "authority", "member", "team", "named", "agreed", "full"] as const;
export type Eyes = (typeof EYES)[number];
export const PreviewQuery = z.object({ as: z.enum(EYES).catch("member") });

export const ReleaseOut = z.object({
  id: z.uuid(),
  need: z.uuid(),
  /** The title, for whoever knows the need by its name; the teaser for the others; `null` where neither is told any more. */
  about: z.string().nullable(),
  /** Whether the organisation acted for is the one that tells, or the one that is told. */
  side: z.enum(["owner", "reader"]),
  organisation: z.object({ slug: z.string(), name: z.string() }).nullable(),
  step: z.enum(CLIMBED),
  state: z.enum(RELEASE_STATES),
  message: z.string(),
  askedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  agreed: z.object({ text: z.string(), name: z.string(), at: z.iso.datetime() }).nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export const ReleaseList = z.object({ items: z.array(ReleaseOut), total: z.number().int(), next: z.null() });

export const ReadingOut = z.object({
  /** How far up the ladder the organisation acted for reads: 1 match, 2 teaser, 3 named, 4 agreed, 5 full. */
  reads: z.number().int(),
  /** What can be asked for now; `problem` says why nothing can. */
  next: z.object({ step: z.enum(CLIMBED).nullable(), problem: z.string().nullable() }),
  terms: z.object({ text: z.string(), digest: z.string(), offered: z.boolean() }).nullable(),
  releases: z.array(ReleaseOut),
});
