import { displayName } from "../../../ui/index.ts";
import { kindWord, type NetworkSay } from "../messages.ts";
import type { Colour } from "../schema.ts";
import type { Network, NetworkActor } from "../see-network.ts";
import { communitiesSeen } from "../stories.ts";

/** The series of the charts, `f1` to `f6`; the sixth is the quiet one. */
export type Series = 1 | 2 | 3 | 4 | 5 | 6;

const BY_KIND: Record<string, Series> = {
  enterprise: 2,
  research: 3,
  association: 4,
  authority: 5,
  service: 1,
};
const LARGE_COMMUNITIES = 5;

export const seriesOf = (actor: Pick<NetworkActor, "kind" | "community">, colour: Colour): Series => {
  if (colour === "kind") return BY_KIND[actor.kind] ?? 6;
  return actor.community !== null && actor.community < LARGE_COMMUNITIES
    ? ((actor.community + 1) as Series)
    : 6;
};

/** In a picture: the abbreviation people use, where there is one. */
export const shortLabel = (actor: Pick<NetworkActor, "name" | "shortName">, most = 28): string =>
  cut(actor.shortName && actor.shortName.length <= 12 ? actor.shortName : displayName(actor.name), most);

/** In a list: the name, as far as there is room. */
export const longLabel = (actor: Pick<NetworkActor, "name">, most = 60): string =>
  cut(displayName(actor.name), most);

const cut = (name: string, most: number) =>
  name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;

export interface LegendEntry {
  series: Series;
  label: string;
  count: number;
}

/** What each colour means here; only colours that occur. */
export function legend(network: Network, colour: Colour, say: NetworkSay): LegendEntry[] {
  const counts = new Map<string, LegendEntry>();
  const around = new Map(
    communitiesSeen(network).map((community) => [community.number, community.leading[0]!]),
  );
  for (const actor of network.actors) {
    const series = seriesOf(actor, colour);
    const label =
      colour === "kind"
        ? kindWord(say, actor.kind)
        : series === 6
          ? say("legend.more")
          : say("community.around", { name: longLabel(around.get(actor.community!)!, 36) });
    const entry = counts.get(label) ?? { series, label, count: 0 };
    entry.count += 1;
    counts.set(label, entry);
  }
  return [...counts.values()].sort((a, b) => a.series - b.series || b.count - a.count);
}
