import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Act, Feature, JobHouse } from "../../access/feature.ts";
import { FEATURES } from "../../app/features.ts";
import { makeWorld, ORIGIN, type PersonaName, type World } from "../../app/testing/world.ts";
import type { Db, SystemUnit } from "../../kernel/gateway.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { letterLink, type NewNotice, noticesFeature, notify } from "./feature.ts";

/** A thing to do by letter: it is done once, and says by whom. */
const done: string[] = [];
const ring: Act = {
  offer: async (ctx, { bell }) =>
    done.includes(bell!) || ctx.actor.seatRole !== "owner"
      ? null
      : { title: "Ring the bell", text: `Bell ${bell}`, button: "Ring", href: "/organisations/anker" },
  perform: async (ctx, { bell }) => {
    if (bell === "broken") throw new Error("The rope tore.");
    if (bell === "taken") return { ok: false, problem: "Somebody else rings." };
    await ctx.write(async ({ audit }) =>
      audit({ action: "bell.ring", subjectKind: "bell", subjectId: bell! }),
    );
    done.push(bell!);
    return { ok: true, value: { done: `Rung: ${bell}`, to: "/organisations/anker" } };
  },
};
const bells: Feature = {
  name: "bells",
  routes: [],
  messages: {},
  acts: { "bell.ring": ring },
  topics: { bells: { en: "Bells", de: "Glocken" }, ropes: { en: "Ropes", de: "Seile" } },
};
const features: Feature[] = [
  ...FEATURES.filter((feature) => feature.name !== "notices"),
  bells,
  noticesFeature(() => features),
];

let world: World;
beforeAll(async () => {
  world = await makeWorld({ features });
});
afterAll(() => world.close());
beforeEach(() => system(({ db }) => db.deleteFrom("notice").execute()));

const system = <T>(work: (unit: SystemUnit) => Promise<T>) => world.house.gateway.system("a test", work);

const notice = (rest: Partial<NewNotice> & Pick<NewNotice, "to">): NewNotice => ({
  clusterId: world.cluster.alpha,
  topic: "bells",
  text: { en: "A bell rang.", de: "Eine Glocke läutete." },
  href: "/clusters/alpha/links",
  ...rest,
});
const tell = (rest: Partial<NewNotice> & Pick<NewNotice, "to">, delivery = uuidv7()) =>
  world.job("notices.deliver", { notice: notice(rest), delivery });
const owner = () => ({ person: world.person.owner });

const told = async () => {
  const rows = await system(({ db }) => db.selectFrom("notice").select("personId").execute());
  const names = new Map(Object.entries(world.person).map(([name, id]) => [id, name as PersonaName]));
  return rows.map((row) => names.get(row.personId)).sort();
};
const letters = (to: PersonaName) =>
  system(({ db }) =>
    db
      .selectFrom("mail")
      .selectAll()
      .where("toAddress", "=", `${to.toLowerCase()}@example.org`)
      .orderBy("id")
      .execute(),
  );
const lastLetter = async (to: PersonaName) => (await letters(to)).at(-1)!;
const list = async (persona: PersonaName) =>
  (await (await world.as(persona)).api("GET", "/api/v1/notices")).json;
const digestAt = async (now: string) => {
  const job = features.flatMap((feature) => feature.jobs?.["notices.digests"] ?? [])[0]!;
  await job({}, { ...world.jobs, now: () => new Date(now) });
};
/** What the next notices are told by letter, and since when they wait. */
const choose = async (persona: PersonaName, body: object) =>
  expect((await (await world.as(persona)).api("PATCH", "/api/v1/notices/choices", body)).status).toBe(204);
const since = (at: string) =>
  system(({ db }) =>
    db
      .updateTable("notice")
      .set({ createdAt: new Date(at) })
      .execute(),
  );
const as = (db: Db, persona: PersonaName, change: { suspendedAt: Date | null }) =>
  db.updateTable("person").set(change).where("id", "=", world.person[persona]).execute();
const endSeat = (persona: "leaver" | "owner", until: string | null) =>
  system(({ db }) =>
    db.updateTable("seat").set({ until }).where("personId", "=", world.person[persona]).execute(),
  );

describe("a notice", () => {
  it.each([
    ["the owners", () => ({ to: { organisation: world.organisation.anker } }), ["owner"]],
    [
      "the seats named, but not who did it",
      () => ({
        to: { organisation: world.organisation.anker, roles: ["owner", "editor"] as const },
        except: world.person.owner,
      }),
      ["both", "editor"],
    ],
    ["those who run the cluster", () => ({ to: { team: world.cluster.alpha } }), ["facilitator", "manager"]],
    ["a person", () => ({ to: { person: world.person.customer } }), ["customer"]],
    [
      "nobody behind the wall",
      () => ({
        to: { organisation: world.organisation.anker, roles: ["editor"] as const },
        wall: [world.organisation.fern],
      }),
      ["editor"],
    ],
  ] as const)("reaches %s", async (_, addressed, people) => {
    await tell(addressed());
    expect(await told()).toEqual(people);
  });

  it("is written with what caused it, or not at all", async () => {
    const ctx = await world.context("owner", "alpha");
    const failing = ctx.write(async (unit) => {
      await notify(unit, notice({ to: owner(), text: { en: "never", de: "nie" } }));
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    // A name that is long and odd undoes nothing.
    const text = { en: `A\n${"long ".repeat(90)}name`, de: "Ein Name" };
    await ctx.write((unit) => notify(unit, notice({ to: owner(), text })));
    const { rows } = await import("pg").then(async ({ default: pg }) => {
      const client = new pg.Client(world.adminUrl);
      await client.connect();
      const found = await client.query(
        "select payload from graphile_worker._private_jobs where payload::text like '%bells%'",
      );
      await client.end();
      return found;
    });
    expect(rows).toHaveLength(1);
    await world.job("notices.deliver", rows[0].payload);
    expect(await told()).toEqual(["owner"]);
    expect((await list("owner")).items[0].text).toMatch(/^A long .{280,295}…$/);
  });

  it.each([
    ["nothing to say", { text: { en: " ", de: "a" } }],
    ["an address elsewhere", { href: "//elsewhere.example" }],
    ["no topic", { topic: "" }],
  ])("with %s is refused where it is written", async (_, wrong) => {
    await expect(system((unit) => notify(unit, notice({ to: owner(), ...wrong })))).rejects.toThrow(
      /cannot be told/,
    );
  });

  it("is told once, however often the job runs, and replaced while unread by a later one of its key", async () => {
    const [first, second] = [uuidv7(), uuidv7()];
    const before = (await letters("owner")).length;
    for (const delivery of [first, first, second, second, first])
      await tell({ to: owner(), key: "bell:1", urgent: true }, delivery);
    expect(await told()).toEqual(["owner"]);
    expect((await letters("owner")).length - before).toBe(2);
  });

  it("is gone from page, count, feed and digest when the role has ended", async () => {
    await tell({ to: { organisation: world.organisation.anker, roles: ["reader"] } });
    expect(await told()).toEqual(["leaver", "reader"]);
    expect((await list("reader")).total).toBe(1);
    const before = (await letters("leaver")).length;
    await endSeat("leaver", "2026-01-01");
    await since("2026-01-01T00:00:00Z");
    const page = await (await world.as("leaver")).get("/notices");
    expect(page.text).not.toContain("A bell rang.");
    expect(page.text).toContain("Everything is read.");
    await digestAt("2026-01-02T07:00:00Z");
    await endSeat("leaver", null);
    expect((await letters("leaver")).length).toBe(before);
    expect((await letters("reader")).at(-1)?.body).toContain("A bell rang.");
  });
});

describe("a notice that asks for one of two answers", () => {
  afterAll(() => void done.splice(0));
  const answer = (bell: string, label: string) => ({
    act: "bell.ring",
    subject: { bell },
    label: { en: label, de: label },
  });
  const asked = {
    act: [answer("left", "Left"), answer("right", "Right")],
    links: [
      { text: "Bell tower", href: "/organisations/anker" },
      { text: "Rope maker", href: "/organisations/fern" },
    ],
  };

  it("has a link of its own for each in its letter, and names what it is about with the addresses", async () => {
    await tell({ to: owner(), topic: "bells", urgent: true, ...asked });
    const { body } = await lastLetter("owner");
    expect(body).toContain(`Bell tower\n${ORIGIN}/organisations/anker\n`);
    expect(body).toContain(`Rope maker\n${ORIGIN}/organisations/fern\n`);
    expect(body).toMatch(/\nLeft \(.*\):\nhttp\S+\/act\/\S+\n\nRight \(.*\):\nhttp\S+\/act\/\S+\n/);
    await tell({ to: owner(), topic: "ropes", ...asked });
    await since("2026-04-01T00:00:00Z");
    await system(({ db }) =>
      db.updateTable("notice").set({ due: "daily" }).where("topic", "=", "ropes").execute(),
    );
    await digestAt("2026-04-02T06:00:00Z");
    expect(((await lastLetter("owner")).body.match(/\/act\//g) ?? []).length).toBe(2);
  });

  it("offers each on the page and does the one chosen, in the role it was told to and only for its reader", async () => {
    await tell({ to: { organisation: world.organisation.anker }, ...asked });
    const visit = await world.as("owner");
    const [told] = (await visit.api("GET", "/api/v1/notices")).json.items;
    expect(told.acts.map((act: { label: string }) => act.label)).toEqual(["Left", "Right"]);
    const shown = await visit.get("/notices");
    expect(shown.text).toContain('href="/organisations/fern"');
    const { href } = told.acts[1];
    expect(shown.text).toContain(`href="${href}"`);
    expect((await visit.get(href)).text).toContain("Bell right");
    expect(done).not.toContain("right");
    expect((await (await world.as("rival")).get(href)).status).toBe(404);
    expect((await (await world.as("rival")).post(href)).status).toBe(404);
    expect((await visit.post(href)).text).toContain("Rung: right");
    expect(done).toContain("right");
    expect(done).not.toContain("left");
    expect((await visit.post(href)).status).toBe(409);
  });
});

describe("the page of notices", () => {
  it("counts the unread beside one's name, and opens one in the role it was told to", async () => {
    await tell({ to: { organisation: world.organisation.gruendung }, href: "/organisations/gruendung" });
    const visit = await world.as("professor", "uni");
    const page = await visit.get("/notices");
    expect(page.text).toMatch(/Notices<i>1<\/i>/);
    const { id } = (await visit.api("GET", "/api/v1/notices")).json.items[0];
    const opened = await visit.post(`/notices/${id}/open`);
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/organisations/gruendung"]);
    const seat = world.record["seat of professor in gruendung"]!;
    expect(opened.headers.get("set-cookie")).toContain(encodeURIComponent(`seat:${seat}`));
    expect((await visit.api("GET", "/api/v1/notices")).json).toMatchObject({ unread: 0, total: 1 });
    const other = await (await world.as("rival")).post(`/notices/${id}/open`);
    expect(other.status).toBe(404);
  });

  it("lists unread ones first, by topic, page by page, and as a file", async () => {
    for (const topic of ["bells", "ropes", "bells"]) await tell({ to: owner(), topic });
    const visit = await world.as("owner");
    const [newest] = (await visit.api("GET", "/api/v1/notices?limit=1")).json.items;
    await visit.api("POST", `/api/v1/notices/${newest.id}/read`, {});
    const seen: string[] = [];
    let next = "";
    do {
      const { json } = await visit.api("GET", `/api/v1/notices?limit=1${next && `&cursor=${next}`}`);
      seen.push(json.items[0].id);
      next = json.next ?? "";
    } while (next);
    expect([new Set(seen).size, seen.at(-1)]).toEqual([3, newest.id]);
    expect((await visit.api("GET", "/api/v1/notices?topic=ropes")).json.total).toBe(1);
    expect((await visit.api("GET", "/api/v1/notices?cursor=odd")).status).toBe(400);
    expect((await visit.get("/notices?format=csv")).text.trim().split("\r\n")).toHaveLength(4);
    await visit.post("/notices/read");
    expect((await list("owner")).unread).toBe(0);
  });
});

describe("a digest", () => {
  it("tells each person once what is unread, by cluster and topic, and nothing where there is nothing", async () => {
    await tell({ to: owner() });
    await tell({ to: owner(), topic: "ropes", clusterId: world.cluster.beta });
    await tell({ to: { person: world.person.rival } });
    await (await world.as("rival")).post("/notices/read");
    await since("2026-02-01T00:00:00Z");
    const before = [(await letters("owner")).length, (await letters("rival")).length];
    await digestAt("2026-02-01T05:00:00Z");
    expect((await letters("owner")).length).toBe(before[0]);
    await Promise.all([digestAt("2026-02-01T06:00:00Z"), digestAt("2026-02-01T06:00:00Z")]);
    await digestAt("2026-02-02T06:00:00Z");
    expect([(await letters("owner")).length, (await letters("rival")).length]).toEqual([
      before[0]! + 1,
      before[1],
    ]);
    const letter = await lastLetter("owner");
    expect(letter.subject).toBe("2 notices · Kontor");
    expect(letter.body).toContain("Cluster alpha · Bells\n====");
    expect(letter.body).toContain("Cluster beta · Ropes\n====");
    expect(letter.body.split("\n").filter((line) => line.includes(ORIGIN))).toEqual(
      expect.arrayContaining([`${ORIGIN}/clusters/alpha/links`]),
    );
    for (const line of letter.body.split("\n")) if (line.includes("http")) expect(line).toMatch(/^\S+$/);
  });

  it("is neither lost nor told twice when the house falls over while writing it", async () => {
    await tell({ to: { person: world.person.analyst } });
    await since("2026-02-01T00:00:00Z");
    const now = () => new Date("2026-02-01T06:00:00Z");
    const falling: JobHouse = {
      ...world.jobs,
      now,
      system: (reason, work) =>
        world.jobs.system(reason, async (unit) => {
          const result = await work(unit);
          if (reason === "a digest") throw new Error("killed");
          return result;
        }),
    };
    const job = features.flatMap((feature) => feature.jobs?.["notices.digests"] ?? [])[0]!;
    await expect(job({}, falling)).rejects.toThrow("killed");
    expect(await letters("analyst")).toHaveLength(0);
    await job({}, { ...world.jobs, now });
    await job({}, { ...world.jobs, now });
    expect(await letters("analyst")).toHaveLength(1);
  });

  it("waits for its day, follows a new choice, and does not come to the suspended", async () => {
    await choose("editor", { topics: { bells: "weekly" } });
    await tell({ to: { person: world.person.editor }, urgent: true });
    await since("2026-03-03T00:00:00Z");
    const before = (await letters("editor")).length;
    await digestAt("2026-03-08T06:00:00Z");
    expect((await letters("editor")).length).toBe(before);
    await choose("editor", { topics: { bells: "at-once" } });
    await system(({ db }) => as(db, "editor", { suspendedAt: new Date() }));
    await digestAt("2026-03-08T07:00:00Z");
    await system(({ db }) => as(db, "editor", { suspendedAt: null }));
    expect((await letters("editor")).length).toBe(before);
    await tell({ to: { person: world.person.editor } });
    expect((await letters("editor")).length).toBe(before + 1);
  });
});

describe("a letter about a notice", () => {
  it("is in the reader's language, names the page, and ends by one click without a session", async () => {
    await system(({ db }) =>
      db.updateTable("person").set({ locale: "de" }).where("id", "=", world.person.customer).execute(),
    );
    await tell({ to: { person: world.person.customer }, urgent: true });
    const letter = await lastLetter("customer");
    expect(letter.subject).toBe("Eine Glocke läutete");
    expect(letter.body).toContain(`\n${ORIGIN}/clusters/alpha/links\n`);
    const headers = letter.headers as unknown as Record<string, string>;
    expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    const address = /^<(http\S+)>$/.exec(headers["List-Unsubscribe"]!)![1]!;
    const chosen = () =>
      system(({ db }) =>
        db
          .selectFrom("noticeChoice")
          .select(["topic", "frequency"])
          .where("personId", "=", world.person.customer)
          .execute(),
      );

    // A scanner opens the address, and nothing has changed.
    const stranger = await world.as("stranger");
    expect((await stranger.get(new URL(address).pathname)).text).toContain("customer@example.org");
    expect(await chosen()).toEqual([]);
    const forged = address.replace(".bells.", ".ropes.");
    expect((await world.app.request(forged, { method: "POST" })).status).toBe(409);

    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    for (const body of [form, new URLSearchParams({ "List-Unsubscribe": "One-Click" })])
      expect((await world.app.request(address, { method: "POST", body })).status).toBe(200);
    expect(await chosen()).toEqual([{ topic: "bells", frequency: "never" }]);
    const before = (await letters("customer")).length;
    await tell({ to: { person: world.person.customer }, urgent: true });
    expect((await letters("customer")).length).toBe(before);
    expect((await list("customer")).total).toBe(2);
  });
});

describe("the choices", () => {
  it("are kept from the page, and an odd one comes back with a sentence", async () => {
    const visit = await world.as("owner");
    const odd = await visit.post("/account/notices", { everything: "weekly", "topic.bells": "hourly" });
    expect([odd.status, odd.text.includes("not one of the choices")]).toEqual([422, true]);
    const kept = await visit.post("/account/notices", { everything: "weekly", "topic.bells": "daily" });
    expect(kept.status).toBe(303);
    const { json } = await visit.api("GET", "/api/v1/notices/choices");
    expect(json.everything).toBe("weekly");
    expect(json.topics.find((one: { topic: string }) => one.topic === "bells").chosen).toBe("daily");
    await visit.post("/account/notices", { everything: "", "topic.bells": "" });
    expect((await visit.api("GET", "/api/v1/notices/choices")).json.everything).toBeNull();
  });
});

describe("a link that acts", () => {
  const linkFor = async (bell: string, persona: "owner" | "leaver" = "owner", days?: number) => {
    const seat = world.record[`seat of ${persona} in anker`]!;
    // Written by whoever acts, for somebody else.
    const writer = await world.context("rival", "alpha");
    const path = await writer.write((unit) =>
      letterLink(unit, {
        act: "bell.ring",
        personId: world.person[persona],
        acting: `seat:${seat}`,
        clusterId: world.cluster.alpha,
        subject: { bell },
        ...(days === undefined ? {} : { days }),
      }),
    );
    return path;
  };

  it("does nothing when opened, once what it says when sent, and then tells what was done", async () => {
    const path = await linkFor("one");
    const stranger = await world.as("stranger");
    expect((await world.app.request(`${ORIGIN}${path}`, { method: "HEAD" })).status).toBe(200);
    const shown = await stranger.get(path, { "sec-purpose": "prefetch" });
    expect(shown.text).toContain("Ring the bell");
    expect(shown.headers.get("cache-control")).toContain("no-store");
    expect(done).toEqual([]);
    const answers = await Promise.all([stranger.post(path), stranger.post(path), stranger.post(path)]);
    expect(answers.some((answer) => answer.status === 303)).toBe(true);
    expect(done).toEqual(["one"]);
    expect((await stranger.get(path)).text).toContain("Rung: one");
    // Another person who is signed in gets no further, and is not the one who did it.
    expect((await (await world.as("rival")).post(path)).status).toBe(303);
    expect(done).toEqual(["one"]);
    const entries = await system(({ db }) =>
      db
        .selectFrom("auditEntry")
        .select(["action", "personId", "body"])
        .where("action", "in", ["bell.ring", "letter.act"])
        .where("subjectId", "<>", "right")
        .execute(),
    );
    expect(
      entries.map(({ action, personId, body }) => [
        action,
        personId === world.person.owner,
        JSON.parse(body).door,
      ]),
    ).toEqual([
      ["bell.ring", true, "letter"],
      ["letter.act", true, "letter"],
    ]);
  });

  it("stays usable when the act was refused or failed", async () => {
    const stranger = await world.as("stranger");
    const taken = await linkFor("taken");
    const refused = await stranger.post(taken);
    expect([refused.status, refused.text.includes("Somebody else rings.")]).toEqual([409, true]);
    expect((await stranger.get(taken)).text).toContain("Bell taken");
    const broken = await linkFor("broken");
    expect((await stranger.post(broken)).status).toBe(500);
    expect((await stranger.get(broken)).text).toContain("Bell broken");
  });

  it("says the same when it has expired, was never made, or its person is suspended or without the role", async () => {
    const stranger = await world.as("stranger");
    const page = async (path: string) =>
      (await stranger.get(path)).text.replaceAll(path, "").replaceAll(/nonce[=-]"?[^"' ]+/g, "");
    const unknown = await page(`/act/${"a".repeat(43)}`);
    expect(unknown).toContain("This link does not work");
    expect(await page(await linkFor("late", "owner", -1))).toBe(unknown);
    expect((await stranger.post(await linkFor("late", "owner", -1))).status).toBe(409);

    const path = await linkFor("two");
    await system(({ db }) => as(db, "owner", { suspendedAt: new Date() }));
    expect(await page(path)).toBe(unknown);
    expect((await stranger.post(path)).status).toBe(409);
    await system(({ db }) => as(db, "owner", { suspendedAt: null }));

    const leaving = await linkFor("three", "leaver");
    // A reader holds the role, but has no right to ring: there is nothing to do.
    expect(await page(leaving)).toContain("Nothing is left to do here");
    await endSeat("leaver", "2026-01-01");
    expect(await page(leaving)).toBe(unknown);
    await endSeat("leaver", null);
    expect(done).toEqual(["one"]);

    // What was done is told to who holds the role, not to who held it.
    await stranger.post(path);
    expect(await page(path)).toContain("Rung: two");
    await endSeat("owner", "2026-01-01");
    expect(await page(path)).toBe(unknown);
    expect((await stranger.post(path)).status).toBe(409);
    await endSeat("owner", null);
    expect(done).toEqual(["one", "two"]);
  });

  it("comes with the notice that offers the act, for the person who is told", async () => {
    await tell({
      to: { organisation: world.organisation.anker },
      act: { act: "bell.ring", subject: { bell: "four" }, label: { en: "Ring", de: "Läuten" }, days: 3 },
    });
    const path = /\/act\/\S+/.exec((await lastLetter("owner")).body)![0];
    await (await world.as("stranger")).post(path);
    expect(done).toEqual(["one", "two", "four"]);
  });
});

describe("the private feed", () => {
  it("tells its person's notices until it is ended, renewed, or the person is suspended", async () => {
    await tell({ to: owner(), text: { en: "Bread & <salt>.", de: "Brot & <Salz>." } });
    const visit = await world.as("owner");
    const stranger = await world.as("stranger");
    const make = async () =>
      /\/feeds\/notices\/[\w-]{43}/.exec((await visit.post("/account/notices/feed")).text)![0];
    const first = await make();
    const feed = await stranger.get(first);
    expect(feed.headers.get("content-type")).toContain("application/atom+xml");
    expect(feed.text).toContain("<title>Bread &amp; &lt;salt&gt;.</title>");
    const second = await make();
    expect([(await stranger.get(first)).status, (await stranger.get(second)).status]).toEqual([404, 200]);
    await system(({ db }) => as(db, "owner", { suspendedAt: new Date() }));
    expect((await stranger.get(second)).status).toBe(404);
    await system(({ db }) => as(db, "owner", { suspendedAt: null }));
    await visit.post("/account/notices/feed/end");
    expect((await stranger.get(second)).status).toBe(404);
  });
});

describe("what is old", () => {
  /** A letter of so many days ago, with a link in it. */
  async function letterOf(to: PersonaName, days: number) {
    const address = `${to}@example.org`;
    const body = "http://localhost:3000/invitations/the-key";
    await system(async ({ db, mail }) => {
      await db.deleteFrom("mail").where("toAddress", "=", address).execute();
      await mail({ to: address, subject: "A key", body, headers: { "List-Unsubscribe": "<x>" } });
      const createdAt = new Date(Date.now() - days * 86_400_000);
      await db.updateTable("mail").set({ createdAt }).where("toAddress", "=", address).execute();
    });
  }

  it("is cleared away, and nothing else", async () => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    for (const key of ["fresh", "read", "forgotten"]) await tell({ to: owner(), key });
    await system(async ({ db }) => {
      await db
        .updateTable("notice")
        .set({ readAt: ago(91) })
        .where("key", "=", "read")
        .execute();
      await db
        .updateTable("notice")
        .set({ createdAt: ago(366) })
        .where("key", "=", "forgotten")
        .execute();
      for (const [key, days] of [
        ["old", 8],
        ["new", 6],
      ] as const)
        await db
          .insertInto("idempotency")
          .values({ personId: world.person.owner, route: "POST /x", key, bodyHash: "", createdAt: ago(days) })
          .execute();
      await db
        .updateTable("actLink")
        .set({ expiresAt: ago(91) })
        .where("usedAt", "is", null)
        .execute();
    });
    await letterOf("editor", 15);
    await letterOf("reader", 13);
    await world.job("notices.purge");
    const left = await system(async ({ db }) => ({
      notices: (await db.selectFrom("notice").select("key").execute()).map((row) => row.key),
      keys: (await db.selectFrom("idempotency").select("key").execute()).map((row) => row.key),
      links: (await db.selectFrom("actLink").select("usedAt").execute()).every((row) => row.usedAt !== null),
    }));
    expect(left).toEqual({ notices: ["fresh"], keys: ["new"], links: true });
    expect(await lastLetter("editor")).toMatchObject({ subject: "A key", body: "", headers: {} });
    expect((await lastLetter("reader")).body).toContain("the-key");
    // Kept is what a letter was about, and to whom.
    const [letter] = await letters("editor");
    const shown = await (await world.as("operator")).get(`/installation/outbox/${letter!.id}?lang=en`);
    expect(shown.text).toContain("Its text was kept for fourteen days.");
  });
});
