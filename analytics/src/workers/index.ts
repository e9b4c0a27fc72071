export { betweennessAsync } from "./betweenness.ts";
export { createWorkers, type Workers, type WorkersOptions } from "./workers.ts";
