import type { PersonId } from "../kernel/actor.ts";
import type { SystemUnit } from "../kernel/gateway.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Messages } from "../kernel/messages.ts";
import type { Result } from "../kernel/result.ts";
import type { ActAs, Context } from "./context.ts";
import type { Outside } from "./outside.ts";
import type { Route } from "./route.ts";

/** What a job may use: the house's own hand. A job on somebody's behalf makes their actor and asks `can` again. */
export interface JobHouse {
  now(): Date;
  system<T>(reason: string, work: (unit: SystemUnit) => Promise<T>): Promise<T>;
  as: ActAs;
  outside: Outside;
  publicUrl: string;
  /** Accounts lie out of reach of a transaction: what belongs to it is a job of it, and each of these may be done twice. */
  accounts: {
    /** Without a password: it is set by the letter that proves the address. */
    open(person: { id: PersonId; name: string; email: string }): Promise<void>;
    close(personId: PersonId): Promise<void>;
  };
}

export type Job = (payload: Record<string, unknown>, house: JobHouse) => Promise<void>;

/**
 * Something a person can do from a letter without signing in. The link is bound to one act, one subject and one person; opening it
 * only shows what would happen. `ctx` is that person's, with the rights they have now: both functions ask `can`.
 */
export interface Act {
  /** What the button will do; `null` when there is nothing left to do, or no right to. */
  offer(ctx: Context, subject: Readonly<Record<string, string>>): Promise<ActOffer | null>;
  /** `to` is where the person finds the result after signing in; a refusal is a sentence in the person's language. */
  perform(
    ctx: Context,
    subject: Readonly<Record<string, string>>,
  ): Promise<Result<{ done: string; to: string }, string>>;
}

export interface ActOffer {
  title: string;
  text: string;
  button: string;
  /** The page of the thing, for those who would rather look first. */
  href: string;
}

export interface NavEntry {
  section: "cluster" | "team" | "traffic" | "observatory" | "installation" | "own" | "public";
  label: Record<Locale, string>;
  href: string;
  order: number;
}

/** The name plate of a capability. */
export interface Feature {
  name: string;
  routes: readonly Route[];
  messages: Messages;
  jobs?: Readonly<Record<string, Job>>;
  /** Those of `jobs` that reckon for seconds: run one after the other, beside what somebody waits for. */
  slow?: readonly string[];
  /** Jobs that come round by the clock, in UTC: the name of one of `jobs` and its cron pattern. */
  recurring?: Readonly<Record<string, string>>;
  /** By a name that begins with the feature's: `seat.confirm`. */
  acts?: Readonly<Record<string, Act>>;
  /** What its notices are about, for people to choose how often they hear of it. */
  topics?: Readonly<Record<string, Record<Locale, string>>>;
  /** Where the asker can go from here; only what they may open. */
  nav?: (ctx: Context) => NavEntry[];
}
