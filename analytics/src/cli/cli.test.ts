import { describe, expect, it } from "vitest";
import { readCsv } from "../index.ts";
import { measures } from "./measures.ts";
import { run } from "./run.ts";

/** Runs a command line on files that exist in memory alone. */
async function type(line: string, files: Record<string, string> = {}) {
  const written: Record<string, string> = {};
  const said: string[] = [];
  const code = await run(line.split(" ").filter(Boolean), {
    read: async (path) => files[path]!,
    write: async (path, text) => {
      written[path ?? "standard output"] = text;
    },
    say: (text) => {
      said.push(text);
    },
  });
  return { code, said: said.join("\n"), out: written["standard output"] ?? "", written };
}

const hanse = [
  "region,activity,value",
  "Hamburg,aviation,40",
  "Hamburg,ports,7",
  "Hamburg,media,20",
  "Bremen,aviation,16",
  "Bremen,ports,9",
  "Kiel,ports,3",
  "Kiel,energy,5",
  "Lübeck,media,4",
  "Lübeck,energy,2",
  "Lübeck,ports,2",
].join("\n");

const years = [
  "land;branche;jahr;anzahl",
  "Hamburg;Luftfahrt;2019;40,5",
  "Hamburg;Hafen;2019;7",
  "Bremen;Hafen;2019;9",
  "Hamburg;Luftfahrt;2020;38",
  "Hamburg;Hafen;2020;.",
  "Bremen;Hafen;2020;12",
].join("\n");
const german = "--region land --activity branche --period jahr --value anzahl --decimal ,";

const edges = "source,target,weight\na,b,1\nb,c,2\nc,a,1\nc,d,3\nd,e,1\n";
const units = "unit,income,poverty,schools\nNorth,30,10,5\nSouth,20,14,9\nWest,25,8,7\n";
const series = "period,value\n2015,10\n2016,12\n2017,11\n2018,13\n2019,15\n2020,14\n2021,16\n2022,18\n";

describe("the command", () => {
  const file: Record<string, string> = {
    panel: hanse,
    "two periods": years,
    edges,
    units,
    series,
  };

  it.each(Object.entries(measures))("%s answers with a table of what it says", async (name, { takes }) => {
    const columns = takes === "two periods" ? ` ${german}` : "";
    const { code, said, out } = await type(`${name} data.csv${columns}`, { "data.csv": file[takes]! });
    expect([code, said]).toEqual([0, expect.not.stringContaining("no column")]);
    const table = readCsv(out);
    expect(table.columns.length).toBeGreaterThan(1);
    expect(table.records.length).toBeGreaterThan(0);
  });

  it.each(Object.keys(measures))("help %s tells of every option", async (name) => {
    const { code, out } = await type(`help ${name}`);
    expect(code).toBe(0);
    for (const option of Object.keys(measures[name]!.options ?? {})) expect(out).toContain(`--${option}`);
  });

  it("lists all measures", async () => {
    const { out } = await type("");
    for (const name of Object.keys(measures)) expect(out).toContain(`  ${name} `);
  });

  it("computes what the library computes, for each period", async () => {
    const { out, said } = await type(`lq jobs.csv ${german}`, { "jobs.csv": years });
    expect(said).toContain("2 regions, 2 activities, 2 periods; cells not known: 1 secret.");
    expect(out.split("\n")[0]).toBe("period,region,activity,lq");
    const one = await type(`lq jobs.csv ${german} --at 2019 --format json`, { "jobs.csv": years });
    const { rows } = JSON.parse(one.out);
    expect(rows[0]).toEqual({ region: "Hamburg", activity: "Luftfahrt", lq: 40.5 / 47.5 / (40.5 / 56.5) });
  });

  it("says what it took of a file, and what of it is told twice", async () => {
    const said = async (line: string, text: string) => (await type(line, { "data.csv": text })).said;
    expect(await said("network data.csv", "von,nach,gewicht\na,b,2\nb,c,1\n")).toBe(
      "3 nodes, 2 edges with weights.",
    );
    expect(await said("weights data.csv", units)).toBe("3 units; indicators: income, poverty, schools.");
    expect(await said("lq data.csv", `${hanse}\nKiel,energy,1\n`)).toContain("Cells told again: 1");
  });

  it("sees quarters and months in the names of periods", async () => {
    const values = [5, 9, 7, 4, 6, 10, 8, 5, 7, 11, 9, 6, 8, 12, 10, 7];
    const quarters = values.map((value, k) => `${2020 + (k >> 2)}Q${(k % 4) + 1},${value}`).join("\n");
    const plain = values.map((value, k) => `${k},${value}`).join("\n");
    const out = async (text: string) =>
      (
        await type("forecast data.csv --method seasonal-naive --horizon 1", {
          "data.csv": `period,value\n${text}\n`,
        })
      ).out;
    expect(readCsv(await out(quarters)).records[0]![1]).toBe("8");
    expect(readCsv(await out(plain)).records[0]![1]).toBe("7");
  });

  it("tells its version", async () => {
    expect((await type("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("leaves a cell empty where nothing is defined, so that lines can be joined", async () => {
    const { out } = await type("lq data.csv", { "data.csv": "region,activity,value\na,x,1\na,y,:\nb,x,2\n" });
    expect(readCsv(out).records.map((record) => record.slice(0, 2).join())).toEqual([
      "a,x",
      "a,y",
      "b,x",
      "b,y",
    ]);
    expect(readCsv(out).records[1]![2]).toBe("");
  });

  it("writes into a file where one is named", async () => {
    const { written, out } = await type("eci data.csv --out eci.csv", { "data.csv": hanse });
    expect(out).toBe("");
    expect(written["eci.csv"]).toContain("region,eci,diversity");
  });

  it("takes three columns of any name in their order", async () => {
    const { code } = await type("lq data.csv", {
      "data.csv": hanse.replace("region,activity,value", "a,b,c"),
    });
    expect(code).toBe(0);
  });

  it.each([
    ["lqq data.csv", 2, "Did you mean lq"],
    ["lq", 2, "Name one file"],
    ["lq a.csv b.csv", 2, "Name one file"],
    ["lq data.csv --colour red", 2, "--colour"],
    ["lq data.csv --benchmark moon", 2, "total, rest"],
    ["eci data.csv --threshold high", 2, "takes a number"],
    ["lq data.csv --format xml", 2, "csv or json"],
    ["lq data.csv --region land", 1, "The columns are: region, activity, value"],
    ["lq data.csv --at 1999", 1, '"1999"'],
    ["shift-share data.csv", 1, "one period"],
    ["index units.csv --negative wealth", 1, "income, poverty, schools"],
    ["lq bad.csv", 1, 'Line 3, column "value": "viel" is not a number.'],
    ["index twice.csv", 1, 'Line 3, column "unit": "North" has a line already'],
    ["network wide.csv", 1, "--source NAME"],
    ["diversify data.csv --for Rostock", 1, "Regions are called Hamburg"],
    ["lq below.csv", 1, "below zero"],
    ["betweenness loop.csv", 1, "Line 2"],
  ])("%s is refused with a sentence that helps", async (line, expected, sentence) => {
    const { code, said, out } = await type(line, {
      "data.csv": hanse,
      "units.csv": units,
      "twice.csv": "unit,income\nNorth,1\nNorth,2\n",
      "wide.csv": "a,b,c,d\n1,2,3,4\n",
      "bad.csv": "region,activity,value\nKiel,ports,3\nKiel,energy,viel\n",
      "below.csv": "region,activity,value\nKiel,ports,-3\n",
      "loop.csv": "source,target,weight\na,b,heavy\n",
    });
    expect([code, out]).toEqual([expected, ""]);
    expect(said).toContain(sentence);
  });
});
