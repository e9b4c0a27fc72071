import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { benchComplexity } from "./complexity.ts";
import { benchCrossover } from "./crossover.ts";
import { benchNetworks } from "./networks.ts";

const SIZES = "300x600,1500x1000,3000x1200,5000x5000";

/**
 * `npm run bench -- --only analytics`: the library beside numpy, scipy, networkx, igraph, R and graphology, as far as they are found.
 * Here directly: `node analytics/bench/main.ts [--sizes 300x600,…] [--threads 2] [--part complexity|networks|crossover]`.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: SIZES },
    threads: { type: "string", default: String(Math.min(2, availableParallelism())) },
    part: { type: "string" },
  },
});
const sizes = values.sizes.split(",").map((size) => size.split("x").map(Number) as [number, number]);
const threads = Number(values.threads);
if (values.part === "crossover") benchCrossover();
if ((values.part ?? "complexity") === "complexity") await benchComplexity(sizes, threads);
if ((values.part ?? "networks") === "networks") await benchNetworks(threads);
