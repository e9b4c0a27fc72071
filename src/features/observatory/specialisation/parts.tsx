import type { Child } from "hono/jsx";
import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  Button,
  Empty,
  fieldId,
  formatDate,
  formatNumber,
  Notice,
  PageHead,
  type QueryChange,
} from "../../../ui/index.ts";
import { dataHref, datasetHref } from "../data/here.ts";
import type { DatasetRow } from "../data/panel.ts";
import { pictureHref } from "./address.ts";
import { sayPictures } from "./messages.ts";
import type { Stage, Staged } from "./stage.ts";
import { activityName, shortName } from "./words-of-activities.ts";

export const regionName = ({ head }: Stage, index: number, locale: Locale): string =>
  head.regions.names[locale][index] ?? head.regions.codes[index]!;
export const shortRegion = (stage: Stage, index: number, locale: Locale): string =>
  shortName(regionName(stage, index, locale));
export const nameOfActivity = ({ head }: Stage, index: number, locale: Locale): string =>
  activityName(head, index, locale);

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

interface SelectProps {
  name: string;
  label: string;
  value: string;
  choices: readonly (readonly [value: string, label: string])[];
}

const Select = ({ name, label, value, choices }: SelectProps) => (
  <div class="field">
    <label for={fieldId(name)}>{label}</label>
    <select id={fieldId(name)} name={name}>
      {choices.map(([code, words]) => (
        <option value={code} selected={code === value}>
          {words}
        </option>
      ))}
    </select>
  </div>
);

/** More choices than this are typed by their code. */
const MOST_CHOICES = 700;

/** The state of the page as a form: it goes into the address. */
export function Chooser({
  ctx,
  stage,
  path,
  ask,
}: {
  ctx: Context;
  stage: Stage;
  path: string;
  /** Which of them this page asks for. */
  ask: readonly ("region" | "activity" | "from")[];
}) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { head, ready, level, measure, period, from, counted } = stage;
  const earlier = ready.periods.slice(0, ready.periods.indexOf(period));
  const byName = (a: readonly [string, string], b: readonly [string, string]) =>
    a[1].localeCompare(b[1], locale);
  return (
    <filter-form>
      <form class="row" method="get" action={path} aria-label={say("choose.label")}>
        <Select
          name="dataset"
          label={say("choose.dataset")}
          value={head.slug}
          choices={stage.datasets.map((one: DatasetRow) => [one.slug, one.title[locale]] as const)}
        />
        {head.measures.length > 1 ? (
          <Select
            name="measure"
            label={say("choose.measure")}
            value={measure.key}
            choices={head.measures
              .filter(({ key }) => ready.measures.includes(key))
              .map(({ key, label }) => [key, label[locale]] as const)}
          />
        ) : null}
        {ask.includes("region") && level.regions.length <= MOST_CHOICES ? (
          <Select
            name="region"
            label={say("choose.region")}
            value={head.regions.codes[stage.region]!}
            choices={level.regions
              .map((one) => [head.regions.codes[one]!, regionName(stage, one, locale)] as const)
              .sort(byName)}
          />
        ) : null}
        {ask.includes("region") && level.regions.length > MOST_CHOICES ? (
          <div class="field">
            <label for={fieldId("region")}>{say("choose.region")}</label>
            <input id={fieldId("region")} name="region" value={head.regions.codes[stage.region]!} />
          </div>
        ) : null}
        {ask.includes("activity") && counted.length <= MOST_CHOICES ? (
          <Select
            name="activity"
            label={say("choose.activity")}
            value={stage.activity === null ? "" : head.activities.codes[stage.activity]!}
            choices={counted
              .map((one) => [head.activities.codes[one]!, nameOfActivity(stage, one, locale)] as const)
              .sort(byName)}
          />
        ) : null}
        <Select
          name="period"
          label={say("choose.period")}
          value={period}
          choices={ready.periods.toReversed().map((one) => [one, one] as const)}
        />
        {ask.includes("from") && earlier.length > 0 ? (
          <Select
            name="from"
            label={say("choose.from")}
            value={from ?? ""}
            choices={earlier.map((one) => [one, one] as const)}
          />
        ) : null}
        <Button>{say("choose.act")}</Button>
      </form>
    </filter-form>
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

export function coverage({ locale }: Context, { head, level, counted, computedAt }: Stage, period: string) {
  return sayPictures(locale)("source.coverage", {
    source: head.source || head.title[locale],
    regions: formatNumber(level.regions.length, locale),
    activities: formatNumber(counted.length, locale),
    period,
    date: formatDate(computedAt, locale),
  });
}

/** A picture as a file, and its address with everything said in it. */
export function PictureLinks({
  ctx,
  stage,
  page,
  picture,
  change = {},
}: {
  ctx: Context;
  stage: Stage;
  page: Parameters<typeof pictureHref>[2];
  picture: string;
  change?: QueryChange;
}) {
  const say = sayPictures(ctx.locale);
  const as = (format: string) => pictureHref(ctx, stage, page, { ...change, picture, format });
  return (
    <p class="src">
      {say("file.picture")} <a href={as("svg")}>{say("file.svg")}</a>,{" "}
      <a href={as("png")}>{say("file.png")}</a>
      {" · "}
      <a href={pictureHref(ctx, stage, page, change)}>{say("source.address")}</a>
    </p>
  );
}
