const NEARLY = 1e-9;

/**
 * The set { x ≥ 0 : A x = b } of which one point is known, and how far a sum of its coordinates can go in it. Dense tableau, Bland's rule
 * once it stalls: for the tables of a publication, hundreds of rows and columns.
 */
export class Polytope {
  /** Rows of the tableau, each with its right side at the end. */
  private readonly rows: Float64Array[];
  private readonly basis: number[];
  private readonly n: number;
  private readonly original: readonly Int32Array[];

  /** `rows` are sums of coordinates, by position; `point` lies in the set and tells the right sides. */
  constructor(rows: readonly Int32Array[], point: Float64Array) {
    this.n = point.length;
    this.original = rows;
    const m = rows.length;
    // An artificial coordinate for each row is a basis to begin with; phase one drives them out.
    const width = this.n + m + 1;
    this.rows = rows.map((atoms, i) => {
      const row = new Float64Array(width);
      let right = 0;
      for (const atom of atoms) {
        row[atom] = 1;
        right += point[atom]!;
      }
      row[this.n + i] = 1;
      row[width - 1] = right;
      return row;
    });
    this.basis = Array.from({ length: m }, (_, i) => this.n + i);
    const cost = new Float64Array(width);
    cost.fill(-1, this.n, this.n + m);
    this.run(cost, this.n);
    this.dropArtificial();
  }

  /** The largest value of the sum of these coordinates; `Infinity` where nothing holds it. `rows` says which sums hold it. */
  most(atoms: ArrayLike<number>, sign: 1 | -1): { value: number; rows: number[] } {
    const width = this.n + this.original.length + 1;
    const cost = new Float64Array(width);
    for (let i = 0; i < atoms.length; i++) cost[atoms[i]!] = sign;
    const reduced = this.run(cost, this.n);
    if (!reduced) return { value: sign * Number.POSITIVE_INFINITY, rows: [] };
    const rows: number[] = [];
    // What an artificial coordinate would cost is the price of its row.
    for (let i = 0; i < this.original.length; i++) if (Math.abs(reduced[this.n + i]!) > NEARLY) rows.push(i);
    return { value: -sign * reduced[width - 1]! + 0, rows };
  }

  /** The corner the last question ended at. */
  point(): Float64Array {
    const point = new Float64Array(this.n);
    this.basis.forEach((column, i) => {
      const row = this.rows[i]!;
      if (column < this.n) point[column] = Math.max(0, row[row.length - 1]!);
    });
    return point;
  }

  /** Maximises; coordinates from `allowed` on may not enter. Returns the reduced costs, the negative value last; `null` if unbounded. */
  private run(cost: Float64Array, allowed: number): Float64Array | null {
    const reduced = cost.slice();
    const last = reduced.length - 1;
    this.basis.forEach((column, i) => {
      const price = cost[column]!;
      if (price === 0) return;
      const row = this.rows[i]!;
      for (let j = 0; j <= last; j++) reduced[j]! -= price * row[j]!;
    });
    for (let turn = 0; ; turn++) {
      const careful = turn > 50 + this.rows.length;
      let enter = -1;
      let best = NEARLY;
      for (let j = 0; j < allowed; j++) {
        if (reduced[j]! > best) {
          enter = j;
          if (careful) break;
          best = reduced[j]!;
        }
      }
      if (enter < 0) return reduced;
      const leave = this.leaving(enter);
      if (leave < 0) return null;
      this.pivot(leave, enter, reduced);
    }
  }

  private leaving(enter: number): number {
    let leave = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.rows.length; i++) {
      const row = this.rows[i]!;
      const by = row[enter]!;
      if (by <= NEARLY) continue;
      const ratio = Math.max(0, row[row.length - 1]!) / by;
      const tie = Math.abs(ratio - least) <= NEARLY;
      if (tie ? this.basis[i]! < this.basis[leave]! : ratio < least) {
        least = ratio;
        leave = i;
      }
    }
    return leave;
  }

  private pivot(leave: number, enter: number, reduced: Float64Array): void {
    const row = this.rows[leave]!;
    const by = row[enter]!;
    for (let j = 0; j < row.length; j++) row[j]! /= by;
    row[enter] = 1;
    for (const other of [...this.rows, reduced]) {
      const times = other[enter]!;
      if (other === row || times === 0) continue;
      for (let j = 0; j < row.length; j++) other[j]! -= times * row[j]!;
      other[enter] = 0;
    }
    this.basis[leave] = enter;
  }

  /** Rows that follow from others say nothing new and go; the rest exchange their artificial coordinate for one of the set's own. */
  private dropArtificial(): void {
    const nothing = new Float64Array(this.n + this.original.length + 1);
    for (let i = this.rows.length - 1; i >= 0; i--) {
      if (this.basis[i]! < this.n) continue;
      const row = this.rows[i]!;
      let enter = -1;
      for (let j = 0; j < this.n && enter < 0; j++) if (Math.abs(row[j]!) > 1e-7) enter = j;
      if (enter >= 0) this.pivot(i, enter, nothing);
      else {
        this.rows.splice(i, 1);
        this.basis.splice(i, 1);
      }
    }
  }
}
