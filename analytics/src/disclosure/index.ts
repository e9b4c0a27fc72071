export { attackFigures, type Breach } from "./attack.ts";
export { crossTable, type TableCell } from "./cross-table.ts";
export type { Disclosure, DisclosureRules } from "./figures.ts";
export { type KeptBack, protectFigures } from "./protect.ts";
