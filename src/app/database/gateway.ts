import {
  CamelCasePlugin,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type { Pool, PoolClient } from "pg";
import type { Actor } from "../../kernel/actor.ts";
import type { AuditNote, Database, Db, Gateway, Letter, Origin, SystemUnit } from "../../kernel/gateway.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { COMMONS } from "../../kernel/visibility.ts";
import { appendAudit } from "./audit.ts";
import { ClientDriver, sendTogether } from "./client-driver.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const WORD = /^[a-z-]+$/;
// One for all: it remembers the names it has turned.
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** The only way to a table: every transaction says first whose it is, and the database holds it to that. */
export function makeGateway(pool: Pool, now: () => Date = () => new Date()): Gateway {
  const run = async <T>(opening: string, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(opening);
      const result = await work(client);
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch((lost: Error) => {
        broken = lost;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  const unitOf = (client: PoolClient, notes: AuditNote[]): SystemUnit => {
    const db = queriesOn(client);
    return {
      db,
      client,
      audit: (note) => void notes.push(note),
      enqueue: async (task, payload, options = {}) => {
        await client.query("select enqueue($1, $2, $3, $4)", [
          task,
          JSON.stringify(payload),
          options.key ?? null,
          options.at ?? null,
        ]);
      },
      mail: (letter) => post(client, letter),
    };
  };

  return {
    read: (actor, work) => readOn(pool, `begin read only; ${statedAsker(actor)}`, work),

    write: (actor, from, work) =>
      run(`begin; ${statedAsker(actor)}`, async (client) => {
        const notes: AuditNote[] = [];
        const result = await work(unitOf(client, notes));
        await seal(client, notes, actor, from);
        return result;
      }),

    system: (reason, work, door = "command") =>
      run("begin; set local role kontor_system", async (client) => {
        const notes: AuditNote[] = [];
        const result = await work(unitOf(client, notes));
        await seal(client, notes, null, { door, address: null, actingAs: reason });
        return result;
      }),
  };

  // The head of a chain is locked until commit, so it is taken last, and chains in a fixed order.
  async function seal(client: PoolClient, notes: AuditNote[], actor: Actor | null, from: Origin) {
    const chains = Map.groupBy(notes, (note) => note.clusterId ?? actor?.clusterId ?? COMMONS);
    const told: { note: AuditNote; clusterId: string; seq: number }[] = [];
    for (const [clusterId, chain] of [...chains].sort(([a], [b]) => a.localeCompare(b))) {
      const records = chain.map((note) => ({ ...note, at: now(), personId: actor?.personId ?? null, from }));
      const places = await appendAudit(client, clusterId, records);
      if (clusterId !== COMMONS)
        told.push(
          ...chain.flatMap((note, at) => (note.ownOf ? [] : [{ note, clusterId, seq: places[at]! }])),
        );
    }
    if (told.length > 0) await tellWebhooks(client, told);
  }
}

/**
 * Reading waits for nothing it need not wait for: the first question goes out with the opening, questions asked at once travel at
 * once, and the answer is given while the transaction still closes.
 */
async function readOn<T>(pool: Pool, opening: string, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  setPipeline(client, true);
  const close = (end: "commit" | "rollback") =>
    client.query(end).then(
      () => {
        setPipeline(client, false);
        client.release();
      },
      (lost: Error) => client.release(lost),
    );
  try {
    sendTogether(client);
    const opened = client.query(opening);
    // Where the work fails before it has asked anything, nobody else listens to this.
    opened.catch(() => {});
    const [result] = await Promise.all([work(queriesOn(client, opened)), opened]);
    void close("commit");
    return result;
  } catch (error) {
    await close("rollback");
    throw error;
  }
}

/** Between transactions a connection may change over; COPY, which only the system uses, cannot share one with other questions. */
function setPipeline(client: PoolClient, on: boolean) {
  (client as { pipeline: boolean }).pipeline = on;
}

/** Every entry of a cluster's log may be wanted elsewhere; its tellings are jobs of the same transaction, queued in one go. */
const tellWebhooks = (
  client: PoolClient,
  told: readonly { note: AuditNote; clusterId: string; seq: number }[],
) =>
  client.query(
    `select enqueue('webhooks.deliver', json_build_object('clusterId', cluster, 'id', delivery))
     from tell_webhooks($1, $2, $3, $4)`,
    [
      told.map(({ clusterId }) => clusterId),
      told.map(({ seq }) => seq),
      told.map(({ note }) => note.subjectKind),
      told.map(({ note }) => `kontor.${note.action}`),
    ],
  );

async function post(client: PoolClient, letter: Letter) {
  const id = uuidv7();
  await client.query(
    "insert into mail (id, to_address, subject, body, headers, calendar) values ($1, $2, $3, $4, $5, $6)",
    [
      id,
      letter.to,
      letter.subject.replaceAll(/[\r\n\0]+/g, " "),
      letter.body,
      JSON.stringify(letter.headers ?? {}),
      letter.calendar ?? null,
    ],
  );
  await client.query("select enqueue('mail.send', $1)", [JSON.stringify({ mailId: id })]);
}

export function queriesOn(client: PoolClient, opened?: Promise<unknown>): Db {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ClientDriver(client, opened),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [camelCase],
  });
}

/**
 * Many ask at once: nobody's query takes the other core for itself.
 * One text, one trip to the server. `set local` rather than `set_config()`, because only the former reaches
 * the workers of a distributed database. Every value is checked against its alphabet: nothing here is quoted by hand.
 */
export function statedAsker(actor: Actor): string {
  const set = (name: string, value: string) => (value === "" ? "" : `set local app.${name} = '${value}'; `);
  return (
    "set local role kontor_app; set local statement_timeout = '10s'; set local max_parallel_workers_per_gather = 0; set local app.asker = 'on'; " +
    set("cluster_id", uuid(actor.clusterId)) +
    set("person_id", uuid(actor.personId)) +
    set("organisation_id", uuid(actor.organisationId)) +
    set("own_organisations", actor.ownOrganisations.map(uuid).join(",")) +
    set("levels", actor.levels.map(word).join(",")) +
    set("groups", actor.groups.map(uuid).join(",")) +
    set("granted_see", actor.grantedSee.map(uuid).join(",")) +
    set("granted_edit", actor.grantedEdit.map(uuid).join(",")) +
    set("office", actor.office ? word(actor.office) : "") +
    set("operator", actor.operator ? "on" : "")
  );
}

function uuid(value: string | null): string {
  if (value !== null && !UUID.test(value)) throw new Error("An id of the asker is not a UUID.");
  return value ?? "";
}

function word(value: string): string {
  if (!WORD.test(value)) throw new Error("A role of the asker is not a plain word.");
  return value;
}
