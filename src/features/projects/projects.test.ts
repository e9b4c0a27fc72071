import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../app/testing/world.ts";
import { uuidv7 } from "../../kernel/ids.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.house.gateway.system("projects that not everybody sees", async ({ db }) => {
    const project = (slug: string, title: string, more: object = {}) => ({
      id: uuidv7(),
      slug,
      title,
      acronym: slug.toUpperCase(),
      signed: "2023-03-03",
      programme: "HORIZON.2.5",
      competences: ["/23/51"],
      source: "declared",
      ...more,
    });
    const rows = [
      project("geheim", "A quiet rudder", {
        clusterId: world.cluster.alpha,
        visibility: "cluster",
        organisationId: world.organisation.anker,
      }),
      project("mauer", "A walled keel", { wall: [world.organisation.rivale], signed: "2023-04-04" }),
      project("offen", "An open harbour", {}),
    ];
    await db.insertInto("project").values(rows).execute();
    await db
      .insertInto("participation")
      .values(
        rows.map(({ id, slug }) => ({
          projectId: id,
          organisationId: world.organisation.anker,
          role: "coordinator",
          ...(slug === "geheim" ? { clusterId: world.cluster.alpha, visibility: "cluster" } : {}),
        })),
      )
      .execute();
    await sql`select index_projects(array(select id from project))`.execute(db);
  });
});
afterAll(() => world.close());

type Found = { items: { slug: string }[]; total: number; next: string | null };
const slugs = async (persona: Parameters<World["as"]>[0], path: string) => {
  const { json } = await (await world.as(persona)).get(`/api/v1${path}`);
  const { items, total } = json as Found;
  if (!path.includes("limit")) expect(total).toBe(items.length);
  return items.map((item) => item.slug);
};

describe("finding projects", () => {
  it("lists what is public, the newest first", async () => {
    expect(await slugs("stranger", "/projects")).toEqual(["mauer", "offen", "soil-2", "hull-1"]);
  });

  it.each([
    ["words of the title", "/projects?query=lighter+hulls", ["hull-1"]],
    ["the beginning of the last word", "/projects?query=inland+sh", ["hull-1"]],
    ["words of the objective", "/projects?query=north", ["soil-2", "hull-1"]],
    ["the name of a competence", "/projects?query=naval", ["hull-1"]],
    ["an acronym", "/projects?query=SOIL", ["soil-2"]],
    ["a slip of the finger", "/projects?query=harbor+mudd", ["soil-2"]],
    ["a competence and what lies below it", "/projects?competence=/23/51&year=2021", ["hull-1"]],
    ["a programme", "/projects?programme=HORIZON.2.5&query=harbour", ["offen"]],
    ["an organisation", "/projects?organisation=fern", ["soil-2"]],
    ["two organisations together", "/projects?organisation=uni&organisation=anker", ["hull-1"]],
    ["words that nothing has", "/projects?query=zymurgy", []],
  ])("finds by %s", async (_, path, expected) => {
    expect(await slugs("stranger", path)).toEqual(expected);
  });

  it("keeps walled and inner projects from whom they are hidden, in lists, counts and facets", async () => {
    expect(await slugs("rival", "/projects?query=keel")).toEqual([]);
    expect(await slugs("reader", "/projects?query=keel")).toEqual(["mauer"]);
    expect(await slugs("rival", "/clusters/alpha/projects?query=rudder")).toEqual(["geheim"]);
    expect(await slugs("stranger", "/clusters/alpha/projects?query=rudder")).toEqual([]);
    expect(await slugs("authority", "/clusters/alpha/projects?query=rudder")).toEqual([]);
    const page = await (await world.as("rival")).get("/projects?programme=HORIZON.2.5");
    expect(page.text).not.toContain("keel");
    expect(page.text).toContain("Climate, energy and mobility</span><i>1</i>");
  });

  it("answers for a hidden project like for one that does not exist", async () => {
    const rival = await world.as("rival");
    const nowhere = (await rival.get("/projects/nowhere")).text;
    expect((await rival.get("/projects/mauer")).text).toBe(nowhere);
    expect((await rival.get("/projects/geheim")).text).toBe(nowhere);
    expect((await rival.get("/clusters/alpha/projects/geheim")).status).toBe(200);
    expect((await (await world.as("stranger")).get("/clusters/alpha/projects/geheim")).status).toBe(404);
  });

  it("is in a cluster about the projects of its members", async () => {
    expect(await slugs("stranger", "/clusters/beta/projects")).toEqual(["soil-2"]);
    expect((await (await world.as("stranger")).get("/clusters/beta/projects/hull-1")).status).toBe(404);
    // That the university belongs to beta is known inside beta alone.
    expect(await slugs("elsewhere", "/clusters/beta/projects")).toEqual(["soil-2", "hull-1"]);
  });

  it.each(["-signed", "signed"])("is walked by cursor in the order %s", async (sort) => {
    const all = await slugs("stranger", `/projects?sort=${sort}`);
    const walked: string[] = [];
    const visit = await world.as("stranger");
    for (let next: string | null = ""; next !== null; ) {
      const { json }: { json: Found } = await visit.get(
        `/api/v1/projects?sort=${sort}&limit=1${next ? `&cursor=${next}` : ""}`,
      );
      walked.push(...json.items.map((item) => item.slug));
      next = json.next;
    }
    expect(walked).toEqual(all);
  });

  it("exports what is filtered", async () => {
    const csv = await (await world.as("stranger")).get("/projects?query=hulls&format=csv");
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(csv.text.trim().split("\r\n")).toHaveLength(2);
    expect(csv.text).toContain("Lighter hulls for inland ships");
    expect((await (await world.as("stranger")).get("/projects?format=xlsx")).text.slice(0, 2)).toBe("PK");
  });

  it("shows the page for an odd address, and refuses it in the API", async () => {
    const stranger = await world.as("stranger");
    const odd = "/projects?competence=x%27--&year=soon&sort=up&cursor=%00";
    expect((await stranger.get(odd)).status).toBe(200);
    expect((await stranger.get(`/api/v1${odd}`)).status).toBe(400);
  });
});

describe("the page of a project", () => {
  it("tells what it is for, who takes part and where the source is", async () => {
    const page = await (await world.as("stranger")).get("/projects/hull-1");
    for (const words of [
      "Lighter hulls for inland ships",
      "Universitaet Nord",
      "coordinates",
      "naval architecture",
      "ResearchProject",
    ])
      expect(page.text).toContain(words);
    expect(page.text).toContain("https://cordis.europa.eu/project/id/1");
    expect(page.text).toContain("3 organisations work on it, led by Universitaet Nord.");
  });

  it("marks inside a cluster which of them are members", async () => {
    const page = await (await world.as("manager")).get("/clusters/alpha/projects/hull-1");
    expect(page.text.match(/tag good/g)).toHaveLength(2);
    expect(page.text).toContain("/clusters/alpha/organisations/kunde");
  });

  it("is the same by the API", async () => {
    const { json } = await (await world.as("stranger")).get("/api/v1/projects/hull-1");
    expect(json).toMatchObject({ acronym: "HULL", sourceKey: "1", competences: [{ code: "/23/51/357" }] });
    expect(json.participants.map((participant: { slug: string }) => participant.slug)).toEqual([
      "uni",
      "anker",
      "kunde",
    ]);
  });
});
