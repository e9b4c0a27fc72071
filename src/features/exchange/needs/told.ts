import type { PersonId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { type NoticeAct, notify } from "../../notices/feature.ts";
import type { Item } from "./store.ts";

export const TOPIC = "needs";

interface Told {
  text: (locale: Locale) => string;
  href: string;
  key: string;
  act?: NoticeAct | undefined;
  except?: PersonId | null | undefined;
}

/** Tells those who write for the organisation. Of what is kept in confidence the sentence names nothing: letters lie open. */
export const tellOwners = (
  unit: Unit,
  item: Pick<Item, "clusterId" | "organisationId" | "wall">,
  { text, href, key, act, except }: Told,
): Promise<void> =>
  notify(unit, {
    to: { organisation: item.organisationId, roles: ["owner", "editor"] },
    clusterId: item.clusterId,
    topic: TOPIC,
    text: { en: text("en"), de: text("de") },
    href,
    key,
    wall: item.wall,
    ...(act ? { act } : {}),
    ...(except ? { except } : {}),
  });
