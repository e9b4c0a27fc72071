import {
  Button,
  ChartFrame,
  type Column,
  DataTable,
  Empty,
  formatNumber,
  MatrixChart,
  pairsWithout,
  Sheet,
} from "../../../ui/index.ts";
import { pictureHref, picturePath, pictureState } from "./address.ts";
import { RegionField } from "./chooser.tsx";
import { strongest } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import type { Shown } from "./page.tsx";
import { nameOfActivity, PictureSource, regionName, sayNumber, shortRegion } from "./parts.tsx";
import { MOST_COMPARED } from "./schema.ts";

/** So many of the region's strengths are compared. */
const FIRST = 15;

/** A region beside up to ten others: their quotients, and their figures as wholes. */
export function CompareSheet(shown: Shown) {
  const { ctx, stage, compared } = shown;
  const { locale } = ctx;
  const say = sayPictures(locale);
  const state = pictureState(stage, "specialisation");
  return (
    <Sheet title={say("compare.title")} id="compare">
      {compared.length < 2 ? (
        <Empty>{say("compare.empty")}</Empty>
      ) : (
        <>
          <Quotients {...shown} />
          <Wholes {...shown} />
        </>
      )}
      {stage.compared.length < MOST_COMPARED ? (
        <form class="row" method="get" action={`${picturePath(ctx, "specialisation")}#compare`}>
          {pairsWithout(state, []).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <RegionField stage={stage} locale={locale} name="with" label={say("compare.add")} />
          <Button>{say("compare.act")}</Button>
        </form>
      ) : null}
    </Sheet>
  );
}

function Quotients({ ctx, stage, figures, compared }: Shown) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { regions, activities } = stage.head;
  const region = shortRegion(stage, stage.region, locale);
  const top = strongest(figures.rows).slice(0, FIRST);
  return (
    <ChartFrame
      locale={locale}
      title={`${say("compare.title")}: ${region}`}
      untitled
      sentence={say("compare.sentence", { region })}
      source={<PictureSource ctx={ctx} stage={stage} formula={say("formula.lq")} />}
      download={{
        chart: "comparison",
        path: picturePath(ctx, "specialisation"),
        query: pictureState(stage, "specialisation"),
      }}
    >
      <MatrixChart
        locale={locale}
        caption={say("compare.title")}
        rows={top.map((row) => ({
          label: nameOfActivity(stage, row.activity, locale),
          href: pictureHref(ctx, stage, `activities/${activities.codes[row.activity]!}`),
        }))}
        columns={compared.map((one) => ({
          label: shortRegion(stage, one.region, locale),
          href: pictureHref(ctx, stage, `regions/${regions.codes[one.region]!}`),
        }))}
        value={(row, column) => {
          const value = compared[column]!.quotients[top[row]!.activity]!;
          return Number.isNaN(value) ? null : value;
        }}
        format={(value) => formatNumber(value, locale, 2)}
      />
    </ChartFrame>
  );
}

type Compared = Shown["compared"][number];

function Wholes({ ctx, stage, figures, compared }: Shown) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { head, level } = stage;
  const codeOf = (index: number) => head.regions.codes[index]!;
  const without = (region: number) =>
    pictureHref(ctx, stage, "specialisation", {
      with: stage.compared.filter((one) => one !== region).map(codeOf),
    });
  const columns: Column<Compared>[] = [
    {
      key: "region",
      label: say("column.region"),
      value: (one) => regionName(stage, one.region, locale),
      href: (one) => pictureHref(ctx, stage, `regions/${codeOf(one.region)}`),
    },
    ...(["total", "strengths", "krugman", "eci"] as const).map(
      (key): Column<Compared> => ({
        key,
        label: say(`column.${key}`),
        align: "end",
        value: (one) =>
          sayNumber(
            figures.others[level.regions.indexOf(one.region)]![key],
            locale,
            key === "krugman" || key === "eci" ? 2 : 0,
          ),
      }),
    ),
    {
      key: "without",
      label: "",
      value: (one) =>
        one.region === stage.region ? (
          ""
        ) : (
          <a href={`${without(one.region)}#compare`}>
            {say("compare.without", { region: shortRegion(stage, one.region, locale) })}
          </a>
        ),
    },
  ];
  return <DataTable locale={locale} caption={say("compare.title")} columns={columns} rows={compared} />;
}
