import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  BarChart,
  ChartFrame,
  type Column,
  DataTable,
  formatNumber,
  Notice,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { questionnaireHref } from "../address.ts";
import { sayPotential } from "../messages.ts";
import type { IndexRead } from "./actions.ts";
import { points } from "./figures.tsx";
import type { Combination } from "./round-result.ts";
import { type Aggregation, METHODS, type Method } from "./weights.ts";

export interface Chosen {
  method: Method;
  aggregation: Aggregation;
}

export function WeightsSheet({ ctx, read, chosen }: { ctx: Context; read: IndexRead; chosen: Chosen }) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const { questionnaire, result, cluster } = read;
  const href = questionnaireHref(ctx.cluster!, questionnaire.key);
  const of = (method: Method, aggregation: Aggregation) => {
    const key: Combination = `${method}.${aggregation}`;
    return cluster?.value.index[key] ?? result?.value.index?.[key]?.median ?? null;
  };
  const link = (method: Method, aggregation: Aggregation) =>
    `${href}?round=${read.round?.id}&weights=${method}&aggregation=${aggregation}`;
  const ratio = result?.value.consistencyRatio ?? null;
  return (
    <Sheet
      title={say("weights.title")}
      id="weights"
      {...(can(ctx.actor, "questionnaire.keep", { clusterId: ctx.cluster!.id })
        ? { link: { label: say("weights.keep"), href: `${href}/weights` } }
        : {})}
    >
      <p>{say("weights.sentence")}</p>
      <DataTable
        locale={locale}
        caption={say("weights.title")}
        rows={[...METHODS]}
        columns={[
          {
            ...{ key: "method", label: say("column.weight") },
            value: (method) => (
              <>
                {say(`weights.${method}`)}
                {method === chosen.method ? (
                  <>
                    {" "}
                    <Tag>{say("weights.shown")}</Tag>
                  </>
                ) : null}
                {result?.value.weights[method] ? null : (
                  <small> {say(method === "expert" ? "weights.none" : "weights.few")}</small>
                )}
              </>
            ),
          },
          ...(["arithmetic", "geometric"] as const).map(
            (aggregation): Column<Method> => ({
              ...{ key: aggregation, label: say(`aggregation.${aggregation}`), align: "end" },
              value: (method) => points(of(method, aggregation), locale),
              href: (method) => (of(method, aggregation) === null ? undefined : link(method, aggregation)),
            }),
          ),
        ]}
      />
      {result?.value.weights[chosen.method] ? (
        <ChartFrame
          locale={locale}
          title={say("weights.of", { method: say(`weights.${chosen.method}`) })}
          table={{
            rows: questionnaire.sections.map(({ title }, at) => ({
              section: title[locale],
              weight: result.value.weights[chosen.method]![at]!,
            })),
            columns: [
              { key: "section", label: say("column.section"), value: (row) => row.section },
              {
                ...{ key: "weight", label: say("column.weight"), align: "end" },
                value: (row) => formatNumber(row.weight, locale, 3),
              },
            ],
          }}
          download={{
            chart: "weights",
            path: href,
            query: { round: read.round?.id, weights: chosen.method, aggregation: chosen.aggregation },
          }}
        >
          <BarChart
            locale={locale}
            format={(value) => `${formatNumber(value * 100, locale)} %`}
            bars={questionnaire.sections.map(({ title }, at) => ({
              label: title[locale],
              value: result.value.weights[chosen.method]![at]!,
            }))}
          />
        </ChartFrame>
      ) : null}
      {ratio === null ? null : ratio > 0.1 ? (
        <Notice tone="stop">{say("weights.inconsistent", { ratio: formatNumber(ratio, locale, 2) })}</Notice>
      ) : (
        <p class="src">{say("weights.consistent", { ratio: formatNumber(ratio, locale, 2) })}</p>
      )}
    </Sheet>
  );
}
