export { type Communities, type LeidenOptions, leiden } from "./leiden.ts";
export type { Quality } from "./level.ts";
export { constantPottsQuality, modularity } from "./modularity.ts";
export type { Groups } from "./partition.ts";
