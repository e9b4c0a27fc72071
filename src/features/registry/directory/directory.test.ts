import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type PersonaName, SECRETS, type World } from "../../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.house.gateway.system("search rows", ({ client }) =>
    client.query("select index_organisations(array(select id from organisation))"),
  );
});
afterAll(() => world.close());

type Persona = "stranger" | PersonaName;

const namesFor = async (persona: Persona, path: string): Promise<string[]> => {
  const visit = await world.as(persona);
  const { json } = await visit.api("GET", path);
  return json.items.map((item: { slug: string }) => item.slug);
};
const found = (persona: Persona, query: string) =>
  namesFor(persona, `/api/v1/organisations?query=${encodeURIComponent(query)}`);
const foundInAlpha = (persona: Persona, query: string) =>
  namesFor(persona, `/api/v1/clusters/alpha/organisations?query=${encodeURIComponent(query)}`);

describe("an organisation with a logo", () => {
  it("shows it on its card and tells programs where it is, in the house that sees it", async () => {
    const visit = await world.as("stranger");
    const { items } = (await visit.get("/api/v1/organisations")).json;
    const logos = Object.fromEntries(
      items.map(({ slug, logo }: { slug: string; logo: string | null }) => [slug, logo]),
    );
    expect(logos.anker).toBe("/organisations/anker/logo?version=onepixel");
    expect(logos.rivale).toBeNull();
    expect((await visit.get(logos.anker)).headers.get("content-type")).toBe("image/webp");
    expect((await visit.get("/organisations")).text).toContain(`src="${logos.anker}"`);
    expect((await visit.get("/api/v1/organisations/anker")).json.logo).toBe(logos.anker);
    const inside = (await visit.get("/api/v1/clusters/alpha/organisations/anker")).json.logo;
    expect(inside).toBe("/clusters/alpha/organisations/anker/logo?version=onepixel");
  });
});

describe("searching all organisations", () => {
  it.each([
    ["the beginning of a name", "univ", ["uni"]],
    ["a town", "stade", ["rivale"]],
    ["a town with its umlaut", "Lübeck", ["uni"]],
    ["a field of work", "naval architecture", ["anker", "kunde", "uni"]],
    ["several words in any order", "nord universitaet", ["uni"]],
    ["a misspelt name", "gruendnug", ["gruendung"]],
    ["a misspelt town", "schwerinn", ["fern"]],
    ["nothing like it", "zzxqy", []],
  ])("finds by %s", async (_, query, slugs) => {
    expect((await found("stranger", query)).sort()).toEqual(slugs);
  });

  it("is not stopped by what means something to the database", async () => {
    for (const query of ["'", "a & b | !c:*", "\\", "100%", "x'); drop table organisation; --"])
      expect(
        (
          await (
            await world.as("stranger")
          ).api("GET", `/api/v1/organisations?query=${encodeURIComponent(query)}`)
        ).status,
      ).toBe(200);
  });

  it("never reads what is said inside a cluster", async () => {
    for (const word of Object.values(SECRETS).filter((secret) => secret !== SECRETS.hiddenMember))
      expect(await found("manager", word)).toEqual([]);
  });

  it("tells the clusters an organisation belongs to, as far as that is public", async () => {
    const { json } = await (await world.as("stranger")).api("GET", "/api/v1/organisations?query=univ");
    expect(json.items[0].clusters).toEqual([{ slug: "alpha", role: "associate" }]);
  });
});

describe("searching a cluster's members", () => {
  it.each([
    ["public", { stranger: true, rival: true, authority: true, reader: true, manager: true }],
    ["peers", { stranger: false, rival: true, authority: true, reader: true, manager: true }],
    ["cluster", { stranger: false, rival: true, authority: false, reader: true, manager: true }],
    ["organisation", { stranger: false, rival: false, authority: false, reader: true, manager: false }],
    ["walled", { stranger: false, rival: false, authority: false, reader: true, manager: true }],
    [
      "private",
      { stranger: false, rival: false, authority: false, reader: false, manager: false, owner: true },
    ],
  ] as [keyof typeof SECRETS, Record<string, boolean>][])(
    "finds by a %s fact whoever sees that fact",
    async (level, who) => {
      for (const [persona, sees] of Object.entries(who))
        expect([persona, await foundInAlpha(persona as Persona, SECRETS[level])]).toEqual([
          persona,
          sees ? ["anker"] : [],
        ]);
    },
  );

  it("knows only members the asker sees as such", async () => {
    expect(await namesFor("stranger", "/api/v1/clusters/alpha/organisations?sort=name")).toEqual([
      "anker",
      "amt",
      "gruendung",
      "rivale",
      "uni",
    ]);
    expect(await namesFor("manager", "/api/v1/clusters/alpha/organisations")).toContain("verborgen");
    expect(await namesFor("rival", "/api/v1/clusters/alpha/organisations")).not.toContain("verborgen");
    expect(await foundInAlpha("rival", "verborgn")).toEqual([]);
    expect(await foundInAlpha("manager", "verborgn")).toEqual(["verborgen"]);
  });

  it("shows a rival the same page, counts and order as if the hidden member were none", async () => {
    const hide = (action: "delete" | "insert") =>
      world.house.gateway.system("a membership comes and goes", async ({ client }) => {
        if (action === "delete")
          await client.query("delete from membership where organisation_id = $1", [
            world.organisation.verborgen,
          ]);
        else
          await client.query(
            "insert into membership (cluster_id, id, organisation_id, role, since, visibility, wall) values ($1, gen_random_uuid(), $2, 'core', '2020-01-01', 'cluster', array[$3::uuid])",
            [world.cluster.alpha, world.organisation.verborgen, world.organisation.rivale],
          );
      });
    const rival = await world.as("rival");
    const paths = [
      "",
      "?view=table&sort=name",
      "?view=map",
      "?query=hamburg",
      "?near=Hamburg",
      "?query=verborgen",
    ];
    const read = () =>
      Promise.all(
        paths.map(async (path) => plain((await rival.get(`/clusters/alpha/organisations${path}`)).text)),
      );
    const withIt = await read();
    await hide("delete");
    const without = await read();
    await hide("insert");
    expect(withIt).toEqual(without);
  });

  it("says the role and since when", async () => {
    const { json } = await (await world.as("stranger")).api(
      "GET",
      "/api/v1/clusters/alpha/organisations?kind=research",
    );
    expect(json.items[0].membership).toMatchObject({ role: "associate", until: null });
  });
});

/** A page without what differs from one load to the next. */
const plain = (html: string) => html.replaceAll(/nonce="[^"]*"/g, "");

describe("the directory's page", () => {
  it("keeps the question in the address and says what is the case", async () => {
    const { text } = await (await world.as("stranger")).get(
      "/organisations?kind=enterprise&near=Stade&km=30&lang=en",
    );
    expect(text).toContain("Within 30 km of Stade.");
    expect(text).toContain('name="kind" value="enterprise" checked');
    expect(text).toContain("Rivale GmbH");
    expect(text).not.toContain("Fern GmbH");
  });

  it("shows an odd address as far as it can be read", async () => {
    const stranger = await world.as("stranger");
    for (const query of [
      "?kind=unicorn",
      "?kind=__proto__&size=large",
      "?cursor=x",
      "?km=-5&near=Hamburg",
      "?sort=up",
      "?country=de&region=%00",
      `?query=${"x".repeat(5000)}`,
    ])
      expect((await stranger.get(`/organisations${query}`)).status).toBe(200);
  });

  it("says when a place is not known, and leaves it out", async () => {
    const { text } = await (await world.as("stranger")).get("/organisations?near=Atlantis&lang=en");
    expect(text).toContain("No place called “Atlantis” is known here");
    expect(text).toContain("Anker GmbH");
  });

  it("tells that what is shown is only spelled alike", async () => {
    const { text } = await (await world.as("stranger")).get("/organisations?query=gruendnug&lang=en");
    expect(text).toContain("Nothing is spelled “gruendnug”.");
  });

  it("offers the field of work that was misspelt", async () => {
    const { text } = await (await world.as("stranger")).get(
      "/organisations?query=navall+arkitecture&lang=en",
    );
    expect(text).toContain("/organisations?competence=%2F23%2F51%2F357");
  });

  it("offers a way on where nothing fits", async () => {
    const { text } = await (await world.as("stranger")).get(
      "/clusters/alpha/organisations?query=zzxqy&lang=en",
    );
    expect(text).toContain("Nothing fits all of this at once");
    expect(text).toContain('href="/organisations?query=zzxqy"');
  });
});

describe("the directory as a file", () => {
  const rows = (csv: string) =>
    csv
      .trim()
      .split("\r\n")
      .slice(1)
      .map((row) => row.split(",")[0]);

  it("holds exactly what is filtered, in its order", async () => {
    const { text, headers } = await (await world.as("stranger")).get(
      "/organisations?kind=enterprise&sort=name&format=csv&lang=en",
    );
    expect(rows(text)).toEqual([
      "Anker GmbH",
      "Bewerber GmbH",
      "Fern GmbH",
      "Gruendung GmbH",
      "Kunde GmbH",
      "Rivale GmbH",
      "Verborgen GmbH",
    ]);
    expect(headers.get("content-disposition")).toContain("organisations-");
  });

  it("shows a rival no walled member", async () => {
    const file = async (persona: Persona) =>
      rows((await (await world.as(persona)).get("/clusters/alpha/organisations?format=csv")).text);
    expect(await file("manager")).toContain("Verborgen GmbH");
    expect(await file("rival")).not.toContain("Verborgen GmbH");
  });

  it("comes as a workbook too", async () => {
    const { status, headers } = await (await world.as("stranger")).get("/organisations?format=xlsx");
    expect([status, headers.get("content-type")]).toEqual([
      200,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]);
  });

  it("is written into the log when a known person takes it along", async () => {
    await (await world.as("manager")).get("/clusters/alpha/organisations?role=core&format=csv");
    const entry = await world.house.gateway.system("look into the log", ({ db }) =>
      db
        .selectFrom("auditEntry")
        .selectAll()
        .where("action", "=", "organisation.export")
        .orderBy("seq", "desc")
        .executeTakeFirstOrThrow(),
    );
    expect(entry.clusterId).toBe(world.cluster.alpha);
    expect(JSON.parse(entry.body)).toMatchObject({
      after: { rows: 2, total: 2, format: "csv", filter: { role: ["core"] } },
    });
  });
});

describe("the directory's API", () => {
  it("leads through the whole list by cursor", async () => {
    const stranger = await world.as("stranger");
    const slugs: string[] = [];
    let cursor = "";
    do {
      const { json } = await stranger.api("GET", `/api/v1/organisations?limit=3&sort=name${cursor}`);
      expect(json.total).toBe(10);
      slugs.push(...json.items.map((item: { slug: string }) => item.slug));
      cursor = json.next ? `&cursor=${json.next}` : "";
    } while (cursor);
    expect(slugs).toEqual([
      "anker",
      "amt",
      "bewerber",
      "fern",
      "gruendung",
      "kunde",
      "rivale",
      "stiftung",
      "uni",
      "verborgen",
    ]);
  });

  it.each(["?unknown=1", "?limit=0", "?limit=201", "?kind=unicorn", "?cursor=x", "?km=0"])(
    "refuses %s",
    async (query) => {
      expect((await (await world.as("stranger")).api("GET", `/api/v1/organisations${query}`)).status).toBe(
        400,
      );
    },
  );

  it("knows a public change at once", async () => {
    const change = (name: string) =>
      world.house.gateway.system("a firm changes its name", async ({ client }) => {
        await client.query("update organisation set name = $1 where id = $2", [
          name,
          world.organisation.kunde,
        ]);
        await client.query("select index_organisations(array[$1::uuid])", [world.organisation.kunde]);
        await client.query("update commons_version set version = version + 1");
      });
    await change("MORGENSTERN GMBH");
    expect(await found("stranger", "morgenstern")).toEqual(["kunde"]);
    await change("KUNDE GMBH");
    expect(await found("stranger", "morgenstern")).toEqual([]);
  });
});
