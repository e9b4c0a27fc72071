/** Eigenvalues descending; `vectors[k]` belongs to the k-th one: all of it, or only its last entry. */
export type TridiagonalEigen = { values: Float64Array; vectors: Float64Array[] };

const MOST_SWEEPS = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric tridiagonal matrix, by the QL algorithm with implicit shifts. O(n³); O(n²) where only the
 * last entry of each vector is wanted.
 *
 * H. Bowdler, R. S. Martin, C. Reinsch and J. H. Wilkinson, "The QR and QL algorithms for symmetric matrices", Numerische Mathematik 11
 * (1968), 293–306.
 */
export function tridiagonalEigen(
  diagonal: ArrayLike<number>,
  beside: ArrayLike<number>,
  entries: "all" | "last" = "all",
): TridiagonalEigen {
  const n = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = Float64Array.from({ length: n }, (_, i) => (i < n - 1 ? beside[i]! : 0));
  const z = Array.from({ length: n }, (_, k) => {
    if (entries === "last") return Float64Array.of(k === n - 1 ? 1 : 0);
    const unit = new Float64Array(n);
    unit[k] = 1;
    return unit;
  });
  for (let l = 0; l < n; l++)
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]!) > Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m++;
      if (m === l) break;
      sweepUp(d, e, z, l, m);
    }
  const order = Array.from(d.keys()).sort((i, j) => d[j]! - d[i]!);
  return { values: Float64Array.from(order, (k) => d[k]!), vectors: order.map((k) => z[k]!) };
}

/** One implicit QL step on the rows l..m; row k of `z` becomes the k-th eigenvector. */
function sweepUp(d: Float64Array, e: Float64Array, z: Float64Array[], l: number, m: number) {
  let g = (d[l + 1]! - d[l]!) / (2 * e[l]!);
  let r = Math.hypot(g, 1);
  g = d[m]! - d[l]! + e[l]! / (g + (g >= 0 ? r : -r));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * e[i]!;
    const b = c * e[i]!;
    r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1]! - p;
    r = (d[i]! - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    const upper = z[i + 1]!;
    const lower = z[i]!;
    for (let k = 0; k < upper.length; k++) {
      const x = upper[k]!;
      const y = lower[k]!;
      upper[k] = s * y + c * x;
      lower[k] = c * y - s * x;
    }
  }
  d[l]! -= p;
  e[l] = g;
  e[m] = 0;
}
