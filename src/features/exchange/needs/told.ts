import type { PersonId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { type NoticeAct, notify } from "../../notices/feature.ts";
import { itemHref, ownHref } from "./address.ts";
import { isConfidential } from "./rules.ts";
import type { Item } from "./store.ts";

export const TOPIC = "needs";

interface Told {
  text: (locale: Locale) => string;
  /** Which one it is about, where it is not the item itself. */
  about?: string;
  key: string;
  act?: NoticeAct | undefined;
  except?: PersonId | null | undefined;
}

/**
 * Tells those who write for the organisation. Of what is kept in confidence the sentence names nothing, and the address leads to all
 * they have said: letters lie open, and an address with the id of a teaser would tell whose it is.
 */
export const tellOwners = (
  unit: Unit,
  item: Pick<Item, "side" | "id" | "clusterId" | "clusterSlug" | "organisationId" | "wall" | "step">,
  { text, about = item.id, key, act, except }: Told,
): Promise<void> =>
  notify(unit, {
    to: { organisation: item.organisationId, roles: ["owner", "editor"] },
    clusterId: item.clusterId,
    topic: TOPIC,
    text: { en: text("en"), de: text("de") },
    href: isConfidential(item)
      ? ownHref({ slug: item.clusterSlug })
      : itemHref({ slug: item.clusterSlug }, { side: item.side, id: about }),
    key,
    wall: item.wall,
    ...(act ? { act } : {}),
    ...(except ? { except } : {}),
  });
