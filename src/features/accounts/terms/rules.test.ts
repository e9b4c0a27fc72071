import { describe, expect, it } from "vitest";
import { endTerm, giveTerm, newTerm, type Term } from "./rules.ts";

const TODAY = "2026-11-21";
const aTerm = (rest: Partial<Term> = {}): Term => ({
  id: "1",
  personId: "p",
  role: "editor",
  title: null,
  since: "2020-01-01",
  until: null,
  ...rest,
});

describe("giving a role", () => {
  const wanted = { role: "editor", title: null, since: null, until: null };

  it("begins today when no day is named", () => {
    expect(giveTerm(wanted, [], TODAY)).toEqual({ ok: true, value: { ...wanted, since: TODAY } });
  });

  it.each([
    ["the same role at the same time", wanted, [aTerm()], "held-already"],
    ["an end on the day it begins", { ...wanted, until: TODAY }, [], "ends-before-it-starts"],
  ] as const)("refuses %s", (_, asked, held, problem) => {
    expect(giveTerm(asked, held, TODAY)).toEqual({ ok: false, problem });
  });

  it.each([
    ["another title in the same house", { ...wanted, title: "Board member" }, aTerm({ title: "Professor" })],
    ["another role", { ...wanted, role: "reader" }, aTerm()],
    ["the same role after it has ended", wanted, aTerm({ until: TODAY })],
  ])("allows %s", (_, asked, held) => {
    expect(giveTerm(asked, [held], TODAY).ok).toBe(true);
  });
});

describe("ending a role", () => {
  it("ends it today and leaves the day itself out", () => {
    expect(endTerm(aTerm(), [aTerm()], "owner", null, TODAY)).toEqual({ ok: true, value: TODAY });
  });

  it("ends one that has not begun on the day it would have", () => {
    const term = aTerm({ since: "2027-01-01" });
    expect(endTerm(term, [term], "owner", null, TODAY)).toEqual({ ok: true, value: "2027-01-01" });
  });

  const owner = aTerm({ role: "owner" });
  const second = (rest: Partial<Term>) => aTerm({ id: "2", role: "owner", ...rest });
  it.each([
    ["no other owner", []],
    ["another owner whose time is over", [second({ until: "2026-01-01" })]],
    ["another owner who begins later", [second({ since: "2027-01-01" })]],
    ["only an editor beside", [second({ role: "editor" })]],
  ])("refuses to take the last key away: %s", (_, others) => {
    expect(endTerm(owner, [owner, ...others], "owner", null, TODAY)).toEqual({
      ok: false,
      problem: "last-one",
    });
  });

  it("lets one of two owners go", () => {
    expect(endTerm(owner, [owner, second({})], "owner", null, TODAY).ok).toBe(true);
  });

  it.each([
    ["ended-already", aTerm({ until: "2025-01-01" }), null],
    ["ends-before-it-starts", aTerm(), "2019-12-31"],
  ] as const)("is refused as %s", (problem, term, until) => {
    expect(endTerm(term, [term], "owner", until, TODAY)).toEqual({ ok: false, problem });
  });
});

describe("what is typed", () => {
  const schema = newTerm(["owner", "reader"]);

  it("takes an empty date and title for none, and the address in small letters", () => {
    const typed = { email: " Ada@Example.org ", role: "owner", title: "", since: "", until: "" };
    expect(schema.parse(typed)).toEqual({
      email: "ada@example.org",
      role: "owner",
      title: null,
      since: null,
      until: null,
    });
  });

  it.each([
    ["an unknown role", { email: "a@b.de", role: "king" }],
    ["a day that does not exist", { email: "a@b.de", role: "owner", since: "2026-02-30" }],
    [
      "an end before the beginning",
      { email: "a@b.de", role: "owner", since: "2026-02-02", until: "2026-01-01" },
    ],
    ["a field nobody asked for", { email: "a@b.de", role: "owner", operator: "on" }],
  ])("refuses %s", (_, typed) => {
    expect(schema.safeParse(typed).success).toBe(false);
  });
});
