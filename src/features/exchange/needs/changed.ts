import type { ClusterId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import type { Side } from "./rules.ts";

export interface Changed {
  clusterId: ClusterId;
  id: string;
  side: Side;
}

/** Whoever computes from needs and offers hears that one was opened, changed or closed, once this transaction has committed. */
export const needChanged = (unit: Unit, { clusterId, id, side }: Changed): Promise<void> =>
  unit.enqueue("exchange.needs.changed", { clusterId, id, side }, { key: `exchange.changed:${id}` });
