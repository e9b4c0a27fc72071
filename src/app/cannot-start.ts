import { makePool } from "./database/pool.ts";
import { loginTooStrong } from "./database/roles.ts";

/** A sentence for the person at the terminal; nothing is wrong with the program. */
export class CannotStart extends Error {}

/** A login that could look over the walls is refused before anything is written with it. */
export async function refuseStrongLogin(databaseUrl: string): Promise<void> {
  const pool = makePool(databaseUrl, 1);
  try {
    const problem = await loginTooStrong(pool);
    if (problem) throw new CannotStart(problem);
  } finally {
    await pool.end();
  }
}
