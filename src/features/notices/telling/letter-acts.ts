import type { JobHouse } from "../../../access/feature.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { letterLink, type NewLink } from "../acts/letter-link.ts";
import type { LetterAct } from "./letters.ts";
import type { NoticeAct } from "./notice.ts";
import { actUntil } from "./rules.ts";

/** Each act of a notice with a link of its own, for whom and in which role the letter is. */
export async function letterActs(
  unit: Unit,
  house: Pick<JobHouse, "now" | "publicUrl">,
  acts: readonly NoticeAct[],
  addressee: Pick<NewLink, "personId" | "acting" | "clusterId">,
  locale: Locale,
): Promise<LetterAct[]> {
  const made: LetterAct[] = [];
  for (const { act, subject, label, days } of acts)
    made.push({
      label: label[locale],
      address: `${house.publicUrl}${await letterLink(unit, { ...addressee, act, subject, days })}`,
      until: actUntil(days, house.now()),
    });
  return made;
}
