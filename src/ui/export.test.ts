import { parse } from "csv-parse/sync";
import excel from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CellValue, type ExportColumn, formulaSafe, toCsv, toXlsx } from "./export.ts";

const columns: ExportColumn<readonly CellValue[]>[] = [
  { label: "Name", value: (row) => row[0] },
  { label: "=Figure", value: (row) => row[1] },
];

describe("a list as CSV", () => {
  it("is RFC 4180 with a byte order mark", () => {
    const csv = toCsv(columns, [
      ['Müller, "Sohn"\nKG', 3.5],
      [null, undefined],
    ]);
    expect(csv).toBe('\ufeffName,\'=Figure\r\n"Müller, ""Sohn""\nKG",3.5\r\n,\r\n');
  });

  it.each([
    "=1+1",
    "+49 40",
    "-1",
    "@sum",
    "\tx",
    "\rx",
    "\u0000=x",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "  =1",
    "\ufeff=1",
  ])("does not let %j be calculated", (text) => {
    expect(formulaSafe(text)).toBe(`'${text}`);
  });

  it("keeps numbers as numbers and plain text as it is", () => {
    expect(toCsv(columns, [["Werft", -5]])).toContain("\r\nWerft,-5\r\n");
    expect(toCsv(columns, [["Werft", Number.NaN]])).toContain("\r\nWerft,\r\n");
  });

  it("comes back as it was, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.integer()), { minLength: 1 }),
        (rows) => {
          const [, ...back] = parse(toCsv(columns, rows), {
            bom: true,
            relax_column_count: false,
          }) as string[][];
          expect(back).toEqual(rows.map(([text, n]) => [formulaSafe(text), String(n)]));
        },
      ),
    );
  });
});

describe("a list as a workbook", () => {
  it("keeps types, disarms formulas and survives control characters", async () => {
    const day = new Date("2024-03-01T00:00:00Z");
    const bytes = await toXlsx(
      columns,
      [
        ["=cmd()", 12],
        ["a\u0001b", day],
        [true, -4.5],
      ],
      "Firms: [all]/2024 and a very long name",
    );
    const book = new excel.Workbook();
    await book.xlsx.load(bytes.buffer);
    const sheet = book.worksheets[0]!;
    expect(sheet.name).toBe("Firms   all  2024 and a very lo");
    expect(sheet.getCell("B1").value).toBe("'=Figure");
    expect(sheet.getCell("A2").value).toBe("'=cmd()");
    expect(sheet.getCell("B2").value).toBe(12);
    expect(sheet.getCell("A3").value).toBe("ab");
    expect(sheet.getCell("B3").value).toEqual(day);
    expect(sheet.getCell("A4").value).toBe(true);
    expect(sheet.getCell("B4").value).toBe(-4.5);
  });
});
