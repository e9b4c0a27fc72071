import type pg from "pg";
import type { Engine, Jobs } from "../access/route.ts";
import type { Gateway } from "../kernel/gateway.ts";
import { verifyAudit } from "./database/audit.ts";

const SHOWN = 100;

/** The queue belongs to the login role, which no asker can take on: hence the pool and not the gateway. */
export const makeEngine = (pool: pg.Pool, gateway: Gateway): Engine => ({
  async jobs(): Promise<Jobs> {
    const counts = await pool.query(
      `select count(*) filter (where attempts < max_attempts and locked_at is null)::int as waiting,
         count(*) filter (where locked_at is not null)::int as running from graphile_worker.jobs`,
    );
    const failed = await pool.query(
      `select id::text, task_identifier as task, attempts, last_error as "lastError", updated_at as at
       from graphile_worker.jobs where attempts >= max_attempts and last_error is not null order by updated_at desc limit $1`,
      [SHOWN],
    );
    return { ...counts.rows[0], failed: failed.rows };
  },

  async retryJob(id) {
    if (!/^\d{1,18}$/.test(id)) return false;
    const { rows } = await pool.query(
      `select j.id from graphile_worker.jobs j where j.id = $1 and j.attempts >= j.max_attempts`,
      [id],
    );
    if (rows.length === 0) return false;
    await pool.query(
      "select graphile_worker.reschedule_jobs(array[$1::bigint], run_at => now(), attempts => 0)",
      [id],
    );
    return true;
  },

  verifyAudit: () => gateway.system("verifying the audit log", ({ client }) => verifyAudit(client)),
});
