import { describe, expect, it } from "vitest";
import { type Merge, merge, unmerge } from "./rules.ts";

const word = (name: string) => ({ code: `own:${name}`, name });

function merged(from: string, into: string, all: readonly Merge[]): Merge[] {
  const done = merge(word(from), word(into), all);
  if (!done.ok) throw new Error(done.problem);
  return [...all.filter((one) => !done.value.some((next) => next.code === one.code)), ...done.value];
}
function undone(name: string, all: readonly Merge[]): Merge[] {
  const gone = all.find((one) => one.code === `own:${name}`)!;
  const back = unmerge(gone, all);
  return [...all.filter((one) => one !== gone && !back.some((next) => next.code === one.code)), ...back];
}
const read = (all: readonly Merge[]) => Object.fromEntries(all.map((one) => [one.name, one.intoName]));

describe("merging words", () => {
  it("takes those along that were merged before, and gives them back one step at a time", () => {
    const one = merged("a", "b", []);
    const two = merged("b", "c", one);
    const three = merged("c", "d", two);
    expect(read(three)).toEqual({ a: "d", b: "d", c: "d" });
    expect(read(undone("c", three))).toEqual({ a: "c", b: "c" });
    expect(read(undone("b", three))).toEqual({ a: "b", c: "d" });
    expect(undone("c", three).find((x) => x.name === "a")?.via).toEqual(["own:b"]);
    expect(read(undone("b", undone("c", three)))).toEqual(read(one));
  });

  it.each([
    ["not-own", { code: "/23", name: "engineering" }, word("b")],
    ["unknown-word", word("a"), undefined],
    ["same-word", word("a"), word("a")],
  ] as const)("is refused as %s", (problem, from, into) => {
    expect(merge(from, into, [])).toEqual({ ok: false, problem });
  });
});
