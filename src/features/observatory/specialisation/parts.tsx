import type { Child } from "hono/jsx";
import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Button, Empty, formatDate, formatNumber, Notice, PageHead } from "../../../ui/index.ts";
import { dataHref, datasetHref } from "../data/here.ts";
import { sayPictures } from "./messages.ts";
import type { Stage, Staged } from "./stage.ts";

export const regionName = ({ head }: Stage, index: number, locale: Locale): string =>
  head.regions.names[locale][index] ?? head.regions.codes[index]!;
/** "Hamburg" for "Hamburg, Freie und Hansestadt": in a sentence the kind of town goes without saying. */
export const shortRegion = (stage: Stage, index: number, locale: Locale): string =>
  regionName(stage, index, locale).split(",")[0]!.trim();
export const nameOfActivity = ({ head }: Stage, index: number, locale: Locale): string =>
  head.activities.names[locale][index] ?? head.activities.codes[index]!;

/** Numbers that may not be defined. */
export const sayNumber = (value: number, locale: Locale, digits = 0): string =>
  Number.isFinite(value) ? formatNumber(value, locale, digits) : "–";

/** Instead of a picture: why there is none, and what to do. */
export function NotYet({
  ctx,
  title,
  staged,
  path,
}: {
  ctx: Context;
  title: string;
  staged: Exclude<Staged, { kind: "ready" | "not-found" }>;
  path: string;
}) {
  const say = sayPictures(ctx.locale);
  return (
    <>
      <PageHead title={title} />
      {staged.kind === "none" ? (
        <Empty act={{ label: say("none.act"), href: dataHref(ctx) }}>{say("none.text")}</Empty>
      ) : (
        <Notice tone="wait">
          <p>{say("computing", { title: staged.dataset.title[ctx.locale] })}</p>
          <p>
            <Button href={path}>{say("computing.act")}</Button>
          </p>
        </Notice>
      )}
    </>
  );
}

/** Source, coverage, period, day of computing, the dataset, and the formula behind a picture. */
export function PictureSource({
  ctx,
  stage,
  formula,
  period = stage.period,
}: {
  ctx: Context;
  stage: Stage;
  formula?: Child;
  period?: string | undefined;
}) {
  const say = sayPictures(ctx.locale);
  const { head } = stage;
  return (
    <>
      {coverage(ctx, stage, period)}
      {" · "}
      <a href={datasetHref(ctx, head.slug)}>{say("source.dataset")}</a>
      {head.licence ? ` · ${head.licence}` : ""}
      {head.credit ? ` · ${head.credit}` : ""}
      {formula ? <> · {formula}</> : null}
    </>
  );
}

function coverage({ locale }: Context, { head, level, counted, computedAt }: Stage, period: string) {
  return sayPictures(locale)("source.coverage", {
    source: head.source || head.title[locale],
    regions: formatNumber(level.regions.length, locale),
    activities: formatNumber(counted.length, locale),
    period,
    date: formatDate(computedAt, locale),
  });
}
