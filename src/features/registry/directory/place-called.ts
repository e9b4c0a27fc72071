import { geoCentroid } from "d3-geo";
import { placeNamed, type RegionLevel, regionShapes } from "../../places/feature.ts";
import { folded } from "./words.ts";

export interface Place {
  name: string;
  lat: number;
  lon: number;
}

const LEVELS: readonly RegionLevel[] = [3, 2, 1];

/** A town; where no organisation is in a town of that name, a district or region called so, at its middle. */
export function placeCalled(query: string): Place | null {
  const town = placeNamed(query);
  if (town) return town;
  const wanted = plain(query);
  for (const level of LEVELS) {
    const shape = regionShapes(level).find(({ properties }) => plain(properties.name) === wanted);
    if (shape) {
      const [lon, lat] = geoCentroid(shape);
      return { name: shape.properties.name, lat, lon };
    }
  }
  return null;
}

/** "Lüneburg, Landkreis" is what people call Lüneburg. */
const plain = (name: string) =>
  folded(name.split(",")[0]!)
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, " ")
    .trim();
