export { type Cliques, maximalCliques } from "./cliques.ts";
export { coreNumbers } from "./cores.ts";
export { trussNumbers } from "./truss.ts";
