import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await (await world.as("owner")).post("/organisations/anker/seats", {
    email: "professor@example.org",
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
    expect(json).toMatchObject({
      version: "0.0.0",
      accounts: 16,
      organisations: 10,
      mail: { by: "outbox", letters: 1, unsent: 1 },
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
    expect(list).toContain("professor@example.org");
    const letter = await operator.get(/href="(\/installation\/outbox\/[0-9a-f-]+)"/.exec(list)![1]!);
    expect(letter.text).toContain("Dear Person professor,");
    expect(letter.text).toContain("Guest &lt;script&gt;");
    expect(letter.text).toContain('href="http://localhost:3000/account"');
  });

  it("keeps the text of letters to itself where a mail server takes them", async () => {
    const other = await makeWorld({
      mail: { kind: "smtp", url: "smtp://127.0.0.1:1", from: "kontor@example.org" },
    });
    try {
      await (await other.as("owner")).post("/organisations/anker/seats", {
        email: "professor@example.org",
        role: "reader",
      });
      const operator = await other.as("operator");
      const list = (await operator.get("/installation/outbox")).text;
      const letter = await operator.get(/href="(\/installation\/outbox\/[0-9a-f-]+)"/.exec(list)![1]!);
      expect(letter.status).toBe(200);
      expect(letter.text).not.toContain("Dear Person professor");
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
});
