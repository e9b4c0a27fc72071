import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../app/testing/world.ts";
import { linkOf } from "../accounts/invitations/testing.ts";
import { makeBrowser } from "../accounts/sign-in/testing.ts";

let world: World;
const ANKER = "/scim/v2/organisations/anker";
const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
const SEAT = "urn:kontor:scim:Seat";
const LIKE_A_DIRECTORY = { "content-type": "application/scim+json; charset=utf-8" };

type Persona = Parameters<World["as"]>[0];
const call = async (method: string, path: string, body?: unknown, persona: Persona = "owner") =>
  (await world.as(persona)).api(method, `${ANKER}${path}`, body, LIKE_A_DIRECTORY);
const patch = (id: string, ...Operations: object[]) =>
  call("PATCH", `/Users/${id}`, { schemas: [PATCH], Operations });
const found = async (filter: string) =>
  (await call("GET", `/Users?filter=${encodeURIComponent(filter)}`)).json.Resources;
const add = (userName: string, rest: object = {}) =>
  call("POST", "/Users", { schemas: [CORE], userName, ...rest });
const lettersTo = (email: string) =>
  world.house.gateway.system("a test's look", ({ db }) =>
    db.selectFrom("mail").select("subject").where("toAddress", "=", email).execute(),
  );

/** The letter of the invitation that waits for an address. */
async function linkTo(email: string) {
  const { id } = await world.house.gateway.system("a test's look", ({ db }) =>
    db
      .selectFrom("invitation")
      .select("id")
      .where("email", "=", email)
      .where("withdrawnAt", "is", null)
      .where("acceptedAt", "is", null)
      .executeTakeFirstOrThrow(),
  );
  return linkOf(world, id, email);
}

beforeAll(async () => {
  world = await makeWorld();
  await world.house.gateway.system("a verified domain", ({ db }) =>
    db
      .insertInto("mailDomain")
      .values({
        id: "01980c5e-2f4b-7c11-8a35-3f0f5f2a9d10",
        organisationId: world.organisation.anker,
        domain: "anker.example",
      })
      .execute(),
  );
});
afterAll(() => world.close());

describe("Entra ID provisions a person of the organisation's own domain", () => {
  let id: string;

  it("asks first, and finds nobody", async () => {
    const { status, json } = await call("GET", '/Users?filter=userName+eq+"Ada@anker.example"');
    expect([status, json]).toEqual([
      200,
      expect.objectContaining({ totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] }),
    ]);
  });

  it("creates her with everything it knows: she has her seat at once, and a letter", async () => {
    const { status, json, headers } = await call("POST", "/Users", {
      schemas: [CORE, "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
      externalId: "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
      userName: "Ada@anker.example",
      active: true,
      displayName: "Ada Lovelace",
      emails: [{ primary: true, type: "work", value: "Ada@anker.example" }],
      meta: { resourceType: "User" },
      name: { formatted: "Ada Lovelace", familyName: "Lovelace", givenName: "Ada" },
      title: "Engineer",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "R&D" },
    });
    expect([status, headers.get("content-type")]).toEqual([201, "application/scim+json"]);
    expect(json).toMatchObject({
      schemas: expect.arrayContaining([CORE, SEAT]),
      externalId: "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
      userName: "ada@anker.example",
      displayName: "Ada Lovelace",
      title: "Engineer",
      active: true,
      groups: [{ value: "reader", display: "Reader" }],
      [SEAT]: { role: "reader", state: "seat" },
      meta: { resourceType: "User", location: headers.get("location") },
    });
    id = json.id;
    expect(headers.get("location")).toBe(`http://localhost:3000${ANKER}/Users/${id}`);
    expect(await lettersTo("ada@anker.example")).toEqual([
      { subject: "An account for Anker GmbH" },
      { subject: "A seat in Anker GmbH" },
    ]);
  });

  it("finds her by address in any case, by its own key, and by being active", async () => {
    const key = "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef";
    for (const filter of [
      'userName eq "ADA@anker.example"',
      `externalId eq "${key}"`,
      `active eq true and externalId eq "${key}"`,
      'emails[type eq "work"].value eq "ada@anker.example"',
    ])
      expect([filter, (await found(filter)).map((user: { id: string }) => user.id)]).toEqual([filter, [id]]);
    expect(await found(`externalId eq "${key.toUpperCase()}"`)).toEqual([]);
    expect(await found(`active eq false and externalId eq "${key}"`)).toEqual([]);
  });

  it("is refused a second one", async () => {
    const { status, json } = await add("ada@anker.example");
    expect([status, json]).toEqual([
      409,
      expect.objectContaining({
        schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        status: "409",
        scimType: "uniqueness",
      }),
    ]);
  });

  it("changes what it likes to change, and what is kept here is kept", async () => {
    const { status, json } = await patch(
      id,
      { op: "Add", path: "title", value: "Chief Engineer" },
      { op: "Replace", path: "name.givenName", value: "Augusta" },
      { op: "Add", path: 'phoneNumbers[type eq "work"].value', value: "+49 40 1" },
      {
        op: "Replace",
        path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        value: "X",
      },
    );
    expect([status, json.title, json.displayName]).toEqual([200, "Chief Engineer", "Ada Lovelace"]);
  });

  it("moves her by groups, in and out", async () => {
    const move = (op: string, group: string, value: unknown) =>
      call("PATCH", `/Groups/${group}`, { schemas: [PATCH], Operations: [{ op, path: "members", value }] });
    expect((await move("Add", "editor", [{ value: id }])).status).toBe(204);
    expect((await call("GET", `/Users/${id}`)).json[SEAT].role).toBe("editor");
    expect((await move("Remove", "reader", [{ value: id }])).status).toBe(204);
    const group = (await call("GET", "/Groups/editor")).json;
    expect(group.members.map((member: { value: string }) => member.value)).toContain(id);
    expect((await move("Remove", "editor", [{ value: id }])).status).toBe(204);
    expect((await call("GET", `/Users/${id}`)).json[SEAT].role).toBe("reader");
  });

  it("deactivates her with a word instead of a truth, as often as it wants", async () => {
    for (const _ of [1, 2]) {
      const { status, json } = await patch(id, { op: "Replace", path: "active", value: "False" });
      expect([status, json.active, json[SEAT].state, json.groups]).toEqual([200, false, "ended", []]);
    }
    expect((await found('userName eq "ada@anker.example"'))[0]).toMatchObject({ id, active: false });
    const seats = (await (await world.as("owner")).api("GET", "/api/v1/organisations/anker/seats?limit=200"))
      .json.items;
    const hers = seats.filter((seat: { person: { email: string } }) => seat.person.email.startsWith("ada@"));
    expect(hers.every((seat: { until: string | null }) => seat.until !== null)).toBe(true);
  });

  it("lets her in again, in the role she had, under the same id", async () => {
    for (const _ of [1, 2]) {
      const { json } = await patch(id, { op: "Replace", value: { active: "True" } });
      expect([json.id, json.active, json[SEAT]]).toEqual([id, true, { role: "reader", state: "seat" }]);
    }
  });

  it("deletes her: the seat ends, and there is nobody of this id", async () => {
    const { status, text } = await call("DELETE", `/Users/${id}`);
    expect([status, text]).toEqual([204, ""]);
    expect((await call("GET", `/Users/${id}`)).status).toBe(404);
    expect((await call("DELETE", `/Users/${id}`)).status).toBe(404);
  });
});

describe("Okta provisions a person of whom nobody vouches for the address", () => {
  let id: string;

  it("invites him: he is there, and not active, whoever else knows the address", async () => {
    const unknown = await add("grace@elsewhere.example", {
      externalId: "00u1",
      name: { givenName: "Grace", familyName: "Hopper" },
    });
    const known = await add("rival@example.org", {
      externalId: "00u2",
      name: { givenName: "R", familyName: "V" },
    });
    id = unknown.json.id;
    expect([unknown.status, known.status]).toEqual([201, 201]);
    const shape = ({
      id: _,
      userName: __,
      emails: ___,
      externalId: ____,
      meta: _____,
      displayName: ______,
      name: _______,
      ...rest
    }: Record<string, unknown>) => rest;
    expect(shape(known.json)).toEqual(shape(unknown.json));
    expect(Object.keys(known.json).sort()).toEqual(Object.keys(unknown.json).sort());
    expect([known.json.displayName, known.json.active, known.json[SEAT]]).toEqual([
      "R V",
      false,
      { role: "reader", state: "invited" },
    ]);
    expect(await found('userName eq "rival@example.org"')).toHaveLength(1);
  });

  it("changes role before he accepts; the id stays", async () => {
    const { json } = await patch(id, { op: "replace", value: { [`${SEAT}:role`]: "editor" } });
    expect([json.id, json.externalId, json[SEAT]]).toEqual([
      id,
      "00u1",
      { role: "editor", state: "invited" },
    ]);
  });

  it("finds him active under the same id once he has accepted", async () => {
    const link = await linkTo("grace@elsewhere.example");
    const accepted = await (await world.as("stranger")).post(link, {
      name: "Grace",
      locale: "en",
      password: "a long enough password",
    });
    expect(accepted.status).toBe(303);
    const { json } = await call("GET", `/Users/${id}`);
    expect([json.id, json.externalId, json.active, json[SEAT]]).toEqual([
      id,
      "00u1",
      true,
      { role: "editor", state: "seat" },
    ]);
  });

  it("ends his seat by putting the whole person, not active", async () => {
    const whole = {
      schemas: [CORE],
      id,
      userName: "grace@elsewhere.example",
      externalId: "00u1",
    };
    const off = await call("PUT", `/Users/${id}`, { ...whole, active: false });
    expect([off.status, off.json.active, off.json[SEAT].state]).toEqual([200, false, "ended"]);
  });

  it("lets him in again only by his own yes, though the house knows him by now; the id stays", async () => {
    const back = { schemas: [CORE], userName: "grace@elsewhere.example", title: "Admiral", active: true };
    const on = await call("PUT", `/Users/${id}`, back);
    expect([on.status, on.json.id, on.json.active, on.json.title, on.json[SEAT]]).toEqual([
      200,
      id,
      false,
      "Admiral",
      { role: "editor", state: "invited" },
    ]);
    const link = await linkTo("grace@elsewhere.example");
    const grace = makeBrowser(world);
    await grace.post("/sign-in", { email: "grace@elsewhere.example", password: "a long enough password" });
    await grace.get(link);
    expect((await grace.post(link)).status).toBe(303);
    const { json } = await call("GET", `/Users/${id}`);
    expect([json.id, json.active, json[SEAT]]).toEqual([id, true, { role: "editor", state: "seat" }]);
  });

  it("withdraws an invitation by making inactive, and sends another by making active", async () => {
    const { id: other } = (await found('externalId eq "00u2"'))[0];
    expect((await patch(other, { op: "replace", value: { active: false } })).json[SEAT].state).toBe("ended");
    const again = await patch(other, { op: "replace", value: { active: true } });
    expect([again.json.id, again.json.active, again.json[SEAT].state]).toEqual([other, false, "invited"]);
  });

  it("forgets a key that is taken back", async () => {
    const { json } = await patch(id, { op: "remove", path: "externalId" });
    expect(json.externalId).toBeUndefined();
    expect((await add("ida@anker.example", { externalId: "00u1" })).status).toBe(201);
  });

  it("makes one user of two calls at once", async () => {
    const both = await Promise.all([add("twice@elsewhere.example"), add("twice@elsewhere.example")]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await found('userName eq "twice@elsewhere.example"')).toHaveLength(1);
  });
});

it("is only invited who has an address at a domain that was given up", async () => {
  await world.house.gateway.system("given up", ({ db }) =>
    db.updateTable("mailDomain").set({ endedAt: new Date() }).execute(),
  );
  const { json } = await add("late@anker.example");
  expect([json.active, json[SEAT].state]).toEqual([false, "invited"]);
});
