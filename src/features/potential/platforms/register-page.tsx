import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  Button,
  ChartFrame,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  formatDate,
  formatNumber,
  Key,
  MatrixChart,
  Notice,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { platformHref, platformsHref, potentialHref } from "../address.ts";
import type { Stored } from "../index/store.ts";
import { isFew } from "../index/telling.ts";
import { sayPotential } from "../messages.ts";
import type { ClusterPlatforms } from "../stage/jobs.ts";
import { seesCounts } from "../stage/view.tsx";
import type { Register } from "./actions.ts";
import { EnvironmentMap, seriesOfLevel } from "./environment-map.tsx";
import { sayPlatform } from "./messages.ts";
import { counts, gaps, type Overlap, overlaps, users } from "./rules.ts";
import type { Platform, Use } from "./store.ts";
import {
  AREA_WORDS,
  LEVEL_WORDS,
  LEVELS,
  PROCESS_WORDS,
  PROCESSES,
  SCALE_WORDS,
  SIDE_WORDS,
} from "./words.ts";

export const platformColumns = (ctx: Context, uses: readonly Use[]) => {
  const { locale } = ctx;
  const say = sayPlatform(locale);
  return [
    { key: "name", label: say("column.platform"), value: (one: Platform) => one.name },
    { key: "area", label: say("column.area"), value: (one: Platform) => AREA_WORDS[one.area][locale] },
    { key: "level", label: say("column.level"), value: (one: Platform) => LEVEL_WORDS[one.level][locale] },
    { key: "scale", label: say("column.scale"), value: (one: Platform) => SCALE_WORDS[one.scale][locale] },
    { key: "side", label: say("column.side"), value: (one: Platform) => SIDE_WORDS[one.side][locale] },
    {
      key: "common",
      label: say("column.common"),
      value: (one: Platform) => (one.common ? say("common.yes") : ""),
    },
    { key: "users", label: say("column.users"), value: (one: Platform) => users(uses, one.id) },
  ];
};

export function PlatformsPage({ ctx, register }: { ctx: Context; register: Register }) {
  const { locale } = ctx;
  const say = sayPlatform(locale);
  const { platforms, uses, computed } = register;
  const href = platformsHref(ctx.cluster!);
  const adds = can(ctx.actor, "platform.add", { clusterId: ctx.cluster!.id });
  const full = seesCounts(ctx);
  const name = new Map(platforms.map((one) => [one.id, one.name]));
  // Authorities have no firm's use before them: for them the figures that were made of all, without the small ones.
  const number = full
    ? counts(uses)
    : new Map(Object.entries(computed?.value.cells ?? {}).filter(([, n]) => !isFew(n)));
  const used = new Set(uses.map(({ process }) => process));
  const gap = full ? gaps(uses) : [];
  const overlap = full ? overlaps(platforms, uses) : [];
  const columns: Column<Platform>[] = platformColumns(ctx, uses)
    .filter(({ key }) => full || key !== "users")
    .map((column) => ({
      ...column,
      ...(column.key === "name" ? { href: (one: Platform) => platformHref(ctx.cluster!, one.id) } : {}),
      ...(column.key === "users" ? { align: "end" as const } : {}),
    }));
  return (
    <>
      <PageHead
        kicker={<a href={potentialHref(ctx.cluster!)}>{sayPotential(locale)("potential.title")}</a>}
        title={say("platforms.title")}
        lede={say("platforms.lede", {
          platforms: platforms.length,
          users: new Set(uses.map(({ organisationId }) => organisationId)).size,
          processes: full ? used.size : new Set([...number.keys()].map((key) => key.split(":")[0])).size,
          all: PROCESSES.length,
        })}
        actions={
          adds ? (
            <Button kind="main" href={`${href}/new`}>
              {say("platforms.add")}
            </Button>
          ) : null
        }
      />
      {noteOf(platforms) ? <Notice tone="wait">{noteOf(platforms)}</Notice> : null}
      {platforms.length === 0 ? (
        <Empty {...(adds ? { act: { label: say("platforms.add"), href: `${href}/new` } } : {})}>
          {say("platforms.empty")}
        </Empty>
      ) : (
        <div class="stack">
          <Sheet title={say("map.title")}>
            <ChartFrame
              locale={locale}
              title={say("map.title")}
              untitled
              sentence={say("map.sentence")}
              source={
                computed
                  ? say("source", { day: formatDate(new Date(computed.computedAt), locale) })
                  : undefined
              }
              table={{ columns, rows: platforms }}
              download={{ chart: "environment", path: href }}
            >
              <Key
                parts={LEVELS.map((level) => ({
                  label: LEVEL_WORDS[level][locale],
                  series: seriesOfLevel(level),
                }))}
              />
              <EnvironmentMap
                label={say("map.title")}
                platforms={platforms.map((one) => ({
                  ...one,
                  users: full ? users(uses, one.id) : 0,
                  href: platformHref(ctx.cluster!, one.id),
                }))}
                words={{
                  inner: SIDE_WORDS.inner[locale],
                  outer: SIDE_WORDS.outer[locale],
                  scales: {
                    local: SCALE_WORDS.local[locale],
                    national: SCALE_WORDS.national[locale],
                    global: SCALE_WORDS.global[locale],
                  },
                  users: (n) => `${formatNumber(n, locale)} ${say("column.users")}`,
                }}
              />
            </ChartFrame>
          </Sheet>
          <Sheet title={say("matrix.title")} id="matrix">
            <ChartFrame
              locale={locale}
              title={say("matrix.title")}
              untitled
              sentence={say(full ? "matrix.sentence" : "matrix.sentence.few")}
              download={{ chart: "processes", path: href }}
            >
              <MatrixChart
                locale={locale}
                caption={say("matrix.title")}
                rows={PROCESSES.map((process) => ({ label: PROCESS_WORDS[process][locale] }))}
                columns={platforms.map((one) => ({
                  label: one.name,
                  href: platformHref(ctx.cluster!, one.id),
                }))}
                value={(row, column) => number.get(`${PROCESSES[row]}:${platforms[column]!.id}`) ?? null}
                href={(_, column) => platformHref(ctx.cluster!, platforms[column]!.id)}
                format={(value) => formatNumber(value, locale)}
              />
            </ChartFrame>
          </Sheet>
          {full ? (
            <div class="grid">
              <Sheet class="c4" title={say("gaps.title")}>
                {gap.length === 0 ? (
                  <p>{say("gaps.none")}</p>
                ) : (
                  <>
                    <p>{say("gaps.sentence")}</p>
                    <ul>
                      {gap.map((process) => (
                        <li>{PROCESS_WORDS[process][locale]}</li>
                      ))}
                    </ul>
                  </>
                )}
                {computed ? (
                  <p>
                    {say("gaps.members", {
                      missing: computed.value.members - computed.value.naming,
                      members: computed.value.members,
                    })}
                  </p>
                ) : null}
              </Sheet>
              <Sheet class="c8" title={say("overlaps.title")}>
                {overlap.length === 0 ? (
                  <p>{say("overlaps.none")}</p>
                ) : (
                  <>
                    <p>{say("overlaps.sentence")}</p>
                    <DataTable
                      locale={locale}
                      caption={say("overlaps.title")}
                      rows={overlap}
                      columns={[
                        {
                          ...{ key: "process", label: say("column.process") },
                          value: (one: Overlap) => PROCESS_WORDS[one.process][locale],
                        },
                        {
                          ...{ key: "platforms", label: say("column.platform") },
                          value: (one: Overlap) =>
                            one.platforms.map(({ id, users: n }, at) => (
                              <>
                                {at > 0 ? ", " : ""}
                                <a href={platformHref(ctx.cluster!, id)}>{name.get(id)}</a> (
                                {formatNumber(n, locale)})
                              </>
                            )),
                        },
                        {
                          ...{ key: "moves", label: say("overlaps.moves"), align: "end" as const },
                          value: (one: Overlap) => formatNumber(one.moves, locale),
                        },
                        {
                          ...{ key: "days", label: say("overlaps.days"), align: "end" as const },
                          value: (one: Overlap) => {
                            const days = daysOf(one, computed);
                            return days === null ? (
                              <small>{say("overlaps.unknown")}</small>
                            ) : (
                              formatNumber(days, locale)
                            );
                          },
                        },
                      ]}
                    />
                  </>
                )}
              </Sheet>
            </div>
          ) : null}
          <Sheet title={say("list.title")} id="list">
            <DataTable locale={locale} caption={say("list.title")} columns={columns} rows={platforms} />
            <p>
              <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
            </p>
          </Sheet>
        </div>
      )}
    </>
  );
}

/** Said of all of them, as that they are invented. */
const noteOf = (platforms: readonly Platform[]): string | null =>
  platforms.every(({ note }) => note === platforms[0]!.note) ? (platforms[0]?.note ?? null) : null;

/** What the moves would cost: users of each other platform times the median of days to leave it; only where all medians are known. */
function daysOf({ platforms }: Overlap, computed: Stored<ClusterPlatforms> | null): number | null {
  let sum = 0;
  for (const { id, users: n } of platforms.slice(1)) {
    const days = computed?.value.days[id];
    if (!days) return null;
    sum += n * days.median;
  }
  return sum;
}
