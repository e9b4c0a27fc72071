import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type Visit, type World } from "../../app/testing/world.ts";
import { workbook } from "./testing.ts";

let world: World;
let manager: Visit;
let admin: Client;
const HOME = "/clusters/alpha/imports";

beforeAll(async () => {
  world = await makeWorld();
  manager = await world.as("manager");
  admin = new Client({ connectionString: world.adminUrl });
  await admin.connect();
  await manager.post(`/clusters/alpha/fields`, {});
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const send = async (name: string, content: string | Uint8Array) => {
  const answer = await manager.upload(HOME, {}, { file: new File([content as BlobPart], name) });
  return answer;
};
const upload = async (name: string, content: string | Uint8Array): Promise<string> => {
  const answer = await send(name, content);
  expect([answer.status, answer.status === 303 ? "" : answer.text]).toEqual([303, ""]);
  return answer.headers.get("location")!;
};
const read = async (path: string) => (await manager.api("GET", `/api/v1${path}`)).json;
const problemsOf = async (path: string) =>
  (await read(`${path}/rows?problems=true&limit=200`)).items.flatMap(
    (row: {
      sheet: number;
      row: number;
      problems: { target: string | null; reason: string; warning: boolean }[];
    }) =>
      row.problems.filter((one) => !one.warning).map((one) => [row.sheet, row.row, one.target, one.reason]),
  );
const check = async (path: string, form: Record<string, string> = {}) => {
  const answer = await manager.post(`${path}/mapping`, { act: "check", ...form });
  expect([answer.status, answer.status === 303 ? "" : answer.text]).toEqual([303, ""]);
};
const carryOut = async (path: string, act: "confirm" | "undo") => {
  expect((await manager.post(`${path}/${act}`)).status).toBe(303);
  await world.job(act === "undo" ? "imports.undo" : "imports.write", {
    clusterId: world.cluster.alpha,
    runId: path.split("/").at(-1),
  });
};

/** Everything the database holds, but for the log, the jobs, the letters and the imports themselves. */
async function content(): Promise<Record<string, string>> {
  const { rows: tables } = await admin.query(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname !~ '^(audit_|import_|mail$|idempotency$|commons_version$|api_token$|network_layout$)' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await admin.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t, '|' order by t)), '') as sum
       from (select (to_jsonb(x) - '{version,updated_at,touched_at}'::text[])::text as t from ${name} x) rows`,
    );
    found[name] = rows[0].sum;
  }
  return found;
}

describe("a sheet of three hundred rows", () => {
  it("is mapped, checked, imported and undone, with its firms, people, relations and notes", async () => {
    const before = await content();
    const path = await upload("members.xlsx", await workbook(threeHundred()));

    const mapped = await read(path);
    expect(mapped.sheets.map((sheet: { kind: string }) => sheet.kind)).toEqual([
      "organisations",
      "people",
      "links",
      "notes",
    ]);
    expect(mapped.sheets[0].columns).toEqual([
      "name",
      "city",
      "country",
      "vat",
      "memberSince",
      "industries",
      "products",
      "certificates",
      "labels",
      "personName",
      "personEmail",
      "note",
    ]);
    expect(mapped.sheets[2].columns).toEqual(["from", "to", "nature", "since"]);

    await check(path);
    expect(await content()).toEqual(before);
    const checked = await read(path);
    expect(checked).toMatchObject({ state: "checked", rowsTotal: 300, rowsDone: 0 });
    expect(checked.counts).toMatchObject({ error: 5, match: 1, new: 294 });
    expect(await problemsOf(path)).toEqual([
      [0, 7, "memberSince", "not-a-date"],
      [0, 9, "name", "required"],
      [1, 5, "organisation", "unknown-organisation"],
      [2, 4, "nature", "not-a-nature"],
      [3, 3, "text", "required"],
    ]);
    const page = await manager.get(`${path}?problems=1`);
    expect(page.text).toContain("“32.13.2020” is not a date");
    expect((await manager.get(`${path}?problems=1&lang=de`)).text).toContain("ist kein Datum");

    await carryOut(path, "confirm");
    const done = await read(path);
    expect(done).toMatchObject({ state: "done", rowsDone: 300 });
    expect(done.counts).toEqual(checked.counts);
    const { rows } = await admin.query(
      `select (select count(*)::int from organisation where vat like 'DE9%') as firms,
        (select count(*)::int from membership where since = '2021-05-01') as members,
        (select count(*)::int from link where nature = 'supplies' and since = '2022-01-01') as links,
        (select count(*)::int from note) as notes, (select count(*)::int from fact where field = 'people') as people,
        (select count(*)::int from invitation) as invitations, (select count(*)::int from mail) as letters`,
    );
    expect(rows[0]).toEqual({
      firms: 197,
      members: 197,
      links: 39,
      notes: 1 + 29 + 98,
      people: 29 + 98,
      invitations: 29,
      letters: 1,
    });

    // The same sheet again has nothing to say.
    const again = await upload("members.xlsx", await workbook(threeHundred()));
    await check(again);
    expect((await read(again)).counts).toMatchObject({ unchanged: 295, error: 5 });
    expect((await read(again)).counts.new).toBeUndefined();
    await manager.post(`${again}/discard`);

    await carryOut(path, "undo");
    expect(await read(path)).toMatchObject({ state: "undone", counts: { kept: 0 } });
    expect(await content()).toEqual(before);
  }, 60_000);
});

/** 200 firms, 30 people, 40 relations, 30 notes; five of them wrong. */
function threeHundred(): Record<string, (string | Date | null)[][]> {
  const firm = (i: number) => `Firma Nr. ${i} GmbH`;
  const firms = Array.from({ length: 200 }, (_, i) => [
    i === 7 ? "" : i === 3 ? "Anker GmbH" : firm(i),
    "Hamburg",
    "Deutschland",
    i === 7 || i === 3 ? "" : `DE9${String(i).padStart(8, "0")}`,
    i === 5 ? "32.13.2020" : "01.05.2021",
    "25.62",
    "Wellen; Ventile",
    "ISO 9001 (31.05.2027)",
    "Metall",
    i % 2 ? `Person ${i}` : "",
    "",
    i % 2 ? `Kennengelernt auf Messe ${i}` : "",
  ]);
  return {
    Firmen: [
      [
        "Firma",
        "Ort",
        "Land",
        "USt-IdNr.",
        "Mitglied seit",
        "NACE-Code",
        "Produkte",
        "Zertifikate",
        "Etiketten",
        "Ansprechpartner",
        "E-Mail",
        "Notiz",
      ],
      ...firms,
    ],
    Personen: [
      ["Firma", "Name", "E-Mail", "Zugang"],
      ...Array.from({ length: 30 }, (_, i) => [
        i === 3 ? "Unbekannt AG" : firm(i + 10),
        `Leserin ${i}`,
        `p${i}@example.org`,
        "Leser",
      ]),
    ],
    Beziehungen: [
      ["Von", "An", "Beziehung", "Seit"],
      ...Array.from({ length: 40 }, (_, i) => [
        firm(i + 10),
        firm(i + 11),
        i === 2 ? "mag" : "beliefert",
        new Date("2022-01-01T00:00:00Z"),
      ]),
    ],
    Notizen: [
      ["Firma", "Notiz"],
      ...Array.from({ length: 30 }, (_, i) => [firm(i + 10), i === 1 ? "" : `Wichtig ${i}`]),
    ],
  };
}
