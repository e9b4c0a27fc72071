import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobHouse } from "../../../app/jobs.ts";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { bringDataset } from "./bringing/at-once.ts";
import { bringingIn, text } from "./bringing/testing.ts";
import { targetsOf } from "./correspondence/correspondence.ts";
import { translateGrid } from "./correspondence/translate.ts";
import { Grid } from "./grid.ts";
import { compareTables } from "./table/changes.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const HOME = "/clusters/alpha/observatory";
const API = `/api/v1${HOME}/datasets`;
const { bring, columns, stateOf, write, versions, download } = bringingIn(() => world);

const rowsOf = async (slug: string, query = "") =>
  (await (await world.as("reader")).api("GET", `${API}/${slug}/rows${query}`)).json;

describe("a table", () => {
  const FILE =
    "Name;Since;Members;Budget\nAlster 100%;01.02.2019;12;1.234,5\nBille;2020-03-01;7;x\nDove;;-;3,25\n";

  it("is what somebody takes for one: typed by its cells, seen as it is, searched and taken away", async () => {
    const path = await bring(text(FILE));
    // With a day and figures in it, it could be a panel as well.
    await (await world.as("analyst")).post(`${path}/taken-for`, { takenFor: "table" });
    expect((await stateOf(path)).columns).toEqual(["text", "date", "number", "number"]);
    await columns(path, { titleEn: "Clusters", decimal: ",", secret: "x", missing: "-" });
    const checked = await stateOf(path);
    expect(checked).toMatchObject({ state: "checked", rows: 3, problems: 0 });
    expect(checked.cells).toEqual({ values: 9, missing: 2, secret: 1, estimated: 0 });
    expect(await versions("clusters")).toBeUndefined();
    await write(path);
    expect((await rowsOf("clusters")).items).toEqual([
      ["Alster 100%", "2019-02-01", 12, 1234.5],
      ["Bille", "2020-03-01", 7, "secret"],
      ["Dove", null, null, 3.25],
    ]);
    const found = await rowsOf("clusters", "?query=100%25");
    expect([found.total, found.items.length]).toEqual([1, 1]);
    const first = await rowsOf("clusters", "?limit=2");
    expect((await rowsOf("clusters", `?limit=2&cursor=${first.next}`)).items).toEqual([
      ["Dove", null, null, 3.25],
    ]);
    const page = (await (await world.as("reader")).get(`${HOME}/data/clusters?lang=en&query=bille`)).text;
    expect(page).toContain("One row with these words");
    expect(page).not.toContain("Dove");
    expect((await download("clusters", "csv")).split("\r\n").slice(0, 2)).toEqual([
      "Name,Since,Members,Budget",
      "Alster 100%,2019-02-01,12,1234.5",
    ]);
    const { text: catalogue } = await (await world.as("reader")).get(`${HOME}/catalogue.jsonld`);
    const entry = JSON.parse(catalogue)["dcat:dataset"].find(
      (one: Record<string, string>) => one["dct:identifier"] === "clusters",
    );
    expect(entry["dcat:distribution"]).toHaveLength(1);
  });

  it("has versions, and says row by row what changed", async () => {
    const path = await bring(
      text(FILE.replace("12;", "13;").replace(/Bille.*\n/, "Elbe;;1;1,0\n")),
      "clusters",
    );
    await columns(path, { decimal: ",", secret: "x", missing: "-" });
    await write(path);
    const [latest] = await versions("clusters");
    expect(latest).toMatchObject({ version: 2, changes: { changed: 1, added: 1, gone: 1 } });
    const page = (await (await world.as("reader")).get(`${HOME}/data/clusters/versions/2?lang=en`)).text;
    expect(page).toMatch(/Alster 100%[\s\S]*Members[\s\S]*12[\s\S]*13/);
  });

  it("does not follow on a panel, nor a panel on it", async () => {
    const path = await bring(text("geo,nace,year,value\nDE600,C,2020,10\n"), "clusters");
    const roles = ["region", "activity", "period", "value"].map((role, at) => [`column.${at}`, role]);
    expect((await columns(path, Object.fromEntries(roles))).status).toBe(422);
    expect((await stateOf(path)).state).toBe("read");
  });

  it("tells by row what is wrong with it", async () => {
    const path = await bring(
      text("a,b,c\nx,1,2020-01-01\ny,two,2020-01-01\nz,3,2021-02-31\nw,4\nv,5,2020-01-02\nu,6,2020-01-03\n"),
    );
    await columns(path, { titleEn: "Wrong table", "column.1": "number", "column.2": "date" });
    const checked = await stateOf(path);
    expect(checked.reasons).toEqual({ "not-a-number": 1, "bad-date": 1, "short-row": 1 });
    expect(checked.first.map(({ row }: { row: number }) => row)).toEqual([3, 4, 5]);
    expect((await write(path)).status).toBe(422);
    expect(await versions("wrong-table")).toBeUndefined();
  });

  it("is not there for a stranger, nor are its rows", async () => {
    const visit = await world.as("stranger");
    for (const path of [`${HOME}/data/clusters`, `${API}/clusters/rows`])
      expect((await visit.get(path)).status).toBe(404);
    const ctx = await world.context("stranger", "alpha");
    expect(await ctx.read((db) => db.selectFrom("datasetRow").select("cells").execute())).toEqual([]);
  });

  it("compares rows without a name as a whole", () => {
    const sides = ["a", "b"].map((key) => ({ key, label: key, type: "text" as const }));
    const table = (...rows: string[][]) => ({ columns: sides, rows });
    expect(
      compareTables(table(["x", "1"], ["x", "2"]), table(["x", "2"], ["x", "3"], ["x", "3"])),
    ).toMatchObject({
      changed: 0,
      added: 2,
      gone: 1,
    });
  });
});

describe("a correspondence", () => {
  it("adds up what leads to one code and shares what leads to several; what is not wholly known counts as estimated", () => {
    const grid = new Grid();
    const at = (region: string, activity: string, value: number, mark = 0) =>
      grid.set("n", "2020", grid.regions.at(region), grid.activities.at(activity), value, mark);
    at("r", "a", 1);
    at("r", "b", 2);
    at("r", "c", 10);
    at("r", "d", Number.NaN, 2);
    at("s", "a", 4);
    at("s", "b", Number.NaN, 2);
    at("s", "c", Number.NaN, 2);
    at("s", "d", Number.NaN, 1);
    const made = translateGrid(grid, {
      region: null,
      activity: {
        from: "x",
        to: "y",
        targets: targetsOf([
          ["a", "A", null],
          ["b", "A", null],
          ["c", "A", 0.25],
          ["c", "C", 0.75],
          ["d", "D", null],
        ]),
      },
    });
    const block = made.block("n", "2020")!;
    expect([made.regions.sorted(), made.activities.sorted()]).toEqual([
      ["r", "s"],
      ["A", "C", "D"],
    ]);
    expect([...block.cells]).toEqual([5.5, 7.5, Number.NaN, 4, Number.NaN, Number.NaN]);
    expect([...block.marks]).toEqual([3, 3, 2, 3, 2, 1]);
  });

  it("is brought in with its weights, which have to add up", async () => {
    const path = await bring(text("from,to,weight\nA,C,1\nB,C,0.4\nB,D,0.4\nC,D,2\nA,C,1\nX9,C,\n"));
    expect((await stateOf(path)).columns).toEqual(["from", "to", "weight"]);
    await columns(path, { titleEn: "Led wrong", fromList: "nace-rev2", toList: "isic-4" });
    expect((await stateOf(path)).reasons).toEqual({
      weights: 1,
      "bad-weight": 1,
      duplicate: 1,
      "unknown-from": 1,
    });
    const good = await bring(text("from,to,weight\nC,C,\nJ,J,0.7\nJ,M,0.3\n"));
    expect((await columns(good, { fromList: "nace-rev2", toList: "ags" })).status).toBe(422);
    await columns(good, { titleEn: "Led", fromList: "nace-rev2", toList: "isic-4" });
    await write(good);
    expect((await rowsOf("led")).items).toHaveLength(3);
  });

  it("translates a file on its way in, and tells by row which codes it leads nowhere", async () => {
    const path = await bring(text("geo,nace,year,value\nDE600,C,2020,10\nDE600,J,2020,20\nDE600,M,2020,1\n"));
    await columns(path, { titleEn: "Translated", regionList: "nuts-2021", activityBy: "led" });
    const checked = await stateOf(path);
    expect(checked.reasons).toEqual({ "unmapped-activity": 1 });
    expect(checked.first[0]).toEqual({ row: 4, column: "nace", reason: "unmapped-activity", said: "M" });
    await columns(path, {
      titleEn: "Translated",
      regionList: "nuts-2021",
      activityBy: "led",
      lenient: "on",
    });
    await write(path);
    const csv = await download("translated", "csv");
    expect(csv).toMatch(/,C,Manufacturing,2020,value,10,value/);
    expect(csv).toMatch(/,J,Information and communication,2020,value,14,estimated/);
    expect(csv).toMatch(/,M,[^\r]*,2020,value,6,estimated/);
    const { json } = await (await world.as("reader")).api("GET", `${API}/translated`);
    expect(json.activityList).toBe("isic-4");
  });

  it("is refused where it does not lead from the side it is used for", async () => {
    const path = await bring(text("geo,nace,year,value\nDE600,C,2020,10\n"));
    expect((await columns(path, { regionBy: "led" })).status).toBe(422);
    expect((await columns(path, { activityBy: "no-such" })).status).toBe(422);
  });
});

describe("a series", () => {
  it("is a panel of one region, or of none", async () => {
    const path = await bring(text("year,value\n2019,1.5\n2020,2.5\n"));
    expect((await stateOf(path)).columns).toEqual(["period", "value"]);
    await columns(path, { titleEn: "Over time" });
    await write(path);
    const { json } = await (await world.as("reader")).api("GET", `${API}/over-time`);
    expect(json).toMatchObject({ kind: "series", periods: ["2019", "2020"] });
    expect(await download("over-time", "csv")).toContain("TOTAL,TOTAL,TOTAL,TOTAL,2020,value,2.5,value");
  });
});

describe("a file that was cut in the middle", () => {
  it.each([
    ["within a row", "geo,nace,year,value\nDE600,C,2020,10\nDEF0B,C,20", "short-row"],
    ["before its figure", "geo,nace,year,value\nDE600,C,2020,10\nDEF0B,C,2020", "short-row"],
  ])("%s is told by that row, and nothing of it is stored", async (_where, content, reason) => {
    const path = await bring(text(content));
    await columns(path, {
      titleEn: "Cut",
      "column.0": "region",
      "column.1": "activity",
      "column.2": "period",
    });
    const checked = await stateOf(path);
    expect(checked.first).toEqual([expect.objectContaining({ row: 3, reason })]);
    expect((await write(path)).status).toBe(422);
    expect(await versions("cut")).toBeUndefined();
  });
});

describe("a command", () => {
  const run = async (
    content: string,
    more: { dryRun?: boolean; mapped?: unknown; as?: "analyst" | "reader" } = {},
  ) =>
    bringDataset(
      await world.context(more.as ?? "analyst", "alpha"),
      jobHouse(world.house, "command"),
      { file: { name: "by-hand.csv", bytes: Buffer.from(content) } },
      { mapped: more.mapped, dryRun: more.dryRun ?? false, locale: "en" },
    );
  const GOOD = "geo,nace,year,value\nDE600,C,2020,10\nDEF0B,J,2020,x\n";

  it("checks as the page does and writes with the same act; a dry run leaves nothing", async () => {
    const title = { en: "By hand" };
    const dry = await run(GOOD, { dryRun: true, mapped: { title } });
    expect(dry).toEqual({ dataset: null, said: expect.stringMatching(/^2 rows, 1 values/), problems: [] });
    expect(await versions("by-hand")).toBeUndefined();
    expect((await run(GOOD, { mapped: { title } })).dataset).toBe("by-hand");
    expect(await versions("by-hand")).toHaveLength(1);
  });

  it("says by row what is wrong, and what it does not understand", async () => {
    const wrong = await run(GOOD.replace("DEF0B", "XX999").replace("2020,x", "2020,many"));
    expect(wrong.dataset).toBeNull();
    expect(wrong.problems[0]).toMatch(/^Row 3, \w+: /);
    expect((await run(GOOD, { mapped: { columns: ["region"] } })).problems[0]).toMatch(/4 columns/);
    expect((await run(GOOD, { mapped: { colour: "red" } })).problems).toHaveLength(1);
    expect((await run(GOOD, { as: "reader" })).problems).toHaveLength(1);
  });
});
