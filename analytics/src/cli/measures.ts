import type { Measure } from "./measure.ts";
import { complexity } from "./measures/complexity.ts";
import { composite } from "./measures/composite.ts";
import { networks } from "./measures/networks.ts";
import { specialisation } from "./measures/specialisation.ts";

/** Every command, by the name one types. */
export const measures: Readonly<Record<string, Measure>> = {
  ...specialisation,
  ...complexity,
  ...networks,
  ...composite,
};
