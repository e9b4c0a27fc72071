import { get, redirect } from "../../../access/route.ts";
import { firstScreen } from "../first-screen.ts";

export const todayRoutes = [
  get("/today", {
    rule: "signed-in",
    summary: "Leads to the first screen of the role one acts from",
    handle: ({ ctx }) => redirect(ctx.identity ? firstScreen(ctx.identity, ctx.acting) : "/sign-in"),
  }),
];
