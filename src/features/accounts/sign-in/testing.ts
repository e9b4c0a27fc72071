import { createHmac } from "node:crypto";
import { Client } from "pg";
import { withAddress } from "../../../app/accounts/auth.ts";
import { ORIGIN, type World } from "../../../app/testing/world.ts";

export interface Shown {
  status: number;
  text: string;
  to: string | null;
  headers: Headers;
}

/** A browser with its cookies: what a person has in hand who is not signed in yet. */
export interface Browser {
  get(path: string): Promise<Shown>;
  /** With the token of the last form that was shown. */
  post(path: string, form?: Record<string, string | string[]>): Promise<Shown>;
  cookies: Map<string, string>;
  userAgent: string;
}

export function makeBrowser(
  world: World,
  userAgent = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
): Browser {
  const cookies = new Map<string, string>();
  let csrf = "";
  const send = async (path: string, init: RequestInit): Promise<Shown> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "user-agent": userAgent, origin: ORIGIN, ...(cookie ? { cookie } : {}) };
    const response = await world.app.request(new Request(new URL(path, ORIGIN), { ...init, headers }));
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === "" || /max-age=0/i.test(line)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    const text = await response.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    return { status: response.status, text, to: response.headers.get("location"), headers: response.headers };
  };
  return {
    cookies,
    userAgent,
    get: (path) => send(path, {}),
    post: (path, form = {}) => {
      const body = new URLSearchParams({ csrf });
      for (const [name, value] of Object.entries(form))
        for (const one of [value].flat()) body.append(name, one);
      return send(path, { method: "POST", body });
    },
  };
}

export interface Login {
  id: string;
  email: string;
  password: string;
}

const PASSWORD = "the right password of all";
let hash: Promise<string> | undefined;

/** A person with an account of their own, whom a test may do anything to. Hashing is slow on purpose, so it is done once. */
export async function addPerson(world: World, name: string, verified = true): Promise<Login> {
  const { auth, gateway } = world.house;
  const login = { id: crypto.randomUUID(), email: `${name}@example.org`, password: PASSWORD };
  const { internalAdapter, password } = await auth.library.$context;
  hash ??= password.hash(PASSWORD);
  await auth.add(login.id, name, login.email, null, verified);
  await internalAdapter.linkAccount({
    userId: login.id,
    providerId: "credential",
    accountId: login.id,
    password: await hash,
  });
  await gateway.system("a test's person", ({ db }) =>
    db.insertInto("person").values({ id: login.id, name, email: login.email }).execute(),
  );
  return login;
}

/** As after the right password, without the time that takes. */
export async function signedIn(world: World, { id }: Login, userAgent?: string): Promise<Browser> {
  const browser = makeBrowser(world, userAgent);
  const headers = withAddress(new Headers({ "user-agent": browser.userAgent }), "127.0.0.1");
  const opened = await world.house.auth.library.api.openSession({
    body: { userId: id },
    headers,
    asResponse: true,
  });
  for (const line of opened.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    browser.cookies.set(name!, value!);
  }
  await browser.get("/account");
  return browser;
}

/** Whether the browser is known to the house. */
export const isIn = async (browser: Browser) => (await browser.get("/account")).status === 200;

export const lettersTo = (world: World, email: string) =>
  world.house.gateway.system("a test's look", ({ db }) =>
    db.selectFrom("mail").select(["subject", "body"]).where("toAddress", "=", email).orderBy("id").execute(),
  );

/** The path of the link in the newest letter. */
export async function linkIn(world: World, email: string): Promise<string> {
  const letter = (await lettersTo(world, email)).at(-1);
  return new URL(/^http\S+$/m.exec(letter?.body ?? "")![0]).pathname;
}

/** What waits to be done, by its payload. */
export async function queued(world: World, task: string): Promise<Record<string, unknown>[]> {
  const admin = new Client({ connectionString: world.adminUrl });
  await admin.connect();
  const { rows } = await admin
    .query(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = $1 order by j.id`,
      [task],
    )
    .finally(() => admin.end());
  return rows.map((row) => row.payload);
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app shows for a key as it is typed in (RFC 6238); `later` steps of half a minute on. */
export function totp(secret: string, later = 0): string {
  const bits = [...secret.replaceAll(" ", "")]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const mac = createHmac("sha1", key).update(counter).digest();
  const value = mac.readUInt32BE(mac.at(-1)! & 0xf) & 0x7fff_ffff;
  return String(value % 1_000_000).padStart(6, "0");
}
