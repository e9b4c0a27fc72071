import {
  betweenness,
  constraint,
  coreNumbers,
  degree,
  effectiveSize,
  eigenvectorCentrality,
  eiIndex,
  Graph,
  harmonicCentrality,
  leiden,
  networkDensity,
  pageRank,
  robustness,
} from "@kontor/analytics";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePool } from "../../../app/database/pool.ts";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { exchange } from "../../exchange/feature.ts";
import { network } from "../../network/feature.ts";
import { registry } from "../../registry/feature.ts";
import { findHealthHeadline } from "./headline.ts";
import { healthPlate } from "./plate.ts";
import { seeHealth } from "./see-health.ts";

let world: World;
const API = "/api/v1/clusters/alpha/observatory/network";
type Persona = Parameters<World["as"]>[0];

beforeAll(async () => {
  const health = { name: "observatory", messages: {}, routes: [], ...healthPlate };
  world = await makeWorld({ features: [network, exchange, registry, health] });
  await compute();
});
afterAll(() => world.close());

const compute = () => world.job("observatory.health.compute", { clusterId: world.cluster.alpha });
async function ask(persona: Persona, path = API) {
  const { status, json, text } = await (await world.as(persona)).get(path);
  expect([persona, path, status, status === 200 ? "" : text]).toEqual([persona, path, 200, ""]);
  return json;
}

/** The figures without their dates. */
async function figures(persona: Persona, query = "") {
  const { computedAt: _, madeOf: __, history: ___, ...rest } = await ask(persona, `${API}${query}`);
  return rest;
}
async function proposals(persona: Persona) {
  const { computedAt: _, madeOf: __, ...rest } = await ask(persona, `${API}/introductions`);
  return rest;
}

const setWall = (wall: string[]) =>
  world.house.gateway.system("a test", async ({ db }) => {
    await db.updateTable("link").set({ wall }).where("id", "=", world.record.linkWalled!).execute();
  });
const setSince = (since: string | null) =>
  world.house.gateway.system("a test", async ({ db }) => {
    await db.updateTable("link").set({ since }).where("id", "=", world.record.linkWalled!).execute();
  });
const kept = () =>
  world.house.gateway.system("a test", ({ db }) => db.selectFrom("networkHealth").selectAll().execute());

describe("a wall", () => {
  test("leaves the rival the very figures of a world in which the link does not exist", async () => {
    const queries = ["", "?year=2023", "?without=anker", "?without=anker&without=uni"];
    const seen = await Promise.all(queries.map((query) => figures("rival", query)));
    const wouldMeet = await proposals("rival");
    const row = await world.house.gateway.system("a test", async ({ db }) => {
      const id = world.record.linkWalled!;
      const whole = await db.selectFrom("link").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      await db.deleteFrom("link").where("id", "=", id).execute();
      return whole;
    });
    await compute();
    const without = await Promise.all(queries.map((query) => figures("rival", query)));
    const without2 = await proposals("rival");
    await world.house.gateway.system("a test", ({ db }) => db.insertInto("link").values(row).execute());
    await compute();

    expect(seen).toEqual(without);
    expect(wouldMeet).toEqual(without2);
    // To those on this side of it the link is there, in every figure it changes.
    const owner = await figures("owner");
    expect([owner.figures.pairs, seen[0].figures.pairs]).toEqual([3, 2]);
    expect(owner.figures.isolated).toBeLessThan(seen[0].figures.isolated + 1);
  });

  test("keeps link and member out of everything that is kept for an audience", async () => {
    const rows = (await kept()).filter(({ personId }) => personId === null);
    expect([...new Set(rows.map(({ eyes }) => eyes))].sort()).toEqual(["cluster", "public"]);
    const text = JSON.stringify(rows);
    expect(text).not.toContain(world.organisation.verborgen);
    expect(text).not.toContain(world.record.linkWalled);
    const before = rows.map(({ digest }) => digest).sort();
    await setWall([world.organisation.rivale, world.organisation.uni]);
    await compute();
    const after = (await kept()).filter(({ personId }) => personId === null);
    expect(after.map(({ digest }) => digest).sort()).toEqual(before);
    await setWall([world.organisation.rivale]);
  });

  test("moves no date and no day's figures for those from whom the link is kept", async () => {
    const told = async (persona: Persona) => {
      const { computedAt, history } = await ask(persona);
      return {
        computedAt,
        history,
        headline: await findHealthHeadline(await world.context(persona, "alpha")),
      };
    };
    const everybody = ["rival", "stranger", "authority", "elsewhere"] as const;
    const before = await Promise.all(everybody.map(told));
    const ownerBefore = (await ask("owner")).computedAt;
    await setSince("2021-05-05");
    await compute();
    expect(await Promise.all(everybody.map(told))).toEqual(before);
    expect(Date.parse((await ask("owner")).computedAt)).toBeGreaterThan(Date.parse(ownerBefore));
    // By night all of them are dated anew, whether something changed or not.
    await world.job("observatory.health.compute", { clusterId: world.cluster.alpha, daily: true });
    const night = await Promise.all(everybody.map(told));
    night.forEach(({ headline }, i) => {
      expect(headline!.at!.getTime()).toBeGreaterThan(before[i]!.headline!.at!.getTime());
    });
    await setSince(null);
    await compute();
  });

  test("shows in the headline of nobody, not even of those who see the link", async () => {
    const said = async (persona: Persona) =>
      (await findHealthHeadline(await world.context(persona, "alpha")))?.figure;
    expect(await said("owner")).toBe(await said("rival"));
    expect([await said("manager"), await said("stranger")]).toEqual(["60%", "40%"]);
  });

  test("names a walled member to nobody it is hidden from", async () => {
    const hidden = new RegExp(`VERBORGEN GMBH|"verborgen"|${world.organisation.verborgen}`);
    for (const persona of ["rival", "stranger", "authority", "applicant", "elsewhere"] as const)
      for (const path of [API, `${API}?without=verborgen`])
        expect(JSON.stringify(await ask(persona, path)), `${persona} ${path}`).not.toMatch(hidden);
    expect(JSON.stringify(await ask("rival", `${API}/introductions`))).not.toMatch(hidden);
    expect(JSON.stringify(await ask("owner"))).toContain('"verborgen"');
  });

  test("parts whom it stands between in what is proposed", async () => {
    const { items } = await proposals("manager");
    for (const { from, to } of items) expect([from, to].sort()).not.toEqual(["rivale", "verborgen"]);
  });
});

describe("every page", () => {
  const PAGES = ["", "/brokers", "/mixing", "/reach", "/time", "/robustness", "/introductions"].map(
    (section) => `/clusters/alpha/observatory/network${section}`,
  );

  test("and every file of it keep link and member from the rival", async () => {
    const visit = await world.as("rival");
    const hidden = new RegExp(`verborgen|${world.record.linkWalled}`, "i");
    for (const page of PAGES)
      for (const query of ["", "?format=csv"]) {
        const { status, text } = await visit.get(`${page}${query}`);
        expect([page, query, status]).toEqual([page, query, 200]);
        expect(text, page + query).not.toMatch(hidden);
      }
    // Asked to do without it, the page answers as for one that does not exist.
    const without = async (slug: string) =>
      (await visit.get(`${PAGES[5]}?without=${slug}`)).text
        .replaceAll(slug, "")
        .replaceAll(/nonce="[^"]*"/g, "");
    expect(await without("verborgen")).toBe(await without("gibt-es-nicht"));
    expect((await (await world.as("owner")).get(PAGES[1]!)).text).toContain("Verborgen GmbH");
  });

  test("shows the figures its API gives, and opens the records behind them", async () => {
    const { figures: seen } = await figures("owner");
    const { text } = await (await world.as("owner")).get(PAGES[0]!);
    const shown = (value: string | number, label: string) =>
      expect(text).toMatch(new RegExp(`<b>${value}</b>\\s*<span>${label}</span>`));
    shown(seen.actors, "members");
    shown(seen.links, "links");
    shown(`${(seen.density * 100).toFixed(1).replace(".0", "")}%`, "density");
    shown(seen.components, "connected parts");
    shown(seen.isolated, "stand alone");
    const { departure } = await figures("owner", "?without=anker");
    const what = await (await world.as("owner")).get(`${PAGES[5]}?without=anker`);
    expect(departure).toMatchObject({ without: ["anker"], pairsLost: 3, largest: { before: 4, after: 1 } });
    expect(departure.orphaned.toSorted()).toEqual(["gruendung", "rivale", "uni"]);
    expect(what.text).toContain("3 pairs are lost, 3 members are left alone");
    const [href] = /\/clusters\/alpha\/network\?[^"]*view=links/.exec(text)!;
    const behind = await (await world.as("owner")).get(href.replaceAll("&amp;", "&"));
    expect(behind.text).toContain(`${seen.links} `);
  });

  test("offers the team the form of the exchange for two who should meet, and a member for itself", async () => {
    const { items } = await proposals("manager");
    const { text } = await (await world.as("manager")).get(PAGES[6]!);
    expect(items.length).toBeGreaterThan(0);
    const [{ ask: href, from, to }] = items;
    expect(href).toBe(`/clusters/alpha/introductions/new?organisation=${to}&for=${from}`);
    expect(text).toContain(href.replaceAll("&", "&amp;"));
    expect((await (await world.as("manager")).get(href)).status).toBe(200);
    for (const proposal of (await proposals("owner")).items)
      expect(proposal.ask !== null).toBe([proposal.from, proposal.to].includes("anker"));
  });

  test("gives every chart that the asker sees on it as SVG, PNG and CSV, made of what they see there", async () => {
    for (const persona of ["stranger", "owner"] as const) {
      const visit = await world.as(persona);
      const charts: string[] = [];
      for (const page of PAGES.slice(0, 6)) {
        const { text } = await visit.get(page);
        for (const [, href, chart] of text.matchAll(/href="([^"]*chart=([a-z]+)\.svg[^"]*)"/g)) {
          charts.push(chart!);
          for (const format of ["svg", "csv"]) {
            const answer = await visit.get(href!.replaceAll("&amp;", "&").replace(".svg", `.${format}`));
            expect([chart, format, answer.status]).toEqual([chart, format, 200]);
            if (persona === "stranger") expect(answer.text, chart).not.toMatch(/verborgen/i);
          }
        }
      }
      const all = ["brokers", "mixing", "rings", "pairs", "stretch", "curves"];
      // One public link is no place between others.
      expect(charts).toEqual(persona === "owner" ? all : all.slice(1));
    }
    const visit = await world.as("stranger");
    const png = await visit.get(`${PAGES[4]}?chart=pairs.png`);
    expect(png.headers.get("content-type")).toBe("image/png");
    expect((await visit.get(`${PAGES[4]}?chart=nothing.svg`)).status).toBe(404);
  });
});

describe("a set too large to be measured while one waits", () => {
  test("is measured by a job on the person's behalf; until then the audience's figures stand in its place", async () => {
    const ctx = await world.context("owner", "alpha");
    const waiting = await seeHealth(ctx, ["picture"], { mostAtOnce: 0 });
    expect(waiting).toMatchObject({ waiting: true, madeOf: "cluster" });
    expect(waiting.parts!.picture.pairs).toBe(2);
    await world.job("observatory.health.compute", {
      clusterId: world.cluster.alpha,
      personId: world.person.owner,
      acting: ctx.acting,
    });
    const own = await seeHealth(ctx, ["picture"], { mostAtOnce: 0 });
    expect(own).toMatchObject({ waiting: false, madeOf: "own" });
    expect(own.parts!.picture.pairs).toBe(3);
    // Another person's own figures are out of reach, even for the database's role.
    const rival = await world.context("rival", "alpha");
    const rows = await rival.read((db) => db.selectFrom("networkHealth").select("eyes").distinct().execute());
    expect(rows.map(({ eyes }) => eyes).sort()).toEqual(["cluster", "public"]);
  });

  test("is kept for that person for a month, and cleared away by night", async () => {
    const own = async () => (await kept()).filter(({ personId }) => personId === world.person.owner).length;
    const night = () => world.job("observatory.health.everywhere", {});
    const before = await own();
    await night();
    expect([before > 0, await own()]).toEqual([true, before]);
    await world.house.gateway.system("a month later", async ({ db }) => {
      const computedAt = new Date(Date.now() - 31 * 86_400_000);
      await db.updateTable("networkHealth").set({ computedAt }).where("personId", "is not", null).execute();
    });
    await night();
    expect([await own(), (await kept()).length > 0]).toEqual([0, true]);
  });
});

describe("an outsider", () => {
  test("gets the figures of what is public alone", async () => {
    const { figures: seen, actors } = await figures("stranger");
    expect(seen).toMatchObject({ actors: 5, links: 1, pairs: 1, isolated: 3 });
    expect(actors.map(({ slug }: { slug: string }) => slug)).not.toContain("verborgen");
    expect((await figures("authority")).figures.links).toBe(1);
  });

  test("is not told who should meet whom", async () => {
    for (const persona of ["stranger", "authority", "elsewhere", "applicant"] as const) {
      const visit = await world.as(persona);
      expect((await visit.get(`${API}/introductions`)).status, persona).toBe(404);
    }
  });
});

describe("the figures", () => {
  test("are those of @kontor/analytics on the same graph", async () => {
    const seen = await ask("owner");
    const now = new Date().getFullYear();
    const network = await ask("owner", `/api/v1/clusters/alpha/network?from=${now}&to=${now}`);
    const year = seen.year;
    expect(year).toBe(new Date().getFullYear());
    const order = network.actors.map(({ id }: { id: string }) => id).sort();
    const at = (id: string) => order.indexOf(id);
    const graph = Graph.from({
      nodes: order.length,
      edges: network.links
        .toSorted((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1))
        .map((link: { from: string; to: string; strength: number }) => [
          at(link.from),
          at(link.to),
          link.strength,
        ]),
    });
    const kinds = order.map(
      (id: string) => network.actors.find((actor: { id: string }) => actor.id === id).kind,
    );
    const column = (name: string) =>
      order.map((id: string) => seen.actors.find((actor: { id: string }) => actor.id === id)[name]);
    const said = (values: ArrayLike<number>) => Array.from(values, (v) => (Number.isNaN(v) ? null : v));

    expect(seen.figures.density).toBe(networkDensity(graph));
    expect(column("degree")).toEqual(said(degree(graph)));
    expect(column("betweenness")).toEqual(said(betweenness(graph, { normalised: true }).values));
    expect(column("eigenvector")).toEqual(said(eigenvectorCentrality(graph).values));
    expect(column("pageRank")).toEqual(said(pageRank(graph).values));
    expect(column("constraint")).toEqual(said(constraint(graph)));
    expect(column("effectiveSize")).toEqual(said(effectiveSize(graph)));
    expect(column("core")).toEqual([...coreNumbers(graph)]);
    expect(seen.figures.modularity).toBe(leiden(graph, { restarts: 5 }).quality);
    expect(seen.mixing[0]).toMatchObject({ by: "kind", index: eiIndex(graph, kinds).index });
    for (const curve of seen.robustness) {
      const golden = robustness(graph, { by: curve.by });
      expect(curve.index).toBe(golden.index);
      expect(curve.points.map(([, largest]: [number, number]) => largest)).toEqual([...golden.curve]);
    }
    const { efficiency } = await ask("owner", `${API}/introductions`);
    const harmonic = harmonicCentrality(graph, { normalised: true });
    expect(efficiency.before).toBeCloseTo(harmonic.reduce((sum, v) => sum + v, 0) / graph.size, 12);
  });
});

describe("a new link", () => {
  test("changes the figures once both sides have said it, by itself, and they say when", async () => {
    const before = await ask("reader");
    const asked = async () => {
      const admin = makePool(world.adminUrl, 1);
      const { rows } = await admin.query(
        `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier = 'observatory.health.compute'`,
      );
      await admin.end();
      return rows.map(({ payload }) => payload);
    };
    const links = "/api/v1/clusters/alpha/links";
    const said = { from: "anker", to: "gruendung", nature: "supplies", visibility: "cluster" };
    const owner = await world.as("owner");
    const { json, status, text } = await owner.api("POST", links, said);
    expect([status, text]).toEqual([201, text]);
    const founder = await world.as("professor", "gruendung");
    expect((await founder.api("POST", `${links}/${json.id}/confirm`)).status).toBe(200);
    expect(await asked()).toContainEqual({ clusterId: world.cluster.alpha });
    await compute();
    const after = await ask("reader");
    expect(after.figures.links).toBe(before.figures.links + 1);
    expect(Date.parse(after.computedAt)).toBeGreaterThan(Date.parse(before.computedAt));
    expect(after.history.at(-1).links).toBe(before.history.at(-1).links + 1);
  });
});
