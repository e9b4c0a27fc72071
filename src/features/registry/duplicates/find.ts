import { setImmediate } from "node:timers/promises";
import type { Job } from "../../../access/feature.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { type Pair, pairSteps } from "./candidates.ts";
import { type Comparable, prepare } from "./prepare.ts";

/**
 * Has those that are new or changed compared with all once this transaction has committed. Whoever adds an organisation says so, and
 * sheets at their end: all of them ask for one look, which takes whatever people wrote within the last day. A little later, where more
 * may follow. What a public source brings by tens of thousands is left to the night.
 */
export const findDuplicates = (
  unit: Pick<Unit, "enqueue">,
  { soon = false }: { soon?: boolean } = {},
): Promise<void> =>
  unit.enqueue(
    "registry.duplicates",
    { fresh: true },
    { key: "registry.duplicates", ...(soon ? { at: new Date(Date.now() + A_MINUTE) } : {}) },
  );

const A_MINUTE = 60_000;
/** All are looked at every night; an hour more than a day leaves no gap. */
const FRESH = 25 * 60 * A_MINUTE;

/** Looks for pairs and keeps them; what is not likely any more goes. */
export const duplicatesJob: Job = async ({ fresh }, house) => {
  const since = new Date(house.now().getTime() - FRESH);
  const organisations = await house.system("looking for duplicates", ({ db }) =>
    db
      .selectFrom("organisation")
      .select(["id", "name", "shortName", "country", "city", "street", "postal", "lat", "lon", "url"])
      .select(["vat", "lei", "ror", "pic", "registerNumber", "source", "updatedAt"])
      .execute(),
  );
  const isFresh = (one: (typeof organisations)[number]) =>
    !one.source.startsWith("cordis") && one.updatedAt > since;
  const only = fresh === true ? organisations.filter(isFresh).map(({ id }) => id) : null;
  if (only?.length === 0) return;
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
