import { sql } from "kysely";
import { can } from "../../access/can.ts";
import type { Context } from "../../access/context.ts";
import { points } from "./index/figures.tsx";
import { sayPotential } from "./messages.ts";
import type { Both } from "./questionnaires/schema.ts";

/**
 * What the newest round tells: the median of members that answered, or the index of the cluster itself. Both are made of many or said
 * by the team of the cluster, so whoever may see potential may see them.
 */
export async function findPotentialHeadline(
  ctx: Context,
): Promise<{ figure: string; text: string; at: Date } | null> {
  const { actor, cluster, locale } = ctx;
  if (!cluster || !can(actor, "potential.see", { clusterId: cluster.id })) return null;
  const { rows } = await ctx.read((db) =>
    sql<{ about: "member" | "cluster"; title: Both; index: number; of: number | null; computedAt: Date }>`
      select * from (
        select r.about, r.content -> 'title' as title, p.computed_at, r.opened_at, (p.value ->> 'of')::int as of,
          -- by what the result itself is: whether the round goes with it may be asked later
          (case p.name when 'round' then p.value -> 'index' -> 'equal.arithmetic' ->> 'median'
            when 'cluster' then p.value -> 'index' ->> 'equal.arithmetic' end)::float8 as index
        from potential_result p join assessment_round r on r.cluster_id = p.cluster_id
          and case r.about when 'member' then p.name = 'round' and p.params = r.id::text
            else p.name = 'cluster' and p.params = r.questionnaire and p.value ->> 'roundId' = r.id::text end
        where p.cluster_id = ${cluster.id}::uuid) as told
      where index is not null order by about = 'cluster', opened_at desc limit 1`.execute(db),
  );
  const [told] = rows;
  if (!told) return null;
  const say = sayPotential(locale);
  const title = told.title[locale];
  return {
    figure: points(told.index, locale),
    text:
      told.about === "member"
        ? say("headline.round", { of: told.of!, title })
        : say("headline.cluster", { title }),
    at: told.computedAt,
  };
}
