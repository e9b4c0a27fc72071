import { describe, expect, test } from "vitest";
import type { Compact } from "../answer.ts";
import { aliveIn, bestLinked, drawingOf, neighbourTowards } from "./drawing.ts";

const actor = (slug: string, x: number, y: number): Compact["actors"][number] => [
  slug,
  slug,
  slug,
  1,
  2,
  x,
  y,
];

/** A cross: the middle, one actor on each side, a far one on the right, and one who stands alone. */
const cross = drawingOf({
  actors: [
    actor("middle", 0, 0),
    actor("left", -1, 0),
    actor("right", 1, 0),
    actor("up", 0, 1),
    actor("far", 5, 0.2),
    actor("alone", 0.1, 0.1),
  ],
  pairs: [
    [0, 1, 1, 2019, 2021],
    [0, 2, 1, null, null],
    [0, 3, 9, 2020, null],
    [0, 4, 1, null, 2022],
  ],
} as unknown as Compact);

describe("the arrow keys", () => {
  test("go to the neighbour in their direction, the near one first", () => {
    expect(neighbourTowards(cross, "middle", "ArrowLeft")).toBe("left");
    expect(neighbourTowards(cross, "middle", "ArrowRight")).toBe("right");
    expect(neighbourTowards(cross, "middle", "ArrowUp")).toBe("up");
  });

  test("stay where no neighbour lies that way", () => {
    expect(neighbourTowards(cross, "middle", "ArrowDown")).toBeNull();
    expect(neighbourTowards(cross, "alone", "ArrowUp")).toBeNull();
  });

  test("begin at the best linked actor", () => {
    expect(bestLinked(cross)).toBe("middle");
  });
});

describe("the drawing", () => {
  test("makes well linked actors and strong pairs larger", () => {
    expect(cross.getNodeAttribute("middle", "size")).toBeGreaterThan(cross.getNodeAttribute("left", "size"));
    const size = (one: string) => cross.getEdgeAttribute(cross.edge("middle", one)!, "size");
    expect(size("up")).toBeGreaterThan(size("left"));
  });

  test("hides a pair outside the years chosen", () => {
    const alive = (one: string, from: number | null, to: number | null) =>
      aliveIn(cross.getEdgeAttributes(cross.edge("middle", one)!), from, to);
    expect(alive("left", 2022, null)).toBe(false);
    expect(alive("left", 2021, null)).toBe(true);
    expect(alive("up", null, 2019)).toBe(false);
    expect(alive("right", 1900, 1901)).toBe(true);
  });
});
