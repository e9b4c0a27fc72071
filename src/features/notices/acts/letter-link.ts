import { sql } from "kysely";
import type { Acting } from "../../../access/identity.ts";
import type { PersonId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { hashToken, newSecret } from "../../../kernel/token.ts";
import { LINK_DAYS } from "../telling/rules.ts";

export interface NewLink {
  /** A key of a feature's `acts`. */
  act: string;
  personId: PersonId;
  /** The role it is done from; the link dies with it. `null` is the person alone. */
  acting: Acting | null;
  clusterId: string | null;
  subject: Readonly<Record<string, string>>;
  days?: number | undefined;
}

/**
 * The path of a link for a letter that does one act, for one person in one role, once. Put the public address before it. Opening it only
 * shows what would be done.
 *
 *     const path = await letterLink(unit, { act: "link.confirm", personId, acting: `seat:${id}`, clusterId, subject: { link }, days: 14 });
 */
export async function letterLink(unit: Unit, link: NewLink): Promise<string> {
  const secret = newSecret();
  const days = Math.round(link.days ?? LINK_DAYS);
  await unit.db
    .insertInto("actLink")
    .values({
      id: uuidv7(),
      hash: hashToken(secret),
      act: link.act,
      subject: JSON.stringify(link.subject),
      personId: link.personId,
      acting: link.acting,
      clusterId: link.clusterId,
      expiresAt: sql<Date>`now() + make_interval(days => ${days}::int)`,
    })
    .execute();
  return `/act/${secret}`;
}
