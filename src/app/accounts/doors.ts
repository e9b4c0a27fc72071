import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { z } from "zod";

const CHALLENGE_SECONDS = 600;
const Whose = z.object({ userId: z.string() });

/** Two ways into the house for people who proved who they are without a password: by a passkey, or by another house. */
export const doors = {
  id: "kontor-doors",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly({ method: "POST", body: Whose }, async (ctx) => {
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(ctx.body.userId);
      if (!user) throw new Error("No account to open a session for.");
      const session = await internalAdapter.createSession(user.id, false);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ userId: user.id });
    }),
    /** The same question that the second factor's plugin asks after a password. */
    askSecondFactor: createAuthEndpoint.serverOnly({ method: "POST", body: Whose }, async (ctx) => {
      const { internalAdapter, secret } = ctx.context;
      const cookie = ctx.context.createAuthCookie("two_factor", { maxAge: CHALLENGE_SECONDS });
      const identifier = `2fa-${generateRandomString(20)}`;
      const expiresAt = new Date(Date.now() + CHALLENGE_SECONDS * 1000);
      await internalAdapter.createVerificationValue({ value: ctx.body.userId, identifier, expiresAt });
      await internalAdapter.createVerificationValue({
        value: "0",
        identifier: `2fa-attempts-${identifier}`,
        expiresAt,
      });
      await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
      return ctx.json({ userId: ctx.body.userId });
    }),
  },
};
