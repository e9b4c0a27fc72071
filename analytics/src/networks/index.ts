export * from "./centrality/index.ts";
export * from "./communities/index.ts";
export * from "./graph/index.ts";
export * from "./paths/index.ts";
export * from "./structure/index.ts";
