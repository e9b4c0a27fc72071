import type { Child } from "hono/jsx";
import type { Context } from "../../../../access/context.ts";
import type { Item } from "../store.ts";

interface Around {
  /** Buttons beside the title. */
  acts?: Child;
  beside?: Child;
  below?: Child;
}

/** What the other parts of the exchange show on the page of a need or an offer. */
export async function AroundItem(_: { ctx: Context; csrf: string; item: Item }): Promise<Around> {
  return {};
}
