import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { betweenness, Graph, leiden, pageRank } from "../src/networks/index.ts";
import { betweennessAsync, createWorkers } from "../src/workers/index.ts";
import { grown } from "./graph.ts";
import { aligned, inUnits, isThere, measured } from "./run.ts";

const LINKS = 5;
const SIZES = [10_000, 100_000];
/** Beyond this all pairs take minutes. */
const EXACT = 20_000;

type Line = [what: string, milliseconds: number, modularity?: number];

/** Times betweenness, PageRank and communities on networks that grew, beside networkx, igraph and graphology. */
export async function benchNetworks(threads: number) {
  const hasNumpy = await isThere("python3", "-c", "import numpy");
  for (const name of ["networkx", "igraph"])
    if (!(await isThere("python3", "-c", `import numpy, ${name}`)))
      console.log(`${name} is not on this machine: not timed.`);
  const folder = await mkdtemp(join(tmpdir(), "analytics-bench-"));
  try {
    for (const nodes of SIZES) {
      const ends = grown(nodes, LINKS);
      const lines = [...(await own(nodes, ends, threads)), ...graphology(nodes, ends)];
      const file = join(folder, "edges");
      await writeFile(file, ends);
      if (hasNumpy && nodes <= EXACT) lines.push(...(await python(nodes, file)));
      console.log(`\n${nodes} nodes, ${ends.length / 2} edges`);
      console.log(
        aligned([
          ["", "time", "modularity"],
          ...lines.map(([what, time, quality]) => [what, inUnits(time), quality?.toFixed(4) ?? ""]),
        ]),
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function own(nodes: number, ends: Int32Array, threads: number): Promise<Line[]> {
  const graph = Graph.from({ nodes, edges: pairs(ends) });
  const lines: Line[] = [];
  if (nodes <= EXACT) {
    const workers = await createWorkers({ threads });
    const shared = await best(2, () => betweennessAsync(graph, { workers }));
    await workers.close();
    lines.push([`ours: betweenness, ${threads} threads`, shared.time]);
    lines.push(["ours: betweenness, 1 thread", (await best(1, () => betweenness(graph))).time]);
  }
  lines.push(["ours: PageRank", (await best(5, () => pageRank(graph))).time]);
  const { time, result } = await best(5, () => leiden(graph));
  lines.push(["ours: Leiden", time, result.quality]);
  return lines;
}

function graphology(nodes: number, ends: Int32Array): Line[] {
  const graph = new UndirectedGraph();
  for (let v = 0; v < nodes; v++) graph.addNode(v);
  for (const [a, b] of pairs(ends)) graph.addEdge(a, b);
  const lines: Line[] = [];
  const time = (what: string, work: () => number | undefined) => {
    const started = performance.now();
    const quality = work();
    const taken = performance.now() - started;
    lines.push(quality === undefined ? [what, taken] : [what, taken, quality]);
  };
  time(
    "graphology: PageRank",
    () => void pagerank(graph, { getEdgeWeight: null, tolerance: 1e-10, maxIterations: 500 }),
  );
  time("graphology: Louvain", () => louvain.detailed(graph).modularity);
  return lines;
}

async function python(nodes: number, file: string): Promise<Line[]> {
  const found = await measured("python3", [join(import.meta.dirname, "networks.py"), String(nodes), file]);
  const quality = (found as { quality?: Record<string, number> } | undefined)?.quality ?? {};
  return Object.entries(found?.milliseconds ?? {}).map(([what, time]) => {
    const value = quality[what];
    return value === undefined ? [what, time] : [what, time, value];
  });
}

const pairs = (ends: Int32Array): [number, number][] =>
  Array.from({ length: ends.length / 2 }, (_, k) => [ends[2 * k]!, ends[2 * k + 1]!]);

async function best<T>(times: number, work: () => T | Promise<T>): Promise<{ time: number; result: T }> {
  let time = Number.POSITIVE_INFINITY;
  let result = undefined as T;
  for (let k = 0; k < times; k++) {
    const started = performance.now();
    result = await work();
    time = Math.min(time, performance.now() - started);
  }
  return { time, result };
}
