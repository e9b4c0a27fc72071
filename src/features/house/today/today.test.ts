import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, SECRETS, type World } from "../../../app/testing/world.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { WAITING } from "../waiting/store.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const ALPHA = "/clusters/alpha/today";
const today = async (persona: Parameters<World["as"]>[0], path = ALPHA) =>
  (await world.as(persona)).get(path);

describe("the way to the first screen", () => {
  it.each([
    ["manager", ALPHA],
    ["facilitator", ALPHA],
    ["analyst", ALPHA],
    ["auditor", ALPHA],
    ["owner", ALPHA],
    ["authority", ALPHA],
    ["applicant", ALPHA],
    ["elsewhere", "/clusters/beta/today"],
    ["operator", "/installation"],
    ["customer", "/organisations"],
  ] as const)("leads %s to %s", async (persona, to) => {
    const answer = await today(persona, "/today");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, to]);
  });

  it("follows the role one acts from", async () => {
    const both = await world.as("both", "fern");
    expect((await both.get("/today")).headers.get("location")).toBe("/clusters/beta/today");
  });
});

describe("the first screen in a cluster", () => {
  it.each(["stranger", "customer", "elsewhere", "elsewhereManager", "operator"] as const)(
    "does not exist for %s",
    async (persona) => {
      expect((await today(persona)).status).toBe(404);
    },
  );

  it("leads the auditor to the log", async () => {
    expect((await today("auditor")).headers.get("location")).toBe("/clusters/alpha/audit");
  });

  it("tells an applicant that the application is open, and nothing more", async () => {
    const { text } = await today("applicant");
    expect(text).toContain("Your application is open");
    expect(text).not.toContain("RIVALE");
    expect(text).not.toContain("Rivale");
  });
});

describe("the team's day", () => {
  it("names what waits, each with the place where it is mended", async () => {
    const { status, text } = await today("manager");
    expect(status).toBe(200);
    expect(text).toContain("What waits for you");
    expect(text).toContain("One organisation asks to join.");
    expect(text).toContain('href="/clusters/alpha/organisations/bewerber"');
    // The university has editors only, the authority as well.
    expect(text).toContain('href="/clusters/alpha/organisations/uni/seats"');
    expect(text).not.toContain('href="/clusters/alpha/organisations/anker/seats"');
  });

  it("counts members, their links, projects and partners", async () => {
    const { text } = await today("manager");
    // anker, rivale, uni, gruendung, amt and verborgen; the applicant is none yet
    expect(text).toMatch(/<b>6<\/b> <span>members<\/span>/);
    expect(text).toMatch(/<b>4<\/b> <span>links between members<\/span>/);
    expect(text).toMatch(/<b>2<\/b> <span>joint projects<\/span>/);
    expect(text).toMatch(/<b>2<\/b> <span>partners outside<\/span>/);
  });

  it("shows the facilitator the same without the log", async () => {
    const { text } = await today("facilitator");
    expect(text).toContain("What waits for you");
    expect(text).not.toContain("Newest changes");
  });

  it.each(WAITING)("lists all of what waits as %s, also as a file", async (what) => {
    const manager = await world.as("manager");
    expect((await manager.get(`/clusters/alpha/waiting/${what}`)).status).toBe(200);
    const file = await manager.get(`/clusters/alpha/waiting/${what}?format=csv`);
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect((await (await world.as("owner")).get(`/clusters/alpha/waiting/${what}`)).status).toBe(404);
  });

  it("counts what the team is to decide, each where it is decided, and for those alone who may", async () => {
    const { house, cluster, organisation, person } = world;
    const ids = { application: uuidv7(), back: uuidv7(), request: uuidv7() };
    await house.gateway.system("a test's work", async ({ db }) => {
      const application = { clusterId: cluster.alpha, turnAt: new Date(Date.now() - 20 * 86_400_000) };
      await db
        .insertInto("membershipApplication")
        .values([
          {
            ...application,
            id: ids.application,
            state: "sent",
            organisationId: organisation.bewerber,
            personId: person.applicant,
          },
          {
            ...application,
            id: ids.back,
            state: "asked-back",
            proposed: JSON.stringify({ name: "Asked Back Ltd" }),
            email: "back@example.org",
          },
        ])
        .execute();
      await db
        .insertInto("joinRequest")
        .values([
          {
            id: ids.request,
            organisationId: organisation.uni,
            personId: person.customer,
            name: "Asking Person",
            email: "customer@example.org",
          },
          // Anker has an owner, who answers.
          {
            id: uuidv7(),
            organisationId: organisation.anker,
            personId: person.customer,
            name: "Other Person",
            email: "customer@example.org",
          },
        ])
        .execute();
      await db
        .updateTable("membership")
        .set({ renewsOn: "2020-01-01" })
        .where("clusterId", "=", cluster.alpha)
        .where("organisationId", "=", organisation.anker)
        .execute();
      const [lowId, highId] = [organisation.anker, organisation.rivale].sort() as [string, string];
      await db.insertInto("duplicate").values({ lowId, highId, score: 0.9, reasons: [] }).execute();
    });
    const manager = await world.as("manager");
    const list = async (what: string) => (await manager.get(`/clusters/alpha/waiting/${what}`)).text;
    const applications = await list("applications");
    expect(applications).toContain(`/clusters/alpha/applications/${ids.application}`);
    expect(applications).toContain("overdue");
    expect(applications).not.toContain(ids.back);
    expect(await list("applicants")).not.toContain("/organisations/bewerber");
    const requests = await list("requests");
    expect(requests).toContain('href="/clusters/alpha/organisations/uni/joining"');
    expect(requests).toContain("Asking Person");
    expect(requests).not.toContain("Other Person");
    expect(await list("renewals")).toContain('href="/clusters/alpha/organisations/anker/membership"');
    expect(await list("duplicates")).toContain('href="/clusters/alpha/duplicates"');
    expect(await list("imports")).toContain(`/clusters/alpha/imports/${world.record.importRun}`);

    const shown = (await today("manager")).text;
    expect(shown).toContain("Applications to decide");
    expect(shown).toContain("Likely duplicates");
    const counting = (await today("analyst")).text;
    for (const word of [
      "Applications to decide",
      "Likely duplicates",
      "Imports not finished",
      "Asking Person",
    ])
      expect(counting).not.toContain(word);
    expect((await today("facilitator")).text).not.toContain("Asking Person");
    expect((await (await world.as("owner")).get("/clusters/alpha/waiting/duplicates")).status).toBe(404);
  });

  it("says after two weeks, not before, that a link without an answer is worth asking about", async () => {
    const manager = await world.as("manager");
    const path = "/clusters/alpha/waiting/links";
    const fresh = (await manager.get(path)).text;
    expect(fresh).toContain(`/clusters/alpha/links/${world.record.linkDeclared}`);
    expect(fresh).not.toContain('<span class="tag wait">ask</span>');
    const back = new Date(Date.now() - 15 * 86_400_000);
    await world.house.gateway.system("a test's patience", ({ db }) =>
      db.updateTable("link").set({ createdAt: back }).where("id", "=", world.record.linkDeclared!).execute(),
    );
    expect((await manager.get(path)).text).toContain('<span class="tag wait">ask</span>');
  });
});

describe("a member's day", () => {
  it("asks for the word that only this side can give", async () => {
    expect((await today("rival")).text).toContain(`/clusters/alpha/links/${world.record.linkDeclared}`);
    expect((await today("owner")).text).toContain("Nothing waits for your word.");
  });

  it("knows who works in the same fields without being linked, and why", async () => {
    const { house, organisation } = world;
    await house.gateway.system("a test's competence", ({ db }) =>
      db
        .insertInto("organisationCompetence")
        .values([
          { organisationId: organisation.gruendung, code: "/23/51/357", projects: 1, direct: true },
          { organisationId: organisation.gruendung, code: "/23/51", projects: 1, direct: false },
        ])
        .execute(),
    );
    const { text } = await (await world.as("professor", "uni")).get(ALPHA);
    expect(text).toContain('href="/clusters/alpha/organisations/gruendung"');
    expect(text).toContain("one field in common: naval architecture");
    // Its partner in a project is linked already.
    expect(text).not.toContain('href="/clusters/alpha/organisations/anker"');
  });

  it("keeps from a rival who is a member behind a wall, also as a figure", async () => {
    const { text } = await today("rival");
    expect(text).not.toContain(SECRETS.hiddenMember);
    expect(text).toMatch(/<b>5<\/b> <span>members<\/span>/);
    expect((await today("owner")).text).toMatch(/<b>6<\/b> <span>members<\/span>/);
  });
});

describe("the cluster in figures", () => {
  it("shows the authority what it could open one by one, and no member behind the cluster's door", async () => {
    const { text } = await today("authority");
    expect(text).toContain("Members by kind");
    expect(text).toContain("Figures as a table");
    expect(text).not.toContain("What waits");
    expect(text).toMatch(/<b>5<\/b> <span>members<\/span>/);
  });

  it("shows the analyst the sources and the coverage besides", async () => {
    const { text } = await today("analyst");
    expect(text).toContain("Coverage");
    expect(text).toContain("cordis");
    expect((await today("authority")).text).not.toContain("Coverage");
  });
});

it("is complete in German", async () => {
  for (const persona of ["manager", "owner", "analyst", "applicant"] as const) {
    const { status, text } = await today(persona, `${ALPHA}?lang=de`);
    expect(status).toBe(200);
    expect(text).toContain('lang="de"');
    expect(text).not.toMatch(/What waits|What fits|How Cluster|Your application/);
  }
});
