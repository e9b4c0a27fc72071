import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Accounts, Passkey } from "../../access/accounts.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { hashToken, newSecret } from "../../kernel/token.ts";
import { cookieHeader } from "../http/cookies.ts";
import type { Auth } from "./auth.ts";

/** What every keeper of passkeys can sign with: Ed25519, P-256, RSA. */
const ALGORITHMS = [-8, -7, -257];

/** Five minutes to find the key and touch it. */
const QUESTION_SECONDS = 300;
export const PASSKEY_COOKIE = "kontor_passkey";

export async function passkeysOf({ pool }: Auth, personId: string): Promise<Passkey[]> {
  const { rows } = await pool.query<Passkey>(
    `select id, name, created_at as since, used_at as "usedAt", backed_up as "backedUp"
     from passkey where person_id = $1 order by created_at`,
    [personId],
  );
  return rows;
}

interface Browser {
  auth: Auth;
  publicUrl: string;
  now: () => Date;
  /** What the browser was given with the question. */
  cookie: string | undefined;
}

type Part = Pick<Accounts, "askForPasskey" | "addPasskey" | "namePasskey" | "removePasskey"> & {
  passkeyPerson(answer: string): Promise<string | null>;
};

/** The key itself checks who holds it (finger, face or PIN): so a passkey is two factors at once, and counts as the second one. */
export function passkeyDoor({ auth, publicUrl, now, cookie }: Browser): Part {
  const { pool } = auth;
  const { origin, hostname } = new URL(publicUrl);
  const here = { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };

  async function keep(challenge: string, personId: string | null): Promise<string> {
    const ticket = newSecret();
    await pool.query("delete from challenge where expires_at < $1", [now()]);
    await pool.query(
      "insert into challenge (hash, challenge, person_id, expires_at) values ($1, $2, $3, $4)",
      [hashToken(ticket), challenge, personId, new Date(now().getTime() + QUESTION_SECONDS * 1000)],
    );
    return cookieHeader(PASSKEY_COOKIE, ticket, origin.startsWith("https:"), QUESTION_SECONDS);
  }

  /** Taken away by being asked for: a question has one answer, right or wrong. */
  async function challengeFor(personId: string | null): Promise<string | null> {
    if (!cookie) return null;
    const { rows } = await pool.query<{ challenge: string; person_id: string | null; expires_at: Date }>(
      "delete from challenge where hash = $1 returning challenge, person_id, expires_at",
      [hashToken(cookie)],
    );
    const found = rows[0];
    return found && found.person_id === personId && found.expires_at > now() ? found.challenge : null;
  }

  return {
    askForPasskey: async (person) => {
      if (person === null) {
        const options = await generateAuthenticationOptions({ rpID: hostname, userVerification: "required" });
        return { options, setCookie: await keep(options.challenge, null) };
      }
      const { rows } = await pool.query<{ credential_id: string; transports: string[] }>(
        "select credential_id, transports from passkey where person_id = $1",
        [person.id],
      );
      const options = await generateRegistrationOptions({
        rpName: "Kontor",
        rpID: hostname,
        userName: person.email,
        userDisplayName: person.name,
        userID: new Uint8Array(Buffer.from(person.id)),
        attestationType: "none",
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: rows.map((row) => ({ id: row.credential_id, transports: row.transports })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      return { options, setCookie: await keep(options.challenge, person.id) };
    },

    addPasskey: async (personId, name, answer) => {
      const expectedChallenge = await challengeFor(personId);
      const response = parsed<RegistrationResponseJSON>(answer);
      if (!expectedChallenge || !response) return false;
      const { registrationInfo } = await verifyRegistrationResponse({
        ...here,
        response,
        expectedChallenge,
        supportedAlgorithmIDs: ALGORITHMS,
      }).catch(() => ({ registrationInfo: undefined }));
      if (!registrationInfo) return false;
      const { credential, credentialBackedUp } = registrationInfo;
      const { rowCount } = await pool.query(
        `insert into passkey (id, person_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing`,
        [
          uuidv7(),
          personId,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          credential.transports ?? [],
          name,
          credentialBackedUp,
          now(),
        ],
      );
      return rowCount === 1;
    },

    namePasskey: async (personId, id, name) => {
      const { rowCount } = await pool.query("update passkey set name = $3 where person_id = $1 and id = $2", [
        personId,
        id,
        name,
      ]);
      return rowCount === 1;
    },

    removePasskey: async (personId, id) => {
      const { rows } = await pool.query<{ name: string }>(
        "delete from passkey where person_id = $1 and id = $2 returning name",
        [personId, id],
      );
      return rows[0]?.name ?? null;
    },

    passkeyPerson: async (answer) => {
      const expectedChallenge = await challengeFor(null);
      const response = parsed<AuthenticationResponseJSON>(answer);
      if (!expectedChallenge || !response) return null;
      const { rows } = await pool.query<{
        id: string;
        person_id: string;
        public_key: Buffer;
        counter: number;
        transports: string[];
      }>("select id, person_id, public_key, counter, transports from passkey where credential_id = $1", [
        response.id,
      ]);
      const known = rows[0];
      if (!known || userOf(response) !== known.person_id) return null;
      // Refuses a counter that did not go up: then there are two of a key that should be one.
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        ...here,
        response,
        expectedChallenge,
        credential: {
          id: response.id,
          publicKey: new Uint8Array(known.public_key),
          counter: known.counter,
          transports: known.transports,
        },
      }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
      if (!verified || !authenticationInfo) return null;
      const { rowCount } = await pool.query(
        "update passkey set counter = $3, used_at = $4 where id = $1 and counter = $2",
        [known.id, known.counter, authenticationInfo.newCounter, now()],
      );
      return rowCount === 1 ? known.person_id : null;
    },
  };
}

/** Whose key it says to be; the key was made with the person's id in it. */
const userOf = ({ response }: AuthenticationResponseJSON) =>
  Buffer.from(response?.userHandle ?? "", "base64url").toString();

function parsed<T extends { id: string }>(answer: string): T | null {
  try {
    const value = JSON.parse(answer) as T;
    return typeof value?.id === "string" ? value : null;
  } catch {
    return null;
  }
}
