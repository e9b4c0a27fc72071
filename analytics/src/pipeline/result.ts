import { notesOn } from "../complexity/economic-complexity.ts";
import { Matrix } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import type { Presence } from "../core/presence.ts";
import { place } from "../engine/triangle.ts";
import { KEPT_BYTES } from "../engine/workspace.ts";
import { type Plan, REPORT } from "./plan.ts";
import type { Run } from "./stages.ts";

export type ComplexityPipeline = {
  /** Who is specialised in what: location quotient ≥ threshold. */
  presence: Presence;
  /** Proximity of activities; only where it is asked for. */
  proximity?: Matrix;
  /** Relatedness density, regions × activities. */
  density: Matrix;
  /** Economic complexity index of each region, mean 0 and standard deviation 1. */
  eci: Float64Array;
  /** Product complexity index of each activity, mean 0 and standard deviation 1. */
  pci: Float64Array;
  /** Complexity outlook index of each region. */
  coi: Float64Array;
  /** Complexity outlook gain, regions × activities; 0 where a region has the activity. */
  cog: Matrix;
  /** The leading eigenvalues behind ECI and PCI, the first 1. */
  eigenvalues: number[];
  notes: Note[];
};

/** Writes the presence into a memory, and zeros where they are needed. */
export function prepare(plan: Plan, presence: Presence, buffer: ArrayBufferLike, run: Run) {
  const { rows, width } = plan;
  place(presence, plan, buffer, run);
  new Uint8Array(buffer, plan.rowBits, (rows * width) / 8).fill(0);
  run.setRowBits(plan.starts, plan.indices, rows, plan.rowBits, width / 8);
  const ubiquity = new Float64Array(buffer, plan.ubiquity, width).fill(1);
  presence.columnCounts().forEach((count, c) => {
    if (count > 0) ubiquity[c] = count;
  });
  new Float64Array(buffer, plan.weights, width).fill(0);
  new Float64Array(buffer, plan.outlook, rows * (plan.panelStrips.length - 1)).fill(0);
}

/** The results out of a memory: copied where the memory is kept for the next call, else where they stand. */
export function collect(plan: Plan, presence: Presence, buffer: ArrayBufferLike): ComplexityPipeline {
  const { rows, columns } = plan;
  const isKept = buffer.byteLength <= KEPT_BYTES;
  const list = (at: number, length: number) => new Float64Array(buffer, at, length);
  const matrix = (at: number, height: number) => {
    const values = list(at, height * columns);
    return new Matrix(height, columns, (isKept ? values.slice() : values) as Float64Array);
  };
  const coi = new Float64Array(rows);
  for (let strip = 0; strip + 1 < plan.panelStrips.length; strip++) {
    const part = list(plan.outlook + 8 * rows * strip, rows);
    for (let r = 0; r < rows; r++) coi[r]! += part[r]!;
  }
  const report = list(plan.report, REPORT);
  const eigenvalues = Array.from(report.subarray(4, 4 + report[3]!));
  const eci = Float64Array.from(list(plan.eci, rows));
  const [, converged, components] = report;
  const found = { region: eci, eigenvalues, converged: converged === 1, components: components! };
  const result = {
    presence,
    density: matrix(plan.density, rows),
    eci,
    pci: Float64Array.from(list(plan.pci, columns)),
    coi,
    cog: matrix(plan.gain, rows),
    eigenvalues,
    notes: notesOn(presence, found),
  };
  return plan.wanted.proximity ? { ...result, proximity: matrix(plan.proximity, columns) } : result;
}
