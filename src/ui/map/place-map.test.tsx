import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, heapsOf } from "./cluster-points.ts";
import { PlaceMap } from "./place-map.tsx";
import { extentOf, outlinesOf, projectionFor, type Shape } from "./projection.ts";

const square = (west: number, south: number, east: number, north: number): Shape => ({
  type: "Feature",
  properties: {},
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    ],
  },
});
const frame = { width: 800, height: 600 };
const extent = [8, 53, 12, 55] as const;

describe("the projection", () => {
  it("shows the whole extent, north up, east to the right", () => {
    const at = projectionFor(extent, frame);
    const [west, north] = at([8, 55])!;
    const [east, south] = at([12, 53])!;
    expect(west).toBeLessThan(east);
    expect(north).toBeLessThan(south);
    for (const value of [west, north, east, south]) expect(value).toBeGreaterThanOrEqual(0);
    expect(east).toBeLessThanOrEqual(800);
    expect(south).toBeLessThanOrEqual(600);
  });

  it("draws a district as itself whichever way its ring runs", () => {
    const shape = square(9, 53.5, 10, 54);
    const ring = (shape.geometry as { coordinates: number[][][] }).coordinates[0]!;
    const reversed = { ...shape, geometry: { type: "Polygon", coordinates: [[...ring].reverse()] } } as Shape;
    const corners = (data: string | undefined) => data!.match(/,/g)!.length;
    const [one, other] = outlinesOf([shape, reversed], extent, frame);
    expect(corners(one)).toBe(corners(other));
    expect(one!.length).toBeLessThan(200);
  });

  it("draws nothing of what lies elsewhere", () => {
    expect(outlinesOf([square(100, 0, 101, 1)], extent, frame)).toEqual([""]);
  });

  it("finds an extent that contains all points, and none without points", () => {
    const [west, south, east, north] = extentOf([
      { lon: 10, lat: 53 },
      { lon: 11, lat: 54 },
    ])!;
    expect([west < 10, south < 53, east > 11, north > 54]).toEqual([true, true, true, true]);
    expect(extentOf([])).toBeUndefined();
  });
});

describe("points that lie close together", () => {
  it("are counted once each, and no two heaps are nearer than the reach", () => {
    const point = fc.record({
      point: fc.nat(),
      x: fc.integer({ min: 0, max: 800 }),
      y: fc.integer({ min: 0, max: 600 }),
    });
    fc.assert(
      fc.property(fc.array(point), (points) => {
        const heaps = heapsOf(points, 26);
        expect(heaps.reduce((sum, heap) => sum + heap.points.length, 0)).toBe(points.length);
        for (const [i, a] of heaps.entries())
          for (const b of heaps.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(26);
      }),
    );
  });
});

describe("marks on a map", () => {
  it("touch no other one, and lose no point", () => {
    const point = fc.record({
      point: fc.nat(),
      x: fc.integer({ min: 0, max: 800 }),
      y: fc.integer({ min: 0, max: 600 }),
    });
    fc.assert(
      fc.property(fc.array(point), (points) => {
        const heaps = apart(heapsOf(points, 26), () => 20);
        expect(heaps.reduce((sum, heap) => sum + heap.points.length, 0)).toBe(points.length);
        for (const [i, a] of heaps.entries())
          for (const b of heaps.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(40);
      }),
    );
  });
});

describe("a map", () => {
  const point = (id: string, lon: number, lat: number) => ({
    id,
    label: `Firm ${id}`,
    lon,
    lat,
    href: `/o/${id}`,
  });
  const html = String(
    <PlaceMap
      locale="en"
      label="Members"
      countries={[square(0, 40, 20, 60)]}
      regions={[{ id: "r", name: "North <i>", shape: square(9, 53, 10, 54), value: 12, href: "/r" }]}
      points={[point("a", 10, 54), point("b", 10.001, 54.001), point("c", 11.5, 53.2), point("far", -70, 10)]}
      extent={extent}
      credit="Outlines: Natural Earth"
      heapHref={(points) => `/o?ids=${points.map(({ id }) => id).join(",")}`}
    />,
  );

  it("links each point, and heaps to their list", () => {
    expect(html).toContain('<a href="/o/c" aria-label="Firm c">');
    expect(html).toContain('<a href="/o?ids=a,b" aria-label="2 places here: Firm a, Firm b">');
  });
  it("says what lies outside and whose outlines it shows", () => {
    expect(html).toContain("1 lies outside this map");
    expect(html).toContain("Outlines: Natural Earth");
  });
  it("escapes names", () => {
    expect(html).toContain("<title>North &lt;i&gt;: 12</title>");
  });
});
