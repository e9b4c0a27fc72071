import { describe, expect, it } from "vitest";
import { asked, lookAt, readAnswer, scoreOf, sectionScores } from "./assessments/scoring.ts";
import { computeRound, type Unit } from "./index/round-result.ts";
import { telling } from "./index/telling.ts";
import { uncertainty } from "./index/uncertainty.ts";
import { expertWeights, pairsOf } from "./index/weights.ts";
import { gaps, overlaps } from "./platforms/rules.ts";
import { Questionnaire } from "./questionnaires/schema.ts";
import { SHIPPED } from "./questionnaires/shipped.ts";
import { type Measures, missing, stageOf } from "./stage/rules.ts";

const innovation = SHIPPED[0]!;
const question = (key: string) => innovation.questions.find((one) => one.key === key)!;

describe("a questionnaire", () => {
  it.each(SHIPPED.map((one) => [one.key, one] as const))("that ships holds together: %s", (_, one) => {
    expect(Questionnaire.safeParse(one).error).toBeUndefined();
  });

  it("is refused where a branch asks of what was not asked before, or a part scores nothing", () => {
    const first = { ...question("test-space"), when: { question: "new-share", is: ["1"] } };
    expect(
      Questionnaire.safeParse({ ...innovation, questions: [first, ...innovation.questions.slice(1)] })
        .success,
    ).toBe(false);
    const empty = innovation.questions.filter(({ section }) => section !== "finance");
    expect(Questionnaire.safeParse({ ...innovation, questions: empty }).success).toBe(false);
  });
});

describe("an answer", () => {
  it.each([
    ["test-space", "3", 75],
    ["age", "under-5", 100],
    ["shared-equipment", "no", 0],
    ["rd-share", 2.5, 25],
    ["rd-share", 40, 100],
    ["sources", ["own", "grants"], 50],
    ["obstacle", "Time", null],
  ] as const)("to %s of %s scores %s", (key, value, score) => {
    expect(scoreOf(question(key), value)).toBe(score);
  });

  it.each([
    ["test-space", "9", "not-a-choice"],
    ["sources", ["own", "lottery"], "not-a-choice"],
    ["rd-share", "-3", "not-a-number"],
    ["rd-share", "120", "too-large"],
    ["obstacle", "x".repeat(4001), "too-long"],
  ] as const)("to %s is refused as %s", (key, raw, wrong) => {
    expect(readAnswer(question(key), raw)).toEqual({ ok: false, wrong });
  });

  it("is read with a comma as with a point, and taken back by nothing", () => {
    expect(readAnswer(question("rd-share"), " 3,5 ")).toEqual({ ok: true, value: 3.5 });
    expect(readAnswer(question("rd-share"), "")).toEqual({ ok: true, value: null });
  });

  it("opens a branch, which is otherwise neither asked nor missing", () => {
    const keys = (said: "yes" | "no") =>
      asked(innovation, { "shared-equipment": said }).map(({ key }) => key);
    expect(keys("yes")).toContain("shared-kinds");
    expect(keys("no")).not.toContain("shared-kinds");
    expect(lookAt(innovation, { "shared-equipment": "no" }, {}).map(({ key }) => key)).not.toContain(
      "shared-kinds",
    );
  });

  it("that is missing lowers nothing: a part is the mean of what is known in it", () => {
    const looked = lookAt(innovation, { "test-space": "4", age: "over-15" }, { "record-projects": 4 });
    expect(sectionScores(innovation, looked)).toEqual([
      50,
      Number.NaN,
      50,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

/** Somebody who answered every scale alike and knows nothing else. */
const unit = (id: string, step: number, shared = true): Unit => ({
  ...{ id, organisationId: id, shared },
  looked: lookAt(
    innovation,
    Object.fromEntries(
      innovation.questions.filter(({ kind }) => kind === "scale").map(({ key }) => [key, String(step)]),
    ),
    {},
  ).map((one) =>
    one.section === "finance" && one.key !== "staying-power" ? { ...one, score: step * 25 } : one,
  ),
});

describe("what is told of many", () => {
  const units = (count: number) => Array.from({ length: count }, (_, at) => unit(`u${at}`, at % 5));
  const closed = { closed: true, judgements: null, before: null };

  it("is nothing for fewer than five, and nothing while answers still come", () => {
    expect(computeRound(innovation, units(4), closed).result.sections).toBeNull();
    expect(computeRound(innovation, units(9), { ...closed, closed: false }).result.sections).toBeNull();
    expect(computeRound(innovation, units(5), closed).result.of).toBe(5);
  });

  it("leaves out one or two answers that could be worked out from all the shared ones", () => {
    const kept = (count: number) => Array.from({ length: count }, (_, at) => unit(`kept${at}`, 4, false));
    const told = (...some: Unit[]) => telling(some)?.map(({ id }) => id) ?? null;
    expect(told(...units(5), ...kept(1))).toEqual(told(...units(5)));
    expect(told(...units(5), ...kept(2))).toEqual(told(...units(5)));
    expect(told(...units(5), ...kept(3))).toHaveLength(8);
    expect(told(...units(4), ...kept(2))).toBeNull();
  });

  it("leaves them out of what each thing tells, where others left it blank", () => {
    // All eight answered, but of the three that are kept only one said anything to this.
    const all = [
      ...units(6),
      unit("kept0", 4, false),
      ...["kept1", "kept2"].map((id) => ({
        ...unit(id, 4, false),
        looked: unit(id, 4, false).looked.map((one) => ({
          ...one,
          score: one.key === "test-space" ? null : one.score,
        })),
      })),
    ];
    const without = all.filter(({ id }) => id !== "kept0");
    const said = (some: Unit[]) => computeRound(innovation, some, closed).result.looked!["test-space"];
    expect(said(all)).toBe(said(without));
  });

  it("is of the same members for ever, however sharing changes later", () => {
    const first = [...units(6), unit("k0", 4, false), unit("k1", 4, false), unit("k2", 4, false)];
    const { result, scores } = computeRound(innovation, first, closed);
    const counted = new Map([...scores].map(([id, one]) => [id, one.counted]));
    // Two of the three share now: figures of all but the third would, beside the first ones, tell of the third.
    const later = first.map((one) => (one.id === "k2" ? one : { ...one, shared: true }));
    expect(computeRound(innovation, later, { ...closed, counted }).result).toEqual(result);
    expect(computeRound(innovation, later, closed).result).not.toEqual(result);
  });

  describe("in a later round", () => {
    const first = units(8);
    const { scores, result } = computeRound(innovation, first, closed);
    const before = { round: "r0", scores, result };
    const figures = (now: Unit[]) => {
      const { sections, index, weights, alpha, looked } = computeRound(innovation, now, {
        ...closed,
        before,
      }).result;
      return { sections, index, weights, alpha, looked };
    };
    const as = (now: Unit[], count: number, step: number) =>
      now.map((one, at) => (at < count ? { ...unit(one.id, step) } : one));
    const told = figures(first);

    it.each([
      ["one that answered differently", as(first, 1, 4)],
      ["two that answered differently", as(first, 2, 4)],
      ["one that came", [...first, unit("new", 4)]],
      ["one that left", first.slice(1)],
      ["one that came and one that left", [...first.slice(1), unit("new", 4)]],
    ])("no figure tells of %s", (_, now) => {
      expect(figures(now)).toEqual(told);
    });

    it("three that moved are told of together", () => {
      expect(figures(as(first, 3, 4))).not.toEqual(told);
    });
  });

  it("is quartiles in steps of five while they are few, in each part and of the index", () => {
    const { result } = computeRound(innovation, units(5), closed);
    expect(result.sections![0]).toEqual({ q1: 25, median: 50, q3: 75 });
    expect(result.index!["equal.arithmetic"]).toEqual({ q1: 25, median: 50, q3: 75 });
  });

  it("says of the progress only what five answered twice", () => {
    const now = units(6);
    const earlier = (count: number) => ({
      round: "r0",
      result: null,
      scores: new Map(
        [...computeRound(innovation, units(6), closed).scores]
          .slice(0, count)
          .map(([id, score]) => [
            id,
            { ...score, index: { "equal.arithmetic": score.index["equal.arithmetic"]! - 10 } },
          ]),
      ),
    });
    expect(computeRound(innovation, now, { ...closed, before: earlier(4) }).result.progress).toBeNull();
    expect(computeRound(innovation, now, { ...closed, before: earlier(5) }).result.progress).toMatchObject({
      of: 5,
      index: 10,
    });
  });
});

describe("doubt", () => {
  const looked = [0, 1, 2, 3, 4].map((step) => unit("u", step).looked);
  const equal = innovation.sections.map(() => 1 / 6);

  it("is the same with the same seed, and grows with what is missing", () => {
    expect(uncertainty(innovation, looked, equal, 7)).toEqual(uncertainty(innovation, looked, equal, 7));
    const width = (some: typeof looked) => {
      const { index } = uncertainty(innovation, some, equal, 7)[0]!;
      return index.high - index.low;
    };
    const full = looked.map((unit) => unit.map((one) => ({ ...one, score: one.score ?? 50 })));
    expect(width(looked)).toBeGreaterThan(width(full));
  });

  it("puts the best before the worst in every draw", () => {
    const full = [0, 40, 95].map((score) => looked[0]!.map((one) => ({ ...one, score })));
    expect(uncertainty(innovation, full, equal, 3).map(({ rank }) => rank)).toEqual([
      { low: 3, high: 3 },
      { low: 2, high: 2 },
      { low: 1, high: 1 },
    ]);
  });
});

describe("weights judged in pairs", () => {
  it("follow from all pairs, and tell when these contradict one another", () => {
    const keys = ["a", "b", "c"];
    expect(pairsOf(keys)).toEqual([
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
    ]);
    const good = expertWeights(keys, { "a:b": 2, "a:c": 4, "b:c": 2 })!;
    expect(good.weights.map((one) => Math.round(one * 1000))).toEqual([571, 286, 143]);
    expect(good.consistencyRatio).toBeLessThan(0.01);
    expect(expertWeights(keys, { "a:b": 9, "a:c": 1 / 9, "b:c": 9 })!.consistencyRatio).toBeGreaterThan(0.1);
    expect(expertWeights(keys, { "a:b": 2 })).toBeNull();
  });
});

describe("the stage of a cluster", () => {
  const measures = (change: Partial<Measures> = {}): Measures => ({
    linked: { part: 70, whole: 100 },
    joint: { part: 40, whole: 100 },
    platforms: { part: 50, whole: 100 },
    digital: { part: 4, whole: 10 },
    common: { part: 20, whole: 100 },
    processes: { part: 3, whole: 0 },
    together: { part: 10, whole: 100 },
    public: { part: 0, whole: 0 },
    ...change,
  });

  it("is the highest whose conditions hold with those of all before it", () => {
    expect(stageOf(measures())).toBe("innovation-intensive");
    expect(stageOf(measures({ common: { part: 30, whole: 100 } }))).toBe("network");
    expect(stageOf(measures({ linked: { part: 10, whole: 100 } }))).toBe("industrial");
    expect(stageOf(measures({ digital: { part: 0, whole: 0 } }))).toBe("innovation-active");
  });

  it("says what is missing for the next, in numbers of what is counted", () => {
    expect(missing(measures(), "innovation-intensive")).toEqual([{ measure: "common", least: 30, more: 10 }]);
    expect(missing(measures(), "systemic")).toEqual([]);
  });
});

describe("the register of platforms", () => {
  const platforms = [
    { id: "p", area: "design" as const },
    { id: "q", area: "design" as const },
    { id: "r", area: "planning" as const },
  ];
  const use = (organisationId: string, platformId: string) => ({
    ...{ organisationId, platformId },
    process: "development" as const,
  });

  it("finds what could be one, and who would have to move", () => {
    const uses = [use("a", "p"), use("b", "p"), use("b", "q"), use("c", "q"), use("d", "r")];
    expect(overlaps(platforms, uses)).toEqual([
      {
        process: "development",
        area: "design",
        platforms: [
          { id: "p", users: 2 },
          { id: "q", users: 2 },
        ],
        moves: 1,
      },
    ]);
    expect(gaps(uses)).toContain("sales");
    expect(gaps(uses)).not.toContain("development");
  });
});
