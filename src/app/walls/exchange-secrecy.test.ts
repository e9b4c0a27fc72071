import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clusterParts } from "../../features/exports/cluster.ts";
import type { Part } from "../../features/exports/gather.ts";
import { memberParts } from "../../features/exports/member.ts";
import { personParts } from "../../features/exports/person.ts";
import { makePool } from "../database/pool.ts";
import { FEATURES } from "../features.ts";
import { addressesOf } from "../testing/addresses.ts";
import { emailOf, makeWorld, ORIGIN, type Visit, type World } from "../testing/world.ts";

/**
 * A secret is kept when those outside cannot tell whether it is there, nor whose it is. So nothing in particular is looked for: all
 * that they come to see, behind every door there is, is compared: with the secret and without it, as one firm's and as another's.
 */

let world: World;
let admin: pg.Pool;
beforeAll(async () => {
  world = await makeWorld();
  admin = makePool(world.adminUrl, 1);
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const OUTSIDERS = ["rival", "manager", "operator", "elsewhere"] as const;
type Outsider = (typeof OUTSIDERS)[number];

/** Words of the secret: of a need whose teaser may be read, and of one that nobody may know of. */
const WORDS = ["tresorwort", "siegelwort", "riegelwort", "lukenwort"] as const;
const TEASER = "A shipyard looks for thin plates.";

/** Writes down a need with everything that can hang on one. */
async function keepSecret(keeper: Visit, more: Record<string, string>): Promise<string> {
  const said = await keeper.post("/clusters/alpha/needs/new", {
    title: "Second source tresorwort",
    text: "We want to leave our supplier siegelwort.",
    detail: "The contract with riegelwort ends in June.",
    secrecy: "Tell nobody of lukenwort.",
    place: "Harbour tresorwort",
    competences: "welding, naval architecture",
    kind: "supplier",
    intent: "purchase",
    visibility: "cluster",
    across: "on",
    deadline: "2099-10-10",
    ...more,
  });
  expect(said.status, said.text.slice(0, 2000)).toBe(303);
  const id = new URL(said.headers.get("location")!, ORIGIN).pathname.split("/").at(-1)!;
  const sent = await keeper.upload(
    `/clusters/alpha/needs/${id}/files`,
    { fromStep: "named" },
    { file: new File(["riegelwort"], "plan-lukenwort.txt", { type: "text/plain" }) },
  );
  expect(sent.status).toBe(303);
  await runJobs();
  return id;
}

const OUT_OF_THE_HOUSE = ["webhooks.deliver", "mail.send"];

/** Everything that waits is done, as the worker would; what goes out of the house stays. */
async function runJobs(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    const { rows } = await admin.query(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id
       returning t.identifier as task, j.payload`,
    );
    const due = rows.filter(({ task }) => !OUT_OF_THE_HOUSE.includes(task));
    if (due.length === 0) return;
    for (const { task, payload } of due) await world.job(task, payload);
  }
}

/** Every list is also asked for the words. */
const formsOf = (address: string): string[] =>
  /\/(needs|offers|organisations|projects|network|links|events|introductions|releases|search)$/.test(address)
    ? ["", `?query=${WORDS[0]}`]
    : [""];

/** What differs from one look to the next by itself: times, tokens, new ids; and the address of the secret, where there is one. */
function still(text: string, secret: string | null): string {
  const known = new Set(
    [world.organisation, world.person, world.cluster, world.record].flatMap(Object.values),
  );
  return (secret ? text.replaceAll(secret, "SECRET") : text)
    .replaceAll(/nonce="[^"]*"|name="csrf" value="[^"]*"|<time[\s\S]*?<\/time>/g, "")
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => (known.has(id) ? id : "ID"))
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|\+00:00)?/g, "TIME")
    .replaceAll(/\b\d\d:\d\d(:\d\d)?\b/g, "TIME")
    .replaceAll(/(?<=[>·] ?)(now|\d+ (second|minute)s? ago)/g, "TIME");
}

/** A member of another cluster meets the secret under its own cluster's address; in this one it is a stranger. */
const ACROSS = /\/clusters\/alpha\/(needs|offers|exchange|matches|introductions|releases|events)/;

const addressesFor = (persona: Outsider, secret: string | null): string[] => {
  const all = everyAddress(secret);
  return persona === "elsewhere"
    ? all.filter((address) => ACROSS.test(address)).map((address) => address.replace("/alpha/", "/beta/"))
    : all;
};

const everyAddress = (secret: string | null) => {
  const known = FEATURES.flatMap((feature) => feature.routes)
    .filter(({ method, path }) => method === "GET" && !MEASURING.test(path))
    .flatMap((route) => {
      const [first] = addressesOf(route, world);
      const own =
        secret && route.path.includes(":need") ? [first!.replace(world.record.needOpen!, secret)] : [];
      return [first!, ...own];
    });
  return known.flatMap((address) => formsOf(address).map((form) => address + form));
};

/**
 * Pages that measure the machine itself, and files with times inside: exports are compared below, line by line. The operator holds the
 * house, its counts and its outbox; that letters name nothing is looked at below.
 */
const MEASURING =
  /machine$|^(\/api\/v1)?\/installation(\/(outbox|letters).*)?$|\.(zip|xlsx)$|^\/api\/v1\/.*\/export$/;

type Look = Map<string, string>;

/** All that somebody sees: every page, feed, file and answer, and every row that the database gives them. */
async function lookAround(persona: Outsider, secret: string | null): Promise<Look> {
  const look: Look = new Map();
  const visit = await world.as(persona);
  const left = addressesFor(persona, secret);
  const looker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const program = next.startsWith("/api/") && persona !== "operator";
      const answer = program ? await visit.api("GET", next) : await visit.get(next);
      const key = secret ? next.replaceAll(secret, "SECRET") : next;
      // What is not there has one face, whose tokens differ.
      look.set(key, answer.status === 404 ? "404" : `${answer.status} ${still(answer.text, secret)}`);
    }
  };
  await Promise.all([looker(), looker()]);
  for (const cluster of ["alpha", "beta"] as const) {
    const { actor } = await world.context(persona, cluster);
    await world.house.gateway.read(actor, async (db) => {
      const tables = await sql<{ name: string }>`
        select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity
          and has_table_privilege('kontor_app', oid, 'select') order by 1`.execute(db);
      for (const { name } of tables.rows) {
        if (TRACES.has(name)) continue;
        // What one's own organisation keeps in confidence is in one's own log.
        const others =
          name === "audit_entry" ? sql`where own_of is distinct from ${actor.organisationId}::uuid` : sql``;
        const { rows } = await sql<{ line: string }>`
          select (to_jsonb(t) - 'bytes')::text as line from ${sql.table(name)} t ${others}`.execute(db);
        const lines = rows.map(({ line }) => still(line, secret)).sort();
        look.set(`${cluster}: ${name}`, lines.join("\n"));
      }
    });
  }
  return look;
}

/** Where the look itself leaves traces, where the chain counts its entries, and what the operator alone reads. */
const TRACES = new Set(["api_token", "idempotency", "audit_head", "mail"]);

/** What of the second look is not as in the first. */
const differences = (one: Look, other: Look): string[] =>
  [...other].flatMap(([key, text]) => {
    const before = one.get(key) ?? "404";
    if (before === text) return [];
    const at = [...text].findIndex((sign, i) => sign !== before[i]);
    return [
      `${key}: ${before.slice(Math.max(0, at - 80), at + 120)} → ${text.slice(Math.max(0, at - 80), at + 120)}`,
    ];
  });

const allDifferences = (one: Record<Outsider, Look>, other: Record<Outsider, Look>) =>
  OUTSIDERS.flatMap((persona) =>
    differences(one[persona], other[persona]).map((difference) => `${persona} ${difference}`),
  );

async function lookTogether(secret: string | null): Promise<Record<Outsider, Look>> {
  const looks: Partial<Record<Outsider, Look>> = {};
  for (const persona of OUTSIDERS) looks[persona] = await lookAround(persona, secret);
  return looks as Record<Outsider, Look>;
}

/** What somebody takes along, line by line. */
async function takenAlong(persona: "manager" | "rival", secret: string | null): Promise<string> {
  const { actor } = await world.context(persona, "alpha");
  const { gateway } = world.house;
  const texts: string[] = [];
  const write = async (parts: readonly Part[]) => {
    for (const { table, lines } of parts)
      if (!TRACES.has(table) && table !== "audit_entry")
        for await (const some of lines())
          texts.push(...some.map((line) => `${table}: ${still(line, secret)}`));
  };
  if (persona === "manager")
    await gateway.read(actor, async (db) => write(await clusterParts(db, world.cluster.alpha, actor)));
  else await gateway.read(actor, async (db) => write(await memberParts(db, actor, actor.organisationId!)));
  await gateway.system("what is kept about somebody", async ({ db }) =>
    write(await personParts(db, world.person[persona], emailOf(persona))),
  );
  return texts.sort().join("\n");
}

describe("a need that nobody but matching knows", () => {
  let before: Record<Outsider, Look>;
  let secret: string;

  it("changes nothing that anybody else can see, on no page, in no answer, feed, list, count or row", async () => {
    // Who was never here, a network not laid out and needs not yet forecast would be told apart from after the first look.
    for (const name of ["owner", "reader", "professor", ...OUTSIDERS] as const) await world.as(name);
    await world.as("professor", "gruendung");
    await (await world.as("manager")).get("/clusters/alpha/network");
    await (await world.as("manager")).get("/clusters/alpha/observatory/forecast/needs");
    await runJobs();
    before = await lookTogether(null);
    expect(before.rival.size).toBeGreaterThan(200);
    const exports = { manager: await takenAlong("manager", null), rival: await takenAlong("rival", null) };

    const owner = await world.as("owner");
    secret = await keepSecret(owner, { step: "match", mediated: "" });
    expect((await owner.post(`/clusters/alpha/needs/${secret}/duplicate`)).status).toBe(303);
    await runJobs();
    const after = await lookTogether(secret);
    expect(allDifferences(before, after)).toEqual([]);
    expect(await takenAlong("manager", secret)).toBe(exports.manager);
    expect(await takenAlong("rival", secret)).toBe(exports.rival);
  }, 300_000);

  it("is there for its own people, so that the look above looks in the right places", async () => {
    const owner = await world.as("reader");
    const page = (await owner.get(`/clusters/alpha/needs/${secret}`)).text;
    for (const word of WORDS.slice(0, 2)) expect(page).toContain(word);
    expect(page).toContain("plan-lukenwort.txt");
    expect((await owner.get("/clusters/alpha/exchange")).text).toContain(WORDS[0]);
  });

  it("is in no letter or notice but those of its own people, and in none by its name", async () => {
    await nothingTold();
  });
});

async function nothingTold() {
  const letters = await admin.query("select to_address, subject, body, headers::text, calendar from mail");
  for (const row of letters.rows) for (const word of WORDS) expect(JSON.stringify(row)).not.toContain(word);
  const own = (["owner", "editor", "reader", "both", "leaver", "professor"] as const).map(
    (name) => world.person[name],
  );
  const notices = await admin.query(
    "select person_id, text_en, text_de, href, acts::text, links::text from notice",
  );
  for (const row of notices.rows)
    if (!own.includes(row.person_id))
      for (const word of WORDS) expect(JSON.stringify(row)).not.toContain(word);
  const told = await admin.query(
    "select d.type from webhook_delivery d join audit_entry a on a.cluster_id = d.cluster_id and a.seq = d.seq where a.own_of is not null",
  );
  expect(told.rows).toEqual([]);
}

describe("a need without a name", () => {
  it("is the same to everybody else whosever it is, also after they asked whose", async () => {
    await world.house.gateway.system("a receiver listens", ({ db }) =>
      db.updateTable("webhook").set({ state: "on" }).execute(),
    );
    const told = { step: "teaser", teaser: TEASER, mediated: "" };
    const ask = async (id: string) => {
      const asked = await (await world.as("rival")).api("POST", `/api/v1/clusters/alpha/needs/${id}/ask`, {});
      expect(asked.status).toBe(201);
      await runJobs();
      await (await world.as("rival")).api("DELETE", `/api/v1/clusters/alpha/needs/${id}/ask`);
      await runJobs();
      // The ask is its asker's own, and would tell the two looks apart by its day and number.
      await world.house.gateway.system("one look like the other", ({ db }) =>
        db.deleteFrom("needRelease").where("needId", "=", id).execute(),
      );
    };
    const looks: Record<Outsider, Look>[] = [];
    const exports: string[] = [];
    const keepers = [await world.as("owner"), await world.as("professor", "gruendung")];
    for (const keeper of keepers) {
      const id = await keepSecret(keeper, told);
      await ask(id);
      looks.push(await lookTogether(id));
      exports.push((await takenAlong("manager", id)) + (await takenAlong("rival", id)));
      const closed = await keeper.post(`/clusters/alpha/needs/${id}/close`, { because: "not-needed" });
      expect(closed.status).toBe(303);
      await runJobs();
    }
    const [anchors, founders] = looks as [Record<Outsider, Look>, Record<Outsider, Look>];
    expect(anchors.rival.get("/clusters/alpha/needs/SECRET")).toContain(TEASER);
    expect(allDifferences(anchors, founders)).toEqual([]);
    expect(exports[1]).toBe(exports[0]);
    // The word asked for comes back as what was asked.
    for (const look of [anchors, founders])
      for (const persona of OUTSIDERS)
        for (const [where, text] of look[persona])
          if (!where.includes("?"))
            for (const word of WORDS)
              expect([persona, where, text.includes(word)]).toEqual([persona, where, false]);
    await nothingTold();
  }, 300_000);
});
