/**
 * Whose published numbers to reproduce where the packages of the field differ. "kontor" is this library's own choice, stated
 * with each function. "atlas" is the Growth Lab's py-ecomplexity, "econgeo" R's EconGeo (with its rounding), "oec" Datawheel's
 * py-economic-complexity, "economiccomplexity" the R package of that name.
 */
export type Convention = "kontor" | "atlas" | "econgeo" | "oec" | "economiccomplexity";

export const CONVENTIONS: readonly Convention[] = ["kontor", "atlas", "econgeo", "oec", "economiccomplexity"];
