import type { Child } from "hono/jsx";
import type { z } from "zod";
import type { PersonId } from "../kernel/actor.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Accounts, SignedIn } from "./accounts.ts";
import type { Action, Subjects } from "./can.ts";
import type { ActAs, Context } from "./context.ts";
import type { Outside } from "./outside.ts";

/**
 * Who may use a route. `everyone` needs no account; `signed-in` any account; an action is asked of `can` with the route's subject,
 * and a refusal answers exactly like a thing that does not exist.
 */
export type Rule = "everyone" | "signed-in" | Action;

type SubjectOf<R extends Rule> = R extends Action ? Subjects[R] : null;

/** The subject of what a person does with their own account. */
export const ownAccount = async ({ ctx }: { ctx: Context }) => ({ personId: ctx.actor.personId });

/** The frame of a page: what the shell says around the content. */
export interface Frame {
  title: string;
  description?: string;
  /** Names of islands (`network.island`) the page loads. */
  islands?: readonly string[];
  jsonLd?: Record<string, unknown>;
  /** Not for search engines, and not to be kept by anybody on the way. */
  personal?: boolean;
  /** Credits for the data and shapes shown. */
  credits?: readonly string[];
  /** RSS feed that belongs to the page. */
  feed?: { href: string; title: string };
}

export const PROBLEMS = {
  "bad-request": 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "too-large": 413,
  unprocessable: 422,
  "too-many": 429,
  failure: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldProblem {
  field: string;
  problem: string;
}

export type Reply =
  | {
      kind: "page";
      status: 200 | 422 | 409;
      frame: Frame;
      content: Child;
      /** Whole headers, as of a redirect. */
      setCookies?: readonly string[];
    }
  | { kind: "json"; status: 200 | 201 | 202; body: unknown; location?: string }
  /** An answer in another protocol's own words: its status, its media type. */
  | { kind: "said"; status: number; type: string; body: string; headers?: Record<string, string> }
  | { kind: "empty" }
  | {
      kind: "redirect";
      to: string;
      notice?: string;
      /** Kept by the browser for a year; `null` forgets. */
      cookies?: Record<string, string | null>;
      /** Whole headers, as the accounts' library made them. */
      setCookies?: readonly string[];
    }
  | {
      kind: "file";
      name: string;
      type: string;
      /** A stream for what is too large to hold at once. */
      body: string | Uint8Array | ReadableStream<Uint8Array>;
      inline?: boolean;
      maxAge?: number;
    }
  | { kind: "problem"; problem: ProblemCode; detail?: string; fields?: readonly FieldProblem[] };

export const page = (frame: Frame, content: Child, status: 200 | 422 | 409 = 200): Reply => ({
  kind: "page",
  status,
  frame,
  content,
});
export const json = (body: unknown): Reply => ({ kind: "json", status: 200, body });
export const created = (body: unknown, location: string): Reply => ({
  kind: "json",
  status: 201,
  body,
  location,
});
export const empty: Reply = { kind: "empty" };
/** `notice` names a sentence of the feature's messages that the next page shows once. */
export const redirect = (to: string, notice?: string): Reply => ({
  kind: "redirect",
  to,
  ...(notice ? { notice } : {}),
});
export const file = (
  name: string,
  type: string,
  body: string | Uint8Array | ReadableStream<Uint8Array>,
  inline = false,
): Reply => ({
  kind: "file",
  name,
  type,
  body,
  inline,
});
export const problem = (code: ProblemCode, detail?: string, fields?: readonly FieldProblem[]): Reply => ({
  kind: "problem",
  problem: code,
  ...(detail ? { detail } : {}),
  ...(fields ? { fields } : {}),
});

/** The machine room: jobs and the log's chain, for the operator's page. */
export interface Engine {
  jobs(): Promise<Jobs>;
  /** Whether there was such a failed job to start again. */
  retryJob(id: string): Promise<boolean>;
  /** Walks every chain of the log from its beginning. */
  verifyAudit(): Promise<{ entries: number; breaks: readonly ChainBreak[] }>;
}

export interface Jobs {
  waiting: number;
  running: number;
  failed: readonly FailedJob[];
}

export interface FailedJob {
  id: string;
  task: string;
  attempts: number;
  lastError: string;
  at: Date;
}

export interface ChainBreak {
  clusterId: string;
  seq: number;
  reason: string;
}

/** What only the composition root can do or knows, handed to the few features that need it. */
export interface Desk {
  signIn(email: string, password: string): Promise<Pick<SignedIn, "step" | "setCookies"> | null>;
  signOut(): Promise<readonly string[]>;
  accounts: Accounts;
  /** A person who can sign in. Whoever calls has made sure that the address is theirs. Known addresses keep their account. */
  addAccount(person: { name: string; email: string; password: string; locale: Locale }): Promise<PersonId>;
  /** Where the request came from, for limits on trying. */
  address: string;
  routes(): readonly { feature: string; route: Route }[];
  /** The invented people of the demo region; empty where there is none. */
  demoLogins: readonly { email: string; password: string; name: string; role: Record<Locale, string> }[];
  /** Whether letters leave the house, or stay where the operator reads them. */
  mail: "smtp" | "outbox";
  version: string;
  engine: Engine;
  /** Acts as a stored person who is not the asker: what a letter's link does, on that person's behalf. */
  as: ActAs;
  outside: Outside;
}

/** A file sent with a form. */
export interface Upload {
  name: string;
  type: string;
  bytes: Uint8Array;
}

export interface Ask<P, Q, B, S> {
  desk: Desk;
  ctx: Context;
  params: P;
  query: Q;
  body: B;
  subject: S;
  /** Files by the name of their field, where the route takes them; a program's bare body is called `file`. */
  files: Readonly<Record<string, Upload>>;
  /** The address asked for: path and query, without the origin. */
  path: string;
  search: URLSearchParams;
  /** The token every form of a signed-in person carries. */
  csrf: string;
  publicUrl: string;
}

export interface Route {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** Pages and files for people, JSON under /api/v1 for programs. */
  door: "page" | "api";
  rule: Rule;
  /** One line for the reference. */
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answer?: z.ZodType;
  /** Takes files: a form's as `multipart/form-data`, a program's also as the bare body. All others stop at 1 MB. */
  upload?: { maxBytes: number };
  /** Values that make a real address of this route in the demo region, for the walk through every door. */
  example?: Record<string, string>;
  subject?: (ask: Ask<never, never, never, null>) => Promise<unknown>;
  moved?: (ask: Ask<never, never, never, null>) => Promise<string | null>;
  handle: (ask: Ask<never, never, never, never>) => Promise<Reply> | Reply;
}

type Parsed<Z> = Z extends z.ZodType ? z.output<Z> : Record<string, never>;

interface RouteSpec<
  R extends Rule,
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
> {
  rule: R;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  answer?: z.ZodType;
  upload?: { maxBytes: number };
  example?: Record<string, string>;
  /** Loads what the rule is asked about; `null` is answered like a refusal. Must not be left out where the rule is an action on something. */
  subject?: (ask: Ask<Parsed<P>, Parsed<Q>, unknown, null>) => Promise<SubjectOf<R> | null>;
  /** Where a thing that is not here any more is found now: a path, as far as the asker may see it there. */
  moved?: (ask: Ask<Parsed<P>, Parsed<Q>, unknown, null>) => Promise<string | null>;
  handle: (ask: Ask<Parsed<P>, Parsed<Q>, Parsed<B>, SubjectOf<R>>) => Promise<Reply> | Reply;
}

const define =
  (method: Route["method"], door: Route["door"]) =>
  <
    R extends Rule,
    P extends z.ZodType | undefined = undefined,
    Q extends z.ZodType | undefined = undefined,
    B extends z.ZodType | undefined = undefined,
  >(
    path: string,
    spec: RouteSpec<R, P, Q, B>,
  ): Route => ({ ...(spec as unknown as Omit<Route, "method" | "path" | "door">), method, path, door });

/** A page or file for people. */
export const get = define("GET", "page");
/** A form sent from a page. */
export const post = define("POST", "page");

/** The same acts for programs, under /api/v1. */
export const api = {
  get: define("GET", "api"),
  post: define("POST", "api"),
  put: define("PUT", "api"),
  patch: define("PATCH", "api"),
  delete: define("DELETE", "api"),
};
