import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { reminderDue } from "../../notices/feature.ts";
import { takesAnswers, wrongWith } from "./rules.ts";
import type { Question } from "./schema.ts";

const QUESTIONS: Question[] = [
  { key: "q1", kind: "yes-no", en: "Do you export?", de: "Exportieren Sie?", choices: [] },
  { key: "q2", kind: "choice", en: "Size of hall", de: "Größe der Halle", choices: ["small", "large"] },
  { key: "q3", kind: "text", en: "Wishes", de: "Wünsche", choices: [] },
];

describe("a campaign", () => {
  it("takes answers while it is open, its last day included", () => {
    expect(takesAnswers({ state: "open", due: "2026-05-02" }, "2026-05-02")).toBe(true);
    expect(takesAnswers({ state: "open", due: "2026-05-02" }, "2026-05-03")).toBe(false);
    expect(takesAnswers({ state: "draft", due: "2026-05-02" }, "2026-05-01")).toBe(false);
  });

  it("reminds after so many days, twice at most, and never on the last day", () => {
    const asked = { askedAt: new Date("2026-05-01T08:00Z"), remindedAt: null, reminders: 0 };
    const campaign = { due: "2026-05-20", remindAfter: 7 };
    expect(reminderDue(asked, campaign, new Date("2026-05-08T07:59Z"))).toBe(false);
    expect(reminderDue(asked, campaign, new Date("2026-05-08T08:00Z"))).toBe(true);
    const twice = { ...asked, remindedAt: new Date("2026-05-09T08:00Z"), reminders: 2 };
    expect(reminderDue(twice, campaign, new Date("2026-05-19T08:00Z"))).toBe(false);
    expect(reminderDue(asked, campaign, new Date("2026-05-20T08:00Z"))).toBe(false);
  });

  it("says what is wrong with an answer, and at which question", () => {
    const need = { kind: "partner", title: "A yard", text: "", as: "cluster" } as const;
    expect(wrongWith(QUESTIONS, { answers: { q9: "x" }, needs: [] })?.problem).toBe("unknown-question");
    expect(wrongWith(QUESTIONS, { answers: { q2: "huge" }, needs: [] })).toEqual({
      problem: "not-a-choice",
      field: "q2",
    });
    expect(wrongWith(QUESTIONS, { answers: {}, needs: [need] })).toEqual({
      problem: "needs-text",
      field: "text-1",
    });
    expect(wrongWith(QUESTIONS, { answers: { q1: "" }, needs: [] })?.problem).toBe("nothing-said");
    expect(wrongWith(QUESTIONS, { answers: {}, needs: [{ ...need, as: "draft" }] })).toBeNull();
  });
});

describe("asking all members", () => {
  let world: World;
  let campaign: string;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());

  const rows = async (query: string) =>
    (await world.house.gateway.system("test", ({ client }) => client.query(query))).rows;
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const letters = () =>
    rows("select to_address, body, subject from mail where body like '%/answer/%' order by created_at, id");
  const linkIn = (body: string) => /\/answer\/[\w-]+/.exec(body)![0];

  const FORM = {
    titleEn: "What do you need this spring?",
    titleDe: "Was brauchen Sie im Frühjahr?",
    introEn: "We ask once a year.",
    introDe: "Wir fragen einmal im Jahr.",
    remindAfter: "7",
    "en-1": "Do you export?",
    "de-1": "Exportieren Sie?",
    "kind-1": "yes-no",
  };

  it("is drafted by the team, with every wrong field named and nothing lost", async () => {
    const facilitator = await world.as("facilitator");
    const wrong = await facilitator.post("/clusters/alpha/campaigns", {
      ...FORM,
      due: inDays(-1),
      "de-1": "",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("This day has passed.");
    expect(wrong.text).toContain("Say the question in both languages.");
    expect(wrong.text).toContain("What do you need this spring?");
    const made = await facilitator.post("/clusters/alpha/campaigns", { ...FORM, due: inDays(20) });
    expect(made.status).toBe(303);
    const [row] = await rows("select id, state from campaign where title_en like '%spring%'");
    expect(row.state).toBe("draft");
    campaign = row.id;
    expect((await letters()).length).toBe(0);
  });

  it("is the team's alone until it is sent, and nobody's elsewhere", async () => {
    for (const persona of ["owner", "rival", "analyst", "stranger", "elsewhere", "applicant"] as const) {
      const visit = await world.as(persona);
      expect([persona, (await visit.get(`/clusters/alpha/campaigns/${campaign}`)).status]).toEqual([
        persona,
        404,
      ]);
      expect([persona, (await visit.get(`/clusters/alpha/campaigns/${campaign}/answer`)).status]).toEqual([
        persona,
        404,
      ]);
    }
  });

  it("writes one letter to each who writes for a member, however often the job runs", async () => {
    const facilitator = await world.as("facilitator");
    expect((await facilitator.post(`/clusters/alpha/campaigns/${campaign}/send`)).status).toBe(303);
    const payload = { clusterId: world.cluster.alpha, id: campaign };
    await world.job("exchange.campaigns.letters", payload);
    const first = await letters();
    await world.job("exchange.campaigns.letters", payload);
    expect(await letters()).toEqual(first);
    expect(first.length).toBeGreaterThan(1);
    // Somebody with two seats answers for each of the two.
    const whom = first.map(
      ({ to_address, body }) => `${to_address} ${/what (.+) looks for/.exec(body)?.[1]}`,
    );
    expect(new Set(whom).size).toBe(first.length);
    const asked = await rows(
      "select distinct role from campaign_ask a join seat s on s.id = a.seat_id order by 1",
    );
    expect(asked).toEqual([{ role: "editor" }, { role: "owner" }]);
  });

  it("is answered from the letter, without signing in, and says which field is wrong", async () => {
    const owner = (await rows(`select email from person where id = '${world.person.owner}'`))[0].email;
    const letter = (await letters()).find(({ to_address }) => to_address === owner)!;
    const link = linkIn(letter.body);
    const stranger = await world.as("stranger");
    const form = await stranger.get(link);
    expect(form.status).toBe(200);
    expect(form.text).toContain("Do you export?");
    const bare = await stranger.post(link, { q1: "yes", "title-1": "A quiet pump", "as-1": "cluster" });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain("A quiet pump");
    expect(await rows("select * from campaign_answer")).toEqual([]);
    const sent = await stranger.post(link, {
      q1: "yes",
      "title-1": "A quiet pump",
      "text-1": "Below 40 dB, for a ferry's cabin deck.",
      "kind-1": "supplier",
      "as-1": "cluster",
      "title-2": "A buyer for our dock",
      "text-2": "The whole of it.",
      "kind-2": "customer",
      "as-2": "match",
      "title-3": "Somebody for later",
      "as-3": "draft",
    });
    expect(sent.status).toBe(303);
    expect(
      await rows(
        "select title, state, step, mediated, origin, visibility from need where origin = 'campaign' order by title",
      ),
    ).toEqual([
      {
        title: "A buyer for our dock",
        state: "open",
        step: "match",
        mediated: false,
        origin: "campaign",
        visibility: "cluster",
      },
      {
        title: "A quiet pump",
        state: "open",
        step: "full",
        mediated: true,
        origin: "campaign",
        visibility: "cluster",
      },
      {
        title: "Somebody for later",
        state: "draft",
        step: "full",
        mediated: true,
        origin: "campaign",
        visibility: "cluster",
      },
    ]);
    expect((await stranger.get(link)).text).toContain("A buyer for our dock");
  });

  it("shows the team answers and the rate, and neither drafts nor what only matching knows", async () => {
    const manager = await world.as("manager");
    const seen = await manager.get(`/clusters/alpha/campaigns/${campaign}`);
    expect(seen.text).toContain("A quiet pump");
    expect(seen.text).not.toContain("A buyer for our dock");
    expect(seen.text).not.toContain("Somebody for later");
    const told = await manager.api("GET", `/api/v1/clusters/alpha/campaigns/${campaign}`);
    expect(told.json).toMatchObject({ answered: 1, answers: [{ answers: { q1: "yes" } }] });
    expect(told.json.needs).toHaveLength(1);
    const csv = await manager.get(`/clusters/alpha/campaigns/${campaign}?format=csv`);
    expect(csv.text).toContain("Do you export?");
    expect(csv.text).not.toContain("dock");
    const log = await manager.get("/clusters/alpha/log");
    expect(log.text).not.toContain("A buyer for our dock");
  });

  it("lets a member mend its answer by page and by program, and no other member read it", async () => {
    const owner = await world.as("owner");
    const again = await owner.api("PUT", `/api/v1/clusters/alpha/campaigns/${campaign}/answer`, {
      answers: { q1: "no" },
    });
    expect(again.status).toBe(200);
    expect(await rows("select answers, version from campaign_answer where version > 1")).toEqual([
      { answers: { q1: "no" }, version: 2 },
    ]);
    const rival = await world.as("rival");
    const theirs = await rival.get(`/clusters/alpha/campaigns/${campaign}/answer`);
    expect(theirs.text).not.toContain("quiet pump");
    const reader = await world.as("reader");
    expect((await reader.get(`/clusters/alpha/campaigns/${campaign}/answer`)).status).toBe(404);
  });

  it("reminds those who are silent, keeps their first link alive, and closes when its day has passed", async () => {
    const before = await letters();
    await rows("update campaign_ask set asked_at = asked_at - interval '8 days'");
    await world.job("exchange.campaigns.remind");
    await world.job("exchange.campaigns.remind");
    const after = await letters();
    const silent = await rows(
      "select count(*)::int as n from campaign_ask a where not exists (select from campaign_answer w where w.organisation_id = a.organisation_id)",
    );
    expect(after.length - before.length).toBe(silent[0].n);
    const reminded = after.at(-1)!;
    const first = before.find(({ to_address }) => to_address === reminded.to_address)!;
    const stranger = await world.as("stranger");
    for (const { body } of [first, reminded]) expect((await stranger.get(linkIn(body))).status).toBe(200);

    await rows(`update campaign set due = current_date - 1 where id = '${campaign}'`);
    await world.job("exchange.campaigns.remind");
    expect((await rows(`select state from campaign where id = '${campaign}'`))[0].state).toBe("closed");
    const late = await stranger.post(linkIn(first.body), { q1: "yes" });
    expect(late.status).toBe(422);
    expect(late.text).toContain("This campaign is over.");
  });

  it("counts whom it did not reach by the day it was sent", async () => {
    const manager = await world.as("manager");
    const unreached = async () =>
      (await manager.api("GET", `/api/v1/clusters/alpha/campaigns/${campaign}`)).json.unreached;
    const before = await unreached();
    await rows(`update campaign set opened_at = now() - interval '10 days' where id = '${campaign}'`);
    await rows(`insert into membership (cluster_id, id, organisation_id, role, since)
      values ('${world.cluster.alpha}', gen_random_uuid(), '${world.organisation.stiftung}', 'core', current_date - 5)`);
    expect(await unreached()).toEqual(before);
  });

  it("forgets a link with the seat it was sent to", async () => {
    const [one] = await rows(
      "select a.person_id, a.seat_id, p.email from campaign_ask a join person p on p.id = a.person_id order by a.id limit 1",
    );
    const letter = (await letters()).find(({ to_address }) => to_address === one.email)!;
    await rows(`update seat set until = current_date where id = '${one.seat_id}'`);
    const stranger = await world.as("stranger");
    const gone = await stranger.get(linkIn(letter.body));
    expect(gone.status).toBe(409);
    expect(gone.text).not.toContain("Do you export?");
  });
});
