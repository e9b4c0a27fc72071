import pg from "pg";

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
// A date is a day, not a moment: as text it survives every time zone.
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export function makePool(url: string, max: number, options?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    ...(options ? { options } : {}),
    types,
  });
  // An idle connection that breaks (the database restarts) must not take the program along.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
