import { groupsOfCodes, Matrix, panelForecast } from "@kontor/analytics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../../app/testing/world.ts";
import { invented, writePanel } from "../../specialisation/testing.ts";
import { findForecastHeadline } from "../headline.ts";
import { LEVEL } from "./forecast-level.ts";
import { nameAhead, withGaps } from "./kept.ts";

let world: World;
const panel = invented();
beforeAll(async () => {
  world = await makeWorld();
  const { alpha, beta } = world.cluster;
  const write = (made: Parameters<typeof writePanel>[1]) =>
    world.house.gateway.system("a panel", (unit) => writePanel(unit, made));
  const periods = Object.fromEntries(Object.entries(panel.periods).slice(0, 3));
  for (const ref of [
    await write({ slug: "work", clusterId: alpha, ...panel }),
    await write({ slug: "short", clusterId: alpha, ...panel, periods }),
    await write({ slug: "elsewhere", clusterId: beta, visibility: "cluster", ...panel }),
  ])
    await world.job("observatory.panel.forecast", { ...ref });
});
afterAll(() => world.close());

const path = "/clusters/alpha/observatory/forecast";
const ask = async (query: string, who: Parameters<World["as"]>[0] = "manager") =>
  (await (await world.as(who)).api("GET", `/api/v1${path}?${query}`)).json;

describe("the forecast of a panel", () => {
  it("is that of the library, through the job, the API and the page", async () => {
    const tables = Object.values(panel.periods);
    const groups = groupsOfCodes(panel.regions.codes);
    const golden = panelForecast(tables, { horizon: 4, level: LEVEL, groups });
    const { forecast } = await ask("dataset=work&region=R03&activity=115");
    expect(forecast.state).toBe("ready");
    golden.periods.forEach(({ mean, lower, upper }, k) => {
      expect(forecast.ahead[k]).toMatchObject({
        period: String(2017 + k),
        mean: mean.at(2, 2),
        lower: lower.at(2, 2),
        upper: upper.at(2, 2),
      });
    });
    const { text } = await (await world.as("manager")).get(
      `${path}?dataset=work&region=R03&activity=115&lang=en`,
    );
    const shown = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
    expect(text).toContain(`${shown.format(golden.periods[3]!.mean.at(2, 2))} expected in 2020`);
  });

  it("is headed, for those who see no needs, by how far off such forecasts were", async () => {
    const { forecast } = await ask("dataset=work&region=R03", "stranger");
    expect(forecast).not.toBeNull();
    const headline = await findForecastHeadline(await world.context("stranger", "alpha"));
    const { ours, naive } = forecast.backTest[0].wape;
    const percent = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });
    expect(headline!.figure).toBe(percent.format(ours));
    expect(headline!.text).toContain(percent.format(naive));
  });

  it("gives its line as a file of the same state, for all regions together too", async () => {
    const visit = await world.as("stranger");
    const { text } = await visit.get(`${path}?dataset=work&region=&activity=108&lang=en`);
    const [, href] = /href="([^"]*chart=line\.csv[^"]*)"/.exec(text)!;
    const csv = (await visit.get(href!.replaceAll("&amp;", "&"))).text.trim().split("\r\n");
    const { forecast } = await ask("dataset=work&region=&activity=108", "stranger");
    expect(csv).toHaveLength(1 + forecast.history.length + forecast.ahead.length);
    const last = forecast.history.at(-1);
    expect(csv[forecast.history.length]!.split(",")[0]).toBe(last.period);
    expect(Number(csv[forecast.history.length]!.split(",")[1])).toBeCloseTo(last.value, 0);
  });

  it("says of a region and of an activity what its cells sum to", async () => {
    const { forecast } = await ask("dataset=work&region=R05");
    const golden = panelForecast(Object.values(panel.periods), {
      groups: groupsOfCodes(panel.regions.codes),
    });
    expect(forecast.ahead[0].mean).toBeCloseTo(golden.periods[0]!.regions.mean.at(4, 0), 9);
    const known = Matrix.from(panel.periods["2016"]!).rowSums();
    expect(forecast.history.at(-1)).toEqual({ period: "2016", value: known[4] });
    const activity = (await ask("dataset=work&region=&activity=108")).forecast;
    expect([activity.region, activity.activity.code]).toEqual([null, "108"]);
    expect(activity.ahead[0].mean).toBeCloseTo(golden.periods[0]!.activities.mean.at(1, 0), 9);
  });

  it("stands beside the simple ways, tested on what came", async () => {
    const { forecast } = await ask("dataset=work&region=R03");
    const [test] = forecast.backTest;
    expect(test.ahead).toBe(1);
    for (const method of ["ours", "naive", "drift", "dampedDrift", "shiftShare"])
      expect(test.wape[method]).toBeGreaterThan(0);
    const { text } = await (await world.as("manager")).get(`${path}?dataset=work&region=R03&lang=en`);
    expect(text).toContain("How far off such forecasts were");
  });

  it("draws no line where there are not enough data", async () => {
    const { forecast } = await ask("dataset=short");
    expect([forecast.state, forecast.ahead]).toEqual(["too-short", []]);
    const { text } = await (await world.as("manager")).get(`${path}?dataset=short&lang=en`);
    expect(text).toContain("Not enough data");
    expect(text).not.toContain("line forecast");
  });

  it("lists what is expected to change, as a file too", async () => {
    const { text } = await (await world.as("manager")).get(
      `${path}?dataset=work&region=R03&format=csv&lang=en`,
    );
    expect(text.split("\n")[0]).toContain("2020");
    expect(text).toContain("Work 115");
  });

  it("shows nobody a panel of another cluster", async () => {
    const { datasets } = await ask("dataset=elsewhere", "owner");
    expect(datasets.map(({ slug }: { slug: string }) => slug)).not.toContain("elsewhere");
  });
});

describe("periods", () => {
  it("go on by the year, and count where they are none", () => {
    expect([nameAhead(["2020", "2021"], 3), nameAhead(["2021-Q4"], 1)]).toEqual(["2024", "2021-Q4 + 1"]);
  });

  it("that are missing among years are filled with nothing known", () => {
    expect(withGaps(["2018", "2020"])).toEqual(["2018", "2019", "2020"]);
  });
});
