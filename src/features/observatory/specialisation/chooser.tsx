import { raw } from "hono/html";
import { LRUCache } from "lru-cache";
import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { escaped } from "../../../ui/charts/markup.ts";
import { Button, fieldId } from "../../../ui/index.ts";
import type { DatasetRow } from "../data/panel.ts";
import { sayPictures } from "./messages.ts";
import { regionName } from "./parts.tsx";
import type { Stage } from "./stage.ts";

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
  ask: readonly ("region" | "from")[];
}) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { head, ready, measure, period, from } = stage;
  const earlier = ready.periods.slice(0, ready.periods.indexOf(period));
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
        {ask.includes("region") ? (
          <RegionField
            stage={stage}
            locale={locale}
            name="region"
            label={say("choose.region")}
            value={head.regions.codes[stage.region]!}
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

/** One region of the level: chosen by its name, or of very many typed by its code. */
export function RegionField({
  stage,
  locale,
  name,
  label,
  value,
}: {
  stage: Stage;
  locale: Locale;
  name: string;
  label: string;
  value?: string;
}) {
  return (
    <div class="field">
      <label for={fieldId(name)}>{label}</label>
      {stage.level.regions.length > MOST_CHOICES ? (
        <input id={fieldId(name)} name={name} value={value} />
      ) : (
        <select id={fieldId(name)} name={name}>
          {raw(regionOptions(stage, locale, value))}
        </select>
      )}
    </div>
  );
}

/** By the version and its level: hundreds of names are put in order once, and written once. */
const written = new LRUCache<string, string>({ max: 40 });

function regionOptions(stage: Stage, locale: Locale, chosen: string | undefined): string {
  const { head, level } = stage;
  const key = [head.datasetId, head.version, level.key, locale].join(" ");
  let options = written.get(key);
  if (options === undefined) {
    const { compare } = new Intl.Collator(locale);
    options = level.regions
      .map((one) => [head.regions.codes[one]!, regionName(stage, one, locale)] as const)
      .sort((a, b) => compare(a[1], b[1]))
      .map(([code, name]) => `<option value="${escaped(code)}">${escaped(name)}</option>`)
      .join("");
    written.set(key, options);
  }
  if (chosen === undefined) return options;
  const open = `<option value="${escaped(chosen)}"`;
  return options.replace(`${open}>`, () => `${open} selected="">`);
}
