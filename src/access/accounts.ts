import type { PersonId } from "../kernel/actor.ts";

/** A browser somebody is signed in with. */
export interface SessionSeen {
  id: string;
  since: Date;
  lastSeen: Date;
  address: string | null;
  userAgent: string | null;
  /** The one this request came by. */
  current: boolean;
}

export interface Passkey {
  id: string;
  name: string;
  since: Date;
  usedAt: Date | null;
  /** Copied by its keeper to other devices. */
  backedUp: boolean;
}

/** What keeps an account, without any of the secrets. */
export interface Security {
  addressVerified: boolean;
  password: boolean;
  /** `begun`: the code was shown, and not yet typed back. */
  secondFactor: "off" | "begun" | "on";
  recoveryCodesLeft: number;
  passkeys: readonly Passkey[];
  /** Whether one signs in by the provider of the settings as well. */
  provider: boolean;
}

/** What is typed into another device, and what to keep for the day that device is lost. */
export interface SecondFactorSetUp {
  /** For the QR code. */
  uri: string;
  /** The same to type in. */
  secret: string;
  recoveryCodes: readonly string[];
}

/** A sign-in that has got so far: into the house, or to the question for the second factor. */
export interface SignedIn {
  step: "in" | "second-factor";
  personId: PersonId;
  /** Whole headers that open the session or keep the question. */
  setCookies: readonly string[];
}

/** What a browser is to sign with a passkey, and the cookie that binds the answer to this browser. */
export interface PasskeyQuestion {
  options: unknown;
  setCookie: string;
}

/** Who comes from the provider of the settings, or why nobody does. */
export type ProviderAnswer =
  | { ok: true; known: Identified; next: string; setCookies: readonly string[] }
  | { ok: false; problem: "failed" | "outdated"; setCookies: readonly string[] };

export interface Identified {
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
  /** Whom this identity was linked with before. */
  personId: PersonId | null;
  /** Who asked to link it: a signed-in person. */
  linkTo: PersonId | null;
}

/** How the installation's people sign in, for the operator's list. */
export interface AccountFigures {
  secondFactor: boolean;
  lastSeen: Date | null;
}

/** Accounts, sessions and what they are kept with; what others need is `endSessions`. */
export interface Accounts {
  /** Ends every session of a person at once, perhaps but one; says how many there were. */
  endSessions(personId: PersonId, but?: "this one"): Promise<number>;
  endSession(personId: PersonId, sessionId: string): Promise<boolean>;
  sessions(personId: PersonId): Promise<SessionSeen[]>;
  security(personId: PersonId): Promise<Security>;
  figures(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, AccountFigures>>;

  passwordIs(personId: PersonId, password: string): Promise<boolean>;
  setPassword(personId: PersonId, password: string): Promise<void>;
  /** The address has proved to be the person's. `false` when another account has it. */
  setAddress(personId: PersonId, email: string): Promise<boolean>;

  /** The password, where there is one, was asked before. */
  beginSecondFactor(password: string): Promise<void>;
  /** As it was begun; `null` when it was not, or is on already. */
  secondFactorBegun(personId: PersonId): Promise<SecondFactorSetUp | null>;
  /** The headers of the renewed session, or `null` for a wrong code. */
  confirmSecondFactor(personId: PersonId, code: string): Promise<readonly string[] | null>;
  endSecondFactor(password: string): Promise<readonly string[]>;
  newRecoveryCodes(password: string): Promise<readonly string[]>;
  /** The second step of signing in, by a code of the device or a recovery code. */
  secondStep(
    code: string,
  ): Promise<(SignedIn & { by: "code" | "recovery-code" }) | "wrong" | "outdated" | "later">;

  askForPasskey(person: { id: PersonId; name: string; email: string } | null): Promise<PasskeyQuestion>;
  /** `false` when the answer is not one to the question this browser was asked. */
  addPasskey(personId: PersonId, name: string, answer: string): Promise<boolean>;
  namePasskey(personId: PersonId, id: string, name: string): Promise<boolean>;
  /** The name it had. */
  removePasskey(personId: PersonId, id: string): Promise<string | null>;
  signInByPasskey(answer: string): Promise<SignedIn | null>;

  /** Another house that vouches for people; `null` where the settings name none. */
  provider: { name: string } | null;
  /** Where to go to be vouched for; `null` when the provider does not answer. */
  askProvider(next: string, linkTo: PersonId | null): Promise<{ to: string; setCookie: string } | null>;
  providerAnswer(search: URLSearchParams): Promise<ProviderAnswer>;
  linkProvider(personId: PersonId, subject: string): Promise<void>;
  unlinkProvider(personId: PersonId): Promise<boolean>;
  /** An account without a password, for a person whom the provider vouches for. */
  addVouched(personId: PersonId, name: string, email: string): Promise<void>;
  /** Opens a session, or asks for the second factor where the account has one. */
  signInVouched(personId: PersonId): Promise<SignedIn>;
}
