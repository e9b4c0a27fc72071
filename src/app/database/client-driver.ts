import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import type { PoolClient } from "pg";
import { statementName } from "./statement-names.ts";

/**
 * Lets what is asked before this turn of the program ends travel together: each message on its own costs more than what it carries.
 */
export function sendTogether(client: PoolClient) {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Lets the query builder speak over a connection whose transaction the gateway has opened and will close. */
export class ClientDriver implements Driver {
  readonly #connection: DatabaseConnection;

  /** `opened` is the transaction's beginning where that is still on its way: nothing is answered before it is. */
  constructor(client: PoolClient, opened?: Promise<unknown>) {
    let last: Promise<unknown> = Promise.resolve();
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const { sql: text } = query;
        const name = statementName(text);
        const values = [...query.parameters];
        const ask = () => client.query(name ? { name, text, values } : { text, values });
        if (client.pipeline) sendTogether(client);
        // Elsewhere what is asked at once goes out one after the other, whatever became of the one before.
        const asked = client.pipeline ? ask() : last.then(ask, ask);
        last = asked;
        const [result] = await Promise.all([asked, opened]);
        return {
          rows: result.rows ?? [],
          ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }),
        };
      },
      // biome-ignore lint/correctness/useYield: streaming is refused on purpose
      async *streamQuery(): AsyncGenerator<never> {
        throw new Error("Read in pages: a stream would hold the asker's transaction open.");
      },
    };
  }

  async init() {}
  async acquireConnection() {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error("The gateway has opened the transaction already.");
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection() {}
  async destroy() {}
}
