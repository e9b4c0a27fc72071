import { expect, it } from "vitest";
import {
  complexityIntervals,
  complexityOutlookGain,
  complexityOutlookIndex,
  complexityPipeline,
  diversification,
  proximity,
} from "../index.ts";

const amounts = [
  [8, 4, 1, 0],
  [6, 5, 0, 1],
  [1, 6, 4, 2],
  [0, 1, 2, 9],
];
const plain = complexityPipeline(amounts);
const opposite = (values: Iterable<number>) => Array.from(values, (value) => 0 - value);

it("turns the indices of the pipeline, and what is made of them, the way of a list", () => {
  expect(complexityPipeline(amounts, { orient: plain.pci }).pci).toEqual(plain.pci);
  const turned = complexityPipeline(amounts, { orient: opposite(plain.pci) });
  expect([...turned.pci]).toEqual(opposite(plain.pci));
  expect([...turned.eci]).toEqual(opposite(plain.eci));
  const near = proximity(plain.presence);
  complexityOutlookIndex(plain.presence, plain.density, turned.pci).forEach((value, r) => {
    expect(turned.coi[r]).toBeCloseTo(value, 12);
  });
  complexityOutlookGain(plain.presence, near, turned.pci).values.forEach((value, k) => {
    expect(turned.cog.values[k]).toBeCloseTo(value, 12);
  });
});

it("turns the intervals, lower and upper exchanged", () => {
  const has = plain.presence;
  const one = complexityIntervals(has, { draws: 40 });
  const other = complexityIntervals(has, { draws: 40, orient: opposite(plain.pci) });
  opposite(one.eci).forEach((value, r) => {
    expect(other.eci[r]).toBeCloseTo(value, 12);
    expect(other.upper[r]).toBeCloseTo(-one.lower[r]!, 12);
  });
});

it("turns the complexity of a diversification table", () => {
  const complexities = (orient?: number[]) =>
    diversification(amounts, { region: 3, ...(orient ? { orient } : {}) })
      .options.sort((a, b) => a.position - b.position)
      .map(({ complexity }) => complexity);
  expect(complexities(opposite(plain.pci)).map((value) => 0 - value)).toEqual(complexities());
  expect(complexities().length).toBeGreaterThan(0);
});

it("needs one value for each activity", () => {
  for (const call of [
    () => complexityPipeline(amounts, { orient: [1] }),
    () => complexityIntervals(plain.presence, { orient: [1], draws: 1 }),
    () => diversification(amounts, { region: 0, orient: [1] }),
  ])
    expect(call).toThrow("orient has 1 values where 4 are needed");
});
