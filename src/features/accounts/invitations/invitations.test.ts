import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, makeWorld, ORIGIN, type World } from "../../../app/testing/world.ts";
import { queued } from "../sign-in/testing.ts";
import { change, lettersTo, linkOf } from "./testing.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Persona = Parameters<World["as"]>[0];
const ANKER = "/clusters/alpha/organisations/anker/invitations";
const TEAM = "/clusters/alpha/team/invitations";
const PERSON = { name: "Ada Neu", locale: "de", password: "a long enough password" };

async function invite(
  email: string,
  persona: Persona = "owner",
  path = ANKER,
  role = "editor",
): Promise<string> {
  const { status, json } = await (await world.as(persona)).api("POST", `/api/v1${path}`, {
    people: [{ email }],
    role,
  });
  expect([status, json.fields]).toEqual([201, undefined]);
  return json.ids[0];
}
const listed = async (persona: Persona = "owner", path = ANKER) =>
  (await (await world.as(persona)).api("GET", `/api/v1${path}?limit=200`)).json.items as {
    id: string;
    email: string;
    state: string;
    void: string | null;
  }[];
const stateOf = async (id: string, persona: Persona = "owner", path = ANKER) =>
  (await listed(persona, path)).find((one) => one.id === id)?.state;
const stranger = () => world.as("stranger");
const cookiesOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

describe("an invitation", () => {
  it("makes a new person a member at the end of the letter's link, signed in and acting", async () => {
    const id = await invite("neu@example.org");
    const link = await linkOf(world, id, "neu@example.org");
    const shown = await (await stranger()).get(`${link}?lang=en`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("Person owner invites you to act for Anker GmbH as: Editor.");

    const accepted = await (await stranger()).post(link, PERSON);
    expect([accepted.status, accepted.headers.get("location")]).toEqual([303, "/today"]);
    const response = await world.app.request(new URL("/account?lang=en", ORIGIN), {
      headers: { cookie: cookiesOf(accepted) },
    });
    const account = await response.text();
    expect(account).toContain("neu@example.org");
    expect(account).toContain("Anker GmbH");
    expect(await stateOf(id)).toBe("accepted");
  });

  it("is not used up by being looked at, however often a mail scanner does", async () => {
    const id = await invite("scan@example.org");
    const link = await linkOf(world, id, "scan@example.org");
    for (let n = 0; n < 3; n++) expect((await (await stranger()).get(link)).status).toBe(200);
    expect(await stateOf(id)).toBe("waiting");
  });

  it("keeps no link that somebody who reads the database could use", async () => {
    const id = await invite("hash@example.org");
    const link = await linkOf(world, id, "hash@example.org");
    const row = await change(world, ({ db }) =>
      db.selectFrom("invitation").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(row)).not.toContain(link.split("/").at(-1));
  });

  it("is accepted by one click of who is signed in with that address", async () => {
    const id = await invite("customer@example.org");
    const link = await linkOf(world, id, "customer@example.org");
    const customer = await world.as("customer");
    expect((await customer.get(`${link}?lang=en`)).text).toContain("One click and the role is yours");
    expect((await customer.post(link)).status).toBe(303);
    const { json } = await customer.api("GET", "/api/v1/me");
    expect(json.seats.map((seat: { organisation: { slug: string } }) => seat.organisation.slug)).toContain(
      "anker",
    );
  });

  it("also waits in the account of who it is addressed to", async () => {
    await invite("applicant@example.org");
    const applicant = await world.as("applicant");
    const { json } = await applicant.api("GET", "/api/v1/me/invitations");
    expect(json.items).toMatchObject([{ organisation: { slug: "anker" }, role: "editor" }]);
    expect((await applicant.get("/invitations")).text).toContain("Anker GmbH");
    const path = `/invitations/waiting/${json.items[0].id}`;
    expect((await (await world.as("elsewhere")).post(path)).status).toBe(404);
    expect((await applicant.post(path)).status).toBe(303);
    expect((await applicant.post(path)).status).toBe(409);
  });

  it("asks who has an account to sign in first, and leads back; a password chosen instead changes nothing", async () => {
    const id = await invite("authority@example.org");
    const link = await linkOf(world, id, "authority@example.org");
    const shown = await (await stranger()).get(link);
    expect(shown.text).toContain(`/sign-in?next=${encodeURIComponent(link)}`);
    const tried = await (await stranger()).post(link, PERSON);
    expect(tried.status).toBe(409);
    expect(cookiesOf(tried)).not.toContain("session_token");
    expect(await stateOf(id)).toBe("waiting");
  });

  it("says at the field what a new account still needs, and keeps what was typed", async () => {
    const link = await linkOf(world, await invite("short@example.org"), "short@example.org");
    const answer = await (await stranger()).post(`${link}?lang=en`, { ...PERSON, password: "short" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#field-password"');
    expect(answer.text).toContain('value="Ada Neu"');
  });

  it("works for a program in the same way", async () => {
    const link = await linkOf(world, await invite("program@example.org"), "program@example.org");
    const path = `/api/v1${link}`;
    expect((await (await stranger()).get(path)).json).toMatchObject({
      email: "program@example.org",
      cluster: "alpha",
      role: "editor",
    });
    const accepted = await (await stranger()).api("POST", `${path}/accept`, PERSON);
    expect([accepted.status, accepted.json.actingAs]).toEqual([200, expect.stringMatching(/^seat:/)]);
  });
});

describe("an invitation is refused", () => {
  it("from the account alone while the address was typed by somebody else and not confirmed", async () => {
    await invite("elsewhere@example.org", "owner", ANKER, "reader");
    const elsewhere = await world.as("elsewhere");
    const seen = async () => (await elsewhere.api("GET", "/api/v1/me/invitations")).json.items;
    const [offer] = await seen();
    const proven = (verified: boolean) => {
      const admin = new Client({ connectionString: world.adminUrl });
      return admin
        .connect()
        .then(() =>
          admin.query(`update auth."user" set "emailVerified" = ${verified} where id = $1`, [
            world.person.elsewhere,
          ]),
        )
        .finally(() => admin.end());
    };
    await proven(false);
    expect(await seen()).toEqual([]);
    const answer = await elsewhere.post(`/invitations/waiting/${offer.id}`);
    await proven(true);
    expect(answer.status).toBe(409);
    expect(await seen()).toHaveLength(1);
  });

  const refusedFor = async (link: string, persona: Persona, form: Record<string, string> = {}) => {
    const answer = await (await world.as(persona)).post(`${link}?lang=en`, form);
    return [answer.status, answer.text] as const;
  };

  it("when it is used twice", async () => {
    const id = await invite("twice@example.org");
    const link = await linkOf(world, id, "twice@example.org");
    expect((await (await stranger()).post(link, PERSON)).status).toBe(303);
    const [status, text] = await refusedFor(link, "stranger", { ...PERSON, name: "Somebody Else" });
    expect(status).toBe(409);
    expect(text).toContain("This invitation has been used.");
  });

  it("when two accept it at once: one of them holds the role", async () => {
    const id = await invite("race@example.org");
    const link = await linkOf(world, id, "race@example.org");
    const answers = await Promise.all([1, 2].map(async () => (await stranger()).post(link, PERSON)));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    const seats = await change(world, ({ db }) =>
      db
        .selectFrom("seat")
        .innerJoin("person", "person.id", "seat.personId")
        .select("seat.id")
        .where("person.email", "=", "race@example.org")
        .execute(),
    );
    expect(seats).toHaveLength(1);
  });

  it("by another address, with a way to sign out", async () => {
    const id = await invite("meant@example.org");
    const link = await linkOf(world, id, "meant@example.org");
    const [status, text] = await refusedFor(link, "rival");
    expect(status).toBe(409);
    expect(text).toContain(
      "This invitation is for meant@example.org. You are signed in as rival@example.org",
    );
    expect(text).toContain('action="/sign-out"');
    expect(await stateOf(id)).toBe("waiting");
  });

  it("after it has expired, until it is sent again with a new link", async () => {
    const id = await invite("late@example.org");
    const link = await linkOf(world, id, "late@example.org");
    await change(world, ({ db }) =>
      db
        .updateTable("invitation")
        .set({ expiresAt: new Date(Date.now() - 1000) })
        .where("id", "=", id)
        .execute(),
    );
    const [status, text] = await refusedFor(link, "stranger", PERSON);
    expect([status, await stateOf(id)]).toEqual([409, "expired"]);
    expect(text).toContain("This invitation has expired. Ask Person owner to send it again.");

    expect((await (await world.as("owner")).post(`${ANKER}/${id}/send`)).status).toBe(303);
    const again = await linkOf(world, id, "late@example.org", 2);
    expect((await (await stranger()).post(link, PERSON)).status).toBe(404);
    expect((await (await stranger()).post(again, PERSON)).status).toBe(303);
  });

  it("after it was withdrawn", async () => {
    const id = await invite("back@example.org");
    const link = await linkOf(world, id, "back@example.org");
    expect((await (await world.as("rival")).post(`${ANKER}/${id}/withdraw`)).status).toBe(404);
    expect((await (await world.as("owner")).post(`${ANKER}/${id}/withdraw`)).status).toBe(303);
    expect((await refusedFor(link, "stranger", PERSON))[1]).toContain("This invitation was withdrawn.");
    expect((await (await world.as("owner")).post(`${ANKER}/${id}/send`)).status).toBe(409);
  });

  it.each([
    ["the seat of who invited has ended", "seat", { until: "2026-01-01" }, { until: null }],
    ["who invited is no owner any more", "seat", { role: "editor" }, { role: "owner" }],
    ["who invited was suspended", "person", { suspendedAt: new Date() }, { suspendedAt: null }],
  ] as const)("once %s", async (_, table, gone, back) => {
    const email = `void-${table}-${Object.keys(gone)[0]}@example.org`.toLowerCase();
    const id = await invite(email);
    const link = await linkOf(world, id, email);
    const set = (values: object) =>
      change(world, ({ db }) =>
        table === "seat"
          ? db
              .updateTable("seat")
              .set(values)
              .where("id", "=", world.record["seat of owner in anker"]!)
              .execute()
          : db.updateTable("person").set(values).where("id", "=", world.person.owner).execute(),
      );
    await set(gone);
    const [status, text] = await refusedFor(link, "stranger", PERSON);
    expect((await listed("manager")).find((one) => one.id === id)?.void).toBe("inviter-left");
    await set(back);
    expect(status).toBe(409);
    expect(text).toContain("who made it has no right to invite any more");
    const people = await change(world, ({ db }) =>
      db.selectFrom("person").select("id").where("email", "=", email).execute(),
    );
    expect(people).toEqual([]);
  });

  it("once the office of the manager who invited has ended", async () => {
    const id = await invite("by-office@example.org", "manager", TEAM, "analyst");
    const link = await linkOf(world, id, "by-office@example.org");
    const until = (day: string | null) =>
      change(world, ({ db }) =>
        db.updateTable("office").set({ until: day }).where("personId", "=", world.person.manager).execute(),
      );
    await until("2026-01-01");
    const [status] = await refusedFor(link, "stranger", PERSON);
    await until(null);
    expect(status).toBe(409);
    expect((await (await stranger()).post(link, PERSON)).status).toBe(303);
  });

  it("once the organisation has left the cluster it was bound to", async () => {
    const path = "/clusters/alpha/organisations/rivale/invitations";
    const id = await invite("left@example.org", "manager", path);
    const link = await linkOf(world, id, "left@example.org");
    await change(world, ({ db }) =>
      db
        .updateTable("membership")
        .set({ until: "2026-01-01" })
        .where("organisationId", "=", world.organisation.rivale)
        .execute(),
    );
    const [status, text] = await refusedFor(link, "stranger", PERSON);
    await change(world, ({ db }) =>
      db
        .updateTable("membership")
        .set({ until: null })
        .where("organisationId", "=", world.organisation.rivale)
        .execute(),
    );
    expect(status).toBe(409);
    expect(text).toContain("no member of the cluster any more");
  });

  it("with a link nobody made, like any page that does not exist", async () => {
    const link = `/invitations/kontor_${"x".repeat(43)}`;
    expect((await (await stranger()).get(link)).status).toBe(404);
    expect((await (await stranger()).post(link, PERSON)).status).toBe(404);
  });
});

it("an address gets five letters an hour, whoever sends them; the others wait", async () => {
  const email = "flooded@example.org";
  for (let sending = 1; sending <= 5; sending++) {
    const id = await invite(email);
    await world.job("invitation.send", { invitationId: id, sending: 1 });
    await (await world.as("owner")).post(`${ANKER}/${id}/withdraw`);
  }
  const id = await invite(email, "manager", TEAM, "analyst");
  const send = () => world.job("invitation.send", { invitationId: id, sending: 1 });
  await send();
  expect(await lettersTo(world, email)).toHaveLength(5);
  expect(await stateOf(id, "manager", TEAM)).toBe("waiting");
  expect((await queued(world, "invitation.send")).filter((job) => job.invitationId === id)).toHaveLength(2);
});

describe("inviting several at once", () => {
  it("tells of every line what is wrong with it, keeps them, and invites nobody", async () => {
    const manager = await world.as("manager");
    const before = (await listed("manager")).length;
    const people = "fine@example.org\nAda <ada@>\n\nfine@example.org\neditor@example.org";
    const answer = await manager.post(`${ANKER}?lang=en`, { people, role: "editor", locale: "de" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Line 2, Ada &lt;ada@&gt;: this is not an e-mail address");
    expect(answer.text).toContain("Line 4, fine@example.org: this address stands here twice");
    expect(answer.text).toContain("editor@example.org</textarea>");
    const held = await manager.post(`${ANKER}?lang=en`, {
      people: "fine@example.org\neditor@example.org",
      role: "editor",
      locale: "de",
    });
    expect(held.text).toContain("Line 2, editor@example.org: This person holds that role already");
    expect(await listed("manager")).toHaveLength(before);
  });

  it("takes names along and writes in the language chosen", async () => {
    const manager = await world.as("manager");
    const people = "Grace Hopper <grace@example.org>\nalan@example.org;";
    const answer = await manager.post(ANKER, { people, role: "reader", title: "Gast", locale: "de" });
    expect(answer.status).toBe(303);
    const id = (await listed("manager")).find((one) => one.email === "grace@example.org")!.id;
    await linkOf(world, id, "grace@example.org");
    const letter = (await lettersTo(world, "grace@example.org")).at(-1)!;
    expect(letter.subject).toBe("Eine Einladung zu Anker GmbH");
    expect(letter.body).toContain("Guten Tag, Grace Hopper,");
    expect(letter.body).toContain("Person manager lädt dazu ein, für Anker GmbH zu handeln als: Gast.");
  });

  it("does not invite twice to the same", async () => {
    await invite("once@example.org");
    const { status, json } = await (await world.as("owner")).api("POST", `/api/v1${ANKER}`, {
      people: [{ email: "new-in-list@example.org" }, { email: "Once@Example.org" }],
      role: "editor",
    });
    expect(status).toBe(409);
    expect(json.fields).toEqual([{ field: "people.1.email", problem: "invited-already" }]);
    expect((await listed()).map((one) => one.email)).not.toContain("new-in-list@example.org");
  });
});

describe("the list of invitations", () => {
  it.each(["editor", "reader", "rival", "facilitator", "analyst", "elsewhereManager", "stranger"] as const)(
    "of an organisation does not exist for %s",
    async (persona) => {
      expect((await (await world.as(persona)).get(ANKER)).status).toBe(404);
      expect(
        (await (await world.as(persona)).post(ANKER, { people: "x@example.org", role: "reader" })).status,
      ).toBe(404);
    },
  );

  it("of the whole cluster is the manager's, with those of its members and its team", async () => {
    await invite("colleague@example.org", "manager", TEAM, "facilitator");
    const all = await listed("manager", "/clusters/alpha/invitations");
    expect(all.map((one) => one.email)).toEqual(
      expect.arrayContaining(["colleague@example.org", "once@example.org"]),
    );
    const page = await (await world.as("manager")).get("/clusters/alpha/invitations?lang=en");
    expect(page.status).toBe(200);
    const today = await (await world.as("manager")).get("/clusters/alpha/today?lang=en");
    expect(today.text).toContain("Person manager invited somebody as Facilitator.");
    for (const persona of ["facilitator", "owner", "elsewhereManager"] as const)
      expect((await (await world.as(persona)).get("/clusters/alpha/invitations")).status).toBe(404);
    expect(await listed("elsewhereManager", "/clusters/beta/invitations")).toEqual([]);
  });

  it("is filtered by state, goes on by cursor, and can be taken out", async () => {
    const owner = await world.as("owner");
    const accepted = (await owner.api("GET", `/api/v1${ANKER}?state=accepted`)).json;
    expect(accepted.items.every((one: { state: string }) => one.state === "accepted")).toBe(true);
    const first = (await owner.api("GET", `/api/v1${ANKER}?limit=2`)).json;
    const rest = (await owner.api("GET", `/api/v1${ANKER}?limit=200&cursor=${first.next}`)).json;
    expect([...first.items, ...rest.items]).toEqual(await listed());
    const file = await owner.get(`${ANKER}?format=csv&state=accepted`);
    expect(file.text).toContain("neu@example.org");
    expect(file.text).not.toContain("once@example.org");
  });
});
