import type { Context } from "../../../access/context.ts";
import { type Column, DataTable, formatNumber, Tag } from "../../../ui/index.ts";
import { platformsHref } from "../address.ts";
import { sayPotential } from "../messages.ts";
import type { IndexRead } from "./actions.ts";
import { points } from "./figures.tsx";
import type { Score } from "./round-result.ts";

/** Everything an index was made of, each marked with where it comes from. */
export function LookedTable({
  ctx,
  questionnaire,
  score,
  medians,
  evidence,
}: {
  ctx: Context;
  questionnaire: IndexRead["questionnaire"];
  score: Score;
  medians: Record<string, number> | null;
  evidence?: ReadonlyMap<string, string>;
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const names = new Map(
    [...questionnaire.questions, ...questionnaire.indicators].map((one) => [one.key, one.text[locale]]),
  );
  const sections = new Map(questionnaire.sections.map(({ key, title }) => [key, title[locale]]));
  type Row = Score["looked"][number];
  const columns: Column<Row>[] = [
    { key: "what", label: say("column.what"), value: ({ key }) => names.get(key) ?? key },
    {
      key: "section",
      label: say("column.section"),
      wideOnly: true,
      value: ({ section }) => sections.get(section),
    },
    {
      ...{ key: "source", label: say("column.source") },
      value: ({ source, key }) => (
        <>
          <Tag tone={source === "answer" ? "plain" : "good"}>{say(`looked.${source}`)}</Tag>
          {evidence?.get(key) ? <small> {evidence.get(key)}</small> : null}
        </>
      ),
      href: ({ key, source }) => (source === "answer" ? undefined : evidenceHref(ctx, questionnaire, key)),
    },
    {
      ...{ key: "value", label: say("column.value") },
      value: (one) => saidValue(ctx, questionnaire, one) ?? <em>{say("looked.unknown")}</em>,
    },
    { key: "score", label: say("column.score"), align: "end", value: (one) => points(one.score, locale) },
    ...(medians
      ? [
          {
            ...{ key: "median", label: say("column.median"), align: "end" as const },
            value: (one: Row) => points(medians[one.key], locale),
          },
        ]
      : []),
  ];
  return <DataTable locale={locale} caption={say("looked.title")} columns={columns} rows={score.looked} />;
}

/** The records or the dataset behind a figure. */
function evidenceHref(ctx: Context, questionnaire: IndexRead["questionnaire"], key: string): string {
  const cluster = `/clusters/${ctx.cluster!.slug}`;
  const measure = questionnaire.indicators.find((one) => one.key === key)?.measure;
  if (measure === "projects" || measure === "joint-projects") return `${cluster}/projects`;
  if (measure === "platforms" || measure === "common-platforms") return platformsHref(ctx.cluster!);
  if (measure === "specialisation") return `${cluster}/observatory/data/de-kreis-occupation`;
  if (measure === "competences" || measure === "research-members") return `${cluster}/organisations`;
  return `${cluster}/network`;
}

/** Told in percent. */
const SHARES: readonly string[] = ["digital-links", "linked-members", "research-members", "common-platforms"];

/** An answer or a figure in the words of the page. */
export function saidValue(
  ctx: Context,
  questionnaire: IndexRead["questionnaire"],
  { key, value }: Pick<Score["looked"][number], "key" | "value">,
): string | null {
  const { locale } = ctx;
  const say = sayPotential(locale);
  if (value === null) return null;
  const question = questionnaire.questions.find((one) => one.key === key);
  if (typeof value === "number") {
    const measure = questionnaire.indicators.find((one) => one.key === key)?.measure;
    const unit = question?.unit?.[locale] ?? (measure && SHARES.includes(measure) ? "%" : undefined);
    return unit ? `${formatNumber(value, locale, 1)} ${unit}` : formatNumber(value, locale, 2);
  }
  if (question?.kind === "scale") return say(`scale.${value as "0"}`);
  if (question?.kind === "yes-no") return say(`said.${value as "yes"}`);
  const chosen = [value].flat();
  const words = (question?.choices ?? [])
    .filter((one) => chosen.includes(one.key))
    .map(({ text }) => text[locale]);
  return words.length > 0 ? words.join(", ") : String(value);
}
