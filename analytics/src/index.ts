export * from "./composite/index.ts";
export * from "./core/index.ts";
export * from "./csv/index.ts";
export * from "./panel/index.ts";
