import { expect, it } from "vitest";
import * as kontor from "../../index.ts";

const NAMES = `articulationPoints attributeAssortativity averageClustering averagePathLength betweenness bipartiteClustering
bipartiteModularity bridges brokerage closeness components constantPottsQuality constraint coreNumbers currentFlowBetweenness
currentFlowCloseness degree degreeAssortativity diameter disparityFilter distances eccentricity edgeBetweenness effectiveSize
eiIndex eigenvectorCentrality evaluateLinks girvanNewman harmonicCentrality hits katzCentrality labelPropagation leiden likelyLinks
linkScores loadCentrality localClustering maximalCliques maximumSpanningTree modularity networkDensity nullModel
numericAssortativity pageRank participationCoefficient reciprocity rewire richClub robinsAlexanderClustering robustness
shortestPath simmelianStrength spectralBisection spectralCommunities strength strongComponents structuralEfficiency
structuralHierarchy structuralHoles transitivity triangles trussNumbers twoSides weightedClustering withinModuleDegree`;

it.each(NAMES.split(/\s+/))("%s says what a graph is made of", (name) => {
  const call = new Map<string, unknown>(Object.entries(kontor)).get(name) as (...args: unknown[]) => unknown;
  for (const wrong of [[[0, 1]], undefined, 3])
    expect(() => call(wrong)).toThrow(
      expect.objectContaining({
        name: "AnalyticsError",
        code: "shape",
        remedy: expect.stringContaining("Graph.from"),
      }),
    );
});
