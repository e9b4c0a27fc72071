import type { SystemUnit } from "../src/kernel/gateway.ts";

/** The official statistics that come along are read by a job: nobody waits for them when the house opens for the first time. */
export const fillDatasets = ({ enqueue }: SystemUnit): Promise<void> =>
  enqueue("observatory.data.ship", {}, { key: "observatory.data.ship" });
