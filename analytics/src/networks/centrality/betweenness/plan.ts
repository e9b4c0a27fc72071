import { AnalyticsError } from "../../../core/error.ts";
import type { Note } from "../../../core/note.ts";
import type { Graph } from "../../graph/graph.ts";
import { edgeLengths, refuseZeroLengths } from "../../paths/length.ts";
import type { Betweenness, BetweennessOptions } from "./betweenness.ts";
import { pairsBetween } from "./pairs.ts";
import type { BetweennessPart } from "./part.ts";
import { drawPivots, EXACT_UP_TO, estimate, hoeffdingBound, sampledNote, USUAL_PIVOTS } from "./pivots.ts";

/** What has to be computed, and what follows from it. */
export type Plan = { parts: BetweennessPart[]; conclude(sums: Float64Array[]): Betweenness };

export function plan(graph: Graph, options: BetweennessOptions): Plan {
  const pivots = pivotsOf(graph, options);
  const lengths = edgeLengths(graph, options.length) ?? undefined;
  if (lengths) refuseZeroLengths(graph, lengths);
  const notes: Note[] = [];
  const scale = options.normalised ? perPair(graph, notes) : 1;
  if (pivots < graph.size) return sampled(graph, { pivots, seed: options.seed ?? 1, scale, notes, lengths });
  const parts = pairsBetween(graph, options.sources, options.targets).map((pairs) => ({ ...pairs, lengths }));
  return {
    parts,
    conclude(sums) {
      const values = new Float64Array(graph.size);
      for (const part of sums) for (let v = 0; v < values.length; v++) values[v]! += part[v]! * scale;
      return { values, notes: [...notes, ...overflown(values)] };
    },
  };
}

type Sampling = {
  pivots: number;
  seed: number;
  scale: number;
  notes: Note[];
  lengths: Float64Array | undefined;
};

function sampled(graph: Graph, { pivots, seed, scale, notes, lengths }: Sampling): Plan {
  const targets = new Float64Array(graph.size).fill(1);
  const parts = drawPivots(graph.size, pivots, seed).map((sources) => ({ sources, targets, lengths }));
  const factor = graph.directed ? scale : scale / 2;
  const bound = hoeffdingBound(graph.size, pivots) * factor;
  return {
    parts,
    conclude(sums) {
      const counts = parts.map(({ sources }) => sources.length);
      const { values, standardErrors } = estimate(sums, counts, graph.size);
      return {
        values: values.map((value) => value * factor),
        standardErrors: standardErrors.map((value) => value * factor),
        bound,
        notes: [...notes, sampledNote(pivots, graph.size, bound), ...overflown(values)],
      };
    },
  };
}

function pivotsOf(graph: Graph, { pivots, sources, targets }: BetweennessOptions): number {
  const isWhole = sources === undefined && targets === undefined;
  if (pivots === undefined) return isWhole && graph.size > EXACT_UP_TO ? USUAL_PIVOTS : graph.size;
  if (pivots === "all") return graph.size;
  if (!isWhole)
    throw new AnalyticsError(
      "option",
      "Pivots are drawn from all nodes, and sources or targets were given",
      "Leave out `pivots`, or `sources` and `targets`.",
    );
  if (!Number.isInteger(pivots) || pivots < 1)
    throw new AnalyticsError(
      "option",
      `${pivots} pivots cannot be drawn`,
      'Give a whole number from 1, or "all".',
    );
  return Math.min(pivots, graph.size);
}

/** One divided by the number of pairs of other nodes. */
function perPair(graph: Graph, notes: Note[]): number {
  const pairs = (graph.size - 1) * (graph.size - 2) * (graph.directed ? 1 : 0.5);
  if (pairs > 0) return 1 / pairs;
  notes.push({ code: "degenerate", text: "With fewer than three nodes there is no pair to lie between." });
  return Number.NaN;
}

/** Counts of shortest paths that a float cannot hold leave NaN behind. */
function overflown(values: Float64Array): Note[] {
  if (!values.some(Number.isNaN) || values.every(Number.isNaN)) return [];
  const text =
    "Between some nodes there are more than 10^308 shortest paths; what they lead through is not known.";
  return [{ code: "degenerate", text }];
}
