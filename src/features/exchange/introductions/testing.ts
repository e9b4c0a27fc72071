import { makePool } from "../../../app/database/pool.ts";
import type { World } from "../../../app/testing/world.ts";

export interface Notice {
  to: { organisation?: string; team?: string };
  topic: string;
  text: { en: string; de: string };
  href: string;
  act?: { act: string; subject: Record<string, string> }[];
}

/** The queue of a small world, looked into: what the house would tell, and what it would tell whom. */
export function queueOf(world: World) {
  const pool = makePool(world.adminUrl, 1);
  const take = async (task: string) => {
    const { rows } = await pool.query(
      `with taken as (
         delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier = $1 returning j.id, j.payload)
       select payload from taken order by id`,
      [task],
    );
    return rows.map(({ payload }) => payload as Record<string, unknown>);
  };
  return {
    close: () => pool.end(),
    /** Carries out what was to be told of introductions since the last time, and answers the notices it made. */
    async told(): Promise<Notice[]> {
      await take("notices.deliver");
      for (const payload of await take("exchange.introductions.tell"))
        await world.job("exchange.introductions.tell", payload);
      return (await take("notices.deliver")).map(({ notice }) => notice as Notice);
    },
    async letters(): Promise<
      { toAddress: string; subject: string; body: string; calendar: string | null }[]
    > {
      const { rows } = await pool.query(
        "select to_address, subject, body, calendar from mail where calendar is not null order by id",
      );
      return rows.map(({ to_address, ...rest }) => ({ toAddress: to_address, ...rest }));
    },
    sql: (text: string, values: unknown[] = []) => pool.query(text, values),
  };
}
