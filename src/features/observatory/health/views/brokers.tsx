import type { Page } from "../../../../kernel/page.ts";
import {
  type Column,
  DataTable,
  DotChart,
  displayName,
  Empty,
  type ExportColumn,
  formatNumber,
  formatPercent,
  Key,
  ListFoot,
  Sheet,
  seriesOf,
} from "../../../../ui/index.ts";
import { type HealthSay, wordOf } from "../messages.ts";
import type { BrokerKey } from "../schema.ts";
import { HealthChart } from "./health-chart.tsx";
import { HealthPage } from "./page.tsx";
import { nameOf, type Stage, shortNameOf } from "./stage.ts";

type Row = Stage["standings"][number];
const PAGE = 50;

export function BrokersSection({ stage }: { stage: Stage }) {
  const { say, asked, to, ctx } = stage;
  const rows = brokerRows(stage);
  const list = stretch(rows, asked.cursor);
  const formulas = [
    say("reckon.betweenness"),
    say("reckon.constraint"),
    say("reckon.eigenvector"),
    say("reckon.roles"),
    say("reckon.core"),
  ];
  return (
    <HealthPage stage={stage} lede={ledeOf(stage)} formulas={formulas}>
      <Picture stage={stage} />
      <nav aria-label={say("brokers.title")}>
        <ul class="switch">
          {([undefined, "core", "bridging", "isolated"] as const).map((only) => (
            <li>
              <a
                href={to.here({ only: only ?? null, cursor: null })}
                aria-current={only === asked.only ? "true" : undefined}
              >
                {say(only ? `only.${only}` : "only.all")}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.total === 0 ? (
        <Empty act={{ label: say("only.all"), href: to.here({ only: null }) }}>{say("brokers.empty")}</Empty>
      ) : (
        <>
          <DataTable
            locale={ctx.locale}
            caption={say("brokers.caption", { count: formatNumber(list.total, ctx.locale) })}
            columns={columnsOf(stage)}
            rows={list.items}
            path={to.path}
            query={to.query}
            sort="-betweenness"
          />
          <ListFoot locale={ctx.locale} path={to.path} query={to.query} list={list} />
        </>
      )}
    </HealthPage>
  );
}

function ledeOf({ say, standings, picture, ctx }: Stage): string {
  const first = standings.toSorted((a, b) => (b.at.betweenness ?? 0) - (a.at.betweenness ?? 0))[0];
  const share = first?.at.betweenness ?? 0;
  return say("lede.brokers", {
    count: share > 0 ? 1 : 0,
    name: first ? nameOf(first.actor) : "",
    share: formatPercent(share, ctx.locale),
    cuts: standings.filter(({ at }) => at.cut).length,
    year: String(picture.year),
  });
}

function Picture({ stage }: { stage: Stage }) {
  const { say, standings, ctx, to } = stage;
  const dots = standings
    .filter(({ at }) => at.degree > 1 && at.constraint !== null)
    .sort((a, b) => (b.at.betweenness ?? 0) - (a.at.betweenness ?? 0));
  if (dots.length === 0) return null;
  const kinds = [...new Set(dots.map(({ actor }) => actor.kind))].sort();
  const series = (kind: string) => seriesOf(kinds.indexOf(kind));
  return (
    <Sheet title={say("brokers.title")}>
      <HealthChart
        stage={stage}
        chart="brokers"
        title={say("brokers.title")}
        sentence={say("brokers.sentence")}
        csv={to.here({ format: "csv" })}
        xlsx={to.here({ format: "xlsx" })}
        table={{
          rows: dots,
          columns: columnsOf(stage)
            .filter(({ key }) => ["name", "degree", "betweenness", "constraint"].includes(key))
            .map((column) => ({ ...column, sortable: false })),
        }}
      >
        <Key parts={kinds.map((kind) => ({ label: wordOf(say, "kind", kind), series: series(kind) }))} />
        <DotChart
          locale={ctx.locale}
          label={say("brokers.title")}
          axisX={say("brokers.x")}
          axisY={say("brokers.y")}
          formatX={(x) => formatPercent(x, ctx.locale)}
          dots={dots.map(({ actor, at }) => ({
            label: shortNameOf(actor),
            x: at.betweenness ?? 0,
            y: at.constraint!,
            size: at.degree,
            series: series(actor.kind),
            href: to.organisation(actor.slug),
          }))}
        />
      </HealthChart>
    </Sheet>
  );
}

const VALUES: { [Key in BrokerKey]: (row: Row) => number | string | null } = {
  name: ({ actor }) => displayName(actor.name),
  degree: ({ at }) => at.degree,
  betweenness: ({ at }) => at.betweenness,
  constraint: ({ at }) => at.constraint,
  effectiveSize: ({ at }) => at.effectiveSize,
  eigenvector: ({ at }) => at.eigenvector,
  pageRank: ({ at }) => at.pageRank,
  core: ({ at }) => at.core,
  community: ({ at }) => at.community,
};

/** Who has no such value stands at the end, whichever way the list runs. */
function compare(sort: string): (a: Row, b: Row) => number {
  const value = VALUES[sort.replace(/^-/, "") as BrokerKey];
  const way = sort.startsWith("-") ? -1 : 1;
  return (a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return typeof one === "string"
      ? way * one.localeCompare(String(other), "de")
      : way * (one - Number(other));
  };
}

export function brokerRows({ standings, asked, picture }: Stage): Row[] {
  const order = compare(asked.sort ?? "-betweenness");
  return standings
    .filter(({ at }) => {
      if (asked.only === "core") return picture.coreOrder > 0 && at.core === picture.coreOrder;
      if (asked.only === "isolated") return at.degree === 0;
      return asked.only !== "bridging" || at.cut;
    })
    .sort(
      (a, b) =>
        order(a, b) ||
        b.at.degree - a.at.degree ||
        displayName(a.actor.name).localeCompare(displayName(b.actor.name), "de"),
    );
}

function stretch(rows: readonly Row[], cursor: string | undefined): Page<Row> {
  const start = cursor ? rows.findIndex(({ actor }) => actor.id === cursor) + 1 : 0;
  const items = rows.slice(start, start + PAGE);
  return {
    items,
    total: rows.length,
    next: start + PAGE < rows.length ? items.at(-1)!.actor.id : null,
  };
}

function columnsOf({ say, ctx, to }: Stage): Column<Row>[] {
  const decimal = (value: number | null, digits: number) =>
    value === null ? "–" : formatNumber(value, ctx.locale, digits);
  const figure = (
    key: BrokerKey,
    label: Parameters<HealthSay>[0],
    value: Column<Row>["value"],
    rest: Partial<Column<Row>> = {},
  ): Column<Row> => ({ key, label: say(label), value, align: "end", sortable: true, ...rest });
  return [
    {
      key: "name",
      label: say("column.name"),
      value: ({ actor }) => (
        <>
          {nameOf(actor)} <small>{wordOf(say, "kind", actor.kind)}</small>
        </>
      ),
      href: ({ actor }) => to.organisation(actor.slug),
      sortable: true,
    },
    figure("degree", "column.degree", ({ at }) => formatNumber(at.degree, ctx.locale), {
      href: ({ actor, at }) => (at.degree > 0 ? to.network({ view: "links", actor: actor.slug }) : undefined),
    }),
    figure("betweenness", "column.betweenness", ({ at }) =>
      at.betweenness === null ? "–" : formatPercent(at.betweenness, ctx.locale, 1),
    ),
    figure("constraint", "column.constraint", ({ at }) => decimal(at.constraint, 2)),
    figure("effectiveSize", "column.effectiveSize", ({ at }) => decimal(at.effectiveSize, 1)),
    figure("eigenvector", "column.eigenvector", ({ at }) => decimal(at.eigenvector, 3), { wideOnly: true }),
    figure("pageRank", "column.pageRank", ({ at }) => decimal(at.pageRank, 3), { wideOnly: true }),
    figure("core", "column.core", ({ at }) => at.core),
    figure("community", "column.community", ({ at }) => (at.community === null ? "–" : at.community + 1)),
    {
      key: "role",
      label: say("column.role"),
      value: ({ at }) =>
        at.role ? (
          <>
            {wordOf(say, "role", at.role)} <small>{formatNumber(at.between, ctx.locale)}</small>
          </>
        ) : (
          "–"
        ),
    },
    {
      key: "cut",
      label: say("column.cut"),
      value: ({ at }) => (at.cut ? say("cut.yes") : ""),
      wideOnly: true,
    },
  ];
}

export const brokerColumns = (say: HealthSay): ExportColumn<Row>[] => [
  { label: say("column.name"), value: ({ actor }) => displayName(actor.name), width: 44 },
  { label: say("column.kind"), value: ({ actor }) => wordOf(say, "kind", actor.kind) },
  { label: say("column.degree"), value: ({ at }) => at.degree },
  { label: say("column.betweenness"), value: ({ at }) => at.betweenness },
  { label: say("column.constraint"), value: ({ at }) => at.constraint },
  { label: say("column.effectiveSize"), value: ({ at }) => at.effectiveSize },
  { label: say("column.eigenvector"), value: ({ at }) => at.eigenvector },
  { label: say("column.pageRank"), value: ({ at }) => at.pageRank },
  { label: say("column.participation"), value: ({ at }) => at.participation },
  { label: say("column.core"), value: ({ at }) => at.core },
  { label: say("column.community"), value: ({ at }) => (at.community === null ? null : at.community + 1) },
  { label: say("column.part"), value: ({ at }) => at.part + 1 },
  { label: say("column.between"), value: ({ at }) => at.between },
  { label: say("column.role"), value: ({ at }) => (at.role ? wordOf(say, "role", at.role) : null) },
  { label: say("column.cut"), value: ({ at }) => at.cut },
];
