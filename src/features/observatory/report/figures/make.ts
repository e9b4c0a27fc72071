import type { FigureKey } from "../catalogue.ts";
import { kindOf } from "../catalogue.ts";
import type { Scope } from "../eyes.ts";
import type { Figure, Words } from "../words.ts";

type Told = Partial<
  Pick<Figure, "value" | "said" | "kept" | "before" | "rows" | "more" | "source" | "page">
> & {
  coverage: Words;
};

/** A figure with everything that its kind says of it; what is left out is as of a figure nobody knows. */
export function figure(key: FigureKey, scope: Scope, told: Told): Figure {
  const { name, shape, unit, of, source, formula, page } = kindOf(key);
  return {
    ...{ key, name, shape, unit, source, formula, page },
    ...{ value: null, said: null, kept: false, before: null, rows: [], more: 0 },
    from: of === "period" ? scope.from : null,
    to: scope.to,
    ...told,
  };
}

/** So many stand on a list; how many more there are is said below it. */
export const LISTED = 20;
