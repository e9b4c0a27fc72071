import type { Feature, Job } from "../../access/feature.ts";
import { deliver } from "./deliver.ts";
import { messages } from "./messages.ts";
import { webhookRoutes } from "./routes.tsx";

const DAY_MS = 24 * 3600 * 1000;

/** What arrived is kept for a month, what was given up for three. */
const purge: Job = async (_payload, house) => {
  const before = (days: number) => new Date(house.now().getTime() - days * DAY_MS);
  await house.system("old deliveries of webhooks", async ({ db }) => {
    await db
      .deleteFrom("webhookDelivery")
      .where((eb) =>
        eb.or([
          eb.and([eb("state", "=", "delivered"), eb("createdAt", "<", before(30))]),
          eb.and([eb("state", "=", "dead"), eb("createdAt", "<", before(90))]),
        ]),
      )
      .execute();
  });
};

/** Other programs hear of what happened here. */
export const webhooks: Feature = {
  name: "webhooks",
  routes: webhookRoutes,
  messages,
  jobs: { "webhooks.deliver": deliver, "webhooks.purge": purge },
  recurring: { "webhooks.purge": "40 3 * * *" },
  topics: { webhook: messages.topic },
  nav: ({ actor, cluster }) =>
    cluster &&
    (actor.office === "manager" || actor.seatRole === "owner") &&
    (actor.office || actor.membership)
      ? [
          {
            section: "traffic",
            label: messages.title,
            href: `/clusters/${cluster.slug}/webhooks`,
            order: 30,
          },
        ]
      : [],
};
