export type { Convention } from "./convention.ts";
export { AnalyticsError, type ErrorCode, type Place } from "./error.ts";
export { Matrix, type Table, type Vector } from "./matrix.ts";
export type { Note } from "./note.ts";
export { Presence } from "./presence.ts";
export type { Spread } from "./statistics.ts";
