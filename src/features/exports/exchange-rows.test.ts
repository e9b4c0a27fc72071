import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  makeWorld,
  ORIGIN,
  type OrganisationName,
  type PersonaName,
  type World,
} from "../../app/testing/world.ts";
import { clusterParts } from "./cluster.ts";
import { exchangeSeen } from "./exchange-rows.ts";
import type { Part } from "./gather.ts";
import { KEEPING } from "./keeping.ts";
import { memberParts } from "./member.ts";

let world: World;
/** A need of Anker's that only its teaser tells of, and the rival who asked to be introduced. */
let secret: string;
let asked: string;
beforeAll(async () => {
  world = await makeWorld();
  const owner = await world.as("owner");
  const said = await owner.post("/clusters/alpha/needs/new", {
    title: "Second source tresorwort",
    text: "We want to leave our supplier.",
    kind: "supplier",
    intent: "purchase",
    step: "teaser",
    teaser: "A shipyard looks for thin plates.",
    visibility: "cluster",
    mediated: "",
  });
  secret = new URL(said.headers.get("location")!, ORIGIN).pathname.split("/").at(-1)!;
  const rival = await world.as("rival");
  const made = await rival.api("POST", "/api/v1/clusters/alpha/introductions", {
    need: secret,
    message: "We roll thin plates.",
    via: "direct",
  });
  expect(made.status, made.text).toBe(201);
  asked = made.json.id;
  const { alpha } = world.cluster;
  const { anker, rivale, uni } = world.organisation;
  const { introduction, needOpen, outcome } = world.record;
  await world.house.gateway.system("what both sides said, and each for itself", async ({ db }) => {
    const at = new Date("2026-02-01T08:00:00Z");
    await db
      .insertInto("introductionMessage")
      .values({
        clusterId: alpha,
        id: crypto.randomUUID(),
        introductionId: introduction!,
        by: "from",
        text: "threadwort",
        at,
      })
      .execute();
    await db
      .insertInto("outcomeValue")
      .values({ clusterId: alpha, outcomeId: outcome!, introductionId: introduction!, cents: 4711 })
      .execute();
    for (const [needId, organisationId, side] of [
      [needOpen!, uni, "need"],
      [needOpen!, rivale, "organisation"],
      [secret, rivale, "need"],
      [secret, rivale, "organisation"],
    ] as const) {
      await db
        .insertInto("matchSuggestion")
        .values({ clusterId: alpha, needId, organisationId, side, place: 1, plainPlace: 1, score: 0.5 })
        .execute();
      await db
        .insertInto("matchFeedback")
        .values({
          clusterId: alpha,
          id: crypto.randomUUID(),
          needId,
          organisationId,
          side,
          verdict: "not-relevant",
          reason: "rival",
          note: `${side} of ${needId === secret ? "the secret" : "the open one"}`,
        })
        .execute();
    }
    await db
      .updateTable("event")
      .set({ wall: [world.organisation.amt] })
      .execute();
    expect(anker).not.toBe(rivale);
  });
});
afterAll(() => world.close());

type Rows = Record<string, Record<string, unknown>[]>;

const read = async (parts: readonly Part[]): Promise<Rows> => {
  const rows: Rows = {};
  for (const { table, lines } of parts) {
    rows[table] = [];
    for await (const some of lines()) rows[table].push(...some.map((line) => JSON.parse(line)));
  }
  return rows;
};

/** An export; with the second wall taken down, as far as code alone holds it. */
async function taken(
  persona: PersonaName,
  whole: "cluster" | "member",
  { walls = 2, actingFor }: { walls?: 1 | 2; actingFor?: OrganisationName } = {},
): Promise<Rows> {
  const { actor } = await world.context(persona, "alpha", actingFor);
  return world.house.gateway.read(actor, async (db) => {
    const parts =
      whole === "cluster"
        ? await clusterParts(db, world.cluster.alpha, actor)
        : await memberParts(db, actor, actor.organisationId!);
    // What the asker said of themselves stands; only the policies no longer ask.
    if (walls === 1) await sql`set local role kontor_system`.execute(db);
    return read(parts);
  });
}

const OF_THE_EXCHANGE = Object.keys(KEEPING).filter((table) =>
  /^(need|offer|introduction|talk|outcome|match_|campaign|event|registration|meeting)/.test(table),
);

describe("what an export holds of the exchange and of events", () => {
  it("is held by the first wall alone: with the database's own taken down nobody takes more along", async () => {
    const takers = [
      ["rival", "member"],
      ["owner", "member"],
      ["professor", "member"],
      ["manager", "cluster"],
      ["authority", "cluster"],
    ] as const;
    for (const [persona, whole] of takers) {
      const [held, first] = [await taken(persona, whole), await taken(persona, whole, { walls: 1 })];
      for (const table of OF_THE_EXCHANGE)
        expect([persona, table, first[table] ?? []]).toEqual([persona, table, held[table] ?? []]);
    }
  });

  it("is looked at table by table: one added tomorrow asks for a rule", async () => {
    const { actor } = await world.context("manager", "alpha");
    const none = OF_THE_EXCHANGE.filter(
      (table) => KEEPING[table]!.rows === "cluster" && exchangeSeen(table, actor) === null,
    );
    // What a whole cluster may know.
    expect(none.sort()).toEqual(["introduction_setting", "match_weights"]);
  });
});

describe("a member", () => {
  it("takes along its introductions with what was written, talked and came of it, and what it goes to", async () => {
    const own = await taken("owner", "member");
    const ids = (table: string) => own[table]!.map(({ id }) => id);
    expect(ids("introduction")).toEqual(expect.arrayContaining([world.record.introduction, asked]));
    expect(own.introduction_message!.map(({ text }) => text)).toContain("threadwort");
    expect(ids("talk")).toEqual([world.record.talk]);
    expect(ids("talk_slot")).toEqual([world.record.talkSlot]);
    expect(own.outcome_value!.map(({ cents }) => cents)).toEqual([4711]);
    expect(ids("registration")).toEqual([world.record.registration]);
    expect(ids("meeting")).toEqual([world.record.meeting]);
    expect(own.event_wish).toHaveLength(1);
    expect(own.event_slot).toHaveLength(2);
    // Whom the event is kept from is the team's; the rule that keeps two apart as well.
    expect(own.event!.map((row) => [row.id, "wall" in row])).toEqual([[world.record.event, false]]);
    expect(own.event_rule ?? []).toEqual([]);
    expect(own.match_feedback!.map(({ note }) => note).sort()).toEqual([
      "need of the open one",
      "need of the secret",
    ]);
  });

  it("takes of an unnamed need's owner nothing along, nor what others said of it", async () => {
    const rivals = await taken("rival", "member");
    expect(rivals.introduction!.map(({ id }) => id)).toEqual([asked]);
    expect(rivals.introduction_side!.map(({ organisation_id }) => organisation_id)).toEqual([
      world.organisation.rivale,
    ]);
    expect(rivals.match_feedback!.map(({ note }) => note).sort()).toEqual([
      "organisation of the open one",
      "organisation of the secret",
    ]);
    const ofTheExchange = JSON.stringify(OF_THE_EXCHANGE.map((table) => rivals[table] ?? []));
    for (const word of [
      world.organisation.anker,
      world.person.owner,
      "tresorwort",
      "threadwort",
      "mauerwort",
    ])
      expect([word, ofTheExchange.includes(word)]).toEqual([word, false]);
  });
});

describe("the manager", () => {
  it("takes along what the team knows of: no value, no thread, no wish, and nothing of what is not the team's", async () => {
    const all = await taken("manager", "cluster");
    expect(all.introduction!.map(({ id }) => id)).toEqual([world.record.introduction]);
    for (const table of ["introduction_message", "talk", "outcome_value", "event_wish", "meeting_note"])
      expect([table, all[table]]).toEqual([table, []]);
    expect(all.talk_slot).toHaveLength(1);
    expect(all.registration).toHaveLength(4);
    expect(all.match_feedback!.map(({ note }) => note).sort()).toEqual([
      "need of the open one",
      "organisation of the open one",
    ]);
    expect(JSON.stringify(all)).not.toContain(secret);
  });
});
