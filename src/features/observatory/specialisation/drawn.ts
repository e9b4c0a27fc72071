import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { LRUCache } from "lru-cache";
import type { Context } from "../../../access/context.ts";
import type { Stage } from "./stage.ts";

/** Letters of pages kept: some sixty of the largest. */
const MOST_LETTERS = 16_000_000;

const drawn = new LRUCache<string, string>({
  maxSize: MOST_LETTERS,
  sizeCalculation: (html, key) => html.length + key.length,
});

/**
 * A page of nothing but what was computed of a version, in the state that its address says: drawn for the first who asks, and given as it
 * is to the next until something of that is another. Nothing may be on it that one asker sees and another does not, but for the datasets
 * to choose from, which are part of what tells pages apart.
 */
export async function drawnOnce(
  ctx: Context,
  stage: Stage,
  page: string,
  draw: () => Promise<Child>,
): Promise<Child> {
  const { datasets, computedAt, measure, period, from, region, activity, compared } = stage;
  const key = JSON.stringify([
    page,
    ctx.cluster!.slug,
    ctx.locale,
    [stage.head.slug, computedAt, measure.key, period, from, region, activity, compared],
    datasets,
  ]);
  let html = drawn.get(key);
  if (html === undefined) {
    html = String(await draw());
    drawn.set(key, html);
  }
  return raw(html);
}
