import { createHmac, timingSafeEqual } from "node:crypto";

export const COOKIES = {
  language: "kontor_lang",
  theme: "kontor_theme",
  acting: "kontor_as",
  notice: "kontor_notice",
} as const;

export function cookieHeader(
  name: string,
  value: string | null,
  secure: boolean,
  maxAge = 31_536_000,
): string {
  const life = value === null ? 0 : maxAge;
  return `${name}=${encodeURIComponent(value ?? "")}; Path=/; Max-Age=${life}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** Bound to the session: a form made for one session is worth nothing in another. */
export const csrfToken = (secret: string, sessionToken: string) =>
  createHmac("sha256", secret).update(`csrf:${sessionToken}`).digest("base64url").slice(0, 32);

export function sameToken(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
