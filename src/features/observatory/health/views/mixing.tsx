import {
  type Column,
  DataTable,
  Empty,
  type ExportColumn,
  Figures,
  formatNumber,
  formatPercent,
  MatrixChart,
  Sheet,
} from "../../../../ui/index.ts";
import { DIMENSIONS, DRAWS, type Mixing, type MixingGroup } from "../measures/mixing.ts";
import { type HealthSay, wordOf } from "../messages.ts";
import { HealthChart } from "./health-chart.tsx";
import type { Names } from "./names.ts";
import { HealthPage } from "./page.tsx";
import { nameOf, type Stage } from "./stage.ts";

const MOST_GROUPS = 10;
const MOST_BRIDGING = 8;

export function MixingSection({ stage, names }: { stage: Stage; names: Names }) {
  const { say, picture, asked, to, ctx } = stage;
  const by = asked.by ?? "kind";
  const shown = picture.mixing.find((mixing) => mixing.by === by);
  const formulas = [say("reckon.ei"), say("reckon.groups")];
  return (
    <HealthPage stage={stage} lede={ledeOf(stage)} formulas={formulas}>
      <nav aria-label={say("section.mixing")}>
        <ul class="switch">
          {DIMENSIONS.map((one) => (
            <li>
              <a
                href={to.here({ by: one === "kind" ? null : one })}
                aria-current={one === by ? "true" : undefined}
              >
                {say(`by.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown ? (
        <>
          <Figures figures={figuresOf(stage, shown)} />
          <p>{chanceOf(stage, shown)}</p>
          <div class="grid">
            <Sheet title={say("mixing.matrix")} class="c8">
              <HealthChart stage={stage} chart="mixing" title={say("mixing.matrix")}>
                <Matrix stage={stage} mixing={shown} names={names} />
              </HealthChart>
            </Sheet>
            <Bridging stage={stage} />
          </div>
          <Sheet title={say(`by.${by}`)}>
            <DataTable
              locale={ctx.locale}
              caption={say(`by.${by}`)}
              columns={columnsOf(stage, by, names)}
              rows={shown.groups}
            />
          </Sheet>
        </>
      ) : (
        <Empty act={{ label: say("by.kind"), href: to.here({ by: null }) }}>
          {say("mixing.unknown", { by })}
        </Empty>
      )}
    </HealthPage>
  );
}

function ledeOf({ say, picture, ctx }: Stage): string {
  const kinds = picture.mixing.find(({ by }) => by === "kind");
  const pairs = kinds ? kinds.external + kinds.internal : 0;
  return say("lede.mixing", {
    known: pairs,
    share: pairs && kinds ? formatPercent(kinds.external / pairs, ctx.locale) : "",
    // From -1 to 1 to a share of pairs that lead across.
    expected: kinds?.expected == null ? "–" : formatPercent((kinds.expected + 1) / 2, ctx.locale),
    year: String(picture.year),
  });
}

const signed = (value: number | null, { ctx }: Stage) =>
  value === null ? "–" : formatNumber(value, ctx.locale, 2);

function figuresOf(stage: Stage, mixing: Mixing) {
  const { say, ctx, to } = stage;
  return [
    {
      value: signed(mixing.index, stage),
      label: say("mixing.ei"),
      change: say("mixing.expected", { value: signed(mixing.expected, stage) }),
      href: "#reckoned",
    },
    {
      value: formatNumber(mixing.external, ctx.locale),
      label: say("mixing.external"),
      href: to.network({ view: "links" }),
    },
    {
      value: formatNumber(mixing.internal, ctx.locale),
      label: say("mixing.internal"),
      href: to.network({ view: "links" }),
    },
    {
      value: signed(mixing.assortativity, stage),
      label: say("mixing.assortativity"),
      change: say("mixing.known", { count: formatNumber(mixing.known, ctx.locale) }),
      href: "#reckoned",
    },
  ];
}

function chanceOf({ say, ctx }: Stage, { asLow, asHigh }: Mixing): string {
  const rare = 0.05;
  const side = asLow !== null && asLow <= rare ? "low" : asHigh !== null && asHigh <= rare ? "high" : "none";
  const share = side === "low" ? asLow : asHigh;
  return say("mixing.chance", {
    side,
    share: formatPercent(share ?? 1, ctx.locale, 1),
    draws: DRAWS,
  });
}

function Matrix({ stage, mixing, names }: { stage: Stage; mixing: Mixing; names: Names }) {
  const { say, ctx } = stage;
  // Groups without a pair fill rows and say nothing.
  const shown = mixing.groups
    .map((group, i) => ({ group, i }))
    .filter(({ i }) => mixing.pairs[i]!.some((pairs) => pairs > 0))
    .slice(0, MOST_GROUPS);
  const sides = shown.map(({ group }) => ({ label: names(mixing.by, group.label) }));
  return (
    <MatrixChart
      locale={ctx.locale}
      caption={say("mixing.matrix")}
      rows={sides}
      columns={sides}
      value={(row, column) => mixing.pairs[shown[row]!.i]![shown[column]!.i]! || null}
      format={(pairs) => formatNumber(pairs, ctx.locale)}
    />
  );
}

/** Whose links lead into most communities. */
function Bridging({ stage: { say, standings, to, ctx } }: { stage: Stage }) {
  const most = standings
    .filter(({ at }) => at.participation > 0)
    .sort((a, b) => b.at.participation - a.at.participation || b.at.degree - a.at.degree)
    .slice(0, MOST_BRIDGING);
  return (
    <Sheet
      title={say("mixing.bridging")}
      class="c4"
      link={{ label: say("only.all"), href: to.section("brokers") }}
    >
      <ul class="lines">
        {most.map(({ actor, at }) => (
          <li>
            <span>
              <a href={to.organisation(actor.slug)}>{nameOf(actor, 44)}</a>
              <small>{wordOf(say, "kind", actor.kind)}</small>
            </span>
            <b>{formatNumber(at.participation, ctx.locale, 2)}</b>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function columnsOf(stage: Stage, by: Mixing["by"], names: Names): Column<MixingGroup>[] {
  const { say, ctx } = stage;
  const count = (value: number) => formatNumber(value, ctx.locale);
  return [
    { key: "group", label: say("mixing.group"), value: ({ label }) => names(by, label) },
    { key: "actors", label: say("column.actors"), value: ({ actors }) => count(actors), align: "end" },
    {
      key: "external",
      label: say("mixing.external"),
      value: ({ external }) => count(external),
      align: "end",
    },
    {
      key: "internal",
      label: say("mixing.internal"),
      value: ({ internal }) => count(internal),
      align: "end",
    },
    { key: "index", label: say("mixing.ei"), value: ({ index }) => signed(index, stage), align: "end" },
  ];
}

export const mixingColumns = (
  say: HealthSay,
  names: Names,
): ExportColumn<MixingGroup & { by: Mixing["by"] }>[] => [
  { label: say("reach.of"), value: ({ by }) => say(`by.${by}`), width: 24 },
  { label: say("mixing.group"), value: ({ by, label }) => names(by, label), width: 36 },
  { label: say("column.actors"), value: ({ actors }) => actors },
  { label: say("mixing.external"), value: ({ external }) => external },
  { label: say("mixing.internal"), value: ({ internal }) => internal },
  { label: say("mixing.ei"), value: ({ index }) => index },
];
