import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, makeWorld, type World } from "../../../app/testing/world.ts";
import { acceptAll, lettersTo } from "../invitations/testing.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

interface Seat {
  id: string;
  person: { name: string; email: string };
  role: string;
  title: string | null;
  since: string;
  until: string | null;
}
type Persona = Parameters<World["as"]>[0];

const IN_CLUSTER = "/clusters/alpha/organisations";
const seatsOf = async (slug: string, persona: Persona = "manager", base = IN_CLUSTER): Promise<Seat[]> =>
  (await (await world.as(persona)).api("GET", `/api/v1${base}/${slug}/seats`)).json.items;
const bare = ({ status, text }: Answer) => [status, text.replaceAll(/nonce="[^"]*"/g, "")];

describe("the seats of an organisation", () => {
  it.each(["owner", "editor", "reader", "manager", "facilitator", "analyst", "auditor"] as const)(
    "are shown to %s",
    async (persona) => {
      const { status, text } = await (await world.as(persona)).get(`${IN_CLUSTER}/anker/seats`);
      expect(status).toBe(200);
      expect(text).toContain("owner@example.org");
    },
  );

  it.each([
    "stranger",
    "rival",
    "customer",
    "elsewhere",
    "elsewhereManager",
    "authority",
    "operator",
  ] as const)("do not exist for %s, like those of an organisation that does not", async (persona) => {
    const visit = await world.as(persona);
    const hidden = await visit.get(`${IN_CLUSTER}/anker/seats`);
    expect(hidden.status).toBe(404);
    expect(bare(hidden)).toEqual(bare(await visit.get(`${IN_CLUSTER}/nobody-of-this-name/seats`)));
  });

  it("are shown to their own people outside of any cluster, and to no manager there", async () => {
    expect((await (await world.as("customer")).get("/organisations/kunde/seats")).text).toContain(
      "customer@example.org",
    );
    expect((await (await world.as("manager")).get("/organisations/kunde/seats")).status).toBe(404);
  });

  it("of an organisation in two clusters do not open its people to the other cluster's members", async () => {
    expect((await (await world.as("elsewhere")).get("/clusters/beta/organisations/uni/seats")).status).toBe(
      404,
    );
    expect((await seatsOf("uni")).map((seat) => seat.person.email)).toEqual(["professor@example.org"]);
  });

  it("can be taken out as a file", async () => {
    const file = await (await world.as("owner")).get(`${IN_CLUSTER}/anker/seats?format=csv`);
    expect(file.headers.get("content-disposition")).toContain("seats-anker.csv");
    expect(file.text).toContain("Person editor,editor@example.org,Editor");
  });

  it("go on by cursor", async () => {
    const owner = await world.as("owner");
    const path = `/api/v1${IN_CLUSTER}/anker/seats`;
    const first = (await owner.api("GET", `${path}?limit=2`)).json;
    const rest = (await owner.api("GET", `${path}?limit=200&cursor=${first.next}`)).json;
    const all = await seatsOf("anker");
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(first.total).toBe(all.length);
  });
});

describe("giving a seat", () => {
  const give = async (email: string, role: string) =>
    (await world.as("owner")).post(`${IN_CLUSTER}/anker/seats?lang=en`, { email, role });
  const waiting = async () =>
    (await (await world.as("owner")).api("GET", `/api/v1${IN_CLUSTER}/anker/invitations`)).json.items.map(
      ({ id: _, email: __, createdAt: ___, expiresAt: ____, ...rest }: Record<string, string>) => rest,
    );

  it("asks first whoever does not sit there, and answers the same whether the house knows them or not", async () => {
    const known = await give("Customer@Example.org", "reader");
    const unknown = await give("nobody@example.org", "reader");
    expect(bare(known)).toEqual(bare(unknown));
    expect([known.status, known.headers.get("location")]).toEqual([303, unknown.headers.get("location")]);
    const [one, other] = await waiting();
    expect(one).toMatchObject({ role: "reader", state: "waiting" });
    expect(one).toEqual(other);
    const again = [await give("customer@example.org", "reader"), await give("nobody@example.org", "reader")];
    for (const answer of again) expect(answer.text).toContain("An invitation to this role waits already.");
    const emails = (await seatsOf("anker")).map((seat) => seat.person.email);
    expect(emails).not.toContain("customer@example.org");
    const { json } = await (await world.as("customer")).api("GET", "/api/v1/me");
    expect(json.seats).toHaveLength(1);
  });

  it("gives it by the person's own yes", async () => {
    await acceptAll(world, "customer");
    const emails = (await seatsOf("anker")).map((seat) => seat.person.email);
    expect(emails).toContain("customer@example.org");
  });

  it("gives another role at once to who sits there, and tells them by letter", async () => {
    expect((await give("customer@example.org", "editor")).status).toBe(303);
    const roles = (await seatsOf("anker"))
      .filter((seat) => seat.person.email === "customer@example.org")
      .map((seat) => seat.role);
    expect(roles.sort()).toEqual(["editor", "reader"]);
    expect((await lettersTo(world, "customer@example.org")).at(-1)?.subject).toBe("A seat in Anker GmbH");
  });

  it.each(["reader", "editor", "facilitator", "analyst", "rival", "stranger"] as const)(
    "is not for %s",
    async (persona) => {
      const before = (await seatsOf("anker")).length;
      const answer = await (await world.as(persona)).post(`${IN_CLUSTER}/anker/seats`, {
        email: "both@example.org",
        role: "owner",
      });
      expect(answer.status).toBe(404);
      expect(await seatsOf("anker")).toHaveLength(before);
    },
  );

  it("keeps what was typed and says at each field what to change", async () => {
    const answer = await (await world.as("owner")).post(`${IN_CLUSTER}/anker/seats`, {
      email: "not an address",
      role: "emperor",
      title: "Chair",
      since: "2026-05-01",
      until: "2026-04-01",
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="not an address"');
    expect(answer.text).toContain('value="Chair"');
    expect(answer.text).toContain('href="#field-email"');
    expect(answer.text).toContain('href="#field-role"');
  });

  it("refuses the same role twice at a time", async () => {
    const owner = await world.as("owner");
    const again = await owner.api("POST", `/api/v1${IN_CLUSTER}/anker/seats`, {
      email: "editor@example.org",
      role: "editor",
    });
    expect(again.status).toBe(409);
    const dated = {
      email: "editor@example.org",
      role: "editor",
      title: "Deputy",
      since: "2025-01-01",
      until: "2027-01-01",
    };
    expect((await owner.api("POST", `/api/v1${IN_CLUSTER}/anker/seats`, dated)).status).toBe(202);
  });

  it("refuses fields it does not know", async () => {
    const answer = await (await world.as("owner")).api("POST", `/api/v1${IN_CLUSTER}/anker/seats`, {
      email: "both@example.org",
      role: "reader",
      operator: true,
    });
    expect(answer.status).toBe(422);
    expect(answer.json.fields).toContainEqual({ field: "operator", problem: "unknown-field" });
  });
});

describe("ending a seat", () => {
  it("of a professor leaves the two others: founder and board member", async () => {
    const [professor] = await seatsOf("uni");
    expect(professor).toMatchObject({ title: "Professor", since: "2012-04-01", until: null });
    const manager = await world.as("manager");
    expect((await manager.post(`${IN_CLUSTER}/uni/seats/${professor!.id}/end`)).status).toBe(303);

    const today = new Date().toISOString().slice(0, 10);
    expect((await seatsOf("uni"))[0]).toMatchObject({ title: "Professor", until: today });
    const { json } = await (await world.as("professor", "gruendung")).get("/api/v1/me");
    expect(json.seats.map((seat: Seat) => seat.title)).toEqual(["Founder", "Board member"]);
    expect(
      (await manager.api("POST", `/api/v1${IN_CLUSTER}/uni/seats/${professor!.id}/end`, {})).status,
    ).toBe(409);
  });

  it("never takes the last owner away", async () => {
    const seat = (await seatsOf("anker")).find(({ role }) => role === "owner")!;
    const owner = await world.as("owner");
    const answer = await owner.post(`${IN_CLUSTER}/anker/seats/${seat.id}/end`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("This is the last owner.");

    await owner.api("POST", `/api/v1${IN_CLUSTER}/anker/seats`, {
      email: "editor@example.org",
      role: "owner",
    });
    expect((await owner.post(`${IN_CLUSTER}/anker/seats/${seat.id}/end`)).status).toBe(303);
    // The one who was owner this morning is not any more.
    expect((await owner.get(`${IN_CLUSTER}/anker/seats`)).status).not.toBe(200);
  });

  it("of two owners by each other at once leaves one", async () => {
    await world.house.gateway.system("a test's owners", ({ db }) =>
      db
        .insertInto("seat")
        .values(
          ["applicant", "reader"].map((name) => ({
            id: crypto.randomUUID(),
            personId: world.person[name as "reader"],
            organisationId: world.organisation.rivale,
            role: "owner",
            since: "2020-01-01",
          })),
        )
        .execute(),
    );
    const owner = await world.as("reader", "rivale");
    const owners = (await seatsOf("rivale")).filter((seat) => seat.role === "owner");
    const answers = await Promise.all(
      owners.map((seat) => owner.api("POST", `/api/v1${IN_CLUSTER}/rivale/seats/${seat.id}/end`, {})),
    );
    // Whoever has ended themselves first may end nobody else.
    expect(answers.some((answer) => answer.status === 204)).toBe(true);
    expect(
      (await seatsOf("rivale")).filter((seat) => seat.role === "owner" && seat.until === null),
    ).not.toHaveLength(0);
  });

  it("may take the last owner away where the team does it, who can let in another", async () => {
    const manager = await world.as("manager");
    for (const seat of await seatsOf("rivale"))
      if (seat.role === "owner" && seat.until === null)
        expect((await manager.post(`${IN_CLUSTER}/rivale/seats/${seat.id}/end`)).status).toBe(303);
    expect((await seatsOf("rivale")).filter((seat) => seat.until === null)).toEqual([]);
  });

  it("stops session, token and the role itself at once", async () => {
    await (await world.as("manager")).api("POST", `/api/v1${IN_CLUSTER}/uni/seats`, {
      email: "customer@example.org",
      role: "reader",
    });
    await acceptAll(world, "customer");
    const visit = await world.as("customer", "uni");
    expect((await visit.get(`${IN_CLUSTER}/uni/seats`)).status).toBe(200);
    expect((await visit.api("GET", `/api/v1${IN_CLUSTER}/uni/seats`)).status).toBe(200);
    await world.house.gateway.system("a test's end", ({ db }) =>
      db
        .updateTable("seat")
        .set({ until: new Date().toISOString().slice(0, 10) })
        .where("personId", "=", world.person.customer)
        .where("organisationId", "<>", world.organisation.uni)
        .where("until", "is", null)
        .execute(),
    );
    const [seat] = (await seatsOf("uni")).filter((one) => one.person.email === "customer@example.org");
    await (await world.as("manager")).post(`${IN_CLUSTER}/uni/seats/${seat!.id}/end`);
    expect((await visit.api("GET", "/api/v1/me")).status).toBe(401);
    // No role is left: the session itself has ended.
    expect((await visit.get("/account")).headers.get("location")).toBe("/sign-in?next=%2Faccount");
  });

  it("does not reach a seat elsewhere", async () => {
    const [fern] = await seatsOf("fern", "elsewhereManager", "/clusters/beta/organisations");
    const answer = await (await world.as("manager")).post(`${IN_CLUSTER}/rivale/seats/${fern!.id}/end`);
    expect(answer.status).toBe(404);
  });
});

describe("changing a seat", () => {
  const change = async (persona: Persona, id: string, form: Record<string, string>) =>
    (await world.as(persona)).post(`${IN_CLUSTER}/gruendung/seats/${id}?lang=en`, form);

  it("begins another role and keeps the old one on record", async () => {
    const manager = await world.as("manager");
    await manager.api("POST", `/api/v1${IN_CLUSTER}/gruendung/seats`, {
      email: "editor@example.org",
      role: "reader",
    });
    await acceptAll(world, "editor");
    await world.house.gateway.system("a test's time", ({ db }) =>
      db
        .updateTable("seat")
        .set({ since: "2026-01-01" })
        .where("personId", "=", world.person.editor)
        .where("organisationId", "=", world.organisation.gruendung)
        .execute(),
    );
    const seat = (await seatsOf("gruendung")).find((one) => one.person.email === "editor@example.org")!;
    expect((await manager.get(`${IN_CLUSTER}/gruendung/seats/${seat.id}`)).text).toContain("Person editor");
    expect((await change("manager", seat.id, { role: "editor", title: "Deputy" })).status).toBe(303);
    const today = new Date().toISOString().slice(0, 10);
    const own = (await seatsOf("gruendung")).filter((one) => one.person.email === "editor@example.org");
    expect(own).toMatchObject([
      { role: "editor", title: "Deputy", since: today, until: null },
      { role: "reader", since: "2026-01-01", until: today },
    ]);
    expect((await change("manager", seat.id, { role: "owner" })).status).toBe(422);
    // What began today is put right where it stands.
    const path = `/api/v1${IN_CLUSTER}/gruendung/seats/${own[0]!.id}`;
    expect((await manager.api("PATCH", path, { role: "reader", title: null })).json).toEqual({
      id: own[0]!.id,
    });
  });

  it("does not make the last owner something less", async () => {
    const owner = await world.as("professor", "gruendung");
    const seat = (await seatsOf("gruendung")).find((one) => one.role === "owner")!;
    const path = `/organisations/gruendung/seats/${seat.id}`;
    const answer = await owner.post(`${path}?lang=en`, { role: "editor" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("This is the last owner.");
    expect((await owner.post(path, { role: "owner", title: "Managing director" })).status).toBe(303);
  });

  it.each(["editor", "facilitator", "rival", "stranger"] as const)("is not for %s", async (persona) => {
    const [seat] = await seatsOf("gruendung");
    expect((await change(persona, seat!.id, { role: "owner" })).status).toBe(404);
    expect((await (await world.as(persona)).get(`${IN_CLUSTER}/gruendung/seats/${seat!.id}`)).status).toBe(
      404,
    );
  });
});

it("is all in the cluster's log", async () => {
  const { json } = await (await world.as("auditor")).get(
    "/api/v1/clusters/alpha/audit?subject=seat&limit=200",
  );
  const sentences: string[] = json.items.map((entry: { sentence: string }) => entry.sentence);
  expect(sentences).toContain(
    "Person manager ended the seat Professor of Person professor in Universitaet Nord.",
  );
  expect(sentences).toContain("Person owner gave Person customer the seat Editor in Anker GmbH.");
});
