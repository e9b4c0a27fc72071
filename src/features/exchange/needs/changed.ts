import type { ClusterId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import type { Side } from "./rules.ts";

export interface Changed {
  clusterId: ClusterId;
  id: string;
  side: Side;
}

/** Whoever computes from needs and offers hears that one was opened, changed or closed, once this transaction has committed. */
export async function needChanged(unit: Unit, { clusterId, id, side }: Changed): Promise<void> {
  await unit.enqueue("exchange.needs.changed", { clusterId, id, side }, { key: `exchange.changed:${id}` });
  const forecast = "observatory.needs.forecast";
  if (side === "need") await unit.enqueue(forecast, { clusterId }, { key: `${forecast}:${clusterId}` });
}
