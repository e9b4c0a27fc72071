import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePool } from "../../../app/database/pool.ts";
import { makeWorld, type PersonaName, type World } from "../../../app/testing/world.ts";
import type { Figure } from "./words.ts";

let world: World;
let admin: pg.Pool;
const BASE = "/clusters/alpha/observatory/reports";
const API = `/api/v1${BASE}`;
const YEAR = new Date().getFullYear();
const PERIOD = { periodFrom: `${YEAR}-01-01`, periodTo: `${YEAR}-12-31` };
const TITLE = { en: "A good year", de: "Ein gutes Jahr" };

beforeAll(async () => {
  world = await makeWorld();
  admin = makePool(world.adminUrl, 1);
  await world.job("observatory.health.compute", { clusterId: world.cluster.alpha });
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const as = (who: PersonaName | "stranger") => world.as(who);

async function begin(visibility = "public"): Promise<string> {
  const { status, json } = await (await as("manager")).api("POST", API, {
    title: TITLE,
    ...PERIOD,
    visibility,
  });
  expect(status).toBe(201);
  return json.slug;
}

const today = () => new Date().toISOString().slice(0, 10);

/** Asks for a version and lets the job make it. */
async function freeze(slug: string, on = today()): Promise<number> {
  const { status, json } = await (await as("manager")).api("POST", `${API}/${slug}/draft/freeze`, { on });
  expect(status).toBe(200);
  const { rows } = await admin.query("select id from report where slug = $1", [slug]);
  await world.job("observatory.report.freeze", {
    clusterId: world.cluster.alpha,
    reportId: rows[0].id,
    number: json.number,
  });
  return json.number;
}

const publish = async (slug: string, number: number) =>
  expect((await (await as("manager")).api("POST", `${API}/${slug}/versions/${number}/publish`)).status).toBe(
    204,
  );

async function figures(slug: string, number?: number): Promise<Record<string, Figure>> {
  const asked = number === undefined ? "" : `?version=${number}`;
  const { json } = await (await as("manager")).api("GET", `${API}/${slug}${asked}`);
  return Object.fromEntries(json.figures.map((figure: Figure) => [figure.key, figure]));
}

describe("a report", () => {
  it("goes from template to a published page", async () => {
    const slug = await begin();
    const number = await freeze(slug);
    await publish(slug, number);
    const page = await (await as("stranger")).get(`${BASE}/${slug}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("A good year");
    const pdf = await (await as("stranger")).get(`${BASE}/${slug}/document.pdf?locale=de`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect((await figures(slug)).members!.value).toBe(5);
  });
});
