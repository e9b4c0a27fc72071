import type { Context } from "../../../access/context.ts";
import { address, type Query, type QueryChange } from "../../../ui/index.ts";
import type { Stage } from "./stage.ts";

type Page =
  | "specialisation"
  | "diversification"
  | `regions/${string}`
  | `activities/${string}`
  | `diversification/${string}`;

export function picturePath(ctx: Context, page: Page): string {
  const [part, ...rest] = page.split("/");
  return `/clusters/${ctx.cluster!.slug}/observatory/${[part, ...rest.map(encodeURIComponent)].join("/")}`;
}

/** Everything that was said, as it lies in the address of a page. */
export function pictureState(stage: Stage, page: Page): Query {
  const { head, measure, period, from, region, activity, compared } = stage;
  const part = partOf(page);
  return {
    dataset: head.slug,
    measure: measure.key === head.measures[0]?.key ? undefined : measure.key,
    period,
    from: from ?? undefined,
    region: part === "regions" ? undefined : head.regions.codes[region],
    activity: part === "specialisation" && activity !== null ? head.activities.codes[activity] : undefined,
    with: part === "specialisation" ? compared.map((one) => head.regions.codes[one]!) : undefined,
  };
}

const queries = new WeakMap<Stage, Map<string, string>>();

/** A page of the same panel with the same state; what the change names is another. */
export function pictureHref(ctx: Context, stage: Stage, page: Page, change?: QueryChange): string {
  const path = picturePath(ctx, page);
  if (change) return address(path, pictureState(stage, page), change);
  // A page has hundreds of these that say the same after the question mark.
  const known = queries.get(stage) ?? new Map<string, string>();
  queries.set(stage, known);
  const part = partOf(page);
  const query = known.get(part) ?? address("", pictureState(stage, page));
  known.set(part, query);
  return path + query;
}

const partOf = (page: Page): string => page.split("/")[0]!;

const ANY_REGION = "any-region-of-the-map";

/** The specialisation of any region, with this activity on its map. */
export function hrefOfRegions(ctx: Context, stage: Stage, activity: string): (region: number) => string {
  const href = pictureHref(ctx, stage, "specialisation", { region: ANY_REGION, activity });
  const [before = "", after = ""] = href.split(ANY_REGION);
  const { codes } = stage.head.regions;
  return (region) => before + encodeURIComponent(codes[region]!) + after;
}
