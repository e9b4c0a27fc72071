import { scaleLinear } from "d3-scale";
import { expect, it } from "vitest";
import { normal, seeded } from "../src/core/random.ts";
import { durantonOverman } from "../src/index.ts";
import { across, band, circle, line, path, picture, text, upwards } from "./draw.ts";

it("draws the distances between plants against chance", async () => {
  const random = seeded(7);
  const spread = Array.from({ length: 240 }, () => [100 * random(), 100 * random()]);
  const cluster = Array.from({ length: 18 }, () => [32 + 6 * normal(random), 58 + 6 * normal(random)]);
  const places = [...spread, ...cluster];
  const plants = [...Array.from({ length: 12 }, (_, k) => k), ...cluster.map((_, k) => 240 + k)];

  // #region example
  const { distances, density, global, localisation } = durantonOverman(places, plants, {
    draws: 500,
    level: 0.95,
    seed: 1,
  });
  // #endregion

  const reach = distances.findLast((_, d) => localisation[d]! > 0)!;
  expect(reach).toBeGreaterThan(5);
  const most = Math.max(...density, ...global.upper);
  const x = scaleLinear([0, distances.at(-1)!], [80, 500]);
  const y = scaleLinear([0, most * 1.05], [420, 96]);
  const curve = (values: Float64Array) =>
    Array.from(values, (value, d) => ({ x: x(distances[d]!), y: y(value) }));
  const isPlant = new Set(plants);
  const mapX = scaleLinear([0, 100], [540, 692]);
  const mapY = scaleLinear([0, 100], [268, 116]);
  const svg = picture(
    {
      title: "Nearer together than by chance",
      description:
        "Duranton and Overman's K-density of thirty plants among 258 places (the map): how often two of them are how far apart, with the band in which 95 % of random choices of thirty places stay at all distances. Above the band the plants are localised, here up to about a quarter of the way across the map.",
      source: "Made-up places, seeded.",
      height: 500,
    },
    [
      ...upwards(
        {
          scale: y,
          ticks: [0, 0.005, 0.01, 0.015, 0.02, 0.025].filter((v) => v < most),
          label: "density",
          labelAt: 78,
        },
        80,
        500,
      ),
      ...across({ scale: x, ticks: [0, 10, 20, 30, 40, 50] }, 420, 420),
      text(500, 455, "distance, km →", { "text-anchor": "end", "font-size": 11 }),
      band(curve(global.upper), curve(global.lower), { fill: "s6", "fill-opacity": 0.35 }),
      line(x(reach), 96, x(reach), 420, { stroke: "s1", "stroke-dasharray": "4 4" }),
      path(curve(density), { stroke: "s1", "stroke-width": 2.5 }),
      text(x(reach) + 8, 110, `localised up to ${Math.round(reach)} km`, { fill: "s1", "font-weight": 600 }),
      text(490, y((global.upper.at(-1)! + global.lower.at(-1)!) / 2), "by chance", {
        fill: "ink",
        "text-anchor": "end",
      }),
      ...places.map(([east, north], k) =>
        circle(mapX(east!), mapY(north!), isPlant.has(k) ? 2.8 : 1.5, { fill: isPlant.has(k) ? "s1" : "s6" }),
      ),
      text(540, 292, "thirty plants, 258 places", { "font-size": 11 }),
    ],
  );
  await expect(svg).toMatchFileSnapshot("./k-density.svg");
});
