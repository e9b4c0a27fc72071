import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, ORIGIN, type PersonaName, SECRETS, type World } from "../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const get = async (path: string, persona: "stranger" | PersonaName = "stranger") =>
  (await world.as(persona)).get(path);
const jsonLd = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html)![1]!);

describe("the region's page", () => {
  it("counts its clusters and whom they are made of, each figure leading to its records", async () => {
    const { text } = await get("/?lang=en");
    expect(text).toContain("2 clusters with 6 organisations");
    expect(text).toContain('href="/organisations?cluster=alpha&amp;cluster=beta"');
    expect(text).toContain('href="/clusters/alpha/organisations"');
  });

  it("is called after the region once the installation knows its name", async () => {
    await world.house.gateway.system("name the region", async ({ db }) => {
      await db
        .insertInto("installation")
        .values({ key: "region", value: JSON.stringify({ nameEn: "The North", nameDe: "Der Norden" }) })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute();
      await sql`select touch_clusters()`.execute(db);
    });
    expect((await get("/?lang=de")).text).toContain("<h1>Der Norden</h1>");
    expect((await get("/?lang=en")).text).toContain("<h1>The North</h1>");
  });

  it("tells machines what it is", async () => {
    const [site, list] = jsonLd((await get("/?lang=en")).text)["@graph"];
    expect(site).toMatchObject({ "@type": "WebSite", url: `${ORIGIN}/` });
    expect(list.itemListElement.map((item: { url: string }) => item.url)).toEqual([
      `${ORIGIN}/clusters/alpha`,
      `${ORIGIN}/clusters/beta`,
    ]);
  });
});

describe("a cluster's site", () => {
  it("shows the public what is public", async () => {
    const { text } = await get("/clusters/alpha?lang=en");
    expect(text).toContain("5 members in 2 public projects with 2 partners.");
    expect(text).toContain("HULL: Lighter hulls for inland ships");
    expect(text).not.toContain("Verborgen");
  });

  it.each([
    ["stranger", 5],
    ["manager", 7],
    ["reader", 7],
    ["rival", 6],
    ["authority", 5],
    ["elsewhere", 5],
  ] as const)("counts for a %s the members that person sees: %i", async (persona, count) => {
    const { text } = await get("/clusters/alpha?lang=en", persona);
    expect(text).toMatch(new RegExp(`<b>${count}</b> <span>members</span>`));
  });

  it("is a page that exists or none, and never a refusal", async () => {
    expect((await get("/clusters/gamma")).status).toBe(404);
    await world.house.gateway.system("a cluster closes its doors", async ({ db }) => {
      await db.updateTable("cluster").set({ visibility: "cluster" }).where("slug", "=", "beta").execute();
      await sql`select touch_clusters()`.execute(db);
    });
    const [closed, absent] = [await get("/clusters/beta"), await get("/clusters/gamma")];
    expect([closed.status, closed.text]).toEqual([absent.status, absent.text]);
    expect((await get("/clusters?lang=en")).text).not.toContain("Cluster beta");
    expect((await get("/clusters/beta", "elsewhere")).status).toBe(200);
    await world.house.gateway.system("and opens them again", async ({ db }) => {
      await db.updateTable("cluster").set({ visibility: "public" }).where("slug", "=", "beta").execute();
      await sql`select touch_clusters()`.execute(db);
    });
  });

  it("describes itself and its registry to machines", async () => {
    const [organisation, dataset] = jsonLd((await get("/clusters/alpha")).text)["@graph"];
    expect(organisation).toMatchObject({ "@type": "Organization", url: `${ORIGIN}/clusters/alpha` });
    expect(dataset.distribution[0].contentUrl).toBe(`${ORIGIN}/clusters/alpha/organisations?format=csv`);
  });
});

describe("what search engines and feed readers get", () => {
  it.each([
    ["/sitemap.xml", "application/xml", `<loc>${ORIGIN}/organisations/anker</loc>`],
    ["/sitemaps/organisations-1.xml", "application/xml", `<loc>${ORIGIN}/organisations/uni</loc>`],
    ["/sitemaps/doors.xml", "application/xml", `<loc>${ORIGIN}/clusters/alpha/network</loc>`],
    ["/feed.xml", "application/rss+xml", `<link>${ORIGIN}/projects/hull-1</link>`],
    ["/clusters/alpha/feed.xml?lang=en", "application/rss+xml", "Anker GmbH is a member of Cluster alpha"],
    ["/robots.txt", "text/plain", `Sitemap: ${ORIGIN}/sitemap.xml`],
    ["/favicon.svg", "image/svg+xml", "<svg"],
  ])("%s", async (path, type, part) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain(type);
    expect(answer.text).toContain(part);
  });

  it.each(["/sitemaps/organisations-2.xml", "/sitemaps/organisations-0.xml", "/sitemaps/people-1.xml"])(
    "%s is none",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it("no member that is not public, not even asked for by an insider in the region's feed", async () => {
    for (const persona of ["stranger", "manager", "rival"] as const)
      for (const path of ["/feed.xml", "/", "/clusters"])
        expect((await get(path, persona)).text.toUpperCase()).not.toContain(SECRETS.hiddenMember);
    expect((await get("/clusters/alpha/feed.xml", "rival")).text).not.toContain("Verborgen");
    expect((await get("/clusters/alpha/feed.xml", "manager")).text).toContain("Verborgen");
  });
});

describe("clusters in the API", () => {
  it("are listed with what they are good at", async () => {
    const { json } = await (await world.as("stranger")).api("GET", "/api/v1/clusters");
    expect(json).toMatchObject({ total: 2, next: null });
    expect(json.items[0]).toMatchObject({
      slug: "alpha",
      members: 5,
      competences: [{ code: "/23/51/357", title: "Naval architecture", members: 2 }],
    });
  });

  it("come in stretches", async () => {
    const stranger = await world.as("stranger");
    const first = (await stranger.api("GET", "/api/v1/clusters?limit=1")).json;
    const second = (await stranger.api("GET", `/api/v1/clusters?limit=1&cursor=${first.next}`)).json;
    expect([first.items[0].slug, second.items[0].slug, second.next]).toEqual(["alpha", "beta", null]);
    expect((await stranger.api("GET", "/api/v1/clusters?cursor=x")).status).toBe(400);
  });

  it("tell their figures one by one", async () => {
    const { json } = await (await world.as("stranger")).api("GET", "/api/v1/clusters/alpha");
    expect(json.figures).toEqual({ members: 5, projects: 2, partners: 2, countries: 1 });
  });
});

describe("the way around", () => {
  it("stays in the cluster one is in", async () => {
    const { text } = await get("/clusters/alpha?lang=en");
    expect(text).toContain('<a href="/clusters/alpha/organisations">');
    expect(text).not.toContain('<a href="/organisations">');
  });

  it("leads outside a cluster to everybody", async () => {
    const { text } = await get("/clusters?lang=en");
    for (const href of ["/clusters", "/organisations", "/projects"]) expect(text).toContain(`href="${href}"`);
  });
});
