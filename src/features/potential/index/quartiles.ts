import { quantile } from "d3-array";

/**
 * Lower quartile, median and upper quartile, Hyndman and Fan's seventh kind, as spreadsheets do it. It neither rounds nor asks how many
 * they are: whoever shows them has to, so that a quartile is nobody's own figure.
 */
export const quartilesOf = (values: readonly number[]): [lower: number, median: number, upper: number] => [
  quantile(values, 0.25)!,
  quantile(values, 0.5)!,
  quantile(values, 0.75)!,
];
