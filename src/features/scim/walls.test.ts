import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../app/testing/world.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { hashToken, newToken } from "../../kernel/token.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Persona = Parameters<World["as"]>[0];
const ANKER = "/scim/v2/organisations/anker";
const IN_CLUSTER = "/scim/v2/clusters/alpha/organisations/anker";
const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
const as = async (persona: Persona, method: string, path: string, body?: unknown) =>
  (await world.as(persona)).api(method, path, body);
const call = (method: string, path: string, body?: unknown) => as("owner", method, `${ANKER}${path}`, body);
const patch = (path: string, ...Operations: object[]) =>
  call("PATCH", path, { schemas: [PATCH], Operations });
const addresses = (answer: { json: { Resources: { userName: string }[] } }) =>
  answer.json.Resources.map(({ userName }) => userName).sort();

describe("the directory of an organisation", () => {
  it("sees its people and nobody else's", async () => {
    const all = await call("GET", "/Users");
    expect(addresses(all)).toEqual([
      "both@example.org",
      "editor@example.org",
      "leaver@example.org",
      "owner@example.org",
      "reader@example.org",
    ]);
    expect(all.text).not.toContain(world.organisation.fern);
  });

  it.each([
    'userName eq "rival@example.org"',
    'userName sw "r" and active eq true',
    'emails.value co "@"',
    "displayName pr",
    `id eq "PERSON"`,
  ])("fishes for no address of others by %s", async (filter) => {
    const asked = filter.replace("PERSON", world.person.rival);
    const answer = await call("GET", `/Users?filter=${encodeURIComponent(asked)}`);
    expect(answer.status).toBe(200);
    const own = addresses(await call("GET", "/Users"));
    expect(addresses(answer).every((address) => own.includes(address))).toBe(true);
    expect(answer.text).not.toContain("rival@");
  });

  it("tells the same of an address with an account and of one without", async () => {
    const ask = (address: string) => call("GET", `/Users?filter=userName eq "${address}"`);
    expect((await ask("customer@example.org")).text).toBe((await ask("nobody@example.org")).text);
    expect((await call("GET", `/Users/${world.person.rival}`)).text).toBe(
      (await call("GET", `/Users/${uuidv7()}`)).text,
    );
  });

  it.each([
    "stranger",
    "rival",
    "elsewhere",
    "reader",
    "editor",
    "professor",
    "customer",
    "authority",
  ] as const)("does not exist for %s", async (persona) => {
    const nothing = await as(persona, "GET", "/api/v1/certainly/nothing");
    for (const base of [ANKER, IN_CLUSTER])
      for (const [method, path, body] of [
        ["GET", "/Users", undefined],
        ["GET", "/ServiceProviderConfig", undefined],
        ["GET", `/Users/${world.person.reader}`, undefined],
        ["POST", "/Users", { schemas: [CORE], userName: "new@example.org" }],
        [
          "PATCH",
          `/Users/${world.person.reader}`,
          { schemas: [PATCH], Operations: [{ op: "replace", path: "active", value: false }] },
        ],
        ["DELETE", `/Users/${world.person.reader}`, undefined],
        [
          "PATCH",
          "/Groups/owner",
          {
            schemas: [PATCH],
            Operations: [{ op: "add", path: "members", value: [{ value: world.person.reader }] }],
          },
        ],
      ] as const) {
        const answer = await as(persona, method, `${base}${path}`, body);
        expect([base, method, path, answer.status, answer.text]).toEqual([
          base,
          method,
          path,
          404,
          nothing.text,
        ]);
      }
  });

  it("is open to the manager inside of the cluster and nowhere else", async () => {
    expect((await as("manager", "GET", `${IN_CLUSTER}/Users`)).status).toBe(200);
    expect((await as("manager", "GET", `${ANKER}/Users`)).status).toBe(404);
    expect((await as("facilitator", "GET", `${IN_CLUSTER}/Users`)).status).toBe(404);
    expect(
      (await as("elsewhereManager", "GET", "/scim/v2/clusters/beta/organisations/anker/Users")).status,
    ).toBe(404);
  });

  it("is found by id as well", async () => {
    const path = `/scim/v2/organisations/${world.organisation.anker}/Users`;
    expect((await as("owner", "GET", path)).json.totalResults).toBe(5);
    expect((await as("rival", "GET", path)).status).toBe(404);
  });

  it("takes no token that only reads, none that was ended, and no session", async () => {
    const token = newToken();
    const id = uuidv7();
    const system = world.house.gateway.system;
    await system("a token", ({ db }) =>
      db
        .insertInto("apiToken")
        .values({
          id,
          personId: world.person.owner,
          name: "reads",
          hash: hashToken(token),
          scope: "read",
          actingAs: `seat:${world.record["seat of owner in anker"]}`,
          expiresAt: new Date(Date.now() + 60_000),
        })
        .execute(),
    );
    const ask = async () => {
      const headers = { authorization: `Bearer ${token}` };
      return (await (await world.as("stranger")).get(`${ANKER}/Users`, headers)).status;
    };
    expect(await ask()).toBe(404);
    await system("ended", ({ db }) =>
      db
        .updateTable("apiToken")
        .set({ scope: "write", revokedAt: new Date() })
        .where("id", "=", id)
        .execute(),
    );
    expect(await ask()).toBe(401);
    const bySession = await (await world.as("owner")).post(`${ANKER}/Users`, { userName: "x@example.org" });
    expect(bySession.status).toBe(400);
  });
});

describe("the wall behind it", () => {
  it("keeps what one directory keeps from every other", async () => {
    const { json } = await patch(`/Users/${world.person.reader}`, {
      op: "add",
      path: "externalId",
      value: "r-1",
    });
    expect(json).toMatchObject({ id: world.person.reader, externalId: "r-1" });
    const seen = async (persona: Persona, cluster: "alpha" | null) =>
      (await world.context(persona, cluster)).read((db) =>
        db.selectFrom("scimUser").select("externalId").execute(),
      );
    expect(await seen("owner", null)).toEqual([{ externalId: "r-1" }]);
    expect(await seen("manager", "alpha")).toEqual([{ externalId: "r-1" }]);
    for (const persona of ["rival", "elsewhere", "stranger", "professor"] as const)
      expect([persona, await seen(persona, "alpha")]).toEqual([persona, []]);
    const rival = await world.context("rival", "alpha");
    const write = rival.write(({ db }) =>
      db
        .insertInto("scimUser")
        .values({ id: uuidv7(), organisationId: world.organisation.anker, personId: world.person.rival })
        .execute(),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

describe("a request in a wrong way is told so in the standard's words:", () => {
  const reader = () => `/Users/${world.person.reader}`;
  const refusals: [
    what: string,
    ask: () => ReturnType<typeof call>,
    status: number,
    scimType: string | undefined,
  ][] = [
    ["a body that is none", () => call("POST", "/Users", []), 400, "invalidSyntax"],
    ["a user without a name", () => call("POST", "/Users", { schemas: [CORE] }), 400, "invalidValue"],
    ["a name that is no address", () => call("POST", "/Users", { userName: "ada" }), 400, "invalidValue"],
    [
      "somebody inactive from the start",
      () => call("POST", "/Users", { userName: "a@b.example", active: "False" }),
      400,
      "invalidValue",
    ],
    [
      "a role there is not",
      () => call("POST", "/Users", { userName: "a@b.example", "urn:kontor:scim:Seat": { role: "king" } }),
      400,
      "invalidValue",
    ],
    [
      "another schema",
      () => call("POST", "/Users", { schemas: ["urn:x"], userName: "a@b.example" }),
      400,
      "invalidSyntax",
    ],
    [
      "a second user with the same address",
      () => call("POST", "/Users", { userName: "READER@example.org" }),
      409,
      "uniqueness",
    ],
    [
      "a name of another user",
      () => patch(`/Users/${world.person.editor}`, { op: "add", path: "externalId", value: "r-1" }),
      409,
      "uniqueness",
    ],
    [
      "another address",
      () => patch(reader(), { op: "replace", path: "userName", value: "x@example.org" }),
      400,
      "mutability",
    ],
    ["another id", () => patch(reader(), { op: "replace", path: "id", value: uuidv7() }), 400, "mutability"],
    [
      "a path to nowhere",
      () => patch(reader(), { op: "replace", path: "shoeSize", value: 43 }),
      400,
      "invalidPath",
    ],
    [
      "an act there is not",
      () => patch(reader(), { op: "dance", path: "active", value: true }),
      400,
      "invalidSyntax",
    ],
    ["a patch without acts", () => patch(reader()), 400, "invalidSyntax"],
    [
      "a truth that is none",
      () => patch(reader(), { op: "replace", path: "active", value: "perhaps" }),
      400,
      "invalidValue",
    ],
    ["a filter that is none", () => call("GET", "/Users?filter=userName"), 400, "invalidFilter"],
    [
      "a filter by what is not there",
      () => call("GET", '/Users?filter=password eq "x"'),
      400,
      "invalidFilter",
    ],
    [
      "a filter to choke on",
      () => call("GET", `/Users?filter=userName eq "${"\\".repeat(200)}`),
      400,
      "invalidFilter",
    ],
    [
      "a filter too deep",
      () => call("GET", `/Users?filter=${Array(20).fill('(id eq "1" or id eq "2")').join(" and ")}`),
      400,
      "invalidFilter",
    ],
    [
      "a path to choke on",
      () => patch(reader(), { op: "remove", path: `emails[value eq "${"\\".repeat(200)}` }),
      400,
      "invalidPath",
    ],
    [
      "the last owner made inactive",
      () => patch(`/Users/${world.person.owner}`, { op: "replace", path: "active", value: false }),
      409,
      undefined,
    ],
    ["the last owner removed", () => call("DELETE", `/Users/${world.person.owner}`), 409, undefined],
    [
      "the last owner moved",
      () => patch("/Groups/owner", { op: "remove", path: `members[value eq "${world.person.owner}"]` }),
      409,
      undefined,
    ],
    [
      "readers sent away",
      () => patch("/Groups/reader", { op: "replace", path: "members", value: [] }),
      400,
      "mutability",
    ],
    [
      "a member from outside",
      () => patch("/Groups/editor", { op: "add", path: "members", value: [{ value: world.person.rival }] }),
      400,
      "invalidValue",
    ],
    [
      "another name of a group",
      () => patch("/Groups/editor", { op: "replace", path: "displayName", value: "Kings" }),
      400,
      "mutability",
    ],
    ["a new group", () => call("POST", "/Groups", { displayName: "Kings" }), 501, undefined],
    ["a group removed", () => call("DELETE", "/Groups/reader"), 501, undefined],
    ["many at once", () => call("POST", "/Bulk", {}), 501, undefined],
  ];
  it.each(refusals)("%s", async (_what, ask, status, scimType) => {
    const before = (await call("GET", "/Users")).text;
    const { json, headers, ...answer } = await ask();
    expect([answer.status, json]).toEqual([
      status,
      {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        status: String(status),
        detail: expect.any(String),
        ...(scimType ? { scimType } : {}),
      },
    ]);
    expect(headers.get("content-type")).toBe("application/scim+json");
    expect((await call("GET", "/Users")).text).toBe(before);
  });
});

describe("lists", () => {
  it("go on by index, and count", async () => {
    const all = (await call("GET", "/Users")).json;
    expect([all.totalResults, all.startIndex, all.itemsPerPage]).toEqual([5, 1, 5]);
    const middle = (await call("GET", "/Users?startIndex=2&count=2")).json;
    expect([middle.totalResults, middle.startIndex, middle.itemsPerPage]).toEqual([5, 2, 2]);
    expect(middle.Resources).toEqual(all.Resources.slice(1, 3));
    const none = (await call("GET", "/Users?count=0")).json;
    expect([none.totalResults, none.Resources]).toEqual([5, []]);
  });

  it("tell the attributes asked for", async () => {
    const id = world.person.reader;
    const few = (await call("GET", `/Users/${id}?attributes=userName,active`)).json;
    expect(Object.keys(few).sort()).toEqual(["active", "id", "schemas", "userName"]);
    const less = (await call("GET", "/Groups/editor?excludedAttributes=members")).json;
    expect([less.displayName, less.members]).toEqual(["Editor", undefined]);
  });
});

describe("groups", () => {
  it("are found by name, and change by what they are told or not at all", async () => {
    const [editors] = (await call("GET", '/Groups?filter=displayName eq "editor"')).json.Resources;
    expect([editors.id, editors.members.length]).toEqual(["editor", 2]);
    const same = await patch("/Groups/editor", {
      op: "replace",
      value: { id: "editor", displayName: "Editor" },
    });
    expect(same.status).toBe(204);
    expect((await call("GET", "/Groups/editor")).json).toEqual(editors);
  });

  it("lose a member named in the path, who then reads", async () => {
    const { both } = world.person;
    const away = await patch("/Groups/editor", { op: "remove", path: `members[value eq "${both}"]` });
    expect(away.status).toBe(204);
    expect((await call("GET", `/Users/${both}`)).json.groups[0].value).toBe("reader");
    const whole = { displayName: "Editor", members: [{ value: both }, { value: world.person.editor }] };
    expect((await call("PUT", "/Groups/editor", whole)).json.members).toHaveLength(2);
  });
});

describe("what a directory reads first", () => {
  it("says what is supported, which kinds there are and what they are made of", async () => {
    const config = (await call("GET", "/ServiceProviderConfig")).json;
    expect(config).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true },
    });
    const types = (await call("GET", "/ResourceTypes")).json.Resources;
    expect(types.map(({ id }: { id: string }) => id)).toEqual(["User", "Group"]);
    for (const { schema } of types) expect((await call("GET", `/Schemas/${schema}`)).json.id).toBe(schema);
    const seat = (await call("GET", "/Schemas/urn:kontor:scim:Seat")).json;
    expect(seat.attributes.map(({ name }: { name: string }) => name)).toEqual(["role", "state"]);
  });
});

describe("who is put out by the directory", () => {
  it("loses sessions and tokens at once, and the log says by which door", async () => {
    const reader = await world.as("reader");
    expect((await reader.get("/account")).status).toBe(200);
    expect((await reader.api("GET", "/api/v1/me")).status).toBe(200);
    expect((await call("DELETE", `/Users/${world.person.reader}`)).status).toBe(204);
    expect((await reader.get("/account")).status).toBe(303);
    expect((await reader.api("GET", "/api/v1/me")).status).toBe(401);
    const entries = await world.house.gateway.system("the log", ({ db }) =>
      db.selectFrom("auditEntry").select("body").where("action", "=", "seat.end").execute(),
    );
    expect(entries.map(({ body }) => JSON.parse(body))).toContainEqual(
      expect.objectContaining({ door: "api", personId: world.person.owner }),
    );
  });
});

describe("the tokens of a directory", () => {
  it("go with the role: who hands the keys on, by its group, has no token any more", async () => {
    const { owner, editor } = world.person;
    const members = [{ value: editor }];
    const inside = (path: string, body: unknown) => as("manager", "PUT", `${IN_CLUSTER}${path}`, body);
    expect((await inside("/Groups/owner", { members })).json.members).toMatchObject(members);
    expect((await call("GET", "/Users")).status).toBe(401);
    expect((await inside("/Groups/owner", { members: [{ value: owner }] })).json.members).toMatchObject([
      { value: owner },
    ]);
  });
});
