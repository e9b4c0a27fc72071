import { APIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { LRUCache } from "lru-cache";
import type { Accounts, SecondFactorSetUp, SignedIn } from "../../access/accounts.ts";
import type { Auth } from "./auth.ts";

/** A code is good for one sign-in, though clocks let it live a little longer. */
const usedCodes = new LRUCache<string, true>({ max: 50_000, ttl: 120_000 });
function firstUse(personId: string, code: string): boolean {
  const key = `${personId} ${code}`;
  if (usedCodes.has(key)) return false;
  usedCodes.set(key, true);
  return true;
}

const SIX_DIGITS = /^\d{6}$/;
/** However it was typed or pasted. */
const plain = (code: string) => code.replaceAll(/\s+/g, "").toLowerCase();

interface Row {
  secret: string;
  backupCodes: string;
  verified: boolean;
}

async function rowOf({ pool }: Auth, personId: string): Promise<Row | null> {
  const { rows } = await pool.query<Row>(
    'select secret, "backupCodes", verified from "twoFactor" where "userId" = $1',
    [personId],
  );
  return rows[0] ?? null;
}

export async function secondFactorState(auth: Auth, personId: string) {
  const row = await rowOf(auth, personId);
  if (!row) return { secondFactor: "off" as const, recoveryCodesLeft: 0 };
  return {
    secondFactor: row.verified ? ("on" as const) : ("begun" as const),
    recoveryCodesLeft: row.verified ? (await recoveryCodes(auth, row)).length : 0,
  };
}

async function recoveryCodes(auth: Auth, row: Row): Promise<string[]> {
  const { secretConfig } = await auth.library.$context;
  return JSON.parse(await symmetricDecrypt({ key: secretConfig, data: row.backupCodes })) as string[];
}

/** As long as it is not on, what was begun may be shown again: nothing is kept with it yet. */
export async function secondFactorBegun(auth: Auth, personId: string): Promise<SecondFactorSetUp | null> {
  const row = await rowOf(auth, personId);
  if (!row || row.verified) return null;
  const { secretConfig, internalAdapter } = await auth.library.$context;
  const user = await internalAdapter.findUserById(personId);
  const secret = base32(Buffer.from(await symmetricDecrypt({ key: secretConfig, data: row.secret })));
  const label = encodeURIComponent(`Kontor:${user?.email ?? ""}`);
  return {
    uri: `otpauth://totp/${label}?secret=${secret}&issuer=Kontor&digits=6&period=30`,
    secret: secret.replaceAll(/(.{4})(?=.)/g, "$1 "),
    recoveryCodes: await recoveryCodes(auth, row),
  };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

export function secondFactorOf(
  auth: Auth,
  headers: Headers,
): Pick<
  Accounts,
  "beginSecondFactor" | "confirmSecondFactor" | "endSecondFactor" | "newRecoveryCodes" | "secondStep"
> {
  const { api } = auth.library;
  return {
    beginSecondFactor: async (password) => {
      await api.enableTwoFactor({ body: { password, method: "totp" }, headers });
    },
    confirmSecondFactor: async (personId, code) => {
      if (!SIX_DIGITS.test(plain(code))) return null;
      const response = await api.verifyTOTP({ body: { code: plain(code) }, headers, asResponse: true });
      if (!response.ok) return null;
      firstUse(personId, plain(code));
      return response.headers.getSetCookie();
    },
    endSecondFactor: async (password) => {
      const response = await api.disableTwoFactor({ body: { password }, headers, asResponse: true });
      if (!response.ok) throw new Error("The second factor could not be ended.");
      return response.headers.getSetCookie();
    },
    newRecoveryCodes: async (password) =>
      (await api.generateBackupCodes({ body: { password }, headers })).backupCodes,
    secondStep: (code) => secondStep(auth, headers, plain(code)),
  };
}

async function secondStep(auth: Auth, headers: Headers, code: string): ReturnType<Accounts["secondStep"]> {
  const { api } = auth.library;
  const asCode = SIX_DIGITS.test(code);
  // The question is asked of this browser's next person, not of one who is signed in already.
  const asked = new Headers(headers);
  asked.set("cookie", withoutSession(headers.get("cookie") ?? ""));
  const verify = asCode ? api.verifyTOTP : api.verifyBackupCode;
  const response = await verify({ body: { code }, headers: asked, asResponse: true }).catch(
    (error: unknown) => {
      if (error instanceof APIError)
        return new Response(JSON.stringify(error.body), { status: error.statusCode });
      throw error;
    },
  );
  const said = (await response.json()) as { code?: string; token?: string; user?: { id: string } };
  if (!response.ok || !said.user || !said.token) return refusal(said.code);
  if (asCode && !firstUse(said.user.id, code)) {
    await auth.pool.query("delete from session where token = $1", [said.token]);
    return "wrong";
  }
  const signedIn: SignedIn = {
    step: "in",
    personId: said.user.id,
    setCookies: response.headers.getSetCookie(),
  };
  return { ...signedIn, by: asCode ? "code" : "recovery-code" };
}

function refusal(code: string | undefined): "wrong" | "outdated" | "later" {
  if (code === "ACCOUNT_TEMPORARILY_LOCKED") return "later";
  if (code === "INVALID_CODE" || code === "INVALID_BACKUP_CODE") return "wrong";
  return "outdated";
}

const withoutSession = (cookies: string) =>
  cookies
    .split("; ")
    .filter((cookie) => !cookie.includes("session_token="))
    .join("; ");
