// A process for tests to kill. `subject.ts lock FOLDER` takes the lock and waits; `subject.ts write FOLDER [ROWS]` opens the
// database as `kontor start` does and writes row after row over several connections, naming each row once the database has
// acknowledged it.
import { join } from "node:path";
import { Pool } from "pg";
import { takeLock } from "../lock.ts";
import { openDatabase } from "../open-database.ts";

const WRITERS = 4;

const [mode, folder, rows] = process.argv.slice(2) as ["lock" | "write", string, string?];

if (mode === "lock") {
  const taken = await takeLock(folder);
  console.log(taken.ok ? "taken" : `refused, held by ${taken.holder?.pid}`);
  if (taken.ok) setInterval(() => {}, 1000);
} else {
  const config = { data: folder, database: { kind: "embedded", folder: join(folder, "postgres") } } as const;
  const opened = await openDatabase(config, "serve");
  if (!opened.ok) throw new Error("The folder is taken.");
  const pool = new Pool({ connectionString: opened.value.url, max: WRITERS });
  pool.on("error", () => {});
  await pool.query("create table if not exists row (id bigint generated always as identity)");
  let left = Number(rows ?? Number.POSITIVE_INFINITY);
  const write = async () => {
    while (left-- > 0) {
      const answer = await pool.query("insert into row default values returning id");
      console.log(answer.rows[0].id);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await pool.end();
  await opened.value.close();
}
