export { type Arcelus, arcelus } from "./arcelus.ts";
export { dynamicShiftShare } from "./dynamic-shift-share.ts";
export { entry, exit } from "./entry-exit.ts";
export { type EstebanMarquillas, estebanMarquillas } from "./esteban-marquillas.ts";
export { type Growth, type GrowthOptions, growth, growthByActivity, growthByRegion } from "./growth.ts";
export { type ShiftShare, shiftShare } from "./shift-share.ts";
export { entrySurvival, type Spell, type Survival, spells } from "./spells.ts";
export { type Turnover, type TurnoverCounts, turnover } from "./turnover.ts";
