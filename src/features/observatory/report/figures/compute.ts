import type { Db } from "../../../../kernel/gateway.ts";
import type { Scope } from "../eyes.ts";
import type { FiguresOf } from "../words.ts";
import { eventFigures } from "./events.ts";
import { exchangeFigures } from "./exchange.ts";
import { linkFigures } from "./links.ts";
import { memberFigures, membersOf } from "./members.ts";
import { networkFigures, networkIsKept } from "./network.ts";
import { potentialFigures } from "./potential.ts";
import { projectFigures } from "./projects.ts";
import { regionFigures, regionIsToCome } from "./region.ts";
import { selfCheckFigures } from "./self-check.ts";

/** Whether something these figures are made of is on its way: after an import, or where a house has just opened. */
export const stillComputed = async (db: Db, scope: Scope, chosen: ReadonlySet<string>): Promise<boolean> =>
  ([...chosen].some((key) => key.startsWith("network-")) && !(await networkIsKept(db, scope))) ||
  (chosen.has("region-strengths") && (await regionIsToCome(db, scope)));

/**
 * Every figure of the catalogue that these readers may have, as the records tell it now. It reads past an asker's rights, and so makes
 * nothing of what not all of the readers may know.
 */
export async function computeFigures(db: Db, scope: Scope): Promise<FiguresOf> {
  const members = await membersOf(db, scope);
  const all = [
    ...memberFigures(members, scope),
    ...(await linkFigures(db, scope)),
    ...(await networkFigures(db, scope)),
    ...(await exchangeFigures(db, scope)),
    ...(await eventFigures(db, scope)),
    ...(await projectFigures(db, scope, members)),
    ...(await potentialFigures(db, scope)),
    ...(await regionFigures(db, scope)),
    ...(await selfCheckFigures(db, scope)),
  ];
  return Object.fromEntries(all.map((figure) => [figure.key, figure]));
}
