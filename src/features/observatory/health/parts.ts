import { type HealthNetwork, yearsOf } from "./graph.ts";
import { type Headline, headline } from "./measures/headline.ts";
import { type Introductions, introductions } from "./measures/introductions.ts";
import { type Picture, picture } from "./measures/picture.ts";
import type { Beside } from "./read.ts";

/** What is measured of a network, each part kept and read alone: a picture of each year, the row of years, the introductions. */
export interface Parts {
  picture: Picture;
  years: Headline[];
  introductions: Introductions;
}
export type Part = keyof Parts;

/** Under which name a part is kept. */
export const partName = (part: Part, year: number): string => (part === "picture" ? `year ${year}` : part);

export function measured<P extends Part>(
  network: HealthNetwork,
  beside: Beside,
  part: P,
  { year, thisYear }: { year: number; thisYear: number },
): Parts[P] {
  const make: { [Each in Part]: () => Parts[Each] } = {
    picture: () => picture(network, year, beside.traits),
    years: () => yearsOf(network, thisYear).map((each) => headline(network, each)),
    introductions: () => introductions(network, thisYear, beside.grounds),
  };
  return make[part]();
}
