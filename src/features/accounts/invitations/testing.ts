import type { World } from "../../../app/testing/world.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";

/** The letters to an address, the latest last. */
export const lettersTo = (world: World, address: string) =>
  world.house.gateway.system("a test's look", ({ db }) =>
    db
      .selectFrom("mail")
      .select(["subject", "body"])
      .where("toAddress", "=", address)
      .orderBy("id")
      .execute(),
  );

/** Lets the letter of an invitation leave, and opens it: the path of its link. */
export async function linkOf(
  world: World,
  invitationId: string,
  address: string,
  sending = 1,
): Promise<string> {
  await world.job("invitation.send", { invitationId, sending });
  const letter = (await lettersTo(world, address)).at(-1);
  return /\/invitations\/\S+/.exec(letter?.body ?? "")![0];
}

/** Says yes to all that waits for a person, as they would on their own page. */
export async function acceptAll(world: World, persona: Parameters<World["as"]>[0]): Promise<void> {
  const visit = await world.as(persona);
  for (const { id } of (await visit.api("GET", "/api/v1/me/invitations")).json.items)
    await visit.api("POST", `/api/v1/me/invitations/${id}/accept`);
}

/** Changes rows as time or somebody else would, and looks behind the doors. */
export const change = <T>(world: World, work: (unit: SystemUnit) => Promise<T>): Promise<T> =>
  world.house.gateway.system("a test's change", work);
