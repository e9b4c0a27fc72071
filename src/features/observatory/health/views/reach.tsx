import {
  BarChart,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Figures,
  formatCountry,
  formatDate,
  formatDistance,
  formatNumber,
  formatPercent,
  type Series,
  Sheet,
} from "../../../../ui/index.ts";
import { audienceOf } from "../../../network/feature.ts";
import type { Bridge } from "../measures/outside.ts";
import { type Reach, RINGS } from "../measures/places.ts";
import type { HealthSay } from "../messages.ts";
import type { PartnerRow } from "../store.ts";
import { HealthChart } from "./health-chart.tsx";
import { HealthPage } from "./page.tsx";
import { nameOf, type Stage } from "./stage.ts";

const MOST_COUNTRIES = 15;
const SERIES: Record<(typeof RINGS)[number], Series> = { local: 1, regional: 4, national: 3, global: 2 };

export function ReachSection({ stage, partners }: { stage: Stage; partners: readonly PartnerRow[] | null }) {
  const { say, ctx, health } = stage;
  const formulas = [
    say("reckon.rings"),
    say("reckon.bridges"),
    ...(health.outsideAt
      ? [
          say("reach.outside.made", {
            audience: audienceOf(ctx.actor),
            date: formatDate(health.outsideAt, ctx.locale),
          }),
        ]
      : []),
  ];
  return (
    <HealthPage stage={stage} lede={ledeOf(stage)} formulas={formulas}>
      <Rings stage={stage} />
      <div class="grid">
        {partners ? <Partners stage={stage} partners={partners} /> : <Countries stage={stage} />}
        <Clusters stage={stage} />
      </div>
    </HealthPage>
  );
}

const pairsIn = (reach: Reach) => RINGS.reduce((sum, ring) => sum + reach[ring], 0);

export const outsideOf = ({ health, picture }: Stage) =>
  health.outside?.years.find(({ year }) => year === picture.year) ?? null;

function ledeOf(stage: Stage): string {
  const { say, picture, health, ctx } = stage;
  const all = pairsIn(picture.reach);
  const near = picture.reach.local + picture.reach.regional;
  const outside = outsideOf(stage);
  const isNow = picture.year === health.years.at(-1);
  return [
    say("lede.reach", {
      pairs: all,
      pairsText: formatNumber(all, ctx.locale),
      near: formatNumber(near, ctx.locale),
      km: picture.reach.medianKm === null ? "–" : formatDistance(picture.reach.medianKm, ctx.locale),
      year: String(picture.year),
    }),
    outside && isNow && outside.partners > 0
      ? say("lede.reach.outside", {
          partners: formatNumber(outside.partners, ctx.locale),
          countries: health.outside!.countries.length,
        })
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function Rings({ stage }: { stage: Stage }) {
  const { say, picture, ctx, to } = stage;
  const outside = outsideOf(stage);
  const rows = [
    { label: say("reach.inside"), reach: picture.reach, href: to.network({ view: "links" }) },
    ...(outside
      ? [
          {
            label: say("reach.outside"),
            reach: outside.reach,
            href: to.network({ with: "partners", view: "links" }),
          },
        ]
      : []),
  ].filter(({ reach }) => pairsIn(reach) > 0);
  if (rows.length === 0) return null;
  const share = (reach: Reach, ring: (typeof RINGS)[number]) => reach[ring] / pairsIn(reach);
  return (
    <>
      <Figures
        figures={rows.flatMap(({ label, reach, href }) => [
          { value: formatNumber(pairsIn(reach), ctx.locale), label: `${say("column.pairs")} ${label}`, href },
          {
            value: reach.medianKm === null ? "–" : formatDistance(reach.medianKm, ctx.locale),
            label: `${say("reach.median")}, ${label}`,
            href: to.section("time"),
          },
        ])}
      />
      <Sheet title={say("reach.title")}>
        <HealthChart
          stage={stage}
          chart="rings"
          title={say("reach.title")}
          table={{
            rows,
            columns: [
              { key: "of", label: say("reach.of"), value: ({ label }) => label, href: ({ href }) => href },
              ...[...RINGS, "unknown" as const].map(
                (ring): Column<(typeof rows)[number]> => ({
                  key: ring,
                  label: say(`ring.${ring}`),
                  value: ({ reach }) => formatNumber(reach[ring], ctx.locale),
                  align: "end",
                }),
              ),
            ],
          }}
          csv={to.here({ format: "csv", country: null })}
          xlsx={to.here({ format: "xlsx", country: null })}
        >
          <BarChart
            locale={ctx.locale}
            axis={say("reach.axis")}
            parts={RINGS.map((ring) => ({ label: say(`ring.${ring}`), series: SERIES[ring] }))}
            format={() => ""}
            bars={rows.map(({ label, reach, href }) => ({
              label,
              href,
              parts: RINGS.map((ring) => share(reach, ring)),
              note: RINGS.map(
                (ring) => `${say(`ring.${ring}`)} ${formatPercent(share(reach, ring), ctx.locale)}`,
              ).join(", "),
            }))}
          />
        </HealthChart>
      </Sheet>
    </>
  );
}

function Countries({ stage }: { stage: Stage }) {
  const { say, health, ctx, to } = stage;
  const countries = health.outside?.countries ?? [];
  if (countries.length === 0) return null;
  const year = String(health.years.at(-1));
  return (
    <Sheet title={say("countries.title")} class="c6">
      <HealthChart
        stage={stage}
        chart="countries"
        title={say("countries.title")}
        source={say("reach.outside.made", {
          audience: audienceOf(ctx.actor),
          date: formatDate(health.outsideAt!, ctx.locale),
        })}
        table={{
          rows: countries,
          columns: [
            {
              key: "country",
              label: say("column.country"),
              value: ({ country }) => formatCountry(country, ctx.locale),
              href: ({ country }) => to.here({ country, year: null }),
            },
            {
              key: "partners",
              label: say("countries.axis", { year }),
              value: ({ partners }) => formatNumber(partners, ctx.locale),
              align: "end",
            },
          ],
        }}
      >
        <BarChart
          locale={ctx.locale}
          axis={say("countries.axis", { year })}
          format={(value) => formatNumber(value, ctx.locale)}
          bars={countries.slice(0, MOST_COUNTRIES).map(({ country, partners }) => ({
            label: formatCountry(country, ctx.locale),
            value: partners,
            href: to.here({ country, year: null }),
          }))}
        />
      </HealthChart>
    </Sheet>
  );
}

function Partners({ stage, partners }: { stage: Stage; partners: readonly PartnerRow[] }) {
  const { say, asked, ctx, to, picture } = stage;
  const country = formatCountry(asked.country!, ctx.locale);
  return (
    <Sheet
      title={say("partners.title", { country })}
      class="c6"
      link={{ label: say("partners.all"), href: to.here({ country: null }) }}
    >
      {partners.length === 0 ? (
        <Empty act={{ label: say("partners.all"), href: to.here({ country: null }) }}>
          {say("partners.empty")}
        </Empty>
      ) : (
        <>
          <DataTable
            locale={ctx.locale}
            caption={say("partners.caption", { country, year: String(picture.year) })}
            rows={partners}
            columns={[
              {
                key: "name",
                label: say("column.partner"),
                value: ({ name }) => displayName(name),
                href: ({ slug }) => to.organisation(slug),
              },
              {
                key: "city",
                label: say("column.city"),
                value: ({ city }) => (city ? displayName(city) : ""),
              },
              { key: "members", label: say("column.members"), value: ({ members }) => members, align: "end" },
              { key: "links", label: say("column.links"), value: ({ links }) => links, align: "end" },
            ]}
          />
          <ExportLinks
            locale={ctx.locale}
            csv={to.here({ format: "csv" })}
            xlsx={to.here({ format: "xlsx" })}
          />
        </>
      )}
    </Sheet>
  );
}

function Clusters({ stage }: { stage: Stage }) {
  const { say, health, ctx, actor, to } = stage;
  const clusters = health.outside?.clusters ?? [];
  const seen = (ids: readonly string[]) => ids.flatMap((id) => actor(id) ?? []);
  const named = (members: ReturnType<typeof seen>) =>
    members.slice(0, 3).map((member, i) => (
      <>
        {i ? ", " : ""}
        <a href={to.organisation(member.slug)}>{nameOf(member, 30)}</a>
      </>
    ));
  const columns: Column<Bridge>[] = [
    {
      key: "name",
      label: say("clusters.name"),
      value: (bridge) => (ctx.locale === "de" ? bridge.nameDe : bridge.nameEn),
      href: ({ slug }) => `/clusters/${slug}/network`,
    },
    {
      key: "shared",
      label: say("clusters.shared"),
      value: ({ shared }) => (
        <>
          {seen(shared).length} <small>{named(seen(shared))}</small>
        </>
      ),
    },
    { key: "pairs", label: say("clusters.pairs"), value: ({ pairs }) => pairs, align: "end" },
    {
      key: "through",
      label: say("clusters.through"),
      value: ({ through }) => named(seen(through.map(({ id }) => id))),
    },
  ];
  return (
    <Sheet title={say("clusters.title")} class="c6">
      {clusters.length === 0 ? (
        <p>{say("clusters.none")}</p>
      ) : (
        <DataTable locale={ctx.locale} caption={say("clusters.title")} columns={columns} rows={clusters} />
      )}
    </Sheet>
  );
}

export const reachColumns = (say: HealthSay): ExportColumn<{ year: number; of: string; reach: Reach }>[] => [
  { label: say("column.year"), value: ({ year }) => year },
  { label: say("reach.of"), value: ({ of }) => of, width: 28 },
  ...[...RINGS, "unknown" as const].map((ring) => ({
    label: say(`ring.${ring}`),
    value: ({ reach }: { reach: Reach }) => reach[ring],
  })),
  { label: say("column.km"), value: ({ reach }) => reach.medianKm },
];

export const partnerColumns = (say: HealthSay): ExportColumn<PartnerRow>[] => [
  { label: say("column.partner"), value: ({ name }) => displayName(name), width: 44 },
  { label: say("column.city"), value: ({ city }) => city && displayName(city) },
  { label: say("column.country"), value: ({ country }) => country },
  { label: say("column.members"), value: ({ members }) => members },
  { label: say("column.links"), value: ({ links }) => links },
];
