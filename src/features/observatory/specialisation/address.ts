import type { Context } from "../../../access/context.ts";
import { address, type QueryChange } from "../../../ui/index.ts";
import type { Stage } from "./stage.ts";

type Page =
  | "specialisation"
  | "diversification"
  | `regions/${string}`
  | `activities/${string}`
  | `diversification/${string}`;

/** A page of the same panel with the same state; what the change names is another. */
export function pictureHref(ctx: Context, stage: Stage, page: Page, change: QueryChange = {}): string {
  const { head, measure, period, from, region, activity, compared } = stage;
  const [part, ...rest] = page.split("/");
  const path = `/clusters/${ctx.cluster!.slug}/observatory/${[part, ...rest.map(encodeURIComponent)].join("/")}`;
  return address(
    path,
    {
      dataset: head.slug,
      measure: measure.key === head.measures[0]?.key ? undefined : measure.key,
      period,
      from: from ?? undefined,
      region: part === "regions" ? undefined : head.regions.codes[region],
      activity: part === "specialisation" && activity !== null ? head.activities.codes[activity] : undefined,
      with: part === "specialisation" ? compared.map((one) => head.regions.codes[one]!) : undefined,
    },
    change,
  );
}
