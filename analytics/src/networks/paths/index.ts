export { type Components, components, strongComponents } from "./components.ts";
export { articulationPoints, bridges } from "./cuts.ts";
export { distances } from "./distances.ts";
export { averagePathLength, diameter, type Extent, eccentricity } from "./extent.ts";
export type { EdgeLength } from "./length.ts";
export { type Path, shortestPath } from "./shortest-path.ts";
