import type { Locale } from "../../kernel/locale.ts";
import type { Shape } from "../../ui/index.ts";

/** The land behind the points, and whose outlines it is. */
export const backdrop = (_locale: Locale): { countries: Shape[]; credit: string } => ({
  countries: [],
  credit: "",
});
