import { describe, expect, it } from "vitest";
import { STATES } from "../words.ts";
import {
  endsAs,
  isKept,
  isLive,
  isOver,
  mayBecome,
  nextDeadline,
  type Openable,
  open,
  standing,
} from "./rules.ts";

const need: Openable = {
  organisationId: "own",
  title: "Partner",
  text: "For lighter hulls.",
  teaser: "",
  step: "full",
  visibility: "cluster",
  wall: [],
  deadline: null,
  availableFrom: null,
};
const TODAY = "2026-11-22";

describe("a need's states", () => {
  it("begin with a draft that can only be opened", () => {
    expect(STATES.filter((state) => mayBecome("draft", state))).toEqual(["open"]);
    expect(STATES.filter((state) => mayBecome(state, "draft"))).toEqual([]);
  });

  it("let everything that is over be opened again", () => {
    const over = STATES.filter(isOver);
    expect(over).toEqual(["met", "closed", "expired"]);
    for (const state of over) expect(mayBecome(state, "open")).toBe(true);
  });

  it("do not let talks expire: only what is open does", () => {
    expect(STATES.filter((state) => mayBecome(state, "expired"))).toEqual(["open"]);
    expect(STATES.filter(isLive)).toEqual(["open", "in-talks"]);
  });

  it("count what was found here as met, and nothing else", () => {
    expect((["found-here", "found-elsewhere", "not-needed"] as const).map(endsAs)).toEqual([
      "met",
      "closed",
      "closed",
    ]);
  });
});

describe("opening", () => {
  const problem = (change: Partial<Openable>, own: string[] = []) => {
    const done = open({ ...need, ...change }, own, TODAY);
    return done.ok ? null : done.problem;
  };

  it("takes a whole need", () => expect(problem({})).toBeNull());
  it("wants a text", () => expect(problem({ text: " " })).toBe("needs-text"));
  it("wants a teaser where others read only that", () => {
    expect(problem({ step: "teaser" })).toBe("needs-teaser");
    expect(problem({ step: "teaser", teaser: "Somebody looks for a partner." })).toBeNull();
  });
  it("lets the last day itself pass, and none before it", () => {
    expect(problem({ deadline: TODAY })).toBeNull();
    expect(problem({ deadline: "2026-11-21" })).toBe("deadline-over");
  });
  it("keeps in confidence nothing that is for everybody", () =>
    expect(problem({ step: "match", visibility: "public" })).toBe("public-and-confidential"));
  it("walls off neither the owner nor whoever writes", () => {
    expect(problem({ wall: ["own"] })).toBe("would-wall-the-owner");
    expect(problem({ wall: ["second"] }, ["own", "second"])).toBe("would-not-see-it");
  });
});

it("keeps a draft with a title alone", () => {
  expect(standing({ ...need, text: "", step: "teaser", deadline: "2020-01-01" }, []).ok).toBe(true);
  expect(standing({ ...need, title: " " }, []).ok).toBe(false);
});

it("keeps from the log what somebody who reads the log may not know", () => {
  const told = { step: "full", state: "open", visibility: "cluster", wall: [] } as const;
  expect(isKept(told)).toBe(false);
  for (const change of [
    { step: "match" },
    { step: "teaser" },
    { state: "draft" },
    { visibility: "organisation" },
    { wall: ["rival"] },
  ] as const)
    expect(isKept({ ...told, ...change })).toBe(true);
});

describe("the next deadline of a series", () => {
  it("is a month, a quarter or a year on", () => {
    expect(nextDeadline("2026-11-30", "monthly", TODAY)).toBe("2026-12-30");
    expect(nextDeadline("2026-11-30", "quarterly", TODAY)).toBe("2027-02-28");
    expect(nextDeadline("2026-11-30", "yearly", TODAY)).toBe("2027-11-30");
  });
  it("lies ahead, however long ago the last one was, and comes back to its day", () => {
    expect(nextDeadline("2026-01-31", "monthly", TODAY)).toBe("2026-11-30");
    expect(nextDeadline("2020-02-29", "yearly", TODAY)).toBe("2027-02-28");
  });
  it("is none where there was none", () => expect(nextDeadline(null, "yearly", TODAY)).toBeNull());
});
