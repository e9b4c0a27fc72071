import {
  complexityPipeline,
  entryModel,
  evaluateEntryModel,
  krugman,
  locationalGini,
  locationQuotient,
  proximity,
} from "@kontor/analytics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import type { PanelRef } from "../data/panel.ts";
import { readResult, resultRow } from "../data/results.ts";
import type { Accuracy } from "./accuracy.ts";
import { ACTIVITY_FIGURES, KEPT, named, paramsOf, REGION_FIGURES, type Ready } from "./kept.ts";
import { startThread } from "./run-thread.ts";
import { invented, writePanel } from "./testing.ts";

let world: World;
let ref: PanelRef;
const panel = invented();
const { codes: activities } = panel.activities;
const last = panel.periods["2016"]!;

beforeAll(async () => {
  world = await makeWorld();
  ref = await world.house.gateway.system("a panel", (unit) =>
    writePanel(unit, { ...panel, slug: "invented", clusterId: COMMONS }),
  );
  await world.job("observatory.panel.compute", { ...ref });
});
afterAll(() => world.close());

const read = <T>(work: (db: Db) => Promise<T>) => world.house.gateway.system("a test", ({ db }) => work(db));

describe("what is kept of a panel", () => {
  it("is what the library says of the same table", async () => {
    const width = activities.length;
    const lq = locationQuotient(last);
    const pipe = complexityPipeline(last);
    for (const r of [0, 3]) {
      expect(
        await read((db) => resultRow(db, ref, KEPT.quotients, "persons|2016", r, width, "cells")),
      ).toEqual(lq.row(r));
      const options = await read((db) =>
        resultRow(db, ref, KEPT.options, "persons|2016", r, width * 2, "cells"),
      );
      expect(options!.slice(0, width)).toEqual(pipe.density.row(r));
      expect(options!.slice(width)).toEqual(pipe.cog.row(r));
    }
    expect(
      await read((db) => resultRow(db, ref, KEPT.quotients, "persons|2016", 2, last.length, "turned")),
    ).toEqual(lq.column(2));
    const region = await read((db) =>
      resultRow(db, ref, KEPT.regions, "persons|2016", 1, REGION_FIGURES.length, "cells"),
    );
    expect(named(REGION_FIGURES, region!)).toMatchObject({
      eci: pipe.eci[1],
      krugman: krugman(last)[1],
      strengths: pipe.presence.rowCounts()[1],
    });
    const activity = await read((db) =>
      resultRow(db, ref, KEPT.activities, "persons|2016|all", 4, ACTIVITY_FIGURES.length, "cells"),
    );
    expect(named(ACTIVITY_FIGURES, activity!)).toMatchObject({
      gini: locationalGini(last)[4],
      pci: pipe.pci[4],
    });
  });

  it("keeps secret cells unknown, never zero", async () => {
    expect(last[0]![1]).toBeNaN();
    const amounts = await read((db) =>
      resultRow(db, ref, KEPT.amounts, "persons|2016", 1, last.length, "turned"),
    );
    const quotients = await read((db) =>
      resultRow(db, ref, KEPT.quotients, "persons|2016", 0, activities.length, "cells"),
    );
    expect([amounts![0], quotients![1]]).toEqual([Number.NaN, Number.NaN]);
  });

  it("tells how well past entries were told, beside the location quotient alone", async () => {
    const found = await read((db) => readResult(db, ref, KEPT.accuracy, paramsOf("persons", "all")));
    const model = entryModel([{ before: panel.periods["2013"]!, after: panel.periods["2014"]! }]);
    const told = evaluateEntryModel(model, [{ before: panel.periods["2015"]!, after: last }], { draws: 100 });
    const accuracy = found!.value as Accuracy;
    expect({ ...accuracy, tracks: [accuracy.tracks[0]] }).toMatchObject({
      learned: ["2013", "2014"],
      tested: ["2015", "2016"],
      tracks: [
        {
          below: 1,
          cells: told.cells,
          entries: told.entries,
          model: { areaUnderCurve: told.model.areaUnderCurve },
          baseline: { areaUnderCurve: told.baseline.areaUnderCurve },
        },
      ],
    });
  });

  it("holds the network of activities with a place for each", async () => {
    const found = await read((db) => readResult(db, ref, KEPT.space, paramsOf("persons", "all")));
    const { nodes, edges } = found!.value as {
      nodes: { x: number }[];
      edges: { from: number; to: number; weight: number }[];
    };
    expect(nodes).toHaveLength(activities.length);
    const near = proximity(locationQuotient(last).map((value) => (value >= 1 ? 1 : 0)));
    for (const { from, to, weight } of edges) expect(weight).toBeCloseTo(near.at(from, to), 2);
  });

  it("is the same in a thread of its own, as large panels are computed", async () => {
    const layout = {
      regions: last.length,
      activities: activities.length,
      levels: [{ key: "all", regions: last.map((_, i) => i) }],
      counted: activities.map((_, i) => i),
      classes: null,
    };
    const thread = await startThread(layout);
    const cells = Float64Array.from(last.flat());
    const { quotients } = await thread.run({ step: "period", period: "2016", cells, withOptions: false });
    await expect(thread.run({ step: "window", from: "1", to: "2" })).rejects.toThrow();
    await thread.end();
    expect(quotients).toEqual(locationQuotient(last).values);
  });

  it("says last what there is", async () => {
    const ready = (await read((db) => readResult(db, ref, KEPT.ready, "")))!.value as Ready;
    expect(ready).toMatchObject({
      measures: ["persons"],
      periods: ["2013", "2014", "2015", "2016"],
      levels: [{ key: "all", regions: panel.regions.codes.length }],
    });
  });
});
