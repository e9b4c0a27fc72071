import type { Acting, Identity } from "../../../access/identity.ts";

/** Under which names a person is reached today: every role held, as `seat:<id>:owner`. */
export const heldBy = (identity: Pick<Identity, "seats" | "offices">): string[] => [
  ...identity.seats.map((seat) => `seat:${seat.id}:${seat.role}`),
  ...identity.offices.map((office) => `office:${office.id}:${office.role}`),
];

/** The role a notice was told to; `null` for the person alone. */
export function actingOf(addressed: readonly string[]): Acting | null {
  const [kind, id] = addressed[0]?.split(":") ?? [];
  return id && (kind === "seat" || kind === "office") ? `${kind}:${id}` : null;
}
