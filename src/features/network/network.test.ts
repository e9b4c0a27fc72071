import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWorld, type World } from "../../app/testing/world.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { layOutNetwork, network, networkChanged, refreshAllLayouts } from "./feature.ts";
import { type LaidOut, layoutOf } from "./store.ts";

let world: World;
const PAGE = "/clusters/alpha/network";
const API = "/api/v1/clusters/alpha/network";

beforeAll(async () => {
  world = await makeWorld({ features: [network] });
  await layOutNetwork(house(), world.cluster.alpha);
});
afterAll(() => world.close());

const house = () => world.jobs;
const linkId = (name: string) => world.record[name]!;

async function linkIds(persona: Parameters<World["as"]>[0], query = ""): Promise<string[]> {
  const { json } = await (await world.as(persona)).get(`${API}${query}`);
  return json.links.map((link: { id: string }) => link.id);
}

async function slugs(persona: Parameters<World["as"]>[0], query = ""): Promise<string[]> {
  const { json } = await (await world.as(persona)).get(`${API}${query}`);
  return json.actors.map((actor: { slug: string }) => actor.slug).sort();
}

const stored = (audience: "public" | "cluster") =>
  world.house.gateway.system("test", ({ db }) => layoutOf(db, world.cluster.alpha, audience, "members"));

describe("who is in the network", () => {
  test("a stranger sees the public members and what is public between them", async () => {
    expect(await slugs("stranger")).toEqual(["amt", "anker", "gruendung", "rivale", "uni"]);
    expect(await linkIds("stranger")).toEqual([linkId("linkDerived")]);
  });

  test("a member sees the cluster's links as well, and members who show themselves to the cluster", async () => {
    expect(await slugs("owner")).toEqual(["amt", "anker", "gruendung", "rivale", "uni", "verborgen"]);
    expect((await linkIds("owner")).sort()).toEqual(
      ["linkDerived", "linkSupplies", "linkWalled", "linkDeclared"].map(linkId).sort(),
    );
  });

  test("an applicant is not part of it, and sees what everybody sees", async () => {
    expect(await slugs("manager")).not.toContain("bewerber");
    expect(await linkIds("applicant")).toEqual([linkId("linkDerived")]);
  });

  test("an authority sees no link that is for the cluster alone", async () => {
    expect(await linkIds("authority")).toEqual([linkId("linkDerived")]);
  });

  test("with partners, organisations outside stand beside the members they are linked with", async () => {
    const [low, high] = [world.organisation.kunde, world.organisation.uni].sort() as [string, string];
    await world.house.gateway.system("test", ({ db }) =>
      db
        .insertInto("link")
        .values({
          id: uuidv7(),
          type: "formal",
          nature: "joint-project",
          fromOrganisationId: low,
          toOrganisationId: high,
          origin: "derived",
          evidenceKind: "project",
          evidence: [linkId("projectOne")],
          visibility: "public",
        })
        .execute(),
    );
    expect(await slugs("stranger", "?with=partners")).toContain("kunde");
    expect(await slugs("stranger")).not.toContain("kunde");
    const { text } = await (await world.as("stranger")).get(`${PAGE}?with=partners&view=actors`);
    expect(text).toContain("Kunde GmbH");
    expect(text).toContain("outside partner");
  });
});

describe("a wall", () => {
  const everywhere = [
    PAGE,
    `${PAGE}?view=actors`,
    `${PAGE}?view=links`,
    `${PAGE}?with=partners`,
    `${PAGE}?actor=anker`,
    `${PAGE}?actor=gruendung`,
    `${PAGE}?query=verborgen`,
    `${PAGE}/actors/anker`,
    `${PAGE}/actors/anker?other=gruendung`,
    `${PAGE}?format=csv&view=links`,
    `${PAGE}?format=csv&view=actors`,
    `${PAGE}?format=graphml`,
    API,
    `${API}?form=compact`,
  ];

  test("hides a link from the rival on every page, in every file and answer", async () => {
    const visit = await world.as("rival");
    for (const address of everywhere) {
      const { status, text } = await visit.get(address);
      expect([address, status]).toEqual([address, 200]);
      expect(text.replaceAll(address, ""), address).not.toContain(linkId("linkWalled"));
      expect(
        text
          .toLowerCase()
          .replaceAll("query=verborgen", "")
          .replaceAll("“verborgen”", "")
          .replaceAll('value="verborgen"', ""),
        address,
      ).not.toContain("verborgen");
    }
  });

  test("leaves the rival with smaller figures than others, as if the link were not there", async () => {
    const [rival, owner] = await Promise.all(
      (["rival", "owner"] as const).map(async (persona) => (await (await world.as(persona)).get(API)).json),
    );
    expect(owner.measures).toMatchObject({ actors: 6, links: 4, pairs: 3 });
    expect(rival.measures).toMatchObject({ actors: 5, links: 3, pairs: 2 });
    const degree = (json: typeof rival, slug: string) =>
      json.actors.find((actor: { slug: string }) => actor.slug === slug).degree;
    expect([degree(owner, "anker"), degree(rival, "anker")]).toEqual([3, 2]);
    expect([degree(owner, "gruendung"), degree(rival, "gruendung")]).toEqual([1, 0]);
  });

  test("keeps what is behind it out of the layouts, which the rival is shown as well", async () => {
    for (const audience of ["public", "cluster"] as const) {
      const laidOut = (await stored(audience))!.laidOut;
      expect(Object.keys(laidOut.actors)).not.toContain(world.organisation.verborgen);
      // Joined with others behind the wall alone, it stands alone in the picture: no community, on no path.
      expect(laidOut.actors[world.organisation.gruendung]!.slice(2)).toEqual([null, 0, 0]);
    }
    expect((await stored("cluster"))!.laidOut.links).toBe(3);
    expect((await stored("public"))!.laidOut.links).toBe(1);
  });

  test("answers for an actor behind it as for one that does not exist", async () => {
    const visit = await world.as("rival");
    const [hidden, none] = [
      await visit.get(`${PAGE}/actors/verborgen`),
      await visit.get(`${PAGE}/actors/gibt-es-nicht`),
    ];
    expect(hidden.status).toBe(404);
    const neutral = (text: string) => text.replaceAll(/nonce="[^"]*"/g, "");
    expect(neutral(hidden.text)).toBe(neutral(none.text));
    expect((await (await world.as("owner")).get(`${PAGE}/actors/verborgen`)).status).toBe(200);
  });
});

describe("a derived link", () => {
  test("does not exist for whom none of its records may be seen", async () => {
    const wall = (list: string[]) =>
      world.house.gateway.system("test", ({ db }) =>
        db.updateTable("project").set({ wall: list }).where("id", "=", linkId("projectOne")).execute(),
      );
    await wall([world.organisation.rivale]);
    expect(await linkIds("rival")).not.toContain(linkId("linkDerived"));
    expect(await linkIds("owner")).toContain(linkId("linkDerived"));
    await wall([]);
    expect(await linkIds("rival")).toContain(linkId("linkDerived"));
  });

  test("names its records where its actor is chosen", async () => {
    const { text } = await (await world.as("stranger")).get(`${PAGE}?actor=anker`);
    expect(text).toContain(">HULL</a>");
    expect(text).toContain(`/clusters/alpha/links/${linkId("linkDerived")}`);
  });
});

describe("filters", () => {
  const ids = async (query: string) => (await linkIds("owner", query)).sort();

  test("keep links of the types named", async () => {
    expect(await ids("?type=production")).toEqual([linkId("linkSupplies")]);
    expect(await ids("?type=production&type=informal")).toEqual(
      [linkId("linkSupplies"), linkId("linkDeclared")].sort(),
    );
  });

  test("keep links with the evidence named", async () => {
    expect(await ids("?evidence=declared")).toEqual([linkId("linkDeclared")]);
    expect(await ids("?evidence=derived")).toEqual([linkId("linkDerived")]);
  });

  test("keep links alive in the years named", async () => {
    expect(await ids("?to=2019")).toEqual([linkId("linkSupplies")]);
    expect(await ids("?from=2028")).not.toContain(linkId("linkDerived"));
    expect(await ids("?from=2027")).toContain(linkId("linkDerived"));
  });

  test("ask derived links alone for a number of shared projects", async () => {
    expect(await ids("?min=2")).not.toContain(linkId("linkDerived"));
    expect(await ids("?min=2")).toContain(linkId("linkSupplies"));
  });

  test("that cannot be meant are told to a program and forgiven to a reader", async () => {
    const visit = await world.as("stranger");
    expect((await visit.get(`${API}?type=golden`)).status).toBe(400);
    expect((await visit.get(`${API}?unknown=1`)).status).toBe(400);
    expect((await visit.get(`${PAGE}?type=golden&from=yesterday&min=-3&view=cake&sort=x`)).status).toBe(200);
  });
});

describe("the page", () => {
  test("says what is the case, names who stands alone and why", async () => {
    const { text } = await (await world.as("stranger")).get(PAGE);
    expect(text).toContain("5 actors and one link between them.");
    expect(text).toContain("no link known, neither here nor outside");
    expect(text).toMatch(/<svg class="plot network-picture"[^>]*role="img"/);
    expect(text).not.toMatch(/ style="/);
  });

  test("speaks German", async () => {
    const { text } = await (await world.as("stranger")).get(`${PAGE}?lang=de`);
    expect(text).toContain("5 Akteure und eine Verbindung zwischen ihnen.");
  });

  test("finds an actor by a name typed with an umlaut", async () => {
    const { text } = await (await world.as("stranger")).get(`${PAGE}?query=Gr%C3%BCnd`);
    expect(text).toContain("actor=gruendung");
  });

  test("says of a link what it is from the side one looks from", async () => {
    const visit = await world.as("owner");
    expect((await visit.get(`${PAGE}?actor=anker`)).text).toContain(">supplies</a>");
    expect((await visit.get(`${PAGE}?actor=uni`)).text).toContain(">is supplied by</a>");
  });

  test("does not exist for a cluster that does not", async () => {
    expect((await (await world.as("stranger")).get("/clusters/omega/network")).status).toBe(404);
  });
});

describe("files", () => {
  test("hold exactly what is seen and filtered", async () => {
    const visit = await world.as("owner");
    const csv = await visit.get(`${PAGE}?view=links&format=csv&type=production`);
    expect(csv.text.trim().split("\r\n")).toHaveLength(2);
    expect(csv.text).toContain("Anker GmbH,supplies,Universitaet Nord");
    const graphml = await visit.get(`${PAGE}?format=graphml`);
    expect(graphml.text.match(/<node /g)).toHaveLength(6);
    expect(graphml.text.match(/<edge /g)).toHaveLength(4);
    const xlsx = await visit.get(`${PAGE}?view=actors&format=xlsx`);
    expect(xlsx.headers.get("content-type")).toContain("spreadsheetml");
  });

  test("are noted in the log when somebody signed in takes one", async () => {
    const noted = () =>
      world.house.gateway.system("test", ({ db }) =>
        db.selectFrom("auditEntry").select("seq").where("action", "=", "network.export").execute(),
      );
    const before = (await noted()).length;
    await (await world.as("manager")).get(`${PAGE}?view=actors&format=csv`);
    await (await world.as("stranger")).get(`${PAGE}?view=actors&format=csv`);
    expect(await noted()).toHaveLength(before + 1);
  });
});

describe("the layout", () => {
  const places = async (audience: "public" | "cluster"): Promise<LaidOut> =>
    (await stored(audience))!.laidOut;

  test("is the same when it is reckoned again", async () => {
    await layOutNetwork(house(), world.cluster.alpha);
    const before = [await places("public"), await places("cluster")];
    await layOutNetwork(house(), world.cluster.alpha);
    expect([await places("public"), await places("cluster")]).toEqual(before);
    const rows = await world.house.gateway.system("test", ({ db }) =>
      db
        .selectFrom("networkLayout")
        .select("audience")
        .where("clusterId", "=", world.cluster.alpha)
        .execute(),
    );
    expect(rows).toHaveLength(2);
  });

  test("shows the cluster's own places to those inside, the public ones to everybody else", async () => {
    const at = async (persona: Parameters<World["as"]>[0]) => {
      const { json } = await (await world.as(persona)).get(API);
      const actor = json.actors.find((one: { slug: string }) => one.slug === "anker");
      return [actor.x, actor.y];
    };
    const id = world.organisation.anker;
    expect(await at("owner")).toEqual((await places("cluster")).actors[id]!.slice(0, 2));
    expect(await at("stranger")).toEqual((await places("public")).actors[id]!.slice(0, 2));
    expect(await at("authority")).toEqual((await places("public")).actors[id]!.slice(0, 2));
  });

  test("of the members comes first, that of the partners as a job after it", async () => {
    const clusterId = world.cluster.beta;
    const laidOut = (scope: "members" | "partners") =>
      world.house.gateway.system("test", ({ db }) => layoutOf(db, clusterId, "public", scope));
    await network.jobs!["network.layout"]!({ clusterId }, house());
    expect([(await laidOut("members")) !== null, await laidOut("partners")]).toEqual([true, null]);
    await network.jobs!["network.layout-partners"]!({ clusterId }, house());
    expect(await laidOut("partners")).not.toBeNull();
    expect(await laidOut("members")).not.toBeNull();
    await world.house.gateway.system("test", ({ db }) =>
      db.deleteFrom("networkLayout").where("clusterId", "=", clusterId).execute(),
    );
  });

  test("that is missing is asked for once, and the page says so meanwhile", async () => {
    const visit = await world.as("stranger");
    const { text } = await visit.get("/clusters/beta/network");
    expect(text).toContain("being laid out");
    await visit.get("/clusters/beta/network");
    const waiting = () =>
      world.house.gateway.system("test", async ({ client }) => {
        await client.query("reset role");
        const { rows } = await client.query(
          "select key from graphile_worker.jobs where task_identifier = 'network.layout'",
        );
        return rows.map((row) => row.key);
      });
    expect(await waiting()).toEqual([`network.layout:${world.cluster.beta}`]);
    await world.house.gateway.system("test", (unit) => networkChanged(unit, world.cluster.alpha));
    expect(await refreshAllLayouts(house(), "missing")).toBe(1);
    expect(await refreshAllLayouts(house())).toBe(2);
    expect(await waiting()).toHaveLength(2);
  });
});
