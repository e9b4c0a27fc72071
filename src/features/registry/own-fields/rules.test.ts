import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyFrom, readOwnValue } from "./rules.ts";
import { typedOf } from "./words.ts";

const number = { kind: "number", choices: [] } as const;
const read = (given: unknown, locale: "en" | "de" = "en") => {
  const done = readOwnValue({ ...number, choices: [] }, given, locale);
  return done.ok ? done.value : done.problem;
};

describe("a figure", () => {
  it.each([
    ["1234.5", "en", 1234.5],
    ["1,234.5", "en", 1234.5],
    ["1,234", "en", 1234],
    ["1,234", "de", 1.234],
    ["1.234", "de", 1234],
    ["1.234", "en", 1.234],
    ["1.234,50", "en", 1234.5],
    ["1 234,5", "de", 1234.5],
    ["1'234'567.8", "de", 1_234_567.8],
    ["12,5", "en", 12.5],
    ["-3", "de", -3],
    ["−3", "de", -3],
    [7, "de", 7],
    ["", "en", null],
    ["1.2.3", "en", "not-a-number"],
    ["12 %", "en", "not-a-number"],
    ["1e400", "en", "not-a-number"],
    ["many", "en", "not-a-number"],
    [Number.NaN, "en", "not-a-number"],
  ] as const)("%s in %s is %s", (typed, locale, value) => {
    expect(read(typed, locale)).toBe(value);
  });

  it("is read again as it is shown for editing, in both languages", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e14, max: 1e14, noNaN: true }),
        fc.constantFrom("en", "de"),
        (value, locale) => {
          expect(read(typedOf({ kind: "number" }, value, locale), locale)).toBe(
            value === 0 ? read("0") : value,
          );
        },
      ),
    );
  });
});

describe("a date", () => {
  const date = (given: unknown) => {
    const done = readOwnValue({ kind: "date", choices: [] }, given);
    return done.ok ? done.value : done.problem;
  };
  it.each([
    ["2026-02-28", "2026-02-28"],
    ["28.2.2026", "2026-02-28"],
    ["28/02/2026", "2026-02-28"],
    [new Date("2026-02-28T00:00:00Z"), "2026-02-28"],
    ["2026-02-30", "not-a-date"],
    ["soon", "not-a-date"],
    [new Date("x"), "not-a-date"],
  ] as const)("%s is %s", (given, value) => {
    expect(date(given)).toBe(value);
  });
});

describe("a choice", () => {
  it("is found in whatever case, and one that was held before may stay", () => {
    const field = { kind: "choice", choices: ["Früh", "Spät"] } as const;
    const choose = (given: unknown, before?: string) =>
      readOwnValue({ ...field, choices: [...field.choices] }, given, "de", before);
    expect(choose("fruh")).toMatchObject({ ok: true, value: "Früh" });
    expect(choose("Alt")).toMatchObject({ ok: false, problem: "not-a-choice" });
    expect(choose("Alt", "Alt")).toMatchObject({ ok: true, value: "Alt" });
  });
});

describe("the key of a field", () => {
  it("is made of its name, and of a number where it is taken", () => {
    expect(keyFrom("Umsatz (T€) für Größe", [])).toBe("umsatz-t-fuer-groesse");
    expect(keyFrom("Share", ["share", "share-2"])).toBe("share-3");
    expect(keyFrom("2026", [])).toBe("field");
  });
});
