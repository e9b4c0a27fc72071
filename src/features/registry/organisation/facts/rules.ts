import { maySee } from "../../../../access/visibility.ts";
import type { Actor } from "../../../../kernel/actor.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import type { Visible } from "../../../../kernel/visibility.ts";

export type StateProblem = "would-not-see-it" | "would-wall-the-owner";

/**
 * Nobody writes what they would not see afterwards: a manager cannot put words into the house of a member, and nobody builds a wall
 * in front of themselves.
 */
export function state(actor: Actor, next: Visible): Result<Visible, StateProblem> {
  if (next.owners.some((owner) => next.wall.includes(owner))) return refuse("would-wall-the-owner");
  if (!maySee(actor, next)) return refuse("would-not-see-it");
  return ok(next);
}
