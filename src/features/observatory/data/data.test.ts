import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressesOf } from "../../../app/testing/addresses.ts";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { findDatasets, panelHead } from "./panel.ts";
import { dataPlate } from "./plate.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const HOME = "/clusters/alpha/observatory";
const API = "/api/v1/clusters/alpha/observatory/datasets";

describe("a dataset at cluster level", () => {
  it.each(["stranger", "elsewhere", "customer"] as const)("does not exist for %s", async (persona) => {
    const visit = await world.as(persona);
    const nowhere = await visit.get(`${HOME}/data/no-such-dataset`);
    for (const path of ["", "/download", "/versions/1"]) {
      const answer = await visit.get(`${HOME}/data/figures${path}`);
      expect([path, answer.status, answer.text]).toEqual([path, 404, nowhere.text]);
    }
    for (const path of [
      "",
      "/data",
      "/data?query=figures&view=table",
      "/data?format=csv",
      "/catalogue.jsonld",
    ])
      expect((await visit.get(`${HOME}${path}`)).text).not.toMatch(/data\/figures|clusterwort/);
  });

  it("is not found from another cluster's pages", async () => {
    const visit = await world.as("elsewhere");
    expect((await visit.get("/clusters/beta/observatory/data/figures")).status).toBe(404);
    expect((await visit.get("/clusters/beta/observatory/data")).text).not.toContain("data/figures");
  });

  it.each(["reader", "manager", "analyst"] as const)("is open to %s", async (persona) => {
    const answer = await (await world.as(persona)).get(`${HOME}/data/figures?lang=en`);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("2 regions");
    expect(answer.text).toContain("7 of 8 cells");
  });

  it("stays behind a wall for the one it stands against, on every way there", async () => {
    const { rivale } = world.organisation;
    const wall = (walled: string[]) =>
      world.house.gateway.system("a wall", ({ db }) =>
        db.updateTable("dataset").set({ wall: walled }).where("id", "=", world.record.dataset!).execute(),
      );
    const visit = await world.as("rival");
    expect((await visit.get(`${HOME}/data/figures`)).status).toBe(200);
    await wall([rivale]);
    try {
      expect((await visit.get(`${HOME}/data/figures`)).status).toBe(404);
      expect((await visit.get(`${HOME}/data`)).text).not.toContain("data/figures");
      expect((await visit.api("GET", `${API}/figures`)).status).toBe(404);
      expect((await visit.api("GET", API)).json.items).toEqual([]);
      // The database holds without our filter: what hangs on the dataset is seen with it.
      const ctx = await world.context("rival", "alpha");
      const rows = await ctx.read((db) =>
        db
          .selectFrom("datasetBlock")
          .select("measure")
          .where("datasetId", "=", world.record.dataset!)
          .execute(),
      );
      expect(rows).toEqual([]);
    } finally {
      await wall([]);
    }
  });

  it("gives a stranger no row of any of its tables", async () => {
    const ctx = await world.context("stranger", "alpha");
    for (const table of [
      "dataset",
      "datasetVersion",
      "datasetCodes",
      "datasetBlock",
      "datasetImport",
    ] as const) {
      const rows = await ctx.read((db) =>
        db.selectFrom(table).select("clusterId").where("clusterId", "=", world.cluster.alpha).execute(),
      );
      expect([table, rows]).toEqual([table, []]);
    }
    expect(await ctx.read((db) => findDatasets(db, ctx.actor, world.cluster.alpha))).toEqual([]);
    expect(await ctx.read((db) => panelHead(db, ctx.actor, world.cluster.alpha, "figures"))).toBeNull();
  });
});

describe("every page and answer about data", () => {
  it("opens for the analyst, and none but what is the cluster's to see for a stranger", async () => {
    const [analyst, stranger] = await Promise.all([world.as("analyst"), world.as("stranger")]);
    for (const route of dataPlate.routes!.filter(({ method }) => method === "GET")) {
      const [address] = addressesOf(route, world);
      const seen = route.door === "api" ? await analyst.api("GET", address!) : await analyst.get(address!);
      expect([address, seen.status]).toEqual([address, 200]);
      const other = await stranger.get(address!);
      const open = route.rule === "cluster.see" && !/clusterwort/.test(other.text);
      expect([address, open || [303, 401, 404].includes(other.status)]).toEqual([address, true]);
    }
  });
});

describe("a dataset", () => {
  it("leaves as it lies there, in every format, with the marks of its cells", async () => {
    const visit = await world.as("reader");
    const as = async (format: string) => (await visit.get(`${HOME}/data/figures/download?as=${format}`)).text;
    const csv = (await as("csv")).trim().split("\r\n");
    expect(csv).toHaveLength(9);
    expect(csv).toContain("DE600,DE600,C,C,2020,jobs,10,value");
    expect(csv).toContain("DEF0B,DEF0B,J,J,2021,jobs,,secret");
    expect((await as("sdmx")).split("\r\n")).toContain("KONTOR:figures(1.0),DEF0B,J,jobs,2021,,M,C");
    const stat = JSON.parse(await as("jsonstat"));
    expect(stat.size).toEqual([1, 2, 2, 2]);
    expect(stat.value).toEqual([10, 20, 30, 40, 11, 22, 33, null]);
    expect(stat.status).toEqual({ "7": "secret" });
  });

  it("is a table by region and period, of one activity or of all", async () => {
    const visit = await world.as("reader");
    const all = (await visit.get(`${HOME}/data/figures?format=csv`)).text;
    expect(all).toContain("DE600,DE600,30,,33,");
    // A sum over a secret cell is of what is known, and says so.
    expect(all).toContain("DEF0B,DEF0B,70,,33,estimated");
    const one = (await visit.get(`${HOME}/data/figures?format=csv&activity=J&region=DEF`)).text;
    expect(one).toContain("DEF0B,DEF0B,40,,,secret");
    expect(one).not.toContain("DE600");
  });

  it("says by the API what the page says", async () => {
    const visit = await world.as("reader");
    const { json } = await visit.api("GET", `${API}/figures`);
    expect(json).toMatchObject({ slug: "figures", version: 1, periods: ["2020", "2021"] });
    const cells = await visit.api("GET", `${API}/figures/cells?region=DEF0B`);
    expect(cells.json.cells[1]).toEqual([
      { value: 33, mark: "value" },
      { value: null, mark: "secret" },
    ]);
    expect((await visit.api("GET", `${API}/figures/cells?region=nowhere`)).status).toBe(422);
  });

  it("is described for other portals in the words of DCAT", async () => {
    const { text } = await (await world.as("reader")).get(`${HOME}/catalogue.jsonld`);
    const [dataset] = JSON.parse(text)["dcat:dataset"];
    expect(dataset).toMatchObject({ "@type": "dcat:Dataset", "dct:identifier": "figures" });
    expect(dataset["dct:accessRights"]["@id"]).toMatch(/RESTRICTED$/);
  });

  it("is removed by those who keep it, and by nobody else", async () => {
    for (const persona of ["reader", "rival", "authority"] as const)
      expect((await (await world.as(persona)).post(`${HOME}/data/figures/remove`)).status).toBe(404);
    expect((await (await world.as("reader")).get(`${HOME}/data/figures`)).status).toBe(200);
  });
});
