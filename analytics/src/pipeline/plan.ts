import type { Presence } from "../core/presence.ts";
import { Layout } from "../engine/layout.ts";
import { type Places, planVectors } from "../engine/products.ts";
import { planTriangle, strips, type Triangle, WIDTH } from "../engine/triangle.ts";

/** What is wanted of the pipeline beyond the amounts. */
export type Wanted = { self: boolean; proximity: boolean };

/** Numbers of one report: how the eigenvectors were found. */
export const REPORT = 8;
/** Words of memory through which workers agree on who does what. */
export const CONTROL = 16;

/**
 * Everything the pipeline works on, as addresses in one memory, and how its work is divided. The division depends on the shape alone,
 * never on the number of threads, so that sums come out the same on one as on many.
 */
export type Plan = Triangle & {
  wanted: Wanted;
  threads: number;
  control: number;
  /** Vectors of doubles: ubiquity (at least 1), sums of proximities, PCI over those, PCI (0 where there is none); one an activity. */
  ubiquity: number;
  wholes: number;
  weights: number;
  scores: number;
  /** ECI and PCI, standardised, and the report. */
  eci: number;
  pci: number;
  report: number;
  /** Vectors for the products. */
  vectors: Places["vectors"];
  rowBits: number;
  /** For each thread a panel with its sums, and room for the sums of one region. */
  panels: number[];
  /** One vector of regions for each strip of panels. */
  outlook: number;
  density: number;
  gain: number;
  proximity: number;
  /** Bounds of the rows of the triangle, and of activities (multiples of a panel's width). */
  rowStrips: number[];
  panelStrips: number[];
  /** Bytes of memory. */
  end: number;
};

const MOST_STRIPS = 16;

export function planPipeline(presence: Presence, wanted: Wanted, threads: number): Plan {
  const { rows, columns } = presence;
  const layout = new Layout();
  // What only the counting needs lies where the results go later.
  const passing = new Layout();
  const triangle = planTriangle(presence, layout, passing, true);
  const { width } = triangle;
  const rowStrips = strips(width, MOST_STRIPS);
  const panelStrips = evenStrips(width, MOST_STRIPS);
  const places = {
    control: layout.take(4 * CONTROL),
    ubiquity: layout.take(8 * width),
    wholes: layout.take(8 * width),
    weights: layout.take(8 * width),
    scores: layout.take(8 * width),
    eci: layout.take(8 * rows),
    pci: layout.take(8 * columns),
    report: layout.take(8 * REPORT),
    vectors: planVectors(rows, columns, layout),
    rowBits: layout.take((rows * width) / 8),
    panels: Array.from({ length: threads }, () => layout.take(8 * WIDTH * (width + 4))),
    outlook: layout.take(8 * rows * (panelStrips.length - 1)),
    proximity: layout.take(wanted.proximity ? 8 * columns * columns : 0),
  };
  const moved = layout.end - passing.start;
  const density = layout.take(8 * rows * columns);
  const gain = layout.take(8 * rows * columns);
  return {
    ...triangle,
    byColumn: triangle.byColumn + moved,
    regions: triangle.regions + moved,
    next: triangle.next + moved,
    bits: triangle.bits + moved,
    ...places,
    wanted,
    threads,
    density,
    gain,
    rowStrips,
    panelStrips,
    end: Math.max(layout.end, passing.end + moved),
  };
}

/** Bounds of strips of about as many panels each. */
function evenStrips(width: number, most: number): number[] {
  const panels = width / WIDTH;
  const many = Math.min(most, panels);
  return Array.from({ length: many + 1 }, (_, k) =>
    many === 0 ? 0 : WIDTH * Math.round((k * panels) / many),
  );
}
