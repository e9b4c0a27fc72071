import type { Locale } from "../../../kernel/locale.ts";
import { MISSING } from "./blocks.ts";

const UNSET = 255;

/** One measure in one period while it is being read: a row for each region, as long as the activities known so far. */
interface Layer {
  measure: string;
  period: string;
  cells: (Float64Array | undefined)[];
  marks: (Uint8Array | undefined)[];
}

/** A panel as it is read, cell by cell and in any order: codes get a place when they are first seen. */
export class Grid {
  readonly regions = new Places();
  readonly activities = new Places();
  readonly #layers = new Map<string, Layer>();

  /** `false` where the cell has been set before. */
  set(
    measure: string,
    period: string,
    region: number,
    activity: number,
    value: number,
    mark: number,
  ): boolean {
    const layer = this.#layer(measure, period);
    let marks = layer.marks[region];
    if (!marks || marks.length <= activity) {
      const width = Math.max(16, 2 ** Math.ceil(Math.log2(activity + 1)));
      const wider = new Uint8Array(width).fill(UNSET);
      const cells = new Float64Array(width);
      if (marks) {
        wider.set(marks);
        cells.set(layer.cells[region]!);
      }
      layer.marks[region] = wider;
      layer.cells[region] = cells;
      marks = wider;
    }
    if (marks[activity] !== UNSET) return false;
    marks[activity] = mark;
    layer.cells[region]![activity] = value;
    return true;
  }

  get periods(): string[] {
    return [...new Set([...this.#layers.values()].map((layer) => layer.period))].sort();
  }

  get measures(): string[] {
    return [...new Set([...this.#layers.values()].map((layer) => layer.measure))];
  }

  /** The whole of one measure and period, sides in the order of their codes. What nobody spoke of is missing. */
  block(measure: string, period: string): { cells: Float64Array; marks: Uint8Array } | null {
    const layer = this.#layers.get(key(measure, period));
    if (!layer) return null;
    const regions = this.regions.order();
    const activities = this.activities.order();
    const cells = new Float64Array(regions.length * activities.length).fill(Number.NaN);
    const marks = new Uint8Array(cells.length).fill(MISSING);
    let at = 0;
    for (const region of regions) {
      const rowMarks = layer.marks[region];
      const rowCells = layer.cells[region];
      if (!rowMarks || !rowCells) {
        at += activities.length;
        continue;
      }
      for (const activity of activities) {
        const mark = rowMarks[activity];
        if (mark !== undefined && mark !== UNSET) {
          marks[at] = mark;
          cells[at] = rowCells[activity]!;
        }
        at += 1;
      }
    }
    return { cells, marks };
  }

  /** Lets go of what has been written. */
  forget(measure: string, period: string): void {
    const layer = this.#layers.get(key(measure, period));
    if (layer) {
      layer.cells = [];
      layer.marks = [];
    }
  }

  #layer(measure: string, period: string): Layer {
    const id = key(measure, period);
    let layer = this.#layers.get(id);
    if (!layer) {
      layer = { measure, period, cells: [], marks: [] };
      this.#layers.set(id, layer);
    }
    return layer;
  }
}

const key = (measure: string, period: string) => `${measure}\u0000${period}`;

/** Codes in the order they were met, and what a file calls them. */
export class Places {
  readonly codes: string[] = [];
  readonly names = new Map<string, Partial<Record<Locale, string>>>();
  readonly #at = new Map<string, number>();
  #order: number[] | null = null;

  at(code: string): number {
    const known = this.#at.get(code);
    if (known !== undefined) return known;
    const place = this.codes.length;
    this.codes.push(code);
    this.#at.set(code, place);
    this.#order = null;
    return place;
  }

  /** Places in the order of their codes. */
  order(): readonly number[] {
    this.#order ??= this.codes
      .map((_, place) => place)
      .sort((a, b) => (this.codes[a]! < this.codes[b]! ? -1 : 1));
    return this.#order;
  }

  sorted(): string[] {
    return this.order().map((place) => this.codes[place]!);
  }
}
