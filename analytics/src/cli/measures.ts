import type { Measure } from "./measure.ts";
import { complexity } from "./measures/complexity.ts";
import { composite } from "./measures/composite.ts";
import { forecasts } from "./measures/forecasts.ts";
import { networks } from "./measures/networks.ts";
import { specialisation } from "./measures/specialisation.ts";
import { strategy } from "./measures/strategy.ts";

/** Every command, by the name one types. */
export const measures: Readonly<Record<string, Measure>> = {
  ...specialisation,
  ...complexity,
  ...networks,
  ...strategy,
  ...composite,
  ...forecasts,
};
