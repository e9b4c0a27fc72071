import type { SystemUnit } from "../kernel/gateway.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Messages } from "../kernel/messages.ts";
import type { Context } from "./context.ts";
import type { Route } from "./route.ts";

/** What a job may use: the house's own hand. A job on somebody's behalf makes their actor and asks `can` again. */
export interface JobHouse {
  now(): Date;
  system<T>(reason: string, work: (unit: SystemUnit) => Promise<T>): Promise<T>;
}

export type Job = (payload: Record<string, unknown>, house: JobHouse) => Promise<void>;

export interface NavEntry {
  section: "cluster" | "observatory" | "installation" | "own" | "public";
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
  /** Where the asker can go from here; only what they may open. */
  nav?: (ctx: Context) => NavEntry[];
}
