import { describe, expect, it } from "vitest";
import { needStateAfter } from "../hand-over.ts";
import { answer, mayLink, type Stated, say } from "./rules.ts";
import { centsOf } from "./schema.ts";

const one = (more: Partial<Stated> = {}): Stated => ({
  id: "o",
  kind: "contract",
  by: "from",
  state: "stated",
  ...more,
});

describe("saying what came of it", () => {
  it.each([
    ["is new where nobody has said it", [], { confirms: null, overtakes: [] }],
    ["confirms what the other side said", [one({ by: "to" })], { confirms: "o", overtakes: [] }],
    [
      "stands beside what the other side said otherwise",
      [one({ by: "to", kind: "order" })],
      { confirms: null, overtakes: [] },
    ],
    ["overtakes what one said in passing", [one({ kind: "talks" })], { confirms: null, overtakes: ["o"] }],
    ["leaves what lasts", [one({ kind: "order" })], { confirms: null, overtakes: [] }],
    [
      "is a further one after what both confirmed",
      [one({ state: "confirmed" })],
      { confirms: null, overtakes: [] },
    ],
  ] as const)("%s", (_, said, value) => {
    expect(say("met", said, { by: "from", kind: "contract" })).toEqual({ ok: true, value });
  });

  it("waits for the talk, and is not said twice", () => {
    expect(say("accepted", [], { by: "from", kind: "talks" })).toEqual({ ok: false, problem: "not-yet" });
    expect(say("closed", [one()], { by: "from", kind: "contract" })).toEqual({
      ok: false,
      problem: "said-already",
    });
  });
});

describe("answering it", () => {
  it.each([
    ["confirm", "to", true],
    ["dispute", "to", true],
    ["withdraw", "from", true],
    ["confirm", "from", false],
    ["withdraw", "to", false],
  ] as const)("%s is for the side %s: %j", (how, side, yes) => {
    expect(answer(one(), side, how).ok).toBe(yes);
  });
  it("is over once it is confirmed", () => {
    expect(answer(one({ state: "confirmed" }), "to", "confirm")).toEqual({ ok: false, problem: "not-open" });
    expect(answer(undefined, "to", "confirm")).toEqual({ ok: false, problem: "not-open" });
  });
  it("leads to a link only from what lasts and both confirmed", () => {
    expect(mayLink({ ...one({ state: "confirmed" }), linkId: null })).toBe(true);
    expect(mayLink({ ...one(), linkId: null })).toBe(false);
    expect(mayLink({ ...one({ state: "confirmed", kind: "talks" }), linkId: null })).toBe(false);
    expect(mayLink({ ...one({ state: "confirmed" }), linkId: "l" })).toBe(false);
  });
});

describe("a need after its introductions", () => {
  it.each([
    ["is in talks while one is agreed", "open", [{ state: "accepted", outcome: null }], "in-talks"],
    ["is met by a contract", "in-talks", [{ state: "met", outcome: "contract" }], "met"],
    ["is not met by talks alone", "in-talks", [{ state: "met", outcome: "talks" }], "in-talks"],
    ["is open again when nothing came of it", "in-talks", [{ state: "closed", outcome: "nothing" }], "open"],
    ["is left alone once its owner closed it", "closed", [{ state: "accepted", outcome: null }], "closed"],
  ] as const)("%s", (_, need, around, then) => {
    expect(needStateAfter(need, around)).toBe(then);
  });
});

describe("a sum as people write it", () => {
  it.each([
    ["12500", 1_250_000],
    ["12.500", 1_250_000],
    ["12,500", 1_250_000],
    ["12 500,50 €", 1_250_050],
    ["12,500.5", 1_250_050],
    ["0", null],
    ["-5", null],
    ["many", null],
    ["12.50.0", null],
  ])("%j is %j cents", (typed, cents) => {
    expect(centsOf(typed)).toBe(cents);
  });
});
