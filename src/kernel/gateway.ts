import type { Kysely } from "kysely";
import type { PoolClient } from "pg";
import type { Actor } from "./actor.ts";
import type { DB } from "./tables.ts";

export type Database = DB;
export type Db = Kysely<DB>;

/** What happened, for the log: enough to see who changed what from what into what. */
export interface AuditNote {
  action: string;
  subjectKind: string;
  subjectId?: string | null;
  before?: unknown;
  after?: unknown;
  /** The chain it belongs to, when that is not the cluster acted in. */
  clusterId?: string;
  /** The organisation that keeps this in confidence: nobody else's log has the entry, and no other program hears of it. */
  ownOf?: string;
}

export interface Letter {
  to: string;
  subject: string;
  /** Plain text; addresses in it stand on lines of their own. */
  body: string;
  /** Further headers by name, as `List-Unsubscribe`. */
  headers?: Readonly<Record<string, string>>;
  /** An iCalendar file that goes with it; its METHOD line says whether it invites, changes or takes back. */
  calendar?: string;
}

/** One transaction: its rows, its log entries and its effects are written together or not at all. */
export interface Unit {
  db: Db;
  audit(note: AuditNote): void;
  enqueue(
    task: string,
    payload: Record<string, unknown>,
    options?: { key?: string; at?: Date },
  ): Promise<void>;
  mail(letter: Letter): Promise<void>;
}

export interface SystemUnit extends Unit {
  /** For COPY, which the query builder does not know. */
  client: PoolClient;
}

/** The only way to a table. */
export interface Gateway {
  read<T>(actor: Actor, work: (db: Db) => Promise<T>): Promise<T>;
  write<T>(actor: Actor, from: Origin, work: (unit: Unit) => Promise<T>): Promise<T>;
  /**
   * Work that nobody asked for: imports, layouts, checks. `reason` is written into the log with every entry; `door` says where it was
   * set off, when that was no command.
   */
  system<T>(reason: string, work: (unit: SystemUnit) => Promise<T>, door?: Origin["door"]): Promise<T>;
}

/** From where an act came. */
export interface Origin {
  door: "page" | "api" | "letter" | "command" | "job";
  address: string | null;
  actingAs: string | null;
}
