import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const cookies = (headers: Headers) => headers.getSetCookie().map((cookie) => cookie.split(";")[0]);

async function rolesOf(persona: "professor" | "owner") {
  const me = await (await world.as(persona)).api("GET", "/api/v1/me");
  return me.json.seats as { id: string; organisation: { slug: string } }[];
}

describe("acting from a role", () => {
  it("remembers a role that is held and begins at its first screen", async () => {
    const seats = await rolesOf("professor");
    const founder = seats.find((seat) => seat.organisation.slug === "gruendung")!;
    const answer = await (await world.as("professor")).post("/act-as", {
      as: `seat:${founder.id}`,
      back: "/clusters/alpha",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/today");
    expect(cookies(answer.headers)).toContain(`kontor_as=${encodeURIComponent(`seat:${founder.id}`)}`);
  });

  it("never takes on a role of somebody else", async () => {
    const [own] = await rolesOf("owner");
    const answer = await (await world.as("professor")).post("/act-as", { as: `seat:${own!.id}` });
    expect(cookies(answer.headers).join()).not.toContain(own!.id);
  });
});

describe("preferences", () => {
  it("keep the colours in the browser and lead back inside", async () => {
    const stranger = await world.as("stranger");
    const answer = await stranger.post("/preferences", { theme: "dark", back: "/api?x=1" });
    expect(answer.headers.get("location")).toBe("/api?x=1");
    expect(cookies(answer.headers)).toContain("kontor_theme=dark");
    const away = await stranger.post("/preferences", { theme: "neon", back: "https://elsewhere.example/" });
    expect(away.headers.get("location")).toBe("/");
    expect(cookies(away.headers).join()).not.toContain("neon");
  });

  it("keep the language with the person as well, and off the address", async () => {
    const owner = await world.as("owner");
    const answer = await owner.post("/preferences", { language: "de", back: "/account?lang=en" });
    expect(answer.headers.get("location")).toBe("/account");
    expect((await owner.api("GET", "/api/v1/me")).json.locale).toBe("de");
    expect((await owner.get("/account")).text).toContain('lang="de"');
  });
});
