export { createWorkers, type Workers, type WorkersOptions } from "./workers.ts";
