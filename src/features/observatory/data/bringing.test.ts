import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, ORIGIN, type World } from "../../../app/testing/world.ts";
import { readPanel } from "./bringing/read-panel.ts";
import { bringingIn, text } from "./bringing/testing.ts";
import { guessMapping } from "./mapping/guess.ts";
import { detectDecimal, numberOf } from "./mapping/numbers.ts";
import { periodOf } from "./mapping/period.ts";
import { sourceOf } from "./reading/source.ts";
import { shapeOf } from "./reading/table.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld({ outside: ["127.0.0.1/32"] });
});
afterAll(() => world.close());

const HOME = "/clusters/alpha/observatory";
const { runJobs, bring, stateOf, columns, write, versions, download } = bringingIn(() => world);

describe("a number in a file", () => {
  it.each([
    ["1.234,5", ",", 1234.5],
    ["1,234.5", ".", 1234.5],
    ["1 234", ".", 1234],
    ["12", ",", 12],
    ["1,5", ".", null],
    ["1.5", ",", null],
    ["1e3", ".", 1000],
    ["0x1f", ".", null],
    ["Infinity", ".", null],
  ] as const)("%s with a %s is %s", (said, decimal, value) => {
    expect(numberOf(said, decimal)).toBe(value);
  });

  it.each([
    [["1.234,5", "7"], ",", "1.234,5"],
    [["12.5", "1,234.5"], ".", "12.5"],
    [["1.234", "2.345"], ".", null],
    [["3,25"], ",", "3,25"],
  ] as const)("%s is written with a %s", (figures, decimal, example) => {
    expect(detectDecimal(figures)).toEqual({ decimal, example });
  });
});

describe("a period", () => {
  it.each([
    ["y2013", "2013"],
    ["2013Q2", "2013-Q2"],
    ["2013-05", "2013-05"],
    ["2013M05", "2013-05"],
    ["30.06.2021", "2021-06-30"],
    ["12345", null],
    ["soon", null],
  ])("%s is %s", (said, period) => {
    expect(periodOf(said)).toBe(period);
  });
});

describe("bringing in data", () => {
  it("is open to those who keep data, and to nobody else", async () => {
    for (const persona of ["stranger", "reader", "facilitator", "authority", "elsewhere"] as const)
      expect([persona, (await (await world.as(persona)).get(`${HOME}/imports`)).status]).not.toEqual([
        persona,
        200,
      ]);
    expect((await (await world.as("analyst")).get(`${HOME}/imports`)).status).toBe(200);
  });

  it("reads a long table, shows what it found, and writes a version that everybody sees", async () => {
    const path = await bring(
      text(
        "geo,nace,year,value,flag\nDE600,C,2020,10,\nDE600,J,2020,:,c\nDEF0B,C,2020,3,e\nDEF0B,J,2020,,\n",
      ),
    );
    expect(await stateOf(path)).toMatchObject({
      state: "read",
      columns: ["region", "activity", "period", "value", "flag"],
    });
    await columns(path, {
      titleEn: "Plants",
      titleDe: "Werke",
      licence: "CC BY 4.0",
      regionList: "nuts-2021",
      activityList: "nace-rev2",
    });
    const checked = await stateOf(path);
    expect(checked).toMatchObject({ state: "checked", rows: 4, problems: 0 });
    expect(checked.cells).toEqual({ values: 1, missing: 1, secret: 1, estimated: 1 });
    expect(await versions("plants")).toBeUndefined();
    await write(path);
    expect(await stateOf(path)).toMatchObject({ state: "done", dataset: "plants" });
    const page = await (await world.as("reader")).get(`${HOME}/data/plants?lang=en`);
    expect(page.text).toContain("2 of 4 cells");
    expect(await download("plants", "csv")).toMatch(
      /DEF0B,Rendsburg-Eckernförde,C,Manufacturing,2020,value,3,estimated/,
    );
  });

  it("reads a wide German table with commas and a title above its head", async () => {
    const path = await bring(
      text("Tabelle 5: Umsatz\n\nAGS;Kreis;2019;2020\n1001;Flensburg;1.234,5;2.000,25\n02000;Hamburg;x;-\n"),
    );
    const read = await stateOf(path);
    expect(read.columns).toEqual(["region", "regionName", "ofPeriod", "ofPeriod"]);
    await columns(path, { decimal: ",", regionList: "ags", titleEn: "Turnover" });
    await write(path);
    const csv = await download("turnover", "csv");
    expect(csv).toContain('01001,"Flensburg, Stadt",TOTAL,TOTAL,2019,value,1234.5,value');
    expect(csv).toMatch(/02000,.*2019,value,,secret/);
    expect(csv).toMatch(/02000,.*2020,value,,missing/);
  });

  it("tells by row what is wrong, and writes nothing while it is", async () => {
    const path = await bring(
      text(
        "geo,nace,year,value\nDE600,C,2020,10\nDE600,C,2020,11\nXX999,C,2020,1\nDE600,C1,2020,1\nDE600,J,soon,1\nDE600,J,2020,many\nDE600,J,2021,-4\n",
      ),
    );
    await columns(path, { regionList: "nuts-2021", activityList: "nace-rev2", titleEn: "Wrong" });
    const checked = await stateOf(path);
    expect(checked.reasons).toEqual({
      duplicate: 1,
      "unknown-region": 1,
      "unknown-activity": 1,
      "bad-period": 1,
      "not-a-number": 1,
      negative: 1,
    });
    expect(checked.first[1]).toEqual({ row: 4, column: "geo", reason: "unknown-region", said: "XX999" });
    expect((await write(path)).status).toBe(422);
    expect(await versions("wrong")).toBeUndefined();
    await columns(path, {
      regionList: "nuts-2021",
      activityList: "nace-rev2",
      titleEn: "Wrong",
      lenient: "on",
    });
    await write(path);
    expect(await versions("wrong")).toHaveLength(1);
  });

  it("says what a second version changed", async () => {
    const path = await bring(text("geo,nace,year,value,flag\nDE600,C,2020,12,\nDE600,J,2020,5,\n"), "plants");
    await columns(path, { regionList: "nuts-2021", activityList: "nace-rev2" });
    await write(path);
    const [latest] = await versions("plants");
    expect(latest).toMatchObject({ version: 2, changes: { changed: 1, added: 1, gone: 1 } });
    const page = await (await world.as("reader")).get(`${HOME}/data/plants/versions/2?lang=en`);
    expect(page.text).toContain("1 cells have changed, 1 were added and 1 are gone");
  });

  it.each([
    ["csv", "data.csv"],
    ["sdmx", "data.csv"],
    ["jsonstat", "data.json"],
  ])("gives back as %s what it took, marks and all", async (format, name) => {
    const whole = await download("figures", format);
    const path = await bring(text(whole, name));
    await columns(path, { titleEn: `Again ${format}` });
    expect(await stateOf(path)).toMatchObject({ state: "checked", problems: 0 });
    await write(path);
    const cells = (csv: string) =>
      csv
        .trim()
        .split("\r\n")
        .slice(1)
        .map((line) =>
          line
            .split(",")
            .filter((_, at) => ![1, 3].includes(at))
            .join(","),
        );
    expect(cells(await download(`again-${format}`, "csv"))).toEqual(cells(await download("figures", "csv")));
  });

  it("takes a workbook", async () => {
    const { default: excel } = await import("exceljs");
    const book = new excel.Workbook();
    const sheet = book.addWorksheet("Data");
    sheet.addRows([
      ["geo", "2019", "2020"],
      ["DE600", 1.5, 2],
      ["DEF0B", "x", 3],
    ]);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const path = await bring(new File([bytes], "data.xlsx"));
    await columns(path, { titleEn: "Workbook" });
    expect((await stateOf(path)).cells).toEqual({ values: 3, missing: 0, secret: 1, estimated: 0 });
  });

  it.each([
    ["an empty file", text("", "empty.csv"), /nothing|empty|Choose a file/],
    ["a picture", new File([new Uint8Array(5000).map((_, i) => i % 7)], "x.csv"), /no table/],
    ["JSON of another kind", text('{"a": 1}', "a.json"), /not a dataset of JSON-stat/],
    ["a quote that never closes", text('a,b\n1,2\n"3,4\n5,6\n', "q.csv"), /never closes/],
  ])("refuses %s in a sentence", async (_what, file, sentence) => {
    const visit = await world.as("analyst");
    const sent = await visit.upload(`${HOME}/imports?lang=en`, {}, { file });
    if (sent.status === 422) return expect(sent.text).toMatch(sentence);
    await runJobs();
    const path = new URL(sent.headers.get("location")!, ORIGIN).pathname;
    const page = await visit.get(`${path}?lang=en`);
    expect(page.text).toMatch(sentence);
    expect(page.text).toContain("Nothing of this file was written");
  });

  it("leaves nothing half stored when the writing breaks off", async () => {
    const path = await bring(text("geo,nace,year,value\nDE600,C,2020,1\nDE600,J,2021,2\n"));
    await columns(path, { titleEn: "Broken" });
    await (await world.as("analyst")).post(`${path}/write`);
    const id = path.split("/").at(-1)!;
    const { gateway } = world.house;
    // The house dies between two blocks: its transaction is never committed.
    let blocks = 0;
    const dying = {
      ...world.jobs,
      system: ((reason, work) =>
        gateway.system(reason, (unit) => {
          const query = unit.client.query.bind(unit.client);
          const client = new Proxy(unit.client, {
            get: (target, name) =>
              name === "query"
                ? (...args: Parameters<typeof query>) => {
                    if (/insert into dataset_block/.test(String(args[0])) && ++blocks === 2)
                      throw new Error("killed");
                    return query(...args);
                  }
                : Reflect.get(target, name),
          });
          return work({ ...unit, client });
        })) as typeof world.jobs.system,
    };
    const job = world.house.features.map((one) => one.jobs?.["observatory.data.write"]).find(Boolean)!;
    await expect(job({ clusterId: world.cluster.alpha, importId: id }, dying)).rejects.toThrow("killed");
    expect(blocks).toBe(2);
    expect(await versions("broken")).toBeUndefined();
    expect((await stateOf(path)).state).toBe("writing");
    await runJobs();
    expect(await versions("broken")).toHaveLength(1);
  });

  it("asks an address by the clock, says what failed, and takes the same file once", async () => {
    let body = "geo,nace,year,value,flag\nDE600,C,2020,20,\nDE600,J,2020,5,\n";
    const server = createServer((_, response) => response.end(body));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    try {
      const { port } = server.address() as AddressInfo;
      const analyst = await world.as("analyst");
      const typed = { address: "http://169.254.169.254/data.csv", schedule: "daily" };
      const refused = await analyst.post(`${HOME}/data/plants/keeping?lang=en`, typed);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain("http://169.254.169.254/data.csv");
      const fetchNow = async () => {
        const said = { address: `http://127.0.0.1:${port}/data.csv`, schedule: "daily" };
        expect((await analyst.post(`${HOME}/data/plants/keeping`, said)).status).toBe(303);
        await world.job("observatory.data.fetch");
        await runJobs();
        return (await versions("plants")).length;
      };
      expect(await fetchNow()).toBe(3);
      expect(await fetchNow()).toBe(3);
      body = "geo,year,value\nDE600,2020,21\n";
      expect(await fetchNow()).toBe(3);
      expect((await analyst.get(`${HOME}/data/plants?lang=en`)).text).toContain("head-changed");
    } finally {
      server.close();
    }
  });

  it("lets others have their turn while a large file is read", async () => {
    let rows = "geo,nace,year,value\n";
    for (let i = 0; i < 100_000; i++)
      rows += `R${i % 500},A${Math.floor(i / 500) % 100},${2020 + Math.floor(i / 50_000)},${i}\n`;
    const source = sourceOf("large.csv", Buffer.from(rows));
    const shape = await shapeOf(source);
    let turns = 0;
    let reading = true;
    const turn = () => {
      turns += 1;
      if (reading) setImmediate(turn);
    };
    setImmediate(turn);
    const { findings } = await readPanel(source, shape, {
      ...guessMapping(shape),
      regionList: null,
      activityList: null,
    });
    reading = false;
    expect(findings).toMatchObject({ rows: 100_000, regions: 500, activities: 100, problems: {} });
    // Others have their turn after each stretch of the file.
    expect(turns).toBeGreaterThan(Math.floor(rows.length / 65_536));
  });
});
