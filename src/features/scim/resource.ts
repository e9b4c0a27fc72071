import SCIMMY from "scimmy";
import type { SeatRole } from "../../kernel/actor.ts";
import { DEFINITIONS, SEAT } from "./definitions.ts";
import type { User } from "./rules.ts";

/** The fixed groups: who holds which role. Named in English, as programs look for them. */
export const groupName = (role: SeatRole) => role.charAt(0).toUpperCase() + role.slice(1);

/** A user in the standard's words, before attributes are chosen. */
export const userSource = (user: User, base: string) => ({
  id: user.id,
  ...(user.externalId ? { externalId: user.externalId } : {}),
  userName: user.email,
  ...(user.name ? { displayName: user.name, name: { formatted: user.name } } : {}),
  ...(user.title ? { title: user.title } : {}),
  active: user.active,
  emails: [{ value: user.email, type: "work", primary: true }],
  groups:
    user.state === "ended"
      ? []
      : [{ value: user.role, $ref: `${base}/Groups/${user.role}`, display: groupName(user.role) }],
  [SEAT]: { role: user.role, state: user.state },
  meta: { created: user.created },
});

export const membersOf = (role: SeatRole, users: readonly User[]) =>
  users.filter((user) => user.role === role && user.state !== "ended");

export const groupSource = (role: SeatRole, users: readonly User[], base: string) => ({
  id: role,
  displayName: groupName(role),
  members: membersOf(role, users).map((user) => ({
    value: user.id,
    $ref: `${base}/Users/${user.id}`,
    display: user.name ?? user.email,
  })),
});

export interface Chosen {
  attributes?: string | undefined;
  excludedAttributes?: string | undefined;
}

/** The attributes asked for, or all but some; what is always told is told anyway. */
export function told(
  kind: "user" | "group",
  source: ReturnType<typeof userSource> | ReturnType<typeof groupSource>,
  base: string,
  chosen: Chosen,
): Record<string, unknown> {
  const path = `${base}/${kind === "user" ? "Users" : "Groups"}`;
  return DEFINITIONS[kind].coerce(source, "out", path, choice(chosen));
}

const NAME = /^[a-zA-Z][\w.:$-]{0,100}$/;

function choice({ attributes, excludedAttributes }: Chosen) {
  const names = (text: string) =>
    text
      .split(",")
      .map((name) => name.trim())
      .filter((name) => NAME.test(name))
      .slice(0, 50);
  const wanted = names(attributes ?? "");
  const unwanted = names(excludedAttributes ?? "");
  if (wanted.length > 0)
    return new SCIMMY.Types.Filter([...wanted, "schemas"].map((name) => `${name} pr`).join(" and "));
  if (unwanted.length > 0) return new SCIMMY.Types.Filter(unwanted.map((name) => `${name} np`).join(" and "));
  return undefined;
}
