import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusal } from "../core/testing.ts";
import { align, type Observation, Panel } from "./panel.ts";

const hanse: Observation[] = [
  { region: "Hamburg", activity: "aviation", period: 2021, value: 40 },
  { region: "Hamburg", activity: "ports", period: 2020, value: 7 },
  { region: "Bremen", activity: "aviation", period: 2020, value: 16 },
  { region: "Bremen", activity: "ports", period: 2020, value: "secret" },
  { region: "Lübeck", activity: "ports", period: 2021, value: "missing" },
];

describe("a panel", () => {
  it("is a table a period, over the same regions and activities", () => {
    const panel = Panel.from(hanse);
    expect(panel.regions).toEqual(["Hamburg", "Bremen", "Lübeck"]);
    expect(panel.activities).toEqual(["aviation", "ports"]);
    expect(panel.periods).toEqual(["2020", "2021"]);
    expect(panel.matrix(2020).toRows()).toEqual([
      [0, 7],
      [16, Number.NaN],
      [0, 0],
    ]);
    expect(panel.matrix()).toEqual(panel.matrix("2021"));
  });

  it("tells secret, missing and zero apart", () => {
    const panel = Panel.from(hanse);
    expect(panel.state("Bremen", "ports", 2020)).toBe("secret");
    expect(panel.state("Lübeck", "ports", 2021)).toBe("missing");
    expect(panel.state("Lübeck", "aviation", 2021)).toBe("known");
    expect(panel.gaps(2020)).toEqual({ secret: 1, missing: 0 });
    const sparse = Panel.from(hanse, { absent: "missing" });
    expect(sparse.state("Lübeck", "aviation", 2021)).toBe("missing");
    expect(sparse.gaps(2021)).toEqual({ secret: 0, missing: 5 });
    expect(sparse.matrix(2021).at(2, 0)).toBeNaN();
  });

  it("keeps a zero that was told where absence counts as missing", () => {
    const panel = Panel.from([{ region: "a", activity: "x", value: 0 }], { absent: "missing" });
    expect(panel.state("a", "x")).toBe("known");
    expect(panel.matrix().toRows()).toEqual([[0]]);
  });

  it("follows the wish what to do with a cell told twice", () => {
    const twice: Observation[] = [
      { region: "a", activity: "x", value: 1 },
      { region: "a", activity: "y", value: 5 },
      { region: "a", activity: "x", value: 2 },
    ];
    const cell = (duplicates: "sum" | "first" | "last") =>
      Panel.from(twice, { duplicates }).matrix().at(0, 0);
    expect([cell("sum"), cell("first"), cell("last")]).toEqual([3, 1, 2]);
    const error = refusal(() => Panel.from(twice, { duplicates: "error" }));
    expect([error.code, error.place]).toEqual(["duplicate", { row: 2, rowName: "a", columnName: "x" }]);
  });

  it("does not let a sum with a secret part pass for the whole", () => {
    const panel = Panel.from([
      { region: "a", activity: "x", value: 1 },
      { region: "a", activity: "x", value: "secret" },
    ]);
    expect(panel.state("a", "x")).toBe("secret");
    expect(
      Panel.from(hanse)
        .group({ activity: () => "all" })
        .state("Bremen", "all", 2020),
    ).toBe("secret");
  });

  it("refuses a bad amount and an unknown name with the observation they are in", () => {
    const bad = (value: number) =>
      refusal(() => Panel.from([...hanse, { region: "Kiel", activity: "ports", value }]));
    expect([bad(-1).code, bad(-1).place.row, bad(-1).place.rowName]).toEqual(["negative", 5, "Kiel"]);
    expect([bad(Number.NaN).code, bad(Number.POSITIVE_INFINITY).code]).toEqual([
      "not-a-number",
      "not-a-number",
    ]);
    const error = refusal(() => Panel.from(hanse, { regions: ["Hamburg"] }));
    expect([error.code, error.place.row]).toEqual(["unknown-name", 2]);
    expect(
      Panel.from(hanse, { regions: ["Hamburg"], unknown: "skip" })
        .matrix(2020)
        .toRows(),
    ).toEqual([[0, 7]]);
    expect(refusal(() => Panel.from(hanse).matrix(1999)).code).toBe("unknown-name");
    expect(refusal(() => Panel.from(hanse).select({ regions: ["Kiel"] })).message).toContain("Kiel");
    expect(refusal(() => Panel.from([], { regions: ["a", "a"] })).code).toBe("duplicate");
  });

  it("selects and orders", () => {
    const panel = Panel.from(hanse).select({ regions: ["Bremen", "Hamburg"], periods: [2020] });
    expect(panel.matrix().toRows()).toEqual([
      [16, Number.NaN],
      [0, 7],
    ]);
    expect(Panel.from(hanse, { order: "name" }).regions).toEqual(["Bremen", "Hamburg", "Lübeck"]);
  });

  it("is made of whole tables, and refuses those that do not fit", () => {
    const panel = Panel.fromMatrices({
      regions: ["a", "b"],
      activities: ["x"],
      periods: [1, 2],
      matrices: [
        [[1], [2]],
        [[3], [Number.NaN]],
      ],
    });
    expect(panel.matrix(1).toRows()).toEqual([[1], [2]]);
    expect(panel.state("b", "x", 2)).toBe("missing");
    expect(
      refusal(() => Panel.fromMatrices({ regions: ["a"], activities: ["x"], matrices: [[[1], [2]]] })).code,
    ).toBe("shape");
    expect(
      refusal(() =>
        Panel.fromMatrices({ regions: ["a"], activities: ["x"], periods: [1, 2], matrices: [[[1]]] }),
      ).code,
    ).toBe("shape");
    expect(
      refusal(() => Panel.fromMatrices({ regions: ["a"], activities: ["x"], matrices: [[[-1]]] })).code,
    ).toBe("negative");
  });

  it("can be nothing", () => {
    const panel = Panel.from([]);
    expect(panel.matrix().toRows()).toEqual([]);
    expect([...panel.observations()]).toEqual([]);
    expect(
      Panel.from([], { regions: ["a"], activities: ["x"] })
        .matrix()
        .toRows(),
    ).toEqual([[0]]);
  });

  it("comes back from its observations as it was, in whatever order they are told", () => {
    const name = fc.constantFrom("a", "b", "c", "d");
    const observation = fc.record({
      region: name,
      activity: name,
      period: fc.constantFrom("1", "2", "10"),
      value: fc.oneof(fc.nat(9), fc.constant<"secret">("secret"), fc.constant<"missing">("missing")),
    });
    const distinct = fc.uniqueArray(observation, {
      selector: (one) => `${one.region} ${one.activity} ${one.period}`,
    });
    fc.assert(
      fc.property(distinct, (told) => {
        const panel = Panel.from(told, { order: "name" });
        const { regions, activities, periods } = panel;
        const again = Panel.from([...panel.observations()].reverse(), { regions, activities, periods });
        expect([...again.observations()]).toEqual([...panel.observations()]);
        for (const one of told)
          if (one.value !== 0) {
            const state = typeof one.value === "number" ? "known" : one.value;
            expect(panel.state(one.region, one.activity, one.period)).toBe(state);
          }
        expect(panel.periods).toEqual([...panel.periods].sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});

describe("aligned panels", () => {
  it("share regions and activities: all, or those in common", () => {
    const a = Panel.from([
      { region: "r", activity: "x", value: 1 },
      { region: "s", activity: "x", value: 2 },
    ]);
    const b = Panel.from([
      { region: "s", activity: "y", value: 3 },
      { region: "s", activity: "x", value: 4 },
    ]);
    const [wideA, wideB] = align([a, b]);
    expect(wideA!.matrix().toRows()).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(wideB!.matrix().toRows()).toEqual([
      [0, 0],
      [4, 3],
    ]);
    const [narrowA, narrowB] = align([a, b], "common");
    expect([narrowA!.matrix().toRows(), narrowB!.matrix().toRows()]).toEqual([[[2]], [[4]]]);
  });
});

describe("a position", () => {
  const states = [
    "Hamburg",
    "Bremen",
    "Lübeck",
    "Kiel",
    "Rostock",
    "Wismar",
    "Stralsund",
    "Greifswald",
    "Lüneburg",
  ];
  const panel = Panel.from(states.map((region) => ({ region, activity: "ports", value: 1 })));

  it("is that of a row or a column", () => {
    expect([panel.region("Lübeck"), panel.activity("ports")]).toEqual([2, 0]);
  });

  it.each([
    ["Hambug", "Hamburg"],
    ["burg", "Hamburg"],
    ["greifs", "Greifswald"],
    ["Kiehl", "Kiel"],
  ])("of %s is refused, with %s as the closest", (name, close) => {
    const error = refusal(() => panel.region(name));
    expect(error).toMatchObject({ code: "unknown-name" });
    expect(error.remedy).toMatch(`the closest are ${close}`);
  });

  it("of an unknown activity is refused with those there are", () => {
    expect(refusal(() => panel.activity("mines")).message).toBe(
      'There is no activity "mines". There are: ports.',
    );
  });
});

describe("the words of a panel", () => {
  it.each([
    ["duplicates", ["sum", "first", "last", "error"]],
    ["unknown", ["error", "skip"]],
    ["order", ["appearance", "name"]],
    ["absent", ["zero", "missing"]],
  ])("%s are those there are", (option, words) => {
    const error = refusal(() => Panel.from([], { [option]: "misspelt" }));
    expect(error).toMatchObject({ code: "option" });
    for (const word of words) expect(error.remedy).toContain(`"${word}"`);
  });

  it("keep is common or all", () => {
    expect(refusal(() => align([], "both" as never)).remedy).toBe('Give "common" or "all".');
  });
});
