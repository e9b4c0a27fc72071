import { type Column, DataTable, formatNumber, Sheet } from "../../../ui/index.ts";
import { pictureHref } from "../specialisation/address.ts";
import { nameOfActivity, PictureSource, sayNumber, shortRegion } from "../specialisation/parts.tsx";
import type { DiversificationShown, Family } from "./gather.ts";
import { sayDiversification } from "./messages.ts";
import { HowSure } from "./parts.tsx";

/** Families of activities that share skills, suppliers and schools. */
export function CommonsSheet({ ctx, stage, families, accuracy }: DiversificationShown) {
  const { locale } = ctx;
  const say = sayDiversification(locale);
  const codeOf = (activity: number) => stage.head.activities.codes[activity]!;
  const columns: Column<Family>[] = [
    {
      key: "family",
      label: say("column.family"),
      value: ({ activities }) =>
        activities
          .slice(0, 3)
          .map((activity) => nameOfActivity(stage, activity, locale))
          .join(" · "),
    },
    {
      key: "has",
      label: say("column.has"),
      align: "end",
      value: ({ has, activities }) => say("column.has.of", { has, of: activities.length }),
    },
    {
      key: "people",
      label: say("column.people"),
      align: "end",
      value: ({ amount }) => formatNumber(amount, locale),
    },
    {
      key: "quotient",
      label: say("column.familyQuotient"),
      align: "end",
      value: ({ quotient }) => sayNumber(quotient, locale, 2),
    },
    {
      key: "lacks",
      label: say("column.lacks"),
      value: ({ lacks }) => (lacks === null ? "" : nameOfActivity(stage, lacks, locale)),
      href: ({ lacks }) =>
        lacks === null ? undefined : pictureHref(ctx, stage, `diversification/${codeOf(lacks)}`),
    },
  ];
  return (
    <Sheet title={say("commons.title")} id="commons">
      <p>
        {say("commons.sentence", { region: shortRegion(stage, stage.region, locale) })}{" "}
        <HowSure ctx={ctx} stage={stage} accuracy={accuracy} />
      </p>
      <DataTable locale={locale} caption={say("commons.title")} columns={columns} rows={families} />
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={say("formula.commons")} />
      </p>
    </Sheet>
  );
}
