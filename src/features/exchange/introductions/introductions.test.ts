import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emailOf, makeWorld, type World } from "../../../app/testing/world.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { introductionFromMeeting } from "./from-meeting.ts";
import { queueOf } from "./testing.ts";

let world: World;
let queue: ReturnType<typeof queueOf>;
beforeAll(async () => {
  world = await makeWorld();
  queue = queueOf(world);
  await (await world.as("manager")).post(`${PAGES}/settings`, { perWeek: "200", answerDays: "14" });
});
afterAll(async () => {
  await queue.close();
  await world.close();
});

const API = "/api/v1/clusters/alpha/introductions";
const PAGES = "/clusters/alpha/introductions";
type Persona = Parameters<World["as"]>[0];
type For = Parameters<World["as"]>[1];
const api = async (persona: Persona, method: string, path = "", body?: unknown, actingFor?: For) =>
  (await world.as(persona, actingFor)).api(method, `${API}${path}`, body);
const professor = (method: string, path = "", body?: unknown) => api("professor", method, path, body, "uni");

/** A need of the anchor, opened by its owner. */
async function aNeed(more: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await (await world.as("owner")).post("/clusters/alpha/needs/new", {
    title: "Second source for hull plates",
    text: "We want to leave our present supplier.",
    kind: "supplier",
    intent: "purchase",
    visibility: "cluster",
    step: "named",
    mediated: "on",
    ...more,
  });
  expect(answer.status, answer.text).toBe(303);
  return new URL(answer.headers.get("location")!, "http://localhost").pathname.split("/").at(-1)!;
}
const aSecret = (more = {}) =>
  aNeed({ step: "teaser", teaser: "A shipyard looks for thin plates.", ...more });

const ask = async (persona: Persona, body: object, actingFor?: For): Promise<string> => {
  const answer = await api(persona, "POST", "", { message: "Shall we talk?", ...body }, actingFor);
  expect(answer.status, answer.text).toBe(201);
  return answer.json.id;
};

/** From a question to a yes, between the anchor and the university. */
async function agreed(): Promise<string> {
  const id = await ask("owner", { need: await aNeed(), organisation: "uni" });
  expect((await professor("POST", `/${id}/accept`, {})).status).toBe(200);
  return id;
}

describe("asking for an introduction", () => {
  it("asks the other side, says whose turn it is and until when, and lets no third know", async () => {
    const id = await ask("owner", { need: await aNeed(), organisation: "uni" });
    const asked = (await professor("GET", `/${id}`)).json;
    expect(asked).toMatchObject({ state: "asked", party: "to", turn: ["to"], acts: ["accept", "decline"] });
    expect(asked.from.slug).toBe("anker");
    expect(new Date(asked.until).getTime()).toBeGreaterThan(Date.now() + 13 * 86_400_000);
    for (const persona of ["rival", "authority", "customer", "elsewhere", "stranger", "analyst"] as const) {
      expect([persona, (await api(persona, "GET", `/${id}`)).status]).toEqual([persona, 404]);
      expect((await (await world.as(persona)).get(`${PAGES}/${id}`)).status).toBe(404);
    }
    const page = (await (await world.as("professor", "uni")).get(`${PAGES}/${id}`)).text;
    expect(page).toContain("Anker GmbH asks for an introduction to you.");
  });

  it("is told to the side asked, with a yes and a no in the letter", async () => {
    await queue.told();
    const id = await ask("owner", { need: await aNeed(), organisation: "uni" });
    const [notice, ...others] = await queue.told();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      to: { organisation: world.organisation.uni },
      text: { en: "Anker GmbH asks for an introduction to you." },
      href: `${PAGES}/${id}`,
    });
    expect(notice!.act!.map(({ act }) => act)).toEqual(["introduction.accept", "introduction.decline"]);
  });

  it("is not asked twice at once, nor again right after a no", async () => {
    const about = { need: await aNeed(), organisation: "uni", message: "Shall we talk?" };
    const id = await ask("owner", about);
    expect((await api("owner", "POST", "", about)).json.detail).toBe("already-open");
    const no = await professor("POST", `/${id}/decline`, { reason: "No time this year" });
    expect(no.json).toMatchObject({
      state: "declined",
      reason: "No time this year",
      endedBy: "to",
      acts: [],
    });
    expect((await api("owner", "POST", "", about)).json.detail).toBe("declined-lately");
  });

  it("is limited to so many a week as the manager allows", async () => {
    const limit = async (perWeek: number) =>
      (await world.as("manager")).post(`${PAGES}/settings`, { perWeek: String(perWeek), answerDays: "14" });
    expect((await limit(1)).status).toBe(303);
    const body = { organisation: "rivale", message: "Shall we talk?" };
    const first = await api("professor", "POST", "", body, "gruendung");
    expect(first.status).toBe(201);
    const second = await api("professor", "POST", "", { ...body, organisation: "amt" }, "gruendung");
    expect([second.status, second.json.detail]).toEqual([429, "too-many"]);
    const page = await (await world.as("professor", "gruendung")).post(`${PAGES}/new`, {
      ...body,
      organisation: "amt",
      message: "Typed and kept",
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain("as many introductions as are allowed");
    expect(page.text).toContain("Typed and kept");
    expect((await limit(200)).status).toBe(303);
  });

  it("is refused to readers, applicants and those outside, as if the form were not there", async () => {
    for (const persona of ["reader", "applicant", "customer", "elsewhere", "stranger", "auditor"] as const)
      expect([
        persona,
        (await (await world.as(persona)).get(`${PAGES}/new?organisation=uni`)).status,
      ]).toEqual([persona, 404]);
  });

  it("does not reach over a wall", async () => {
    const need = await aNeed({ wall: "rivale" });
    const answer = await api("owner", "POST", "", { need, organisation: "rivale", message: "Hello" });
    expect([answer.status, answer.json.fields]).toEqual([422, [{ field: "", problem: "walled" }]]);
    expect((await api("rival", "POST", "", { need, message: "Hello" })).status).toBe(404);
  });
});

describe("a wall around what it is about", () => {
  it("stands around the log as well, whoever acts", async () => {
    const id = await ask("owner", { need: await aNeed({ wall: "rivale" }), organisation: "uni" });
    await professor("POST", `/${id}/accept`, {});
    const { rows } = await queue.sql(
      "select action, own_of from audit_entry where subject_id = $1 order by seq",
      [id],
    );
    expect(rows).toEqual([
      { action: "introduction.ask", own_of: world.organisation.anker },
      { action: "introduction.accept", own_of: world.organisation.uni },
    ]);
  });

  it("is not found out by naming somebody else's offer", async () => {
    const made = await (await world.as("rival")).api("POST", "/api/v1/clusters/alpha/offers", {
      title: "Galvanising of plates",
      text: "Up to 12 m.",
      kind: "supplier",
      intent: "purchase",
      visibility: "cluster",
      wall: ["uni"],
      state: "open",
    });
    expect(made.status, made.text).toBe(201);
    const asked = async (organisation: string) =>
      (await api("owner", "POST", "", { offer: made.json.id, organisation, message: "Shall we talk?" }))
        .status;
    expect([await asked("uni"), await asked("amt")]).toEqual([404, 404]);
  });
});

describe("what one side says", () => {
  it("cannot be written for the other, nor changed by it, past the house's own rules", async () => {
    const id = await agreed();
    const { actor } = await world.context("owner", "alpha");
    const clusterId = world.cluster.alpha!;
    const write = (work: Parameters<typeof world.house.gateway.write>[2]) =>
      world.house.gateway.write(actor, { door: "page", address: null, actingAs: null }, work);
    const at = new Date();
    const about = { clusterId, introductionId: id };
    await expect(
      write(({ db }) =>
        db
          .insertInto("introductionMessage")
          .values({
            ...about,
            id: uuidv7(),
            by: "to",
            personId: actor.personId,
            text: "We agree to all of it",
            at,
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      write(({ db }) =>
        db
          .insertInto("outcome")
          .values({
            ...about,
            id: uuidv7(),
            kind: "order",
            state: "stated",
            by: "to",
            statedBy: actor.personId,
            statedAt: at,
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      write(({ db }) =>
        db.updateTable("outcome").set({ kind: "order" }).where("introductionId", "=", id).execute(),
      ),
    ).rejects.toThrow(/permission denied/);
    await expect(
      write(({ db }) =>
        db.updateTable("talkSlot").set({ startsAt: at }).where("introductionId", "=", id).execute(),
      ),
    ).rejects.toThrow(/permission denied/);
    await expect(
      write(({ db }) => db.updateTable("matchFeedback").set({ verdict: "good" }).execute()),
    ).rejects.toThrow(/permission denied/);
    const release = {
      clusterId,
      id: uuidv7(),
      needId: await aSecret({ secrecy: "Tell nobody." }),
      organisationId: world.organisation.uni!,
      step: "agreed",
    };
    await expect(
      write(({ db }) =>
        db
          .insertInto("needRelease")
          .values({ ...release, state: "granted", agreedName: "Somebody of the university", agreedAt: at })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      write(({ db }) =>
        db
          .insertInto("needRelease")
          .values({ ...release, state: "asked", askedBy: actor.personId, askedAt: at })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      write(({ db }) => db.updateTable("needRelease").set({ agreedName: "Somebody" }).execute()),
    ).rejects.toThrow(/permission denied/);
  });
});

describe("a need that stays unnamed", () => {
  const SECRETS = () => ["Second source", "present supplier", "Anker", "anker", world.organisation.anker!];
  const bare = (text: string) => text.replace(/<nav[\s\S]*?<\/nav>/g, "");

  it("is put to another without its owner, in page, program, list, file and letter", async () => {
    await queue.told();
    const need = await aSecret();
    const id = await ask("owner", { need, organisation: "rivale", message: "Thin plates by spring?" });
    const rival = await world.as("rival");
    const answers = [
      bare((await rival.get(`${PAGES}/${id}`)).text),
      (await api("rival", "GET", `/${id}`)).text,
      (await api("rival", "GET", "")).text,
      bare((await rival.get(PAGES)).text),
      (await rival.get(`${PAGES}?format=csv`)).text,
      JSON.stringify((await queue.told()).filter(({ to }) => to.organisation === world.organisation.rivale)),
    ];
    expect(answers[0]).toContain("A shipyard looks for thin plates.");
    expect(answers[0]).toContain("Thin plates by spring?");
    expect(answers.at(-1)).toContain("stays unnamed for now");
    for (const [i, text] of answers.entries())
      for (const secret of SECRETS()) expect([i, secret, text.includes(secret)]).toEqual([i, secret, false]);
    const rows = await (await world.context("rival", "alpha")).read((db) =>
      db.selectFrom("introductionSide").select("organisationId").where("introductionId", "=", id).execute(),
    );
    expect(rows.map((row) => row.organisationId)).toEqual([world.organisation.rivale]);
  });

  it("is named to the other with both yeses, and to nobody else", async () => {
    const need = await aSecret();
    const id = await ask("owner", { need, organisation: "rivale" });
    const yes = await api("rival", "POST", `/${id}/accept`, {});
    expect(yes.json).toMatchObject({ state: "accepted", from: { slug: "anker" }, unnamed: null });
    expect((await (await world.as("rival")).get(`/clusters/alpha/needs/${need}`)).text).toContain(
      "Second source",
    );
    expect((await professor("GET", `/${id}`)).status).toBe(404);
    const elsewhere = await (await world.as("professor", "uni")).get(`/clusters/alpha/needs/${need}`);
    expect(bare(elsewhere.text)).not.toContain("Second source");
  });

  it("stays unnamed after a no", async () => {
    const need = await aSecret();
    const id = await ask("owner", { need, organisation: "rivale" });
    const no = await api("rival", "POST", `/${id}/decline`, {});
    expect(no.json.from).toBeNull();
    expect(no.text).not.toContain("anker");
  });

  it("keeps its owner from somebody who asks about the teaser, until the owner's yes", async () => {
    await queue.told();
    const need = await aSecret();
    const id = await ask("rival", { need, message: "We roll thin plates." });
    const mine = (await api("rival", "GET", `/${id}`)).json;
    expect(mine).toMatchObject({ state: "asked", to: null, unnamed: "to", need: { id: need, title: null } });
    const [notice] = await queue.told();
    expect(notice).toMatchObject({
      to: { organisation: world.organisation.anker },
      text: { en: "There is a question about something you keep in confidence." },
    });
    const theirs = (await api("owner", "GET", `/${id}`)).json;
    expect(theirs).toMatchObject({ party: "to", from: { slug: "rivale" }, message: "We roll thin plates." });
    await api("owner", "POST", `/${id}/accept`, {});
    expect((await api("rival", "GET", `/${id}`)).json.to.slug).toBe("anker");
  });

  it("may not be signed in its message", async () => {
    const answer = await api("owner", "POST", "", {
      need: await aSecret(),
      organisation: "rivale",
      message: "Greetings from ANKER",
    });
    expect(answer.json.fields).toEqual([{ field: "", problem: "names-itself" }]);
  });

  it("does not exist for a team that does not know the need, nor in its log", async () => {
    const need = await aSecret({ mediated: "" });
    const id = await ask("owner", { need, organisation: "rivale" });
    for (const persona of ["manager", "facilitator"] as const)
      expect((await api(persona, "GET", `/${id}`)).status).toBe(404);
    const { rows } = await queue.sql("select own_of from audit_entry where body::text like $1", [`%${id}%`]);
    expect(rows.map((row) => row.own_of)).toEqual([world.organisation.anker]);
    const through = await api("owner", "POST", "", {
      need,
      organisation: "uni",
      via: "team",
      message: "Hello",
    });
    expect(through.json.fields).toEqual([{ field: "", problem: "team-does-not-know" }]);
  });
});

describe("an introduction through the team", () => {
  it("waits for the team, then for the other side, who hears of it only then", async () => {
    await queue.told();
    const id = await ask("owner", { need: await aNeed(), organisation: "uni", via: "team" });
    expect((await professor("GET", `/${id}`)).status).toBe(404);
    const [first] = await queue.told();
    expect(first).toMatchObject({ to: { team: world.cluster.alpha } });
    const board = (await (await world.as("facilitator")).get(PAGES)).text;
    expect(board).toContain("waits for the team to pass it on");
    const passed = await api("facilitator", "POST", `/${id}/pass-on`, { note: "You two should meet." });
    expect(passed.json).toMatchObject({ state: "asked", teamNote: "You two should meet." });
    const [second] = await queue.told();
    expect(second!.to).toMatchObject({ organisation: world.organisation.uni });
    expect((await professor("GET", `/${id}`)).json.teamNote).toBe("You two should meet.");
  });

  it("is proposed by the team to the one it is for, and stays unknown to the other after a no", async () => {
    const id = await ask("facilitator", { need: await aNeed(), organisation: "uni", message: "A good fit." });
    expect((await api("facilitator", "GET", `/${id}`)).json).toMatchObject({
      state: "proposed",
      turn: ["from"],
    });
    expect((await professor("GET", `/${id}`)).status).toBe(404);
    await api("owner", "POST", `/${id}/decline`, {});
    expect((await professor("GET", `/${id}`)).status).toBe(404);
  });

  it("is read along by the team, and a direct one is not", async () => {
    const through = await ask("owner", { need: await aNeed(), organisation: "uni", via: "team" });
    await api("facilitator", "POST", `/${through}/pass-on`, {});
    await professor("POST", `/${through}/accept`, {});
    await professor("POST", `/${through}/messages`, { text: "When do we meet?" });
    expect((await api("facilitator", "GET", `/${through}`)).json.messages).toMatchObject([
      { by: "to", text: "When do we meet?" },
    ]);
    const direct = await agreed();
    await professor("POST", `/${direct}/messages`, { text: "Between us" });
    const seen = await api("facilitator", "GET", `/${direct}`);
    expect(seen.json.messages).toBeNull();
    expect(seen.text).not.toContain("Between us");
    const rows = await (await world.context("facilitator", "alpha")).read((db) =>
      db.selectFrom("introductionMessage").select("text").where("introductionId", "=", direct).execute(),
    );
    expect(rows).toEqual([]);
  });
});

describe("the conversation", () => {
  it("opens with both yeses and names who writes", async () => {
    const id = await ask("owner", { need: await aNeed(), organisation: "uni" });
    expect((await api("owner", "POST", `/${id}/messages`, { text: "Hello?" })).status).toBe(409);
    await professor("POST", `/${id}/accept`, {});
    expect((await api("owner", "POST", `/${id}/messages`, { text: "Hello!" })).status).toBe(204);
    const read = (await professor("GET", `/${id}`)).json;
    expect(read.messages).toMatchObject([{ by: "from", person: "Person owner", text: "Hello!" }]);
    const uni = await world.as("professor", "uni");
    expect((await uni.get(PAGES)).text).toContain("new message");
    await uni.get(`${PAGES}/${id}`);
    expect((await uni.get(`${PAGES}?need=${read.need.id}`)).text).not.toContain("new message");
  });

  it("moves the need into talks, and back when nothing comes of it", async () => {
    const need = await aNeed();
    const id = await ask("owner", { need, organisation: "uni" });
    const state = async () =>
      (await (await world.as("owner")).api("GET", `/api/v1/clusters/alpha/needs/${need}`)).json.state;
    expect(await state()).toBe("open");
    await professor("POST", `/${id}/accept`, {});
    expect(await state()).toBe("in-talks");
    expect((await api("owner", "POST", `/${id}/close`, {})).status).toBe(422);
    await api("owner", "POST", `/${id}/close`, { reason: "We found somebody else" });
    expect(await state()).toBe("open");
  });
});

describe("what nobody answers", () => {
  it("expires with a word to both, after a reminder to whose turn it is", async () => {
    const id = await ask("owner", { need: await aNeed(), organisation: "uni" });
    // What waited in the small world before is tended first.
    await world.job("exchange.introductions.tend");
    await queue.told();
    await queue.sql("update introduction set moved_at = now() - interval '6 days' where id = $1", [id]);
    await world.job("exchange.introductions.tend");
    const reminders = await queue.told();
    expect(reminders.map(({ to }) => to.organisation)).toEqual([world.organisation.uni]);
    await world.job("exchange.introductions.tend");
    expect(await queue.told()).toEqual([]);

    await queue.sql("update introduction set expires_at = now() - interval '1 minute' where id = $1", [id]);
    await world.job("exchange.introductions.tend");
    expect((await professor("GET", `/${id}`)).json).toMatchObject({ state: "expired", endedBy: "house" });
    expect((await queue.told()).map(({ to }) => to.organisation).toSorted()).toEqual(
      [world.organisation.anker, world.organisation.uni].toSorted(),
    );
  });
});

const inDays = (days: number, hour = 9) => {
  const at = new Date(Date.now() + days * 86_400_000);
  at.setUTCHours(hour, 0, 0, 0);
  return at;
};
const slot = (days: number, hour = 9) => ({
  startsAt: inDays(days, hour).toISOString(),
  endsAt: new Date(inDays(days, hour).getTime() + 45 * 60_000).toISOString(),
});

describe("times for a talk", () => {
  it("are held by both sides; the one that is taken goes into both calendars, each in its own time zone", async () => {
    const id = await agreed();
    await queue.told();
    const slots = [slot(3), slot(4), slot(5)];
    const proposed = await api("owner", "POST", `/${id}/talks`, {
      slots,
      zone: "Europe/Berlin",
      place: "https://meet.example/x",
    });
    expect(proposed.json.talks[0].slots.map(({ state }: { state: string }) => state)).toEqual([
      "held",
      "held",
      "held",
    ]);
    const [notice] = await queue.told();
    expect(notice!.act!.map(({ act }) => act)).toEqual(["talk.accept", "talk.accept", "talk.accept"]);
    const team = await world.context("manager", "alpha");
    const places = await team.read((db) =>
      db.selectFrom("talk").select("place").where("introductionId", "=", id).execute(),
    );
    expect(places).toEqual([]);
    const board = (await (await world.as("manager")).get(PAGES)).text;
    expect(board).toContain("times wait for the answer of Universitaet Nord");
    expect(board).not.toContain("meet.example");

    await (await world.as("professor", "uni")).post(`${PAGES}/${id}/zone`, { zone: "Asia/Kolkata" });
    const talk = proposed.json.talks[0];
    const taken = await professor("POST", `/${id}/talks/${talk.id}/accept`, { slot: talk.slots[1].id });
    expect(taken.json.talks[0]).toMatchObject({ state: "agreed" });
    expect(taken.json.talks[0].slots.map(({ state }: { state: string }) => state)).toEqual([
      "freed",
      "agreed",
      "freed",
    ]);

    await queue.told();
    const letters = await queue.letters();
    const to = (name: "owner" | "professor") => letters.find(({ toAddress }) => toAddress === emailOf(name))!;
    expect(letters).toHaveLength(2);
    expect(to("owner").calendar).toContain("DTSTART;TZID=Europe/Berlin:");
    expect(to("professor").calendar).toMatch(/DTSTART;TZID=Asia\/Kolkata:\d{8}T143000/);
    expect(to("professor").body).toContain("Asia/Kolkata");
    const file = await (await world.as("professor", "uni")).get(
      `${PAGES}/${id}/talks/${talk.id}/calendar.ics`,
    );
    expect(file.headers.get("content-type")).toContain("text/calendar");
    expect(file.text).toContain("SUMMARY:Talk with Anker GmbH");
  });

  it("are free again for both once nobody answered, and both are told", async () => {
    const id = await agreed();
    const times = { slots: [slot(10)] };
    const first = await api("owner", "POST", `/${id}/talks`, times);
    expect(first.status).toBe(200);
    const other = await agreed();
    expect((await api("owner", "POST", `/${other}/talks`, times)).json.fields).toEqual([
      { field: "slots", problem: "kept-already" },
    ]);
    await queue.told();
    await queue.sql("update talk set expires_at = now() - interval '1 minute' where introduction_id = $1", [
      id,
    ]);
    await world.job("exchange.talks.expire");
    const talk = (await professor("GET", `/${id}`)).json.talks[0];
    expect([talk.state, talk.slots[0].state]).toEqual(["expired", "freed"]);
    expect((await queue.told()).map(({ to }) => to.organisation).toSorted()).toEqual(
      [world.organisation.anker, world.organisation.uni].toSorted(),
    );
    expect((await api("owner", "POST", `/${other}/talks`, times)).status).toBe(200);
    expect((await professor("POST", `/${id}/talks`, { slots: [slot(10, 14)] })).status).toBe(200);
  });

  it("cannot be taken by whoever proposed them, nor by a third", async () => {
    const id = await agreed();
    const { talks } = (await api("owner", "POST", `/${id}/talks`, { slots: [slot(20)] })).json;
    const path = `/${id}/talks/${talks[0].id}/accept`;
    expect((await api("owner", "POST", path, { slot: talks[0].slots[0].id })).status).toBe(409);
    expect((await api("rival", "POST", path, { slot: talks[0].slots[0].id })).status).toBe(404);
    expect((await api("manager", "POST", path, { slot: talks[0].slots[0].id })).status).toBe(404);
  });

  it("are not given twice: what one has proposed oneself, one cannot take elsewhere before it is taken back", async () => {
    const id = await agreed();
    const own = (await api("owner", "POST", `/${id}/talks`, { slots: [slot(24)] })).json.talks[0];
    const other = await ask("rival", { organisation: "anker" });
    expect((await api("owner", "POST", `/${other}/accept`, {})).status).toBe(200);
    const theirs = (await api("rival", "POST", `/${other}/talks`, { slots: [slot(24)] })).json.talks[0];
    const take = () =>
      api("owner", "POST", `/${other}/talks/${theirs.id}/accept`, { slot: theirs.slots[0].id });
    const refused = await take();
    expect([refused.status, refused.json.detail]).toEqual([409, "kept-already"]);
    expect((await api("owner", "POST", `/${id}/talks/${own.id}/withdraw`, {})).status).toBe(200);
    expect((await take()).status).toBe(200);
  });

  it("are free again, and an agreed talk is called off with its calendar entry, where one side ends it all", async () => {
    const proposed = await agreed();
    await api("owner", "POST", `/${proposed}/talks`, { slots: [slot(25)] });
    const id = await agreed();
    const talk = (await api("owner", "POST", `/${id}/talks`, { slots: [slot(26)] })).json.talks[0];
    await professor("POST", `/${id}/talks/${talk.id}/accept`, { slot: talk.slots[0].id });
    for (const one of [proposed, id])
      expect((await professor("POST", `/${one}/close`, { reason: "No time" })).status).toBe(200);
    const states = async (one: string) =>
      (await api("owner", "GET", `/${one}`)).json.talks.map(
        ({ state, slots }: { state: string; slots: { state: string }[] }) => [state, slots[0]!.state],
      );
    expect(await states(proposed)).toEqual([["withdrawn", "freed"]]);
    expect(await states(id)).toEqual([["cancelled", "freed"]]);
    const before = (await queue.letters()).length;
    await queue.told();
    const off = (await queue.letters()).slice(before);
    expect(
      off.some(
        ({ toAddress, calendar }) => toAddress === emailOf("owner") && /STATUS:CANCELLED/.test(calendar!),
      ),
    ).toBe(true);
    const next = await agreed();
    expect((await api("owner", "POST", `/${next}/talks`, { slots: [slot(25), slot(26)] })).status).toBe(200);
  });

  it("come back into the form with what is wrong, as they were typed", async () => {
    const id = await agreed();
    const owner = await world.as("owner");
    const form = {
      start1: "2020-01-01T10:00",
      minutes: "45",
      zone: "Europe/Berlin",
      how: "video",
      note: "By video?",
    };
    const again = await owner.post(`${PAGES}/${id}/talks`, form);
    expect(again.status).toBe(422);
    expect(again.text).toContain("at least two hours ahead");
    expect(again.text).toContain("2020-01-01T10:00");
    expect(again.text).toContain("By video?");
  });
});

/** A talk that has taken place: agreed, and its time over. */
async function met(): Promise<string> {
  const id = await agreed();
  await api("owner", "POST", `/${id}/met`, {});
  return id;
}

describe("what came of it", () => {
  it("follows a talk whose time is over", async () => {
    const id = await agreed();
    const { talks } = (await api("owner", "POST", `/${id}/talks`, { slots: [slot(30)] })).json;
    await professor("POST", `/${id}/talks/${talks[0].id}/accept`, { slot: talks[0].slots[0].id });
    await queue.sql(
      "update talk_slot set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where introduction_id = $1",
      [id],
    );
    await world.job("exchange.talks.held");
    expect((await professor("GET", `/${id}`)).json).toMatchObject({
      state: "met",
      talks: [{ state: "held" }],
    });
    await professor("POST", `/${id}/talks/${talks[0].id}/missed`);
    expect((await professor("GET", `/${id}`)).json).toMatchObject({
      state: "accepted",
      talks: [{ state: "missed" }],
    });
  });

  it("is asked of both after two weeks and three months, and answered from the letter", async () => {
    const id = await met();
    const questions = async (days: number) => {
      await queue.sql("update introduction set met_at = now() - make_interval(days => $2) where id = $1", [
        id,
        days,
      ]);
      await queue.told();
      await world.job("exchange.introductions.tend");
      return (await queue.told()).filter(({ href }) => href.endsWith(id));
    };
    expect(await questions(13)).toEqual([]);
    const first = await questions(15);
    expect(first.map(({ to }) => to.organisation).toSorted()).toEqual(
      [world.organisation.anker, world.organisation.uni].toSorted(),
    );
    expect(first[0]!.act!.map(({ subject }) => subject.kind)).toEqual(["nothing", "talks"]);
    expect(await questions(16)).toEqual([]);
    expect(await questions(92)).toHaveLength(2);
  });

  it("is confirmed by the other side, which meets the need", async () => {
    const need = await aNeed();
    const id = await ask("owner", { need, organisation: "uni" });
    await professor("POST", `/${id}/accept`, {});
    await professor("POST", `/${id}/met`, {});
    const said = await api("owner", "POST", `/${id}/outcomes`, { kind: "contract", cents: 1_250_000 });
    expect(said.json.confirmed).toBe(false);
    expect((await api("owner", "POST", `/${id}/outcomes/${said.json.id}/confirm`, {})).status).toBe(409);
    const confirmed = await professor("POST", `/${id}/outcomes/${said.json.id}/confirm`, {});
    expect(confirmed.json.outcomes).toMatchObject([
      { kind: "contract", state: "confirmed", cents: 1_250_000 },
    ]);
    const found = (await (await world.as("owner")).api("GET", `/api/v1/clusters/alpha/needs/${need}`)).json;
    expect(found.state).toBe("met");
    const team = await api("manager", "GET", `/${id}`);
    expect(team.json.outcomes).toMatchObject([{ kind: "contract", cents: null }]);
    expect(team.text).not.toContain("1250000");
    const { rows } = await queue.sql("select body::text as body from audit_entry where body::text like $1", [
      `%${id}%`,
    ]);
    expect(rows.some((row) => row.body.includes("1250000"))).toBe(false);
  });

  it("is confirmed as well where the other side says the same", async () => {
    const id = await met();
    await api("owner", "POST", `/${id}/outcomes`, { kind: "talks" });
    expect((await professor("POST", `/${id}/outcomes`, { kind: "talks" })).json.confirmed).toBe(true);
    expect((await api("owner", "GET", `/${id}`)).json).toMatchObject({
      outcome: "talks",
      outcomeState: "confirmed",
    });
  });

  it("names other programmes that count it, and becomes a link where both agree", async () => {
    const id = await met();
    const { id: outcome } = (
      await api("owner", "POST", `/${id}/outcomes`, { kind: "order", programmes: ["Regional fund"] })
    ).json;
    await professor("POST", `/${id}/outcomes/${outcome}/confirm`, {});
    await api("manager", "POST", `/${id}/outcomes/${outcome}/claims`, { programme: "Chamber" });
    const claims = (await api("manager", "GET", `/${id}`)).json.outcomes[0].claims;
    expect(claims.map(({ programme }: { programme: string }) => programme)).toEqual([
      "Regional fund",
      "Chamber",
    ]);
    const link = (persona: Persona, yes: boolean) =>
      api(
        persona,
        "PUT",
        `/${id}/outcomes/${outcome}/link`,
        { link: yes },
        persona === "professor" ? "uni" : undefined,
      );
    expect((await link("owner", true)).json.link).toBeNull();
    const made = (await link("professor", true)).json.link;
    const found = (await (await world.as("manager")).api("GET", `/api/v1/clusters/alpha/links/${made}`)).json;
    expect(found).toMatchObject({
      origin: "derived",
      type: "production",
      from: { slug: "uni" },
      to: { slug: "anker" },
    });
  });
});

describe("acts from a letter", () => {
  it("say yes once, as the person they were sent to", async () => {
    const id = await ask("owner", { need: await aNeed(), organisation: "uni" });
    const act = world.house.features.flatMap(({ acts }) =>
      acts?.["introduction.accept"] ? [acts["introduction.accept"]] : [],
    )[0]!;
    const ctx = await world.context("professor", "alpha", "uni");
    expect(
      await act.offer(await world.context("rival", "alpha"), { introduction: id, state: "asked" }),
    ).toBeNull();
    expect((await act.offer(ctx, { introduction: id, state: "asked" }))?.text).toContain("Anker GmbH");
    expect(await act.perform(ctx, { introduction: id, state: "asked" })).toMatchObject({ ok: true });
    expect(await act.offer(ctx, { introduction: id, state: "asked" })).toBeNull();
    expect(await act.perform(ctx, { introduction: id, state: "asked" })).toMatchObject({ ok: false });
  });
});

describe("a talk at an event", () => {
  it("becomes one introduction that has met, whoever asks for it twice", async () => {
    const meeting = {
      clusterId: world.cluster.alpha,
      meetingId: uuidv7(),
      from: { organisationId: world.organisation.rivale, personId: null },
      to: { organisationId: world.organisation.amt, personId: null },
      heldAt: new Date(),
    };
    const make = () => world.house.gateway.system("a test", (unit) => introductionFromMeeting(unit, meeting));
    const id = await make();
    expect(await make()).toBe(id);
    expect((await api("rival", "GET", `/${id}`)).json).toMatchObject({
      state: "met",
      origin: "event",
      to: { slug: "amt" },
    });
  });
});

describe("the manager's figures", () => {
  it("count what both sides confirmed, and show sums from three pairs on, rounded", async () => {
    const figures = async () => (await api("manager", "GET", "/outcomes")).json;
    const before = await figures();
    const pairs: [Persona, For, string][] = [
      ["owner", undefined, "uni"],
      ["owner", undefined, "gruendung"],
      ["rival", undefined, "uni"],
    ];
    for (const [persona, actingFor, organisation] of pairs) {
      const id = await ask(persona, { organisation }, actingFor);
      const other = organisation as For;
      await api("professor", "POST", `/${id}/accept`, {}, other);
      await api("professor", "POST", `/${id}/met`, {}, other);
      const said = await api(persona, "POST", `/${id}/outcomes`, {
        kind: "investment",
        cents: 111_111,
        sums: true,
      });
      expect((await figures()).sums).toEqual(before.sums);
      await api("professor", "POST", `/${id}/outcomes/${said.json.id}/confirm`, { sums: true }, other);
    }
    const after = await figures();
    expect(after.sums).toEqual([...before.sums, { kind: "investment", records: 3, cents: 330_000 }]);
    const month = new Date().toISOString().slice(0, 7);
    expect(after.counts).toContainEqual({ month, kind: "investment", count: 3, claimed: 0 });
    const behind = await api("manager", "GET", `?outcome=investment&month=${month}`);
    expect(behind.json.total).toBe(3);
    expect((await api("manager", "GET", `?year=${month.slice(0, 4)}&reached=met`)).json.total).toBe(
      after.progress.met,
    );
    const page = await (await world.as("manager")).get(`${PAGES}/outcomes`);
    expect(page.text).toContain("€3,300");
    expect((await (await world.as("manager")).get(`${PAGES}/outcomes?format=csv`)).text).toContain(
      "An investment",
    );
  });
});

describe("lists", () => {
  it("are one's own, go on by cursor, and come as files", async () => {
    const owner = await world.as("owner");
    for (const organisation of ["uni", "gruendung", "rivale"])
      await ask("owner", { need: await aNeed(), organisation });
    const all = (await api("owner", "GET", "?limit=200")).json;
    expect(all.total).toBeGreaterThan(2);
    const ids: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const part: { items: { id: string }[]; next: string | null } = (
        await api("owner", "GET", `?limit=2${next ? `&cursor=${next}` : ""}`)
      ).json;
      ids.push(...part.items.map(({ id }) => id));
      next = part.next;
    }
    expect(ids).toEqual(all.items.map(({ id }: { id: string }) => id));
    const csv = (await owner.get(`${PAGES}?format=csv`)).text;
    expect(csv.trim().split("\r\n")).toHaveLength(all.total + 1);
    expect((await owner.get(`${PAGES}?format=xlsx`)).status).toBe(200);
    const others = (await api("authority", "GET", "?limit=200")).json.items;
    expect(others.filter(({ id }: { id: string }) => ids.includes(id))).toEqual([]);
    expect((await api("reader", "GET", "")).json.total).toBe(all.total);
  });

  it("count for the team only what it knows of", async () => {
    const kept = await ask("owner", { need: await aNeed(), organisation: "uni", mediated: false });
    const known = (await api("manager", "GET", "?limit=200")).json.items;
    expect(known.length).toBeGreaterThan(0);
    expect(known.map(({ id }: { id: string }) => id)).not.toContain(kept);
    expect(known.every(({ mediated }: { mediated: boolean }) => mediated)).toBe(true);
  });
});
