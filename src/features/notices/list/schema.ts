import { z } from "zod";

const topic = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z.-]*$/);

/** An odd address still shows the list. */
export const NoticesQuery = z.object({
  topic: topic.optional().catch(undefined),
  unread: z.literal("1").optional().catch(undefined),
  cursor: z.string().max(400).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});

export const NoticesListing = z.strictObject({
  topic: topic.optional(),
  unread: z.enum(["true", "false"]).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const NoticeAnswer = z.object({
  id: z.uuid(),
  topic: z.string(),
  text: z.string(),
  cluster: z.object({ slug: z.string(), name: z.string() }).nullable(),
  href: z.string(),
  links: z.array(z.object({ text: z.string(), href: z.string() })),
  /** Pages on which the act is offered. */
  acts: z.array(z.object({ label: z.string(), href: z.string() })),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});

export const NoticesAnswer = z.object({
  items: z.array(NoticeAnswer),
  total: z.int(),
  next: z.string().nullable(),
  unread: z.int(),
});

export const ReadAll = z.strictObject({ topic: topic.optional() });
export const ReadAnswer = z.object({ read: z.int() });
