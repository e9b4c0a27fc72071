import { setImmediate } from "node:timers/promises";
import type { Job } from "../../../access/feature.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { type Pair, pairSteps } from "./candidates.ts";
import { type Comparable, prepare } from "./prepare.ts";

/**
 * Has duplicates looked for once this transaction has committed: among all, or for those that are new or changed. Imports say so, and
 * whoever adds or changes an organisation.
 */
export const findDuplicates = (unit: Pick<Unit, "enqueue">, ids?: readonly string[]): Promise<void> =>
  unit.enqueue(
    "registry.duplicates",
    ids === undefined || ids.length > MANY ? {} : { ids },
    ids === undefined || ids.length > MANY ? { key: "registry.duplicates" } : {},
  );

/** Beyond so many it is the same work as for all. */
const MANY = 2000;

/** Looks for pairs and keeps them; what is not likely any more goes. */
export const duplicatesJob: Job = async ({ ids }, house) => {
  const only = Array.isArray(ids) ? ids.map(String) : null;
  const organisations = await house.system("looking for duplicates", ({ db }) =>
    db
      .selectFrom("organisation")
      .select(["id", "name", "shortName", "country", "city", "street", "postal", "lat", "lon", "url"])
      .select(["vat", "lei", "ror", "pic", "registerNumber"])
      .execute(),
  );
  const pairs = await lookThrough(organisations, only);
  await house.system("looking for duplicates", async ({ client }) => {
    const ordered = pairs.map(({ a, b }) => [a, b].sort() as [string, string]);
    const [low, high] = [ordered.map((pair) => pair[0]), ordered.map((pair) => pair[1])];
    await client.query(
      `delete from duplicate d where ($3::uuid[] is null or d.low_id = any ($3) or d.high_id = any ($3))
         and not exists (select from unnest($1::uuid[], $2::uuid[]) f (low, high) where f.low = d.low_id and f.high = d.high_id)`,
      [low, high, only],
    );
    // Somebody may be merged away while one looks.
    await client.query(
      `insert into duplicate (low_id, high_id, score, reasons)
       select low, high, score, string_to_array(reasons, ' ') from unnest($1::uuid[], $2::uuid[], $3::real[], $4::text[]) f (low, high, score, reasons)
       where exists (select from organisation o where o.id = low) and exists (select from organisation o where o.id = high)
       on conflict (low_id, high_id) do update set score = excluded.score, reasons = excluded.reasons`,
      [low, high, pairs.map(({ score }) => score), pairs.map(({ reasons }) => reasons.join(" "))],
    );
  });
};

/** As long as one may keep the others waiting. */
const TURN_MS = 8;

async function lookThrough(
  organisations: readonly Comparable[],
  only: readonly string[] | null,
): Promise<Pair[]> {
  let turn = performance.now();
  const breathe = async () => {
    if (performance.now() - turn < TURN_MS) return;
    await setImmediate();
    turn = performance.now();
  };
  const prepared = [];
  for (const organisation of organisations) {
    prepared.push(prepare(organisation));
    await breathe();
  }
  const steps = pairSteps(prepared, only ? { among: new Set(only) } : {});
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breathe();
  }
}
