import { z } from "zod";
import { ClusterPath } from "../../access/cluster-path.ts";
import { ALL, CLUSTER_KINDS } from "./rules.ts";

export const WebhookPath = ClusterPath.extend({ webhook: z.uuid() });
export const DeliveryPath = WebhookPath.extend({ delivery: z.uuid() });

const Kinds = z
  .array(z.enum([ALL, ...CLUSTER_KINDS]))
  .min(1)
  .max(CLUSTER_KINDS.length + 1);

export const NewWebhook = z.strictObject({
  name: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(1000),
  kinds: Kinds,
});
export type NewWebhook = z.output<typeof NewWebhook>;

/** Checkboxes send one text or several. */
export const WebhookForm = z.object({
  name: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(1000),
  kinds: z.preprocess((value) => [value ?? []].flat(), Kinds),
});

export const Webhook = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  kinds: z.array(z.string()),
  organisation: z.string().nullable(),
  state: z.enum(["on", "paused", "broken"]),
  failingSince: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

export const Delivery = z.object({
  id: z.uuid(),
  type: z.string(),
  state: z.enum(["waiting", "delivered", "dead"]),
  attempts: z.int(),
  createdAt: z.iso.datetime(),
  triedAt: z.iso.datetime().nullable(),
  nextAt: z.iso.datetime().nullable(),
  status: z.int().nullable(),
  problem: z.string().nullable(),
});

export const list = <Z extends z.ZodType>(item: Z) =>
  z.object({ items: z.array(item), total: z.int(), next: z.string().nullable() });
