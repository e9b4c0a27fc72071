import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../access/route.ts";
import { verifyAudit } from "../../../app/database/audit.ts";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { retryJob, verifyLog } from "./actions.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await (await world.as("owner")).post("/organisations/anker/seats", {
    email: "editor@example.org",
    role: "reader",
    title: "Guest <script>",
  });
});
afterAll(() => world.close());

const PAGES = ["/installation", "/installation/outbox", "/installation/log"];

describe("the installation", () => {
  it.each(PAGES)("opens %s to the operator alone", async (path) => {
    expect((await (await world.as("operator")).get(path)).status).toBe(200);
    for (const persona of ["stranger", "owner", "manager", "auditor"] as const)
      expect((await (await world.as(persona)).get(path)).status).toBe(404);
  });

  it("says what runs and counts what everybody could count", async () => {
    const operator = await world.as("operator");
    const { json } = await operator.get("/api/v1/installation");
    const count = (table: "person" | "organisation" | "mail") =>
      world.house.gateway.system("a test's count", async ({ db }) => {
        const rows = await db.selectFrom(table).select("id").execute();
        return rows.length;
      });
    const letters = await count("mail");
    expect(json).toMatchObject({
      version: "0.0.0",
      accounts: await count("person"),
      organisations: await count("organisation"),
      mail: { by: "outbox", letters, unsent: letters },
    });
    expect(json.database).toMatch(/^\d+/);
    // The applicant and whoever is a member behind the cluster's door are not for the operator.
    expect(json.clusters).toContainEqual({
      slug: "alpha",
      nameEn: "Cluster alpha",
      nameDe: "Cluster alpha",
      members: 5,
    });
    expect((await operator.get("/installation")).text).toContain("SMTP_URL");
  });

  it("shows each letter that no mail server takes away, as text", async () => {
    const operator = await world.as("operator");
    const list = (await operator.get("/installation/outbox")).text;
    expect(list).toContain("editor@example.org");
    const letter = await operator.get(/href="(\/installation\/outbox\/[0-9a-f-]+)"/.exec(list)![1]!);
    expect(letter.text).toContain("Dear Person editor,");
    expect(letter.text).toContain("Guest &lt;script&gt;");
    expect(letter.text).toContain('href="http://localhost:3000/account"');
  });

  it("keeps the text of letters to itself where a mail server takes them", async () => {
    const other = await makeWorld({
      mail: { kind: "smtp", url: "smtp://127.0.0.1:1", from: "kontor@example.org" },
    });
    try {
      await (await other.as("owner")).post("/organisations/anker/seats", {
        email: "editor@example.org",
        role: "reader",
      });
      const operator = await other.as("operator");
      const list = (await operator.get("/installation/outbox")).text;
      const letter = await operator.get(/href="(\/installation\/outbox\/[0-9a-f-]+)"/.exec(list)![1]!);
      expect(letter.status).toBe(200);
      expect(letter.text).not.toContain("Dear Person editor");
    } finally {
      await other.close();
    }
  });

  it("shows the installation's own log with names, and nothing of a cluster's", async () => {
    const operator = await world.as("operator");
    await (await world.as("manager")).post("/clusters/alpha/team", {
      email: "both@example.org",
      role: "analyst",
    });
    await (await world.as("owner")).post("/preferences", { language: "de" });
    const { text } = await operator.get("/installation/log");
    expect(text).toContain("Person owner chose another language.");
    expect(text).not.toContain("the office");
  });

  it("walks the log's chain when asked, keeps what it found, and shows it with its age", async () => {
    const engine: Engine = {
      jobs: async () => ({ waiting: 0, running: 0, failed: [] }),
      retryJob: async (id) => id === "7",
      verifyAudit: () => world.house.gateway.system("a test's walk", ({ client }) => verifyAudit(client)),
    };
    const ctx = await world.context("operator", null);
    const operator = await world.as("operator");
    expect((await operator.get("/installation")).text).toContain("It has not been walked yet.");
    const { entries, breaks } = await verifyLog(ctx, engine);
    expect(entries).toBeGreaterThan(0);
    expect(breaks).toEqual([]);
    const { text } = await operator.get("/installation");
    expect(text).toMatch(/Whole: \d+ entries, walked (now|\d+ seconds ago)/);

    const broken = {
      ...engine,
      verifyAudit: async () => ({ entries: 9, breaks: [{ clusterId: "c", seq: 3, reason: "changed" }] }),
    };
    await verifyLog(ctx, broken);
    expect((await operator.get("/installation")).text).toContain("c #3: changed");

    expect([await retryJob(ctx, engine, "7"), await retryJob(ctx, engine, "8")]).toEqual([true, false]);
    const { text: log } = await operator.get("/installation/log");
    expect(log).toContain("Person operator walked the chain of the log");
    expect(log.match(/started a failed job again/g)).toHaveLength(1);
  });
});
