export * from "./core/index.ts";
export * from "./exposure/index.ts";
export * from "./meetings/index.ts";
export * from "./ranking/index.ts";
export * from "./teams/index.ts";
export * from "./text/index.ts";
