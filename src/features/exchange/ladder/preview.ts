import { levelsOpen } from "../../../access/identity.ts";
import { type Actor, STRANGER } from "../../../kernel/actor.ts";
import type { Item } from "../needs/store.ts";
import { needVisible } from "../needs/subject.ts";
import { openTo, readsTo, seesNeed } from "../visible.ts";
import { rankOf } from "../words.ts";
import type { Eyes } from "./schema.ts";
import { isTold } from "./sync-teaser.ts";

/** What somebody comes to see: nothing, the teaser, or the need up to a step; `opens`: it will be so once it is open. */
export type Seen = "nothing" | "teaser" | "named" | "agreed" | "full";

const SOMEBODY = "00000000-0000-4000-8000-000000000000";

/** The very rules that let others in, asked in the name of somebody invented. */
export function seenBy(eyes: Eyes, item: Item): Seen {
  const state = item.state === "draft" ? "open" : item.state;
  const released = eyes === "named" || eyes === "agreed" || eyes === "full" ? rankOf(eyes) : 0;
  const need = { ...needVisible({ ...item, state }), released };
  const actor = someone(eyes, item.clusterId);
  if (seesNeed(actor, need)) {
    const reads = readsTo(actor, need);
    return reads >= rankOf("full") ? "full" : reads >= rankOf("agreed") ? "agreed" : "named";
  }
  return isTold({ ...item, state }) && openTo(actor, need) ? "teaser" : "nothing";
}

function someone(eyes: Eyes, clusterId: string): Actor {
  const here: Actor = { ...STRANGER, clusterId };
  if (eyes === "stranger") return here;
  if (eyes === "team")
    return {
      ...here,
      personId: SOMEBODY,
      office: "facilitator",
      levels: levelsOpen("facilitator", null, null),
    };
  const kind = eyes === "authority" ? "authority" : "enterprise";
  return {
    ...here,
    personId: SOMEBODY,
    organisationId: SOMEBODY,
    seatRole: "editor",
    membership: "core",
    ownOrganisations: [SOMEBODY],
    levels: levelsOpen(null, "core", kind),
  };
}
