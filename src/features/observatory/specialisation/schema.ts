import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { ChartParam } from "../../../ui/index.ts";

const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Code = z.string().trim().min(1).max(40);
const Period = z.string().trim().min(1).max(20);
const Key = z.string().trim().min(1).max(60);

/** Up to ten regions beside one another. */
export const MOST_COMPARED = 10;

const listOf = (value: unknown): unknown[] =>
  [value ?? []]
    .flat()
    .flatMap((one) => (typeof one === "string" ? one.split(",") : one))
    .filter((one) => one !== "");

const asked = {
  dataset: Slug.optional(),
  measure: Key.optional(),
  period: Period.optional(),
  /** Growth is counted from here on. */
  from: Period.optional(),
  region: Code.optional(),
  activity: Code.optional(),
};

/** Tolerant: an odd value in the address is left out, and the page still shows. */
const tolerant = {
  dataset: asked.dataset.catch(undefined),
  measure: asked.measure.catch(undefined),
  period: asked.period.catch(undefined),
  from: asked.from.catch(undefined),
  region: asked.region.catch(undefined),
  activity: asked.activity.catch(undefined),
};

/** The state of a picture, as it lies in the address. */
export const PictureQuery = z.object({
  ...tolerant,
  with: z.preprocess(
    (value) =>
      listOf(value)
        .filter((one) => Code.safeParse(one).success)
        .slice(0, MOST_COMPARED),
    z.array(Code).max(MOST_COMPARED),
  ),
  sort: z.string().max(20).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
  chart: ChartParam,
});
export type PictureQuery = z.output<typeof PictureQuery>;

export const PictureApiQuery = z.strictObject({
  ...asked,
  with: z.preprocess(listOf, z.array(Code).max(MOST_COMPARED)).optional(),
});

/** What a page or a program asked for. */
export interface Asked {
  dataset?: string | undefined;
  measure?: string | undefined;
  period?: string | undefined;
  from?: string | undefined;
  region?: string | undefined;
  activity?: string | undefined;
  with?: readonly string[] | undefined;
}

export const RegionPath = ClusterPath.extend({ region: Code });
export const ActivityPath = ClusterPath.extend({ activity: Code });
