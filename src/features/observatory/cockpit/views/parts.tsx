import type { Child } from "hono/jsx";
import type { Locale } from "../../../../kernel/locale.ts";
import { Button, type ButtonProps, Tag } from "../../../../ui/index.ts";
import { sayCockpit } from "../messages.ts";
import type { Point, Standing } from "../rules.ts";

/** One act with nothing to fill in. */
export const Act = ({
  action,
  csrf,
  kind,
  hidden = {},
  children,
}: {
  action: string;
  csrf: string;
  kind?: ButtonProps["kind"];
  hidden?: Readonly<Record<string, string>>;
  children?: Child;
}) => (
  <form action={action} method="post">
    <input type="hidden" name="csrf" value={csrf} />
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button kind={kind}>{children}</Button>
  </form>
);

export function StandingTag({ standing, locale }: { standing: Pick<Standing, "reached">; locale: Locale }) {
  const say = sayCockpit(locale);
  if (standing.reached === null) return <Tag>{say("standing.unknown")}</Tag>;
  return standing.reached ? (
    <Tag tone="good">{say("standing.reached")}</Tag>
  ) : (
    <Tag tone="stop">{say("standing.missed")}</Tag>
  );
}

const WIDTH = 84;
const HEIGHT = 20;

/** A line so small that it only tells up from down; the figures stand on the indicator's page. */
export function Spark({ points }: { points: readonly Point[] }) {
  if (points.length < 2) return null;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (i: number) => 2 + (i * (WIDTH - 4)) / (points.length - 1);
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - 3 - ((value - low) * (HEIGHT - 6)) / (high - low);
  const line = points.map(({ value }, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={line} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" />
      <circle
        cx={x(points.length - 1).toFixed(1)}
        cy={y(values.at(-1)!).toFixed(1)}
        r="2"
        fill="currentColor"
      />
    </svg>
  );
}
