import { z } from "zod";
import { api, empty, json, ownAccount, problem } from "../../../access/route.ts";
import { endSession, endSessions, ownOf } from "./actions.ts";

const Sessions = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      since: z.iso.datetime(),
      lastSeen: z.iso.datetime(),
      address: z.string().nullable(),
      userAgent: z.string().nullable(),
    }),
  ),
  total: z.number().int(),
});

/**
 * Sessions can be listed and ended by a program. Passwords, second factors and passkeys are kept in a browser alone: a leaked token
 * must not become a way in.
 */
export const securityApi = [
  api.get("/api/v1/me/sessions", {
    rule: "signed-in",
    summary: "The browsers one is signed in with",
    query: z.strictObject({}),
    answer: Sessions,
    handle: async ({ ctx, desk }) => {
      const sessions = await desk.accounts.sessions(ctx.identity!.personId);
      return json({
        items: sessions.map(({ id, since, lastSeen, address, userAgent }) => ({
          id,
          since: since.toISOString(),
          lastSeen: lastSeen.toISOString(),
          address,
          userAgent,
        })),
        total: sessions.length,
      } satisfies z.output<typeof Sessions>);
    },
  }),
  api.post("/api/v1/me/sessions/end", {
    rule: "account.keep",
    summary: "Ends every session of one's own; API tokens stay",
    body: z.strictObject({ which: z.literal("all") }),
    subject: ownAccount,
    handle: async (ask) => {
      await endSessions(ownOf(ask));
      return empty;
    },
  }),
  api.delete("/api/v1/me/sessions/:session", {
    rule: "account.keep",
    summary: "Ends a session at once",
    params: z.object({ session: z.uuid() }),
    subject: ownAccount,
    handle: async (ask) =>
      (await endSession(ownOf(ask), ask.params.session)) ? empty : problem("not-found"),
  }),
];
