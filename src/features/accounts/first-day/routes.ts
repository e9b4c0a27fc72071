import { z } from "zod";
import type { Subjects } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { api, json, post, problem, type Route, redirect } from "../../../access/route.ts";
import { firstDayOf, type HowComplete, keepFirstDay } from "./actions.ts";
import { STEPS } from "./rules.ts";

export const firstDayRoutes: Route[] = [
  post("/account/first-day/dismiss", {
    rule: "signed-in",
    summary: "Puts the first steps aside, for the organisation one acts for",
    handle: async ({ ctx }) =>
      (await keepFirstDay(ctx, false)) ? redirect("/today", "first-day-dismissed") : problem("not-found"),
  }),
  post("/account/first-day/show", {
    rule: "signed-in",
    summary: "Brings the first steps back, for the organisation one acts for",
    handle: async ({ ctx }) => ((await keepFirstDay(ctx, true)) ? redirect("/today") : problem("not-found")),
  }),
  api.put("/api/v1/me/first-day", {
    rule: "signed-in",
    summary: "Puts the first steps aside or brings them back, for the organisation acted for",
    body: z.strictObject({ dismissed: z.boolean() }),
    handle: async ({ ctx, body }) => {
      if (ctx.actor.readOnly) return problem("forbidden");
      return (await keepFirstDay(ctx, !body.dismissed)) ? { kind: "empty" } : problem("not-found");
    },
  }),
];

const Answer = z.object({
  dismissed: z.boolean(),
  steps: z.array(z.object({ name: z.enum(STEPS), done: z.boolean(), href: z.string() })),
});

/** The list for programs. Served by whoever knows how complete a profile is. */
export const firstDayApi = (
  subject: (ask: { ctx: Context }) => Promise<Subjects["today.see"] | null>,
  howComplete: HowComplete,
): Route =>
  api.get("/api/v1/clusters/:cluster/first-day", {
    rule: "today.see",
    summary: "The first steps of who writes for a member, and which are done",
    params: z.object({ cluster: z.string().max(120) }),
    answer: Answer,
    example: { cluster: "aviation" },
    subject,
    handle: async ({ ctx, desk }) => {
      const found = await firstDayOf(ctx, desk, howComplete);
      return json(
        found ? { dismissed: found.dismissed, steps: found.steps } : { dismissed: false, steps: [] },
      );
    },
  });
