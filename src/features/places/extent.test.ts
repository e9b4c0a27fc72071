import { describe, expect, it } from "vitest";
import { extentAround } from "./feature.ts";

const EMPTY = [0, 0, 1, 1] as const;
const hamburg = { lat: 53.55, lon: 10 };
const bremen = { lat: 53.08, lon: 8.8 };
const seattle = { lat: 47.6, lon: -122.3 };
const lisbon = { lat: 38.7, lon: -9.1 };
const helsinki = { lat: 60.2, lon: 24.9 };

describe("the extent of a map", () => {
  it("is the one named where there are no points", () => {
    expect(extentAround([], [...EMPTY])).toEqual(EMPTY);
  });

  it("is what most points need, with some air and rounded outwards: one far away stays outside", () => {
    expect(extentAround([hamburg, bremen, hamburg, bremen, seattle], [...EMPTY])).toEqual([
      8.5, 52.5, 10.5, 54,
    ]);
  });

  it("is the wide one where even most points need more than a country", () => {
    const far = [lisbon, helsinki, hamburg];
    const whole = extentAround(far, [...EMPTY], () => [-170, -56, 179, 78]);
    expect(whole).toEqual([-170, -56, 179, 78]);
    expect(extentAround(far, [...EMPTY])).not.toEqual(whole);
  });
});
