import type { SeatRole } from "../../kernel/actor.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { type At, moveTo, type Problem } from "./actions.ts";
import { membersOf } from "./resource.ts";
import type { User } from "./rules.ts";

/**
 * Moves people so that these are the members of a role's group. Who comes in goes first: an owner can then leave to a successor. Who
 * leaves a group reads from now on; out of the organisation one gets by `active`.
 */
export async function setMembers(
  at: At,
  role: SeatRole,
  users: readonly User[],
  wanted: readonly string[],
): Promise<Result<null, Problem | "unknown-member" | "least-role">> {
  const ids = new Set(wanted);
  const known = new Map(users.map((user) => [user.id, user]));
  if (wanted.some((id) => !known.has(id))) return refuse("unknown-member");
  const leaving = membersOf(role, users).filter(({ id }) => !ids.has(id));
  if (role === "reader" && leaving.length > 0) return refuse("least-role");
  const coming = [...ids].map((id) => known.get(id)!).filter((user) => user.role !== role);
  if (coming.some(({ state }) => state === "ended")) return refuse("no-seat");
  for (const user of coming) {
    const moved = await moveTo(at, user, role);
    if (!moved.ok) return moved;
  }
  for (const user of leaving) {
    const moved = await moveTo(at, user, "reader");
    if (!moved.ok) return moved;
  }
  return ok(null);
}
