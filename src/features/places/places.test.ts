import { geoArea, geoContains } from "d3-geo";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  countryOfRegion,
  countryShapes,
  placeNamed,
  placeOf,
  pointInRegion,
  regionName,
  regionShapes,
} from "./feature.ts";

describe("countries", () => {
  it("are known by the letters of ISO 3166, as the whole world knows them", () => {
    const english = new Intl.DisplayNames("en", { type: "region" });
    for (const name of ["Germany", "Denmark", "Poland", "Mexico", "Japan", "Kosovo"]) {
      const shape = countryShapes("fine").find(({ properties }) => properties.name === name)!;
      expect(english.of(shape.properties.country!)).toBe(name);
    }
  });

  it("contain their capitals, coarse or fine", () => {
    for (const detail of ["coarse", "fine"] as const) {
      const germany = countryShapes(detail).find(({ properties }) => properties.country === "DE")!;
      expect(geoContains(germany, [13.4, 52.52])).toBe(true);
      expect(geoContains(germany, [2.35, 48.86])).toBe(false);
    }
  });
});

describe("regions", () => {
  it("are all smaller than the earth: no outline runs the wrong way round", () => {
    for (const level of [1, 2, 3] as const)
      for (const shape of regionShapes(level)) expect(geoArea(shape)).toBeLessThan(1);
  });

  it("can be asked for by country, in the codes of ISO 3166", () => {
    expect(regionShapes(1, ["DE"])).toHaveLength(16);
    expect(new Set(regionShapes(3, ["GR", "DK"]).map((shape) => shape.properties.code.slice(0, 2)))).toEqual(
      new Set(["EL", "DK"]),
    );
  });

  it.each([
    ["DE6", "Hamburg"],
    ["DEF", "Schleswig-Holstein"],
    ["EL301", "Voreios Tomeas Athinon"],
    ["XX999", null],
  ])("named %s are called %s", (code, name) => {
    expect(regionName(code)).toBe(name);
  });

  it("of the Commission's codes lie in the countries of ISO 3166", () => {
    expect(["EL301", "UKI31", "DE600"].map(countryOfRegion)).toEqual(["GR", "GB", "DE"]);
  });

  it.each([
    ["Hamburg", 53.55, 9.99, "DE600"],
    ["Kiel, by the water", 54.33, 10.15, "DEF02"],
    ["the middle of the Atlantic", 40, -40, null],
  ])("contain the point of %s", (_, lat, lon, code) => {
    expect(pointInRegion(lat, lon, 3)).toBe(code);
  });
});

describe("a place by its name", () => {
  it.each([
    ["Hamburg", "DE", 53.5],
    ["münchen", "DE", 48.1],
    ["Muenchen", "DE", 48.1],
    ["Vienna", "AT", 48.2],
    ["WIEN", "AT", 48.2],
    ["Brussel", "BE", 50.8],
    ["Bruxelles", "BE", 50.8],
  ])("%s lies in %s", (name, country, lat) => {
    const place = placeNamed(name)!;
    expect(place.country).toBe(country);
    expect(place.lat).toBeCloseTo(lat, 0);
  });

  it("is the one in the country that follows", () => {
    expect(placeNamed("Valencia, ES")?.country).toBe("ES");
    expect(placeNamed("Cambridge, US")?.country).toBe("US");
    expect(placeNamed("Cambridge")?.country).toBe("GB");
  });

  it("is null where nobody has heard of it", () => {
    expect(placeNamed("Nowhere upon Nothing")).toBeNull();
    expect(placeNamed("")).toBeNull();
  });
});

describe("an address", () => {
  it.each([
    ["Hamburg", "DE", 53.5, "DE600"],
    ["PARIS CEDEX 05", "FR", 48.9, "FR101"],
    ["Wien 3", "AT", 48.2, "AT130"],
    ["Donostia-San Sebastián", "ES", 43.3, "ES212"],
    ["ATHINA", "EL", 38.0, "EL303"],
    ["Dublin 2", "IE", 53.3, "IE061"],
    // bears no organisation of the source: GeoNames knows it
    ["Buxtehude", "DE", 53.5, "DE939"],
  ])("in %s lies there", (city, country, lat, nuts) => {
    const place = placeOf({ city, country })!;
    expect(Math.abs(place.lat - lat)).toBeLessThan(0.15);
    expect(place.nuts).toBe(nuts);
  });

  it("of one name among several lies in the region that is known", () => {
    const free = placeOf({ city: "Frankfurt", country: "DE" })!;
    expect(free.lat).toBeCloseTo(50.1, 0);
    expect(placeOf({ city: "Frankfurt (Oder)", country: "DE", nuts: "DE4" })!.lon).toBeCloseTo(14.5, 0);
  });

  it("takes the region that a town's organisations name, also near a border", () => {
    expect(placeOf({ city: "Rostock", country: "DE" })?.nuts).toBe("DE803");
    // Elsewhere the map tells.
    expect(placeOf({ city: "Somewhere", country: "DE" }, () => ({ lat: 53.55, lon: 9.99 }))?.nuts).toBe(
      "DE600",
    );
  });

  it("is null where nobody has heard of the town, or nothing is said", () => {
    expect(placeOf({ city: "Nirgendwoburg", country: "DE" })).toBeNull();
    expect(placeOf({ city: " ", country: "DE" })).toBeNull();
    expect(placeOf({ city: null, country: null })).toBeNull();
  });
});

describe("an installation without outlines of regions", () => {
  afterEach(() => {
    vi.doUnmock("./data-file.ts");
    vi.resetModules();
  });

  it("still has countries, and knows no region's outline", async () => {
    vi.resetModules();
    vi.doMock("./data-file.ts", () => ({ dataFile: () => null }));
    const bare = await import("./feature.ts");
    expect(bare.hasRegionShapes()).toBe(false);
    expect(bare.regionShapes(2)).toEqual([]);
    expect(bare.pointInRegion(53.55, 9.99)).toBeNull();
    expect(bare.regionName("DE6")).toBeNull();
    expect(bare.placeNamed("Hamburg")).toBeNull();
    expect(bare.countryShapes().length).toBeGreaterThan(150);
  });
});
