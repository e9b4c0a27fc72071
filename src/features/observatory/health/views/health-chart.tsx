import { ChartFrame, type ChartFrameProps, formatDate } from "../../../../ui/index.ts";
import type { Stage } from "./stage.ts";

type Given = "locale" | "untitled" | "download";
interface Props<T> extends Omit<ChartFrameProps<T>, Given> {
  stage: Stage;
  /** Its name in addresses. */
  chart: string;
}

/** A chart of this network in the year it shows, to be taken along with what it was made of and when. */
export function HealthChart<T>({ stage, chart, title, ...rest }: Props<T>) {
  const { ctx, say, health, clusterName, section, picture, to } = stage;
  const ofYear = section === "time" ? {} : { year: String(picture.year) };
  return (
    <ChartFrame
      locale={ctx.locale}
      title={`${title} · ${[clusterName, ...Object.values(ofYear)].join(", ")}`}
      untitled
      source={`${say(`made.${health.madeOf}`, { date: formatDate(health.computedAt, ctx.locale) })} ${say("reckon.source")}`}
      download={{ chart, path: to.path, query: { ...to.query, ...ofYear } }}
      {...rest}
    />
  );
}
