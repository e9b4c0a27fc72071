import type pg from "pg";
import type { Identity } from "../../access/identity.ts";
import type { PersonId } from "../../kernel/actor.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every role a person holds on a day, read anew for each request: what is taken away is gone at once. */
export const makeRolesOf =
  (pool: pg.Pool) =>
  async (personId: PersonId, today: string): Promise<Identity | null> => {
    if (!UUID.test(personId) || !/^\d{4}-\d\d-\d\d$/.test(today))
      throw new Error("Not a person's id or not a day.");
    const client = await pool.connect();
    let broken = true;
    try {
      const results = (await client.query(
        `begin read only; set local role kontor_system; select roles_of('${personId}', '${today}') as roles; commit`,
      )) as unknown as pg.QueryResult[];
      broken = false;
      const roles = results[2]?.rows[0]?.roles as Omit<Identity, "personId"> | null;
      return roles ? { personId, ...roles } : null;
    } finally {
      // A connection left in the middle of a transaction is not given to the next one.
      client.release(broken);
    }
  };

/** Why nothing may be done with this login, not even a migration: a sentence, or `null`. */
export async function loginTooStrong(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query(
    `select r.rolname, r.rolsuper, r.rolbypassrls from pg_roles r
     where r.rolname in (current_user, 'kontor_app', 'kontor_system') and (r.rolsuper or r.rolbypassrls)`,
  );
  if (rows.length > 0)
    return `The database role "${rows[0].rolname}" ${rows[0].rolsuper ? "is a superuser" : "bypasses row-level security"}, so it would see over every wall. Put a plain role into DATABASE_URL: create role kontor login createrole password '…'; alter database … owner to kontor.`;
  return null;
}

/** Why the second wall does not hold: a sentence, or `null` where it does. Asked of a migrated database. */
export async function walledOff(pool: pg.Pool): Promise<string | null> {
  const tooStrong = await loginTooStrong(pool);
  if (tooStrong) return tooStrong;
  const owned = await pool.query(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and r.rolname in ('kontor_app', 'kontor_system') limit 1`,
  );
  if (owned.rows.length > 0)
    return `The table "${owned.rows[0].relname}" belongs to the role that asks. Give it back: alter table ${owned.rows[0].relname} owner to kontor_owner.`;
  const open = await pool.query(
    `select pg_has_role('kontor_app', 'kontor_owner', 'member') or pg_has_role('kontor_app', 'kontor_system', 'member') as yes`,
  );
  if (open.rows[0].yes)
    return "The role kontor_app is a member of kontor_owner or kontor_system. Revoke it: the walls depend on it.";
  return null;
}
