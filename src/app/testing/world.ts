import { pino } from "pino";
import type { Context } from "../../access/context.ts";
import type { Feature, JobHouse } from "../../access/feature.ts";
import { actingRole } from "../../access/identity.ts";
import type { SystemUnit } from "../../kernel/gateway.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { hashToken, newToken } from "../../kernel/token.ts";
import { compose } from "../compose.ts";
import type { House, HouseSettings } from "../house.ts";
import { buildApp } from "../http/app.ts";
import { csrfToken } from "../http/cookies.ts";
import { makeContext, type Visitor } from "../http/visit.ts";
import { jobHouse } from "../jobs.ts";
import { migratedDatabase } from "./database.ts";
import {
  CLUSTERS,
  MEMBERSHIPS,
  ORGANISATIONS,
  type OrganisationName,
  PERSONAS,
  type PersonaName,
  personaSpec,
} from "./people.ts";
import { fillRecords, SECRETS } from "./records.ts";

export type { OrganisationName, PersonaName };
export const PERSONA_NAMES = ["stranger", ...Object.keys(PERSONAS).filter((name) => name !== "leaver")] as (
  | "stranger"
  | PersonaName
)[];
export { SECRETS };

const PASSWORD = "a long enough password";
const SECRET = "0123456789abcdef0123456789abcdef";
export const ORIGIN = "http://localhost:3000";

export interface Answer {
  status: number;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the answer holds
  json: any;
  headers: Headers;
}

/** A browser or program of one person. */
export interface Visit {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form as a page would, with the session's token. */
  post(path: string, form?: Record<string, string | string[]>): Promise<Answer>;
  /** Sends a form with files, as a browser does. */
  upload(path: string, form: Record<string, string>, files: Record<string, File>): Promise<Answer>;
  /** Sends JSON with an API token of the person. */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface World {
  house: House;
  app: ReturnType<typeof buildApp>;
  databaseUrl: string;
  adminUrl: string;
  cluster: Record<(typeof CLUSTERS)[number], string>;
  organisation: Record<OrganisationName, string>;
  person: Record<PersonaName, string>;
  /** Ids of the records that records.ts wrote. */
  record: Record<string, string>;
  as(persona: "stranger" | PersonaName, actingFor?: OrganisationName): Promise<Visit>;
  /** The context an action gets, without a door in between. */
  context(
    persona: "stranger" | PersonaName,
    cluster: "alpha" | "beta" | null,
    actingFor?: OrganisationName,
  ): Promise<Context>;
  /** What a job is given, and what runs one by its name. */
  jobs: JobHouse;
  job(name: string, payload?: Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
}

/** The small world on a real database of its own, with the whole house before it. */
export async function makeWorld(
  settings: Partial<HouseSettings> & { features?: readonly Feature[] } = {},
): Promise<World> {
  const database = await migratedDatabase();
  const { features, ...rest } = settings;
  const { house, close } = await compose(
    database.url,
    {
      publicUrl: ORIGIN,
      secret: SECRET,
      rateLimit: 0,
      trustProxy: [],
      mail: { kind: "outbox", from: "kontor@example.org" },
      demoLogins: [],
      version: "0.0.0",
      ...rest,
    },
    pino({ level: process.env.KONTOR_TEST_LOG ?? "silent" }),
    () => new Date(),
    features,
  );
  const app = buildApp(house);
  const ids = await house.gateway.system("a small world", populate);
  const visits = new Map<string, Promise<Visit>>();

  return {
    house,
    app,
    databaseUrl: database.url,
    adminUrl: database.adminUrl,
    ...ids,
    as: (persona, actingFor) => {
      const key = `${persona}:${actingFor ?? ""}`;
      const known = visits.get(key) ?? visitor(house, app, ids, persona, actingFor);
      visits.set(key, known);
      return known;
    },
    context: async (persona, cluster, actingFor) => {
      const guest = await visitorOf(house, ids, persona, actingFor);
      return makeContext(house, guest, cluster ? await house.clusters.bySlug(cluster) : null, "en", {
        door: "page",
        address: "127.0.0.1",
      });
    },
    jobs: jobHouse(house),
    job: async (name, payload = {}) => {
      const job = house.features.map((feature) => feature.jobs?.[name]).find(Boolean);
      if (!job) throw new Error(`No job ${name}.`);
      await job(payload, jobHouse(house));
    },
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

type Ids = Pick<World, "cluster" | "organisation" | "person" | "record">;

async function populate(unit: SystemUnit): Promise<Ids> {
  const { db } = unit;
  const cluster = named(CLUSTERS);
  const organisation = named(Object.keys(ORGANISATIONS) as OrganisationName[]);
  const person = named(Object.keys(PERSONAS) as PersonaName[]);

  await db
    .insertInto("cluster")
    .values(
      CLUSTERS.map((slug) => ({
        id: cluster[slug],
        slug,
        nameEn: `Cluster ${slug}`,
        nameDe: `Cluster ${slug}`,
        place: "Hamburg",
      })),
    )
    .execute();
  await db
    .insertInto("organisation")
    .values(
      Object.entries(ORGANISATIONS).map(([slug, rest]) => ({
        id: organisation[slug as OrganisationName],
        slug,
        country: "DE",
        ...rest,
      })),
    )
    .execute();
  await db
    .insertInto("membership")
    .values(
      MEMBERSHIPS.map(({ cluster: slug, organisation: name, role, visibility, wall }) => ({
        clusterId: cluster[slug],
        id: uuidv7(),
        organisationId: organisation[name],
        role,
        since: "2020-01-01",
        visibility: visibility ?? "public",
        wall: (wall ?? []).map((walled) => organisation[walled]),
      })),
    )
    .execute();
  const held: Record<string, string> = {};
  for (const name of Object.keys(PERSONAS) as PersonaName[]) {
    const spec = personaSpec(name);
    await db
      .insertInto("person")
      .values({
        id: person[name],
        name: `Person ${name}`,
        email: emailOf(name),
        operator: spec.operator ?? false,
      })
      .execute();
    for (const seat of spec.seats ?? []) {
      const id = uuidv7();
      held[`seat of ${name} in ${seat.organisation}`] = id;
      await db
        .insertInto("seat")
        .values({
          id,
          personId: person[name],
          organisationId: organisation[seat.organisation],
          role: seat.role,
          title: seat.title ?? null,
          since: seat.since ?? "2020-01-01",
        })
        .execute();
    }
    for (const office of spec.offices ?? [])
      await db
        .insertInto("office")
        .values({
          clusterId: cluster[office.cluster],
          id: uuidv7(),
          personId: person[name],
          role: office.role,
          since: "2020-01-01",
        })
        .execute();
  }
  const record = { ...held, ...(await fillRecords(unit, { cluster, organisation, person })) };
  return { cluster, organisation, person, record };
}

const named = <N extends string>(names: readonly N[]) =>
  Object.fromEntries(names.map((name) => [name, uuidv7()])) as Record<N, string>;

export const emailOf = (name: PersonaName) => `${name.toLowerCase()}@example.org`;

async function visitorOf(
  house: House,
  ids: Ids,
  persona: "stranger" | PersonaName,
  actingFor?: OrganisationName,
): Promise<Visitor> {
  if (persona === "stranger")
    return { identity: null, acting: null, readOnly: false, by: "nobody", csrf: "" };
  const identity = await house.rolesOf(ids.person[persona], house.now().toISOString().slice(0, 10));
  if (!identity) throw new Error(`No person ${persona}.`);
  const seat = identity.seats.find(
    (held) => actingFor && held.organisationId === ids.organisation[actingFor],
  );
  return {
    identity,
    acting: actingRole(identity, seat ? `seat:${seat.id}` : undefined),
    readOnly: false,
    by: "session",
    csrf: "",
  };
}

async function visitor(
  house: House,
  app: World["app"],
  ids: Ids,
  persona: "stranger" | PersonaName,
  actingFor?: OrganisationName,
): Promise<Visit> {
  const guest = await visitorOf(house, ids, persona, actingFor);
  let cookie = "";
  let csrf = "";
  let token: string | null = null;
  if (persona !== "stranger") {
    const email = emailOf(persona);
    const session = await openSession(house, ids.person[persona], email);
    cookie = [
      ...session.map((line) => line.split(";")[0]),
      ...(guest.acting ? [`kontor_as=${encodeURIComponent(guest.acting)}`] : []),
    ].join("; ");
    csrf = csrfToken(SECRET, decodeURIComponent(/session_token=([^;]+)/.exec(cookie)![1]!).split(".")[0]!);
    token = guest.acting ? await apiToken(house, ids.person[persona], guest.acting) : null;
  }
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await app.request(new Request(new URL(path, ORIGIN), init));
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return {
      status: response.status,
      text,
      json: isJson ? JSON.parse(text) : null,
      headers: response.headers,
    };
  };
  const known: Record<string, string> = cookie ? { cookie } : {};
  return {
    get: (path, headers = {}) => send(path, { headers: { ...known, ...headers } }),
    post: (path, form = {}) => {
      const body = new URLSearchParams(csrf ? { csrf } : {});
      for (const [name, value] of Object.entries(form))
        for (const one of [value].flat()) body.append(name, one);
      return send(path, { method: "POST", headers: { ...known, origin: ORIGIN }, body });
    },
    upload: (path, form, files) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...(csrf ? { csrf } : {}), ...form }))
        body.append(name, value);
      for (const [name, value] of Object.entries(files)) body.append(name, value);
      return send(path, { method: "POST", headers: { ...known, origin: ORIGIN }, body });
    },
    api: (method, path, body, headers = {}) =>
      send(path, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          "content-type": "application/json",
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

let hashed: Promise<string> | undefined;

/** Hashing is slow for a reason; here one hash serves all, and a session is opened as for somebody who came by a passkey. */
async function openSession(house: House, id: string, email: string): Promise<string[]> {
  const { api, $context } = house.auth.library;
  const { internalAdapter, password } = await $context;
  if (!(await internalAdapter.findUserByEmail(email))) {
    hashed ??= password.hash(PASSWORD);
    await house.auth.add(id, email, email, null);
    await internalAdapter.linkAccount({
      userId: id,
      providerId: "credential",
      accountId: id,
      password: await hashed,
    });
  }
  const opened = await api.openSession({ body: { userId: id }, headers: new Headers(), asResponse: true });
  return opened.headers.getSetCookie();
}

async function apiToken(house: House, personId: string, actingAs: string): Promise<string> {
  const token = newToken();
  await house.gateway.system("a test's token", ({ db }) =>
    db
      .insertInto("apiToken")
      .values({
        id: uuidv7(),
        personId,
        name: "test",
        hash: hashToken(token),
        scope: "write",
        actingAs,
        expiresAt: new Date(Date.now() + 3_600_000),
      })
      .execute(),
  );
  return token;
}
