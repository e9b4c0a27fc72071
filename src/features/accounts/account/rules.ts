import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";

export const SCOPES = ["read", "write"] as const;

/** No token lives longer than a year: a forgotten one ends by itself. */
export const LIFETIMES_DAYS = [30, 90, 180, 365] as const;
export const MOST_TOKENS = 20;

export const NewToken = z.object({
  name: z.string().trim().min(1).max(100),
  scope: z.enum(SCOPES),
  days: z.enum(LIFETIMES_DAYS.map(String) as [string, ...string[]]).transform(Number),
});
export type NewToken = z.output<typeof NewToken>;

export type TokenProblem = "token.no-role" | "token.too-many";

/** Decides whether a token may be made, and until when it is worth something. */
export function grantToken(
  wanted: NewToken,
  actingAs: string | null,
  live: number,
  now: Date,
): Result<{ actingAs: string; expiresAt: Date }, TokenProblem> {
  if (actingAs === null) return refuse("token.no-role");
  if (live >= MOST_TOKENS) return refuse("token.too-many");
  return ok({ actingAs, expiresAt: new Date(now.getTime() + wanted.days * 86_400_000) });
}

export type TokenState = "live" | "expired" | "revoked";

export function tokenState(token: { expiresAt: Date; revokedAt: Date | null }, now: Date): TokenState {
  if (token.revokedAt) return "revoked";
  return token.expiresAt <= now ? "expired" : "live";
}
