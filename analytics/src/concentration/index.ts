export type { Band } from "./bands.ts";
export { type CoagglomerationOptions, coagglomeration, groupCoagglomeration } from "./coagglomeration.ts";
export { type ConcentrationCurve, hooverCurve, locationalCurve, lorenzCurve } from "./curves.ts";
export { type DurantonOverman, type DurantonOvermanOptions, durantonOverman } from "./duranton-overman.ts";
export { type EllisonGlaeser, ellisonGlaeser, maurelSedillot } from "./ellison-glaeser.ts";
export { type EntropyOptions, entropy } from "./entropy.ts";
export { type GiniOptions, gini, hooverGini } from "./gini.ts";
export { type HerfindahlOptions, herfindahl } from "./herfindahl.ts";
export { type HooverOptions, hooverIndex } from "./hoover.ts";
export { type KullbackLeiblerOptions, kullbackLeibler } from "./kullback-leibler.ts";
export { type LocationalGiniOptions, locationalGini } from "./locational-gini.ts";
export { type TheilIndex, type TheilOptions, theil } from "./theil.ts";
export {
  type TheilClass,
  type TheilDecomposition,
  type TheilDecompositionOptions,
  theilDecomposition,
} from "./theil-decomposition.ts";
