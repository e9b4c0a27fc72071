import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, makeWorld, ORIGIN, type World } from "../../../app/testing/world.ts";
import { letterLink } from "../../notices/feature.ts";
import { change, lettersTo } from "../invitations/testing.ts";
import { askToJoin, declareDomain } from "./rules.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  for (const [name, email] of [
    ["owner", "owner@anker.example"],
    ["rival", "rival@rivale.example"],
    ["customer", "customer@anker.example"],
    ["applicant", "applicant@anker.example"],
    ["authority", "authority@behoerde.example"],
  ] as const)
    addresses[name] = email;
});
afterAll(() => world.close());

/** The people of the small world get addresses at work; they sign in before. */
const addresses: Record<string, string> = {};
const moved = new Set<string>();
async function at(persona: "owner" | "rival" | "customer" | "applicant" | "authority") {
  const visit = await world.as(persona);
  if (!moved.has(persona)) {
    moved.add(persona);
    await change(world, ({ db }) =>
      db
        .updateTable("person")
        .set({ email: addresses[persona]! })
        .where("id", "=", world.person[persona])
        .execute(),
    );
  }
  return visit;
}

const ANKER = "/clusters/alpha/organisations/anker/joining";
const JOIN = "/organisations/anker/join";
const cookiesOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
describe("a mail domain", () => {
  it.each([
    ["domain.freemail", "gmail.com", { office: true, email: "x@team.example", proven: true }, {}],
    ["domain.not-yours", "other.example", { office: false, email: "x@own.example", proven: true }, {}],
    ["domain.unproven", "own.example", { office: false, email: "x@own.example", proven: false }, {}],
    [
      "domain.shared",
      "own.example",
      { office: false, email: "x@own.example", proven: true },
      { shared: true },
    ],
    ["domain.taken", "own.example", { office: true, email: "x@team.example", proven: true }, { taken: true }],
  ] as const)("is refused as %s", (problem, domain, by, known) => {
    expect(declareDomain(domain, by, { taken: false, shared: false, ...known })).toEqual({
      ok: false,
      problem,
    });
  });

  it("shared by several organisations is given to one of them by the team alone", () => {
    const by = { office: true, email: "x@team.example", proven: true };
    expect(declareDomain("own.example", by, { taken: false, shared: true }).ok).toBe(true);
  });

  it("is declared by an owner with an address there, and by nobody else", async () => {
    const owner = await at("owner");
    const elsewhere = await owner.post(`${ANKER}/domains?lang=en`, { domain: "rivale.example" });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.text).toContain("Your own address is not at this domain.");
    expect((await owner.post(`${ANKER}/domains?lang=en`, { domain: "Gmail.com" })).text).toContain(
      "At this domain anybody gets an address",
    );
    expect((await owner.post(`${ANKER}/domains`, { domain: "not a domain" })).status).toBe(422);
    for (const persona of ["editor", "facilitator", "elsewhereManager"] as const)
      expect(
        (await (await world.as(persona)).post(`${ANKER}/domains`, { domain: "anker.example" })).status,
      ).toBe(404);
    expect((await owner.post(`${ANKER}/domains`, { domain: "@Anker.example" })).status).toBe(303);
    expect((await owner.get(ANKER)).text).toContain("anker.example");
    const manager = await world.as("manager");
    const taken = await manager.api("POST", "/api/v1/clusters/alpha/organisations/rivale/joining/domains", {
      domain: "anker.example",
    });
    expect(taken.status).toBe(409);
  });
});

describe("an organisation's page", () => {
  it("leads whoever is signed in and holds no seat there to where one may ask to join", async () => {
    const link = `href="${JOIN}"`;
    const page = async (persona: "customer" | "reader" | "stranger") =>
      (await (await world.as(persona)).get("/organisations/anker")).text;
    expect(await page("customer")).toContain(link);
    expect(await page("reader")).not.toContain(link);
    expect(await page("stranger")).not.toContain(link);
  });
});

describe("asking to join", () => {
  const asker = { email: "new@anker.example", proven: true, hasSeat: false };
  const now = new Date("2026-11-21T12:00:00Z");
  const answerers = { owners: 1, teams: [] };
  const earlier = (state: string, answeredAt: Date | null) => [{ state, answeredAt }];
  it.each([
    ["join.has-seat", { ...asker, hasSeat: true }, ["anker.example"], [], answerers],
    ["join.other-domain", asker, ["other.example"], [], answerers],
    ["join.other-domain", { ...asker, email: "a@gmail.com" }, ["gmail.com"], [], answerers],
    ["join.unproven", { ...asker, proven: false }, ["anker.example"], [], answerers],
    ["join.waits", asker, ["anker.example"], earlier("waiting", null), answerers],
    [
      "join.declined",
      asker,
      ["anker.example"],
      earlier("declined", new Date("2026-11-01T12:00:00Z")),
      answerers,
    ],
    ["join.nobody", asker, ["anker.example"], [], { owners: 0, teams: [] }],
  ] as const)("is refused as %s", (problem, who, domains, before, whom) => {
    expect(askToJoin(who, domains, before, whom, now)).toEqual({ ok: false, problem });
  });
  it("is possible again when a refusal lies thirty days back", () => {
    const before = earlier("declined", new Date("2026-10-01T12:00:00Z"));
    expect(askToJoin(asker, ["anker.example"], before, answerers, now).ok).toBe(true);
  });

  it("is for people with a proven address at the organisation's domain alone", async () => {
    const rival = await at("rival");
    expect((await rival.get(`${JOIN}?lang=en`)).text).toContain(
      "is not of a domain that Anker GmbH has declared",
    );
    expect((await rival.post(JOIN)).status).toBe(409);
    // Whether there is an owner, or a cluster with a team, is nothing for them.
    for (const slug of ["anker", "amt", "verborgen"]) {
      const path = `/organisations/${slug}/join`;
      const { status, json } = await rival.api("GET", `/api/v1${path}`);
      expect([status, json.waitsFor ?? null]).toEqual([status, null]);
      expect((await rival.get(`${path}?lang=en`)).text).not.toMatch(
        /its owner|the team of|nobody at present/,
      );
    }
    expect((await rival.api("GET", `/api/v1${JOIN}`)).json).toMatchObject({ waitsFor: null, mayAsk: false });
    expect((await (await world.as("stranger")).get(JOIN)).headers.get("location")).toBe(
      `/sign-in?next=${encodeURIComponent(JOIN)}`,
    );
  });

  it("waits visibly for the owner, can be taken back, and is not asked twice", async () => {
    const customer = await at("customer");
    expect((await customer.get(`${JOIN}?lang=en`)).text).toContain("Ask to join");
    expect((await customer.post(JOIN)).status).toBe(303);
    expect((await customer.post(JOIN)).status).toBe(409);
    const shown = (await customer.get(`${JOIN}?lang=en`)).text;
    expect(shown).toContain("Waits for its owner since");
    expect((await customer.post(`${JOIN}/remind`)).status).toBe(409);
    expect((await (await at("owner")).get(`${ANKER}?lang=en`)).text).toContain("customer@anker.example");
    expect((await customer.post(`${JOIN}/withdraw`)).status).toBe(303);
    const { json } = await customer.api("GET", `/api/v1${JOIN}`);
    expect(json).toMatchObject({ mayAsk: true, waitsFor: "owner", requests: [{ state: "withdrawn" }] });
  });

  it("may remind once a week", async () => {
    const applicant = await at("applicant");
    await applicant.post(JOIN);
    await change(world, ({ db }) =>
      db
        .updateTable("joinRequest")
        .set({ askedAt: new Date(Date.now() - 8 * 86_400_000) })
        .where("personId", "=", world.person.applicant)
        .execute(),
    );
    expect((await applicant.post(`${JOIN}/remind`)).status).toBe(303);
    expect((await applicant.post(`${JOIN}/remind`)).status).toBe(409);
  });
});

const waitingOf = (persona: "applicant" | "customer") =>
  change(world, ({ db }) =>
    db
      .selectFrom("joinRequest")
      .select("id")
      .where("personId", "=", world.person[persona])
      .where("state", "=", "waiting")
      .executeTakeFirstOrThrow(),
  );

/** The link of a letter to the owner, as the notice carries one. */
const linkOf = (act: string, request: string) =>
  change(world, (unit) =>
    letterLink(unit, {
      act,
      subject: { request },
      personId: world.person.owner,
      acting: `seat:${world.record["seat of owner in anker"]!}`,
      clusterId: null,
    }),
  );

describe("the answer", () => {
  it("is given by one click in the letter, which gives the seat", async () => {
    const { id } = await waitingOf("applicant");
    const link = await linkOf("seat.confirm", id);
    const stranger = await world.as("stranger");
    const shown = await stranger.get(`${link}?lang=en`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("applicant@anker.example");
    expect((await waitingOf("applicant")).id).toBe(id);

    expect((await stranger.post(link)).status).toBeLessThan(400);
    const { json } = await (await world.as("applicant")).api("GET", "/api/v1/me");
    expect(json.seats).toContainEqual(
      expect.objectContaining({ role: "reader", organisation: expect.objectContaining({ slug: "anker" }) }),
    );
    expect((await (await world.as("applicant")).get(`${JOIN}?lang=en`)).text).toContain("confirmed");
  });

  it("is no to who is declined, who does not ask again the next day", async () => {
    const customer = await at("customer");
    await customer.post(JOIN);
    const { id } = await waitingOf("customer");
    expect((await (await world.as("rival")).post(`${ANKER}/${id}/confirm`)).status).toBe(404);
    expect((await (await world.as("editor")).post(`${ANKER}/${id}/confirm`)).status).toBe(404);
    expect((await (await world.as("stranger")).post(await linkOf("seat.decline", id))).status).toBeLessThan(
      400,
    );
    const { json } = await customer.api("GET", `/api/v1${JOIN}`);
    expect(json).toMatchObject({ mayAsk: false, reason: "join.declined" });
    expect((await (await world.as("owner")).post(`${ANKER}/${id}/confirm`)).status).toBe(409);
  });

  it("is the team's where nobody holds the keys, and hands them over", async () => {
    await change(world, ({ db }) =>
      db
        .updateTable("membership")
        .set({ visibility: "public", wall: [] })
        .where("organisationId", "=", world.organisation.verborgen)
        .execute(),
    );
    const base = "/clusters/alpha/organisations/verborgen/joining";
    const manager = await world.as("manager");
    expect((await manager.post(`${base}/domains`, { domain: "behoerde.example" })).status).toBe(303);
    const authority = await at("authority");
    const shown = await authority.get("/organisations/verborgen/join?lang=en");
    expect(shown.text).toContain("the team of Cluster alpha");
    expect((await authority.post("/organisations/verborgen/join")).status).toBe(303);
    const { json } = await manager.api("GET", `/api/v1${base}`);
    expect(json.requests).toMatchObject([
      { state: "waiting", person: { email: "authority@behoerde.example" } },
    ]);
    expect((await manager.post(`${base}/${json.requests[0].id}/confirm`)).status).toBe(303);
    const me = (await authority.api("GET", "/api/v1/me")).json;
    expect(me.seats).toContainEqual(
      expect.objectContaining({
        role: "owner",
        organisation: expect.objectContaining({ slug: "verborgen" }),
      }),
    );
  });
});

describe("joining without an account", () => {
  const sent = async (email: string) =>
    (await world.as("stranger")).post("/join?lang=en", { name: "Ada", email });
  const bare = ({ status, text }: Answer) => [status, text.replaceAll(/nonce="[^"]*"/g, "")];

  it("answers the same whether the address has an account or not", async () => {
    const known = await sent("owner@anker.example");
    const unknown = await sent("ada@anker.example");
    expect(bare(known)).toEqual(bare(unknown));
    expect(known.text).toContain("A letter is on its way");
    expect((await lettersTo(world, "owner@anker.example")).at(-1)!.body).toContain("there is an account");
  });

  it("answers the same whether an organisation has declared the domain; the letter tells", async () => {
    const declared = await sent("bert@anker.example");
    const nobodys = await sent("bert@nowhere.example");
    expect(bare(nobodys)).toEqual(bare(declared));
    const program = async (email: string) => {
      const visit = await world.as("stranger");
      const { status, json } = await visit.api("POST", "/api/v1/join", { name: "Bert", email });
      return [status, { ...json, email: null }];
    };
    expect(await program("carl@nowhere.example")).toEqual(await program("carl@anker.example"));
    const [letter, ...more] = await lettersTo(world, "bert@nowhere.example");
    expect(more).toEqual([]);
    expect(letter!.body).toContain("None here has declared nowhere.example as its own domain");
    expect(letter!.body).not.toContain("/join/");
  });

  it.each([
    ["somebody@gmail.com", "At this domain anybody gets an address"],
    ["not an address", 'href="#field-email"'],
  ])("says of %s what to do instead", async (email, sentence) => {
    const answer = await sent(email);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toContain('value="Ada"');
  });

  it("makes the account by the letter's link, once, and asks the owner", async () => {
    await sent("grace@anker.example");
    const letter = (await lettersTo(world, "grace@anker.example")).at(-1)!;
    const link = /\/join\/\S+/.exec(letter.body)![0];
    const stranger = await world.as("stranger");
    expect((await stranger.get(link)).text).toContain("grace@anker.example");
    expect((await stranger.post(link, { name: "Grace", locale: "en", password: "short" })).status).toBe(422);
    const person = { name: "Grace Hopper", locale: "en", password: "a long enough password" };
    const made = await stranger.post(link, person);
    expect([made.status, made.headers.get("location")]).toEqual([303, JOIN]);
    const page = await world.app.request(new URL(`${JOIN}?lang=en`, ORIGIN), {
      headers: { cookie: cookiesOf(made) },
    });
    expect(await page.text()).toContain("Waits for its owner since");
    expect((await stranger.post(link, person)).status).toBe(409);
  });

  it("writes no more than three letters an hour to one address, and says so to nobody", async () => {
    for (let n = 0; n < 5; n++) expect((await sent("many@anker.example")).status).toBe(200);
    expect(await lettersTo(world, "many@anker.example")).toHaveLength(3);
  });
});
