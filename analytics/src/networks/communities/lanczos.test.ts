import { expect, it } from "vitest";
import { symmetricEigen } from "../../core/eigen.ts";
import { Matrix } from "../../core/matrix.ts";
import { normal, seeded } from "../../core/random.ts";
import { leadingEigen } from "./lanczos.ts";

it.each([1, 2, 9, 130])(
  "finds the greatest eigenvalue of a symmetric matrix of %i rows, and what is next to it",
  (n) => {
    const random = seeded(n);
    const matrix = new Matrix(n, n);
    for (let r = 0; r < n; r++)
      for (let c = 0; c <= r; c++) {
        matrix.values[r * n + c] = normal(random);
        matrix.values[c * n + r] = matrix.values[r * n + c]!;
      }
    const multiply = (x: Float64Array, into: Float64Array) => {
      for (let r = 0; r < n; r++) into[r] = x.reduce((total, value, c) => total + value * matrix.at(r, c), 0);
    };
    const exact = symmetricEigen(matrix);
    const first = leadingEigen(n, multiply);
    expect(first.converged).toBe(true);
    expect(first.value).toBeCloseTo(exact.values[0]!, 9);
    const along = first.vector.reduce((total, x, v) => total + x * exact.vectors.at(v, 0), 0);
    expect(Math.abs(along)).toBeCloseTo(1, 9);
    if (n === 1) return;
    const second = leadingEigen(n, multiply, { away: [exact.vectors.column(0)] });
    expect(second.value).toBeCloseTo(exact.values[1]!, 9);
  },
);
