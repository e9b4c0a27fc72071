import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type Visit, type World } from "../../app/testing/world.ts";
import { readFile } from "./reading/read-file.ts";
import { MAX_ROWS } from "./reading/sheet.ts";
import { workbook } from "./testing.ts";
import { unreadableSentence } from "./words.ts";

let world: World;
let manager: Visit;
const HOME = "/clusters/alpha/imports";

beforeAll(async () => {
  world = await makeWorld();
  manager = await world.as("manager");
});
afterAll(() => world.close());

const send = (name: string, content: string | Uint8Array) =>
  manager.upload(HOME, {}, { file: new File([content as BlobPart], name) });
const about = async (answer: Awaited<ReturnType<typeof send>>) => {
  expect([answer.status, answer.status === 303 ? "" : answer.text]).toEqual([303, ""]);
  const path = answer.headers.get("location")!;
  const page = await manager.get(path);
  return { path, page: page.text, run: (await manager.api("GET", `/api/v1${path}`)).json };
};
const runs = async () => (await manager.api("GET", `/api/v1${HOME}`)).json.total as number;

const TEXT = "Firma;Ort;Bemerkung\r\nMüller & Söhne;Köln;10 € für „Öl“\r\n";
const swapped = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("a text file", () => {
  it.each([
    ["utf-8", Buffer.from(TEXT)],
    ["utf-8", Buffer.from(`\ufeff${TEXT}`)],
    ["utf-16le", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["utf-16le", Buffer.from(TEXT, "utf16le")],
    ["utf-16be", swapped(`\ufeff${TEXT}`)],
    ["utf-16be", swapped(TEXT)],
    [
      "windows-1252",
      Buffer.from(TEXT.replace("€", "\x80").replace("„", "\x84").replace("“", "\x93"), "latin1"),
    ],
  ])("in %s is read without a letter lost", async (encoding, bytes) => {
    const { run, page } = await about(await send("firms.csv", bytes));
    expect(run).toMatchObject({ encoding, separator: ";" });
    expect(run.sheets[0].columns).toEqual(["name", "city", "note"]);
    expect(page).toContain("Müller &amp; Söhne");
    expect(page).toContain("10 € für „Öl“");
  });

  it("is read again as somebody says", async () => {
    const { path } = await about(
      await send("firms.csv", Buffer.from("Firma,Ort\nM\xfcller,K\xf6ln\n", "latin1")),
    );
    expect((await manager.post(`${path}/read-again`, { encoding: "utf-8", separator: ";" })).status).toBe(
      303,
    );
    const again = await about(
      await manager.post(`${path}/read-again`, { encoding: "windows-1252", separator: "," }),
    );
    expect(again.run).toMatchObject({ encoding: "windows-1252", separator: "," });
    expect(again.page).toContain("Müller");
  });

  it("keeps formulas as the text they are, and its list of problems cannot calculate", async () => {
    const { path } = await about(
      await send(
        "firms.csv",
        'Firma,Ort,E-Mail\n"=HYPERLINK(""http://evil"";""x"")",Hamburg,\n+49 Holding,Bremen,keine\n@SUM(A1),Kiel,\n',
      ),
    );
    await manager.post(`${path}/mapping`, { act: "check" });
    await manager.post(`${path}/confirm`);
    await world.job("imports.write", { clusterId: world.cluster.alpha, runId: path.split("/").at(-1) });
    const rows = (await manager.api("GET", `/api/v1${path}/rows`)).json.items;
    expect(rows.map((row: { about: string; outcome: string }) => [row.about, row.outcome])).toEqual([
      ['=HYPERLINK("http://evil";"x")', "new"],
      ["+49 Holding · Bremen", "error"],
      ["@SUM(A1)", "new"],
    ]);
    const bad = (await manager.get(`${path}/problems?format=csv`)).text;
    expect(bad).toContain("'+49 Holding,Bremen,keine,3,");
    // Brought in again as it is, the apostrophe is gone.
    expect((await about(await send("bad.csv", bad))).page).toContain("+49 Holding");
    expect((await about(await send("bad.csv", bad))).page).not.toContain("&#39;+49");
  });

  it("tells ragged rows by their number", async () => {
    const { path } = await about(
      await send("firms.csv", "Firma,Ort\nAlpha,Kiel\nBeta, Holding,Kiel\nGamma\n"),
    );
    await manager.post(`${path}/mapping`, { act: "check" });
    const rows = (await manager.api("GET", `/api/v1${path}/rows?problems=true`)).json.items;
    expect(
      rows.map((row: { row: number; outcome: string; problems: { reason: string }[] }) => [
        row.row,
        row.outcome,
        row.problems[0]!.reason,
      ]),
    ).toEqual([
      [3, "error", "ragged"],
      [4, "new", "ragged"],
    ]);
  });

  it("of fifty megabytes is refused in a sentence when it has too many rows, and is read in little memory", async () => {
    const line = Buffer.from(`Firma;Hamburg;${"x".repeat(950)}\n`);
    const bytes = Buffer.alloc(Math.floor(50_000_000 / line.length) * line.length, line);
    let batches = 0;
    const before = process.memoryUsage().heapUsed;
    const read = await readFile(bytes, {}, async () => {
      batches += 1;
    });
    expect([read.ok, read.why]).toEqual([false, { problem: "too-many-rows", values: { most: MAX_ROWS } }]);
    expect(batches).toBe(MAX_ROWS / 500);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
    expect(unreadableSentence(read.why!, "en")).toContain("more than 50,000 rows");
  }, 30_000);

  it("whose quotation mark is never closed says where", async () => {
    const answer = await send("firms.csv", 'Firma,Ort\nAlpha,Kiel\n"Beta,Kiel\nGamma,Kiel\n');
    expect([answer.status, answer.text.includes("a quotation mark is not closed")]).toEqual([422, true]);
  });
});

describe("a workbook", () => {
  it("gives what its formulas gave, and dates as days", async () => {
    const bytes = await workbook({
      Firmen: [
        ["Firma", "Ort", "Mitglied seit"],
        [
          { formula: 'CONCAT("Al","pha")', result: "Alpha" },
          { richText: [{ text: "Ki" }, { text: "el" }] },
          new Date("2024-03-01T00:00:00Z"),
        ],
      ],
    });
    const { page } = await about(await send("firms.xlsx", bytes));
    for (const shown of ["Alpha", "Kiel", "2024-03-01"]) expect(page).toContain(shown);
  });

  it.each([
    ["that unpacks to more than it may", "unpacks to more than 96 MB", () => bomb(TOO_MUCH)],
    ["that lies about its size", "unpacks to more than 96 MB", () => bomb(1_000)],
    [
      "with macros",
      "holds macros",
      () =>
        zip([
          ["xl/workbook.xml", Buffer.from("<x/>")],
          ["xl/vbaProject.bin", Buffer.from("x")],
        ]),
    ],
    ["that is none", "ZIP file", () => zip([["readme.txt", Buffer.from("hello")]])],
    ["cut short", "damaged", async () => (await workbook({ A: [["Firma"], ["x"]] })).slice(0, 2_000)],
  ])("%s is refused in a sentence", async (_, sentence, make) => {
    const before = await runs();
    const answer = await send("bomb.xlsx", new Uint8Array(await make()));
    expect([answer.status, await runs()]).toEqual([422, before]);
    expect(answer.text).toContain(sentence);
  });

  it.each([
    ["an old one", "old Excel", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    [
      "one with a password",
      "protected by a password",
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(600),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
    ],
    ["a PDF", "This is a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n")],
    ["nothing", "empty", Buffer.from("")],
  ])("in place of which comes %s is refused in a sentence", async (_, sentence, bytes) => {
    const answer = await send("file.xlsx", bytes);
    expect([answer.status, answer.text.includes(sentence)]).toEqual([422, true]);
  });
});

const TOO_MUCH = 97 * 1_048_576;
const zeros = deflateRawSync(Buffer.alloc(TOO_MUCH), { level: 1 });

/** A workbook whose one sheet is more zeros than it may be and says it is `said`. */
const bomb = (said: number) =>
  zip([
    ["xl/workbook.xml", Buffer.from("<workbook/>")],
    ["xl/worksheets/sheet1.xml", zeros, said],
  ]);

/** Parts with a size beside them are packed already. */
function zip(entries: readonly (readonly [name: string, content: Buffer, size?: number])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content, size] of entries) {
    const packed = size === undefined ? deflateRawSync(content) : content;
    const said = size ?? content.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(said, 18);
    common.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from("504b0304", "hex"), common, Buffer.from(name), packed);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    directory.push(Buffer.from("504b01021400", "hex"), common, offset, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("504b0506", 0, "hex");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}
