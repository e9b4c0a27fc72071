import type { SystemUnit } from "../src/kernel/gateway.ts";

/**
 * The official statistics that come along are read by a job, and so are the clusters' own records counted: nobody waits for them when
 * the house opens for the first time.
 */
export async function fillDatasets({ enqueue }: SystemUnit): Promise<void> {
  for (const job of ["observatory.data.ship", "observatory.data.own"]) await enqueue(job, {}, { key: job });
}
