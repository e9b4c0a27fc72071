import { max, min } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Child } from "hono/jsx";
import type { Locale } from "../../kernel/locale.ts";
import { formatNumber } from "../format.ts";
import { NoFigures } from "./chart-frame.tsx";
import { percent, type Series } from "./series.ts";

export interface Bar {
  label: string;
  /** The length, unless `parts` say what it is made of. */
  value?: number | undefined;
  /** In the order of `series`. */
  parts?: readonly number[] | undefined;
  series?: Series | undefined;
  href?: string | undefined;
  note?: Child;
}

export interface BarChartProps {
  locale: Locale;
  bars: readonly Bar[];
  /** The names of the parts, for stacked bars. */
  parts?: readonly { label: string; series: Series }[] | undefined;
  /** The axis in words: "projects since 2014". */
  axis?: string | undefined;
  /** A line through all bars, as the mean of the region. */
  reference?: { value: number; label: string } | undefined;
  format?: ((value: number) => string) | undefined;
}

/**
 * Bars one below the other. Names and values are text, so that long ones wrap, links are links, and who listens hears a list;
 * only the bars are drawn. Values below zero grow to the left.
 */
export function BarChart({ locale, bars, parts, axis, reference, format }: BarChartProps) {
  if (!bars.length) return <NoFigures locale={locale} />;
  const say = format ?? ((value: number) => formatNumber(value, locale, 1));
  const totals = bars.map(totalOf);
  const x = scaleLinear()
    .domain([
      Math.min(0, min(totals)!, reference?.value ?? 0),
      Math.max(0, max(totals)!, reference?.value ?? 0) || 1,
    ])
    .range([0, 100]);
  return (
    <div class="bars-frame">
      {parts ? <Key parts={parts} /> : null}
      <ul class="bars">
        {bars.map((bar, i) => (
          <li>
            <span>
              {bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}
              {bar.note ? <small>{bar.note}</small> : null}
            </span>
            <svg width="100%" height="16" aria-hidden="true">
              {bar.parts ? (
                stack(bar.parts, x).map(({ from, to }, part) => (
                  <rect class={`f${parts?.[part]?.series ?? 1}`} y="2" height="12" {...span(from, to)} />
                ))
              ) : (
                <rect class={`f${bar.series ?? 2}`} y="2" height="12" {...span(x(0), x(totals[i]!))} />
              )}
              {x.domain()[0]! < 0 ? <line class="zero" {...at(x(0))} y1="0" y2="16" /> : null}
              {reference ? <line class="reference" {...at(x(reference.value))} y1="-4" y2="20" /> : null}
            </svg>
            <b>{say(totals[i]!)}</b>
          </li>
        ))}
      </ul>
      {axis || reference ? (
        <p class="axis-words">
          {axis}
          {reference ? (
            <span class="reference-words">
              {axis ? " · " : ""}
              {reference.label}: {say(reference.value)}
            </span>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

const totalOf = (bar: Bar) => bar.parts?.reduce((sum, part) => sum + part, 0) ?? bar.value ?? 0;

const span = (from: number, to: number) => ({
  x: percent(Math.min(from, to)),
  width: percent(Math.abs(to - from)),
});
const at = (x: number) => ({ x1: percent(x), x2: percent(x) });

function stack(parts: readonly number[], x: (value: number) => number) {
  let sum = 0;
  return parts.map((part) => {
    const from = x(sum);
    sum += part;
    return { from, to: x(sum) };
  });
}

/** A part by its name and colour; a band is drawn in a paler one. */
interface KeyPart {
  label: string;
  series: Series;
  band?: boolean;
}

/** Names of the parts in their colours: read once, above the first bar. */
export const Key = ({ parts }: { parts: readonly KeyPart[] }) => (
  <ul class="key">
    {parts.map(({ label, series, band }) => (
      <li key={label}>
        <svg width="10" height="10" aria-hidden="true">
          <rect class={`f${series}`} fill-opacity={band ? 0.3 : undefined} width="10" height="10" />
        </svg>
        {label}
      </li>
    ))}
  </ul>
);
