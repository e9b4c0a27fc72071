import type { Highs, ModelData } from "highs";

/** A linear program in the making: columns with what they add to the objective, rows with what their sum may be. */
export class Program {
  readonly cost: number[] = [];
  private readonly upper: number[] = [];
  private readonly isWhole: boolean[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  get columns(): number {
    return this.cost.length;
  }

  /** A column from 0 to 1; its number. */
  column(cost: number, isWhole: boolean): number {
    this.upper.push(1);
    this.isWhole.push(isWhole);
    return this.cost.push(cost) - 1;
  }

  /** least ≤ Σ value × column ≤ most. */
  row(terms: readonly (readonly [column: number, value: number])[], least: number, most: number): void {
    for (const [column, value] of terms) {
      this.indices.push(column);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
    this.rowLower.push(least);
    this.rowUpper.push(most);
  }

  data({ constants, infinity }: Highs): ModelData {
    const { integer, continuous } = constants.variableType;
    const numRows = this.rowLower.length;
    const finite = (bound: number) => (Number.isFinite(bound) ? bound : Math.sign(bound) * infinity);
    return {
      numCols: this.columns,
      numRows,
      sense: constants.objectiveSense.maximize,
      colCost: Float64Array.from(this.cost),
      colLower: new Float64Array(this.columns),
      colUpper: Float64Array.from(this.upper),
      rowLower: Float64Array.from(this.rowLower, finite),
      rowUpper: Float64Array.from(this.rowUpper, finite),
      matrix: {
        format: "csr",
        numRows,
        numCols: this.columns,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
      integrality: this.isWhole.map((whole) => (whole ? integer : continuous)),
    };
  }
}
