import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import {
  addPerson,
  type Browser,
  isIn,
  type Login,
  lettersTo,
  linkIn,
  makeBrowser,
  signedIn,
  totp,
} from "../sign-in/testing.ts";
import { deviceOf } from "./device.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const actionsOf = (person: Login) =>
  world.house.gateway
    .system("a test's look", ({ db }) =>
      db
        .selectFrom("auditEntry")
        .select("action")
        .where("subjectId", "=", person.id)
        .orderBy("seq")
        .execute(),
    )
    .then((rows) => rows.map((row) => row.action));

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

it("a stranger is led to signing in, and back", async () => {
  const { headers } = await (await world.as("stranger")).get("/account/security");
  expect(headers.get("location")).toBe("/sign-in?next=%2Faccount%2Fsecurity");
});

describe("a browser's own words", () => {
  it.each([
    [CHROME, { browser: "Chrome", system: "Windows" }],
    [`${CHROME} Edg/140.0`, { browser: "Edge", system: "Windows" }],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
      { browser: "Safari", system: "iPhone" },
    ],
    ["curl/8.0", { browser: null, system: null }],
    [null, { browser: null, system: null }],
  ])("%s", (userAgent, device) => expect(deviceOf(userAgent)).toEqual(device));
});

describe("sessions", () => {
  const idOf = (text: string) => /sessions\/([0-9a-f-]+)\/end"/.exec(text)?.[1];

  it("are listed with device and address, and end at once, one by one", async () => {
    const ada = await addPerson(world, "ada");
    const here = await signedIn(world, ada);
    const there = await signedIn(world, ada, CHROME);
    const { text } = await here.get("/account/security");
    for (const words of ["Firefox on Linux", "Chrome on Windows", "127.0.0.1", "this one"])
      expect(text).toContain(words);
    const ended = await here.post(`/account/security/sessions/${idOf(text)}/end`);
    expect(ended.status).toBe(303);
    expect([await isIn(there), await isIn(here)]).toEqual([false, true]);
  });

  it("end all but the one that asks", async () => {
    const bea = await addPerson(world, "bea");
    const here = await signedIn(world, bea);
    const others = [await signedIn(world, bea), await signedIn(world, bea)];
    await here.post("/account/security/sessions/end-others");
    expect(await Promise.all([here, ...others].map(isIn))).toEqual([true, false, false]);
  });

  it("of others do not exist", async () => {
    const cid = await addPerson(world, "cid");
    const dan = await addPerson(world, "dan");
    await signedIn(world, cid);
    const second = await signedIn(world, cid, CHROME);
    const id = idOf((await second.get("/account/security")).text);
    const other = await signedIn(world, dan);
    expect((await other.post(`/account/security/sessions/${id}/end`)).status).toBe(404);
  });

  it("are listed and ended by a program as well", async () => {
    const owner = await world.as("owner");
    const { json } = await owner.api("GET", "/api/v1/me/sessions");
    expect(json.items[0]).toMatchObject({ id: expect.any(String), lastSeen: expect.any(String) });
    expect((await owner.api("DELETE", `/api/v1/me/sessions/${json.items[0].id}`)).status).toBe(204);
    expect((await owner.api("GET", "/api/v1/me/sessions")).json.total).toBe(json.total - 1);
    expect((await owner.get("/account")).status).toBe(303);
    const rival = await world.as("rival");
    expect((await rival.api("POST", "/api/v1/me/sessions/end", { which: "all" })).status).toBe(204);
    expect((await rival.get("/account")).status).toBe(303);
  });
});

describe("the password", () => {
  const change = (browser: Browser, old: string, next: string) =>
    browser.post("/account/security/password", { old, new: next });

  it("changes for whoever knows the old one, ends all other sessions and tells the person", async () => {
    const eda = await addPerson(world, "eda");
    const here = await signedIn(world, eda);
    const there = await signedIn(world, eda);
    expect((await change(here, "not the old one", "a new and longer password")).status).toBe(422);
    expect((await change(here, eda.password, "short")).text).toContain("12");
    expect((await change(here, eda.password, "a new and longer password")).status).toBe(303);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await makeBrowser(world).post("/sign-in", { ...eda })).status).toBe(422);
    expect((await lettersTo(world, eda.email)).map((letter) => letter.subject)).toEqual([
      "The password of your account was changed.",
    ]);
    expect(await actionsOf(eda)).toContain("account.password");
  });

  it("is not guessed in an open browser", async () => {
    const fay = await addPerson(world, "fay");
    const here = await signedIn(world, fay);
    for (let n = 0; n < 10; n++) await change(here, `guess number ${n}`, "a new and longer password");
    const answer = await change(here, fay.password, "a new and longer password");
    expect([answer.status, answer.text.includes("Too many tries")]).toEqual([422, true]);
  });
});

describe("the address", () => {
  it("changes when the letter to the new one is answered, and the old one hears of it", async () => {
    const gus = await addPerson(world, "gus");
    const here = await signedIn(world, gus);
    const ask = { email: "gus-new@example.org", password: gus.password };
    expect((await here.post("/account/security/address", { ...ask, password: "wrong" })).status).toBe(422);
    expect((await here.post("/account/security/address", ask)).status).toBe(303);
    expect((await here.get("/account")).text).toContain("gus@example.org");
    const link = await linkIn(world, "gus-new@example.org");
    await here.get(link);
    expect((await here.get("/account")).text).toContain("gus@example.org");
    // Whoever got the letter by a slip of the pen gets no account by it.
    const stranger = makeBrowser(world);
    for (const answer of [await stranger.get(link), await stranger.post(link)])
      expect(answer.to).toBe(`/sign-in?next=${encodeURIComponent(link)}`);
    const other = await signedIn(world, await addPerson(world, "guy"));
    expect([(await other.get(link)).status, (await other.post(link)).status]).toEqual([409, 409]);
    expect((await here.get("/account")).text).toContain("gus@example.org");
    expect((await here.post(link)).to).toBe("/account/security");
    expect((await here.get("/account")).text).toContain("gus-new@example.org");
    expect((await lettersTo(world, "gus@example.org")).at(-1)?.subject).toContain("address of your account");
    expect((await makeBrowser(world).post(link)).status).toBe(409);
    const again = { email: "gus-new@example.org", password: gus.password };
    expect((await makeBrowser(world).post("/sign-in", again)).status).toBe(303);
  });

  it("of somebody else is not told to be taken, and not given away", async () => {
    const hal = await addPerson(world, "hal");
    const here = await signedIn(world, hal);
    const ask = { email: "gus-new@example.org", password: hal.password };
    const before = (await lettersTo(world, ask.email)).length;
    expect(await here.post("/account/security/address", ask)).toMatchObject({ status: 303 });
    expect(await lettersTo(world, ask.email)).toHaveLength(before);
  });

  it("that was never confirmed says so, and is confirmed by its letter", async () => {
    const ida = await addPerson(world, "ida", false);
    const here = await signedIn(world, ida);
    expect((await here.get("/account/security")).text).toContain("not confirmed");
    await here.post("/account/security/address/letter");
    expect((await makeBrowser(world).post(await linkIn(world, ida.email))).to).toBe("/sign-in");
    expect((await here.get("/account/security")).text).not.toContain("not confirmed");
    expect(await actionsOf(ida)).toContain("account.address-verify");
  });
});

describe("the second factor", () => {
  const SECRET = /<code id="secret">([A-Z2-7 ]+)<\/code>/;
  const codesIn = (text: string) =>
    /<pre id="recovery-codes"[^>]*>([^<]+)</.exec(text)![1]!.trim().split("\n");

  async function turnOn(person: Login) {
    const here = await signedIn(world, person);
    const shown = await here.post("/account/security/second-factor", { password: person.password });
    const secret = SECRET.exec(shown.text)![1]!;
    const codes = codesIn(shown.text);
    expect(shown.text).toContain("<svg");
    const on = await here.post("/account/security/second-factor/confirm", { code: totp(secret) });
    expect(on).toMatchObject({ status: 303, to: "/account/security" });
    await here.get("/account/security");
    return { here, secret, codes };
  }
  const firstStep = async ({ email, password }: Login) => {
    const browser = makeBrowser(world);
    const answer = await browser.post("/sign-in", { email, password, next: "/account" });
    return { browser, to: answer.to };
  };
  const second = (browser: Browser, code: string) =>
    browser.post("/sign-in/second-factor", { code, next: "/account" });

  it("is turned on by whoever knows the password and typed the code back", async () => {
    const hans = await addPerson(world, "hans");
    const here = await signedIn(world, hans);
    const begin = (password: string) => here.post("/account/security/second-factor", { password });
    expect((await begin("wrong")).status).toBe(422);
    const secret = SECRET.exec((await begin(hans.password)).text)?.[1];
    const wrong = await here.post("/account/security/second-factor/confirm", { code: "000000" });
    expect([wrong.status, SECRET.exec(wrong.text)?.[1]]).toEqual([422, secret]);
    expect((await firstStep(hans)).to).toBe("/account");
  });

  it("is asked for after the password, and a code opens once", async () => {
    const jon = await addPerson(world, "jon");
    const { secret, here } = await turnOn(jon);
    expect((await here.get("/account/security")).text).toContain("10 recovery codes are left");

    const { browser, to } = await firstStep(jon);
    expect(to).toBe("/sign-in/second-factor?next=%2Faccount");
    expect(await isIn(browser)).toBe(false);
    expect((await second(browser, "000000")).status).toBe(422);
    const code = totp(secret, 1);
    expect(await second(browser, code)).toMatchObject({ status: 303, to: "/account" });
    expect(await isIn(browser)).toBe(true);

    const again = await firstStep(jon);
    expect((await second(again.browser, code)).status).toBe(422);
    expect(await isIn(again.browser)).toBe(false);
    expect(await actionsOf(jon)).toEqual(
      expect.arrayContaining(["account.second-factor-on", "session.open"]),
    );
    expect((await lettersTo(world, jon.email))[0]?.subject).toContain("asks for a second factor");
  });

  it("gives way to a recovery code, each once, and to none that was replaced", async () => {
    const kim = await addPerson(world, "kim");
    const { here, codes } = await turnOn(kim);
    expect(codes).toHaveLength(10);
    const first = await firstStep(kim);
    expect((await second(first.browser, codes[0]!)).status).toBe(303);
    const again = await firstStep(kim);
    expect((await second(again.browser, codes[0]!)).status).toBe(422);
    expect((await here.get("/account/security")).text).toContain("9 recovery codes are left");
    const fresh = await here.post("/account/security/recovery-codes", { password: kim.password });
    expect((await second(again.browser, codes[1]!)).status).toBe(422);
    expect((await second(again.browser, codesIn(fresh.text)[0]!)).status).toBe(303);
  });

  it("is neither stored nor kept readable", async () => {
    const lea = await addPerson(world, "lea");
    const { secret, codes } = await turnOn(lea);
    const { rows } = await world.house.auth.pool.query('select * from "twoFactor"');
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(codes[0]);
    expect(stored).not.toContain(secret.replaceAll(" ", ""));
  });

  it("stays when the password is forgotten", async () => {
    const max = await addPerson(world, "max");
    await turnOn(max);
    await world.job("account.reset", { email: max.email });
    const browser = makeBrowser(world);
    await browser.post(await linkIn(world, max.email), { password: "a new and longer password" });
    const { to } = await firstStep({ ...max, password: "a new and longer password" });
    expect(to).toContain("/sign-in/second-factor");
  });

  it("is not guessed: five wrong codes end the try", async () => {
    const nil = await addPerson(world, "nil");
    const { secret } = await turnOn(nil);
    const { browser } = await firstStep(nil);
    for (let n = 0; n < 5; n++) await second(browser, `00000${n}`);
    expect((await second(browser, totp(secret, 1))).to).toBe("/sign-in?refused=second.outdated");
    expect(await isIn(browser)).toBe(false);
  });

  it("answers nobody who has not passed the first step", async () => {
    expect((await second(makeBrowser(world), "123456")).to).toBe("/sign-in?refused=second.outdated");
  });

  it("is turned off with the password, and a letter says so", async () => {
    const oda = await addPerson(world, "oda");
    const { here } = await turnOn(oda);
    expect((await here.post("/account/security/second-factor/end", { password: "wrong" })).status).toBe(422);
    expect((await here.post("/account/security/second-factor/end", { password: oda.password })).status).toBe(
      303,
    );
    expect((await firstStep(oda)).to).toBe("/account");
    expect((await lettersTo(world, oda.email)).at(-1)?.subject).toContain("no longer asks");
  });
});

it("an API token does not get at the ways in", async () => {
  const manager = await world.as("manager");
  const token = { authorization: await tokenOf(manager) };
  for (const path of ["/account/security/provider", "/account/security/second-factor"])
    expect((await (await world.as("stranger")).get(path, token)).status).toBe(403);
});

async function tokenOf(visit: Awaited<ReturnType<World["as"]>>): Promise<string> {
  const { text } = await visit.post("/account/tokens", { name: "t", scope: "write", days: "30" });
  return `Bearer ${/<code id="made-token">(kontor_[\w-]+)<\/code>/.exec(text)![1]}`;
}
