import type { Area, Process } from "./words.ts";
import { PROCESSES } from "./words.ts";

export interface Used {
  platformId: string;
  organisationId: string;
  process: Process;
}

interface Named {
  id: string;
  area: Area;
}

/** How many organisations use a platform for a process. */
export function counts(uses: readonly Used[]): Map<string, number> {
  const who = new Map<string, Set<string>>();
  for (const { platformId, process, organisationId } of uses) {
    const key = `${process}:${platformId}`;
    who.set(key, (who.get(key) ?? new Set()).add(organisationId));
  }
  return new Map([...who].map(([key, set]) => [key, set.size]));
}

export const users = (uses: readonly Used[], platformId: string): number =>
  new Set(uses.filter((use) => use.platformId === platformId).map(({ organisationId }) => organisationId))
    .size;

/** Processes for which nobody named a platform. */
export const gaps = (uses: readonly Used[]): Process[] =>
  PROCESSES.filter((process) => !uses.some((use) => use.process === process));

export interface Overlap {
  process: Process;
  area: Area;
  /** The one most use first. */
  platforms: { id: string; users: number }[];
  /** Organisations that would have to move, if all used the first. */
  moves: number;
}

/** Several platforms of one area for one process: what could be one. */
export function overlaps(platforms: readonly Named[], uses: readonly Used[]): Overlap[] {
  const number = counts(uses);
  const found: Overlap[] = [];
  for (const process of PROCESSES)
    for (const area of new Set(platforms.map((one) => one.area))) {
      const several = platforms
        .filter((one) => one.area === area && number.has(`${process}:${one.id}`))
        .map(({ id }) => ({ id, users: number.get(`${process}:${id}`)! }))
        .sort((a, b) => b.users - a.users);
      if (several.length < 2) continue;
      const first = several[0]!.id;
      const there = new Set(
        uses
          .filter((use) => use.process === process && use.platformId === first)
          .map((use) => use.organisationId),
      );
      const others = new Set(
        uses
          .filter(
            (use) =>
              use.process === process &&
              use.platformId !== first &&
              several.some(({ id }) => id === use.platformId) &&
              !there.has(use.organisationId),
          )
          .map((use) => use.organisationId),
      );
      found.push({ process, area, platforms: several, moves: others.size });
    }
  return found.sort((a, b) => b.moves - a.moves);
}

/** Working days that leaving a platform costs, made of what at least five of its users stated. */
export const LEAST_COSTS = 5;
