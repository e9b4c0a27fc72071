import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusal } from "../core/testing.ts";
import { panelFromCsv, readAmount, readCsv, writeCsv } from "./index.ts";

describe("a CSV file", () => {
  it("says its separator by its first line", () => {
    for (const separator of [",", ";", "\t", "|"])
      expect(readCsv(["a,b", "1,2", ""].join("\n").replaceAll(",", separator)).records).toEqual([["1", "2"]]);
    expect(readCsv('"a,b,c";d\n1;2').columns).toEqual(["a,b,c", "d"]);
    expect(readCsv("a;b,c,d\n1;2", { separator: ";" }).columns).toEqual(["a", "b,c,d"]);
  });

  it("has quotes, line ends of any kind and a byte order mark", () => {
    expect(readCsv('\uFEFFname,n\r\n"Müller, ""Sohn""\nKG",1\r\n\r\n')).toEqual({
      columns: ["name", "n"],
      records: [['Müller, "Sohn"\nKG', "1"]],
    });
  });

  it("is refused where it is no table", () => {
    expect(refusal(() => readCsv("")).code).toBe("format");
    expect(refusal(() => readCsv("a,a\n1,2")).message).toContain('"a"');
    expect(refusal(() => readCsv("a,b\n1,2\n3")).place).toEqual({ row: 1 });
    expect(refusal(() => readCsv("a", { separator: '"' })).code).toBe("option");
  });

  it("comes back as it was written", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ü", '"', ",", "\n", "\r", ";", " ") });
    const rows = fc.array(fc.tuple(cell, fc.string({ minLength: 1, unit: fc.constantFrom("x", '"', ",") })));
    fc.assert(
      fc.property(rows, (records) => {
        expect(readCsv(writeCsv(["first", "second"], records)).records).toEqual(records);
      }),
    );
    expect(writeCsv(["n"], [[Number.NaN], [1.5]])).toBe("n\n\n1.5\n");
  });
});

describe("a cell", () => {
  it.each([
    ["12", 12],
    [" 1.5e3 ", 1500],
    ["-3", -3],
    ["-", 0],
    [".", "secret"],
    [":c", "secret"],
    ["*", "secret"],
    ["", "missing"],
    [":", "missing"],
    ["NaN", "missing"],
    ["1 234", 1234],
    ["1\u202f234", 1234],
    ["twelve", undefined],
    ["1,5", undefined],
    ["0x10", undefined],
    ["Infinity", undefined],
  ])("%j is %s", (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it("has a comma for the fraction where one says so", () => {
    expect(readAmount("1.234.567,5", { decimal: "," })).toBe(1234567.5);
    expect(readAmount("0,25", { decimal: "," })).toBe(0.25);
  });

  it("has the marks one names", () => {
    expect(readAmount("geheim", { secret: ["geheim"] })).toBe("secret");
    expect(readAmount("*", { secret: [] })).toBeUndefined();
  });
});

describe("a panel of a CSV file", () => {
  const columns = { region: "kreis", activity: "job", period: "year", value: "n" };

  it("keeps secret cells apart", () => {
    const panel = panelFromCsv("kreis,job,year,n\nHamburg,baker,2020,12\nHamburg,pilot,2020,*\n", columns);
    expect(panel.matrix(2020).toRows()).toEqual([[12, Number.NaN]]);
    expect(panel.state("Hamburg", "pilot")).toBe("secret");
  });

  it("has a column a period where one says so", () => {
    const wide = "kreis,job,y2019,y2020\nHamburg,baker,12,13\nKiel,baker,2,\n";
    const panel = panelFromCsv(wide, { region: "kreis", activity: "job", value: ["y2019", "y2020"] });
    expect(panel.periods).toEqual(["y2019", "y2020"]);
    expect(panel.matrix("y2020").toRows()).toEqual([[13], [Number.NaN]]);
    const twice = () =>
      panelFromCsv(wide, { region: "kreis", activity: "job", value: ["y2019"], period: "y2020" });
    expect(refusal(twice).code).toBe("option");
  });

  it("says which record and column cannot be read, and which columns there are", () => {
    const error = refusal(() =>
      panelFromCsv("kreis,job,year,n\nHamburg,baker,2020,12\nKiel,pilot,2020,many\n", columns),
    );
    expect([error.code, error.place]).toEqual([
      "not-a-number",
      { row: 1, column: 3, rowName: "Kiel", columnName: "n" },
    ]);
    expect(error.message).toContain("many");
    expect(refusal(() => panelFromCsv("a,b\n1,2", columns)).message).toMatch(/"kreis".*a, b/);
    expect(refusal(() => panelFromCsv("kreis,job,year,n\nKiel,pilot,2020,-1\n", columns)).code).toBe(
      "negative",
    );
  });
});
