import { measures as complexity } from "./complexity.ts";
import { measures as composite } from "./composite.ts";
import { measures as forecasts } from "./forecasts.ts";
import type { Golden } from "./golden.ts";
import { measures as networks } from "./networks.ts";
import { measures as relatedness } from "./relatedness.ts";
import { measures as specialisation } from "./specialisation.ts";

/** Every measure that can be compared, by "<reference>/<measure>". */
export const measures: Record<string, Golden> = {
  ...specialisation,
  ...relatedness,
  ...complexity,
  ...networks,
  ...composite,
  ...forecasts,
};
