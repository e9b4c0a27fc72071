import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import type { PoolClient } from "pg";
import { statementName } from "./statement-names.ts";

/** Lets the query builder speak over a connection whose transaction the gateway has opened and will close. */
export class ClientDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(client: PoolClient) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const name = statementName(query.sql);
        const values = [...query.parameters];
        const result = await client.query(
          name ? { name, text: query.sql, values } : { text: query.sql, values },
        );
        return {
          rows: result.rows ?? [],
          ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }),
        };
      },
      // biome-ignore lint/correctness/useYield: streaming is refused, not implemented
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
