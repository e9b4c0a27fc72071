import type { Actor, ClusterId, PersonId } from "../kernel/actor.ts";
import type { Db, SystemUnit, Unit } from "../kernel/gateway.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Acting, Identity } from "./identity.ts";

/** The cluster whose pages one is on. */
export interface ClusterHere {
  id: ClusterId;
  slug: string;
  nameEn: string;
  nameDe: string;
}

/** A role of a stored person, to act from later. */
export interface OnBehalf {
  personId: PersonId;
  /** The seat or office acted from; it must still be held. `null` is the person alone. */
  acting: Acting | null;
  clusterId: ClusterId | null;
}

/**
 * The context of a stored person as they stand now: `null` once the person is suspended or the role has ended. What it may do is
 * asked of `can` again, at the time it is done. The log says that it came by the door through which this was called, or by a letter.
 */
export type ActAs = (who: OnBehalf, by?: "letter") => Promise<Context | null>;

/** Everything an action may lean on: who asks, in which language, at what time, and the way to the tables. */
export interface Context {
  actor: Actor;
  identity: Identity | null;
  acting: Acting | null;
  cluster: ClusterHere | null;
  locale: Locale;
  now(): Date;
  /** Today's date where Kontor stands, as in `2026-11-24`. */
  today(): string;
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  write<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Past the asker's own rights. Only where the asker is not yet known, or what is stored is the house's own. */
  system<T>(reason: string, work: (unit: SystemUnit) => Promise<T>): Promise<T>;
}
