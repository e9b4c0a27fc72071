import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePool } from "../../../app/database/pool.ts";
import { makeWorld, type World } from "../../../app/testing/world.ts";

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

const NEEDS = "/clusters/alpha/needs";
const API = "/api/v1/clusters/alpha/needs";
const OFFERS = "/clusters/alpha/offers";

const typed = (more: Record<string, string | string[]> = {}) => ({
  title: "Flax fibre cabin parts",
  text: "We look for somebody who presses flax fibre into seat shells.",
  kind: "partner",
  intent: "joint-project",
  visibility: "cluster",
  step: "full",
  mediated: "on",
  ...more,
});

/** Sends the form and answers the id of what it made. */
async function made(
  persona: "owner" | "editor" | "rival",
  form: Record<string, string | string[]>,
  base = NEEDS,
) {
  const answer = await (await world.as(persona)).post(`${base}/new`, form);
  expect(answer.status, answer.text).toBe(303);
  return new URL(answer.headers.get("location")!, "http://localhost").pathname.split("/").at(-1)!;
}

const queued = async (task: string) => {
  const { rows } = await admin.query(
    "select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id",
    [task],
  );
  return rows.map((row) => row.payload);
};
const told = async () => (await queued("notices.deliver")).map(({ notice }) => notice);
const entries = async (id: string) =>
  (
    await admin.query(
      "select action, own_of, body from audit_entry where subject_id = $1 and cluster_id <> commons() order by seq",
      [id],
    )
  ).rows;

describe("saying what is looked for", () => {
  it("needs an owner or editor acting for a member", async () => {
    for (const persona of ["stranger", "customer", "applicant", "reader", "manager", "elsewhere"] as const)
      expect((await (await world.as(persona)).get(`${NEEDS}/new`)).status, persona).toBe(404);
    expect((await (await world.as("editor")).get(`${NEEDS}/new`)).status).toBe(200);
  });

  it("keeps a draft of a title alone, that only its own people read", async () => {
    const id = await made("owner", { title: "Something with flax", as: "draft" });
    expect((await (await world.as("reader")).get(`${NEEDS}/${id}`)).text).toContain("Something with flax");
    for (const persona of ["rival", "manager", "professor"] as const) {
      expect((await (await world.as(persona)).get(`${NEEDS}/${id}`)).status, persona).toBe(404);
      expect((await (await world.as(persona)).get(`${NEEDS}?state=draft`)).text).not.toContain("with flax");
    }
    expect((await (await world.as("owner")).get("/clusters/alpha/exchange")).text).toContain(
      "finish and open it",
    );
  });

  it("keeps what was typed and says at the field what is wrong", async () => {
    const owner = await world.as("owner");
    const answer = await owner.post(
      `${NEEDS}/new`,
      typed({ deadline: "2020-01-01", competences: "pressing" }),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("That day is over.");
    expect(answer.text).toContain("pressing");
    const countries = await owner.post(`${NEEDS}/new`, typed({ countries: "Germany" }));
    expect(countries.text).toContain("Two letters for each country");
  });

  it("opens it for those it is for, finds its words in the vocabularies, and has it matched", async () => {
    const id = await made(
      "owner",
      typed({ competences: "Naval architecture, naval architecture, hull glue", place: "Stade" }),
    );
    const { json } = await (await world.as("professor")).api("GET", `${API}/${id}`);
    expect(json).toMatchObject({
      state: "open",
      organisation: { slug: "anker" },
      competences: ["naval architecture", "hull glue"],
      codes: ["/23/51/357", "own:hull glue"],
      reads: "full",
    });
    expect(await queued("exchange.needs.changed")).toContainEqual({
      clusterId: world.cluster.alpha,
      id,
      side: "need",
    });
    const [entry] = await entries(id);
    expect(entry).toMatchObject({ action: "need.write", own_of: null });
  });

  it("hides it from the walled off, in the list, in the counts and on its page", async () => {
    const id = await made("owner", typed({ title: "Behind a wall", wall: "rivale" }));
    const rival = await world.as("rival");
    expect((await rival.get(`${NEEDS}/${id}`)).status).toBe(404);
    expect((await rival.get(NEEDS)).text).not.toContain("Behind a wall");
    expect((await (await world.as("professor")).get(NEEDS)).text).toContain("Behind a wall");
    expect((await entries(id))[0].own_of).toBe(world.organisation.anker);
  });
});

describe("a confidential need", () => {
  it("is read as a teaser at the same address, without owner, title or day", async () => {
    const id = await made(
      "owner",
      typed({
        title: "Geheimtitel",
        text: "Geheimtext",
        step: "teaser",
        teaser: "Somebody looks for pressed fibres.",
      }),
    );
    const page = await (await world.as("professor")).get(`${NEEDS}/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Somebody looks for pressed fibres.");
    expect(page.text).not.toMatch(/Geheim|anker/i);
    const { json } = await (await world.as("professor")).api("GET", `${API}/${id}`);
    expect(json).toMatchObject({ reads: "teaser", since: expect.stringMatching(/^\d{4}-\d\d$/) });
    const { json: list } = await (await world.as("professor")).api("GET", `${API}/teasers`);
    expect(list.items).toContainEqual(json);
    expect((await (await world.as("professor")).get(`${NEEDS}?format=csv`)).text).not.toContain("Geheim");
  });

  it("is counted among those without a name, and its owner's own words are not found by asking", async () => {
    await made(
      "owner",
      typed({ step: "teaser", kind: "space", teaser: "Somebody looks for a hall.", competences: "ankerfix" }),
    );
    const professor = await world.as("professor");
    const list = await professor.get(`${NEEDS}?names=without&kind=space`);
    expect(list.text).toContain("Somebody looks for a hall.");
    expect(list.text).toContain('value="space"');
    expect(list.text).not.toContain("own:ankerfix");
    const asked = await professor.get(`${NEEDS}?names=without&competence=own:ankerfix`);
    expect(asked.text).not.toContain("Somebody looks for a hall.");
    expect((await professor.get(NEEDS)).text).not.toContain('value="space"');
  });

  it("has an address that does not tell when it was written", async () => {
    const id = await made("owner", typed({ step: "match" }));
    expect(id[14]).toBe("4");
  });

  it("is nowhere for others while only matching reads it, and nowhere for the team it is kept from", async () => {
    const { mediated: _, ...alone } = typed({ title: "Nur intern", step: "match" });
    const id = await made("owner", alone);
    for (const persona of ["professor", "rival", "manager", "facilitator", "auditor"] as const) {
      expect((await (await world.as(persona)).get(`${NEEDS}/${id}`)).status, persona).toBe(404);
      expect((await (await world.as(persona)).get(NEEDS)).text, persona).not.toContain("Nur intern");
    }
    expect((await (await world.as("reader")).get(`${NEEDS}/${id}`)).text).toContain("Nur intern");
    for (const { own_of } of await entries(id)) expect(own_of).toBe(world.organisation.anker);
  });

  it("tells details only to those who have come that far", async () => {
    const id = await made("owner", typed({ step: "named", detail: "Einzelheitenwort", secrecy: "Keep it." }));
    expect((await (await world.as("editor")).get(`${NEEDS}/${id}`)).text).toContain("Einzelheitenwort");
    for (const persona of ["professor", "manager"] as const) {
      const page = await (await world.as(persona)).get(`${NEEDS}/${id}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain("Einzelheitenwort");
    }
  });
});

describe("files", () => {
  it("are read from their step on, and do not exist before it", async () => {
    const id = await made("owner", typed({ step: "named" }));
    const owner = await world.as("owner");
    const file = (name: string) => new File(["Seats and shells."], name, { type: "text/plain" });
    for (const [step, name] of [
      ["named", "plain.txt"],
      ["full", "geheimdatei.txt"],
    ] as const)
      expect(
        (await owner.upload(`${NEEDS}/${id}/files`, { fromStep: step }, { file: file(name) })).status,
      ).toBe(303);
    const { json } = await owner.api("GET", `${API}/${id}/files`);
    expect(json.items.map((one: { name: string }) => one.name)).toEqual(["geheimdatei.txt", "plain.txt"]);
    const [secret, plain] = json.items;

    const professor = await world.as("professor");
    const page = await professor.get(`${NEEDS}/${id}`);
    expect(page.text).toContain("plain.txt");
    expect(page.text).not.toContain("geheimdatei");
    expect((await professor.get(`${NEEDS}/${id}/files/${plain.id}`)).text).toBe("Seats and shells.");
    expect((await professor.get(`${NEEDS}/${id}/files/${secret.id}`)).status).toBe(404);
    expect((await professor.post(`${NEEDS}/${id}/files/${plain.id}/remove`)).status).toBe(404);
  });
});

describe("the end of a need", () => {
  it("is asked why, and undone by opening it again", async () => {
    const id = await made("owner", typed());
    const owner = await world.as("owner");
    expect((await owner.post(`${NEEDS}/${id}/close`, {})).status).toBe(422);
    expect((await owner.post(`${NEEDS}/${id}/close`, { because: "found-here" })).status).toBe(303);
    expect((await owner.api("GET", `${API}/${id}`)).json).toMatchObject({
      state: "met",
      closedBecause: "found-here",
    });
    expect((await (await world.as("professor")).get(NEEDS)).text).not.toContain(id);
    expect((await owner.post(`${NEEDS}/${id}/open`)).status).toBe(303);
    expect((await owner.api("GET", `${API}/${id}`)).json).toMatchObject({ state: "open", closedAt: null });
  });

  it("comes by its day, with a word before and one after; a confidential one is not named in it", async () => {
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const id = await made("owner", typed({ title: "Ends soon", deadline: soon }));
    const kept = await made("owner", typed({ title: "Geheimende", step: "match", deadline: soon }));
    await world.job("exchange.needs.days");
    await world.job("exchange.needs.days");
    const before = (await told()).filter((notice) => notice.href.endsWith(id));
    expect(before).toHaveLength(1);
    expect(before[0].text.en).toContain("“Ends soon” ends on");
    const letters = await told();
    expect(letters.filter(({ href }) => href.includes(kept))).toEqual([]);
    const secret = letters.find(({ text }) => text.en.includes("Something you keep in confidence"));
    // An address that is passed on tells nothing.
    expect(secret.href).toBe("/clusters/alpha/exchange");
    expect(secret.text.de).not.toContain("Geheim");

    await admin.query("update need set deadline = current_date - 1 where id = $1", [id]);
    await world.job("exchange.needs.days");
    expect((await (await world.as("owner")).api("GET", `${API}/${id}`)).json.state).toBe("expired");
    expect((await (await world.as("professor")).get(NEEDS)).text).not.toContain("Ends soon");
    expect((await told()).at(-1).text.en).toContain("is over");
    const reopened = await (await world.as("owner")).post(`${NEEDS}/${id}/open`);
    expect(reopened.status).toBe(422);
    expect(reopened.text).toContain("That day is over.");
  });

  it("comes for what a former member said, who cannot open it again", async () => {
    const id = await made("rival", typed({ title: "Said by a member" }));
    await admin.query("update membership set until = current_date where organisation_id = $1", [
      world.organisation.rivale,
    ]);
    await world.job("exchange.needs.days");
    expect((await (await world.as("owner")).get(`${NEEDS}?query=Said`)).text).not.toContain(
      "Said by a member",
    );
    expect((await entries(id)).at(-1)).toMatchObject({ action: "need.closed" });
    expect((await (await world.as("rival")).post(`${NEEDS}/${id}/open`)).status).not.toBe(303);
    await admin.query("update membership set until = null where organisation_id = $1", [
      world.organisation.rivale,
    ]);
    expect((await (await world.as("rival")).post(`${NEEDS}/${id}/open`)).status).toBe(303);
  });

  it("begins the next of a series as a draft, once; opened again, the untouched draft is gone", async () => {
    const id = await made(
      "owner",
      typed({ title: "Every year", repeats: "yearly", detail: "Also the next time" }),
    );
    const owner = await world.as("owner");
    const drafts = async () =>
      (await owner.api("GET", `${API}?own=yes&state=draft&query=Every%20year`)).json.items as {
        id: string;
      }[];
    await owner.post(`${NEEDS}/${id}/close`, { because: "not-needed" });
    const [next] = await drafts();
    expect((await owner.api("GET", `${API}/${next!.id}`)).json).toMatchObject({
      title: "Every year",
      repeats: "yearly",
      detail: "Also the next time",
    });
    await owner.post(`${NEEDS}/${id}/open`);
    expect(await drafts()).toEqual([]);
    await owner.post(`${NEEDS}/${id}/close`, { because: "not-needed" });
    expect(await drafts()).toHaveLength(1);
  });
});

describe("changing a need", () => {
  it("tells who comes second that it was changed meanwhile, and keeps what they typed", async () => {
    const id = await made("owner", typed());
    const [owner, editor] = [await world.as("owner"), await world.as("editor")];
    expect((await owner.post(`${NEEDS}/${id}/edit`, typed({ version: "1", title: "First" }))).status).toBe(
      303,
    );
    const late = await editor.post(`${NEEDS}/${id}/edit`, typed({ version: "1", title: "Second" }));
    expect(late.status).toBe(422);
    expect(late.text).toContain("Somebody has changed it meanwhile");
    expect(late.text).toContain("Second");
    expect((await owner.api("GET", `${API}/${id}`)).json.title).toBe("First");
  });

  it("is for its own people", async () => {
    const id = await made("owner", typed());
    for (const persona of ["reader", "rival", "manager", "professor"] as const)
      expect((await (await world.as(persona)).post(`${NEEDS}/${id}/edit`, typed())).status, persona).toBe(
        404,
      );
  });

  it("changes over the API what is said, and leaves the rest", async () => {
    const owner = await world.as("owner");
    const { json } = await owner.api("POST", API, {
      title: "By a program",
      text: "With a text.",
      state: "open",
    });
    const changed = await owner.api("PATCH", `${API}/${json.id}`, { deadline: "2030-01-01" });
    expect(changed.json).toMatchObject({ title: "By a program", deadline: "2030-01-01", state: "open" });
    expect((await owner.api("PATCH", `${API}/${json.id}`, { deadline: "soon" })).status).toBe(422);
    expect((await owner.api("DELETE", `${API}/${json.id}`)).status).toBe(409);
  });

  it("leaves behind the wall whom its owner does not see any more", async () => {
    const id = await made("owner", typed({ wall: "rivale" }));
    const wallOf = (wall: string[]) =>
      world.house.gateway.system("a test", ({ db }) =>
        db.updateTable("organisation").set({ wall }).where("id", "=", world.organisation.rivale!).execute(),
      );
    await wallOf([world.organisation.anker!]);
    const changed = await (await world.as("owner")).api("PATCH", `/api/v1/clusters/alpha/needs/${id}`, {
      title: "Another name",
    });
    await wallOf([]);
    expect(changed.status, changed.text).toBe(200);
    expect((await (await world.as("rival")).get(`/clusters/alpha/needs/${id}`)).status).toBe(404);
  });

  it("makes a draft that says the same", async () => {
    const id = await made("owner", typed({ title: "To be copied" }));
    const answer = await (await world.as("owner")).post(`${NEEDS}/${id}/duplicate`);
    const form = await (await world.as("owner")).get(answer.headers.get("location")!);
    expect(form.text).toContain("To be copied");
    expect(form.text).toContain("Save as draft");
  });
});

describe("a need gathered in a visit", () => {
  const gathered = (more: Record<string, string> = {}) =>
    typed({ organisation: "rivale", title: "Heard in a visit", ...more });
  const gather = async (form = gathered()) => {
    const answer = await (await world.as("facilitator")).post(`${NEEDS}/gather`, form);
    expect(answer.status, answer.text).toBe(303);
    return answer.headers.get("location")!.split("/").at(-1)!;
  };

  it("is read by nobody but who wrote it down and the member, and opened by the member's yes", async () => {
    const id = await gather();
    expect((await (await world.as("facilitator")).get(`${NEEDS}/${id}`)).status).toBe(200);
    for (const persona of ["manager", "owner", "professor"] as const)
      expect((await (await world.as(persona)).get(`${NEEDS}/${id}`)).status, persona).toBe(404);
    expect((await (await world.as("facilitator")).post(`${NEEDS}/${id}/open`)).status).toBe(404);
    const notice = (await told()).find(({ href }) => href.endsWith(id));
    expect(notice).toMatchObject({
      to: { organisation: world.organisation.rivale },
      act: { act: "need.confirm", subject: { side: "need", id } },
    });
    expect((await (await world.as("rival")).post(`${NEEDS}/${id}/open`)).status).toBe(303);
    expect((await (await world.as("owner")).get(`${NEEDS}/${id}`)).text).toContain("Heard in a visit");
  });

  it("is said yes to from the letter, by the member alone and once", async () => {
    const id = await gather();
    const act = world.house.features.find(({ name }) => name === "exchange")!.acts!["need.confirm"]!;
    expect(await act.offer(await world.context("owner", "alpha"), { side: "need", id })).toBeNull();
    const rival = await world.context("rival", "alpha");
    expect(await act.offer(rival, { side: "need", id })).toMatchObject({ title: "Heard in a visit" });
    expect((await act.perform(rival, { side: "need", id })).ok).toBe(true);
    expect((await act.perform(rival, { side: "need", id })).ok).toBe(false);
  });

  it("is the member's once the member has written on it", async () => {
    const id = await gather();
    const answer = await (await world.as("rival")).post(
      `${NEEDS}/${id}/edit`,
      typed({ title: "In our own words", as: "draft" }),
    );
    expect(answer.status).toBe(303);
    expect((await (await world.as("facilitator")).get(`${NEEDS}/${id}`)).status).toBe(404);
  });

  it("is written down for members alone, and not by those who work there", async () => {
    const facilitator = await world.as("facilitator");
    for (const organisation of ["kunde", "fern", ""])
      expect((await facilitator.post(`${NEEDS}/gather`, gathered({ organisation }))).status).toBe(422);
    expect((await (await world.as("owner")).get(`${NEEDS}/gather`)).status).toBe(404);
  });
});

describe("offers", () => {
  it("live as needs do, without the ladder", async () => {
    const id = await made(
      "owner",
      { title: "Climate chamber", text: "40 m³", kind: "test-facility", availableFrom: "2027-01-01" },
      OFFERS,
    );
    const professor = await world.as("professor");
    expect((await professor.get(`${OFFERS}/${id}`)).text).toContain("Climate chamber");
    expect((await professor.get(`${OFFERS}?kind=test-facility`)).text).toContain(id);
    expect((await professor.get(`${OFFERS}?kind=data`)).text).not.toContain(id);
    expect((await professor.get(`/clusters/alpha/needs/${id}`)).status).toBe(404);
    const csv = await professor.get(`${OFFERS}?format=csv`);
    expect(csv.text).toContain("Climate chamber,ANKER GMBH");
  });
});

describe("the list", () => {
  it("counts each facet without its own choice, and is asked in pieces", async () => {
    const professor = await world.as("professor");
    const { json: all } = await professor.api("GET", `${API}?limit=2&sort=title`);
    expect(all.items).toHaveLength(2);
    const seen = [...all.items];
    let next = all.next;
    while (next) {
      const { json } = await professor.api(
        "GET",
        `${API}?limit=2&sort=title&cursor=${encodeURIComponent(next)}`,
      );
      seen.push(...json.items);
      next = json.next;
    }
    expect(seen).toHaveLength(all.total);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(all.total);
    expect((await professor.api("GET", `${API}?kind=nonsense`)).status).toBe(400);
    expect((await professor.get(`${NEEDS}?kind=nonsense&sort=odd&cursor=odd`)).status).toBe(200);
  });

  it("shows what is to be found across to members of another cluster, and to no stranger there", async () => {
    const id = await made("owner", typed({ title: "Across the clusters", across: "on" }));
    const elsewhere = await world.as("elsewhere");
    expect((await elsewhere.get("/clusters/beta/needs")).text).toContain("Across the clusters");
    expect((await elsewhere.get(`/clusters/beta/needs/${id}`)).status).toBe(200);
    expect((await (await world.as("customer")).get(`/clusters/beta/needs/${id}`)).status).toBe(404);
    const inside = await made("owner", typed({ title: "Only in alpha" }));
    expect((await elsewhere.get(`/clusters/beta/needs/${inside}`)).status).toBe(404);
  });
});
