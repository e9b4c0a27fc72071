import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { findDatasets, panelCells, panelHead, regionBlock, regionCells } from "./panel.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.job("observatory.data.ship");
}, 60_000);
afterAll(() => world.close());

describe("the statistics that come with the house", () => {
  it("lie in the commons, for every cluster and for strangers", async () => {
    for (const persona of ["stranger", "manager", "elsewhere"] as const) {
      const ctx = await world.context(persona, "alpha");
      const found = await ctx.read((db) => findDatasets(db, ctx.actor, world.cluster.alpha));
      expect(found.map(({ slug }) => slug)).toEqual(
        expect.arrayContaining(["de-kreis-occupation", "eu-nuts2-nace"]),
      );
    }
  });

  it("are the figures of the source, with their names", async () => {
    const ctx = await world.context("stranger", "alpha");
    const { head, block, row, secret } = await ctx.read(async (db) => {
      const head = (await panelHead(db, ctx.actor, world.cluster.alpha, "de-kreis-occupation"))!;
      const at = head.regions.codes.indexOf("01001");
      const width = head.activities.codes.length;
      return {
        head,
        block: (await panelCells(db, head, "employees", "2016"))!,
        row: await regionCells(db, head, "employees", "2016", at, width),
        secret: (await regionBlock(db, head, "employees", "2021", at, width))!,
      };
    });
    expect([head.regions.codes.length, head.activities.codes.length]).toEqual([401, 141]);
    expect(head.periods).toEqual(["2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020", "2021"]);
    expect(head.regions.names.de[head.regions.codes.indexOf("02000")]).toMatch(/^Hamburg/);
    expect(head.activities.names.de[head.activities.codes.indexOf("111")]).toBe("Landwirtschaft");
    const farming = head.activities.codes.indexOf("111");
    expect(row[farming]).toBe(185);
    expect([...row]).toEqual([...block.cells.subarray(0, 141)]);
    const horses = head.activities.codes.indexOf("113");
    expect(secret.cells[horses]).toBeNaN();
    expect(secret.marks[horses]).toBe(2);
  });

  it("are written once, however often the house is asked", async () => {
    await world.job("observatory.data.ship");
    const rows = await world.house.gateway.system("a look", ({ db }) =>
      db.selectFrom("datasetVersion").select("version").where("clusterId", "=", COMMONS).execute(),
    );
    expect(rows).toEqual(Array.from({ length: 5 }, () => ({ version: 1 })));
  });

  it("bring along which codes of one list are which of another", async () => {
    const rows = async (slug: string, query: string) =>
      (
        await (
          await world.as("stranger")
        ).api("GET", `/api/v1/clusters/alpha/observatory/datasets/${slug}/rows?query=${query}`)
      ).json.items;
    // Two classes of NACE are one of ISIC; districts that changed lead to two regions, and into one that had another before.
    expect(await rows("nace-rev2-isic-4", "2410")).toEqual(expect.arrayContaining([["24.10", "2410", 1]]));
    expect(await rows("ags-nuts-2021", "16063")).toEqual([
      ["16063", "DEG0P", 0.5],
      ["16063", "DEG0N", 0.5],
    ]);
    expect((await rows("ags-nuts-2021", "DE719")).map(([ags]: string[]) => ags).sort()).toEqual([
      "06415",
      "06435",
    ]);
    expect(await rows("esco-isco-08", "c40a2919-48a9-40ea-b506-1f34f693496d")).toEqual([
      ["c40a2919-48a9-40ea-b506-1f34f693496d", "2513", 1],
    ]);
  });

  it("keep what the source calls unreliable apart", async () => {
    const ctx = await world.context("stranger", "alpha");
    const coverage = await ctx.read(async (db) => {
      const head = (await panelHead(db, ctx.actor, world.cluster.alpha, "eu-nuts2-nace"))!;
      const { marks } = (await panelCells(db, head, "employed", "2012"))!;
      return { names: head.activities.names.de, estimated: marks.filter((mark) => mark === 3).length };
    });
    expect(coverage.names).toContain("Baugewerbe");
    expect(coverage.estimated).toBeGreaterThan(50);
  });
});
