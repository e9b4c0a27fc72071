import { describe, expect, it } from "vitest";
import { address, pairsWithout, queryOf, toggled, valueIn, valuesIn } from "./address.ts";

describe("the address of a page", () => {
  it("is the same however it was reached", () => {
    expect(address("/o", { b: "2", a: "1" })).toBe(address("/o", { a: "1" }, { b: 2 }));
    expect(address("/o", {})).toBe("/o");
  });

  it("drops the place in the list when the list changes", () => {
    const query = { cursor: "abc", kind: "research" };
    expect(address("/o", query, { kind: "finance" })).toBe("/o?kind=finance");
    expect(address("/o", query, { sort: "name" })).toBe("/o?kind=research&sort=name");
  });

  it.each([{ view: "map" }, { lang: "de" }, { cursor: "def" }])("keeps it for %j", (change) => {
    expect(address("/o", { cursor: "abc" }, change)).toContain("cursor=");
  });

  it("escapes what people search for", () => {
    expect(address("/o", {}, { query: "a&b=ü#" })).toBe("/o?query=a%26b%3D%C3%BC%23");
  });

  it("removes what is empty", () => {
    expect(address("/o", { a: "1", b: "2" }, { a: null, b: "" })).toBe("/o");
  });

  it("keeps every value of a filter that was chosen twice", () => {
    const query = queryOf(new URLSearchParams("kind=research&kind=finance&view=map"));
    expect(valuesIn(query, "kind")).toEqual(["research", "finance"]);
    expect(valueIn(query, "view")).toBe("map");
    expect(address("/o", query, toggled(query, "kind", "research"))).toBe("/o?kind=finance&view=map");
    expect(address("/o", query, toggled(query, "kind", "service"))).toBe(
      "/o?kind=finance&kind=research&kind=service&view=map",
    );
  });

  it("lets a form carry along what it does not ask for, but not the place", () => {
    expect(pairsWithout({ cursor: "x", kind: ["a", "b"], query: "q" }, ["query"])).toEqual([
      ["kind", "a"],
      ["kind", "b"],
    ]);
  });
});
