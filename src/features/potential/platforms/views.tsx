import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  Button,
  ChartFrame,
  type Column,
  DataTable,
  displayName,
  Empty,
  ExportLinks,
  Facts,
  Form,
  formatDate,
  formatNumber,
  Key,
  MatrixChart,
  Notice,
  PageHead,
  Sheet,
  Tag,
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
import type { OwnUse, Platform, Use } from "./store.ts";
import {
  AREA_WORDS,
  AREAS,
  LEVEL_WORDS,
  LEVELS,
  PROCESS_WORDS,
  PROCESSES,
  SCALE_WORDS,
  SCALES,
  SIDE_WORDS,
  SIDES,
} from "./words.ts";

type Typed = Readonly<Record<string, string | string[]>>;

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
              csv={`${href}?format=csv`}
              xlsx={`${href}?format=xlsx`}
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
            <p>{say(full ? "matrix.sentence" : "matrix.sentence.few")}</p>
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

export function PlatformPage({
  ctx,
  csrf,
  platform,
  uses,
  own,
  computed,
  typed,
  problems,
}: {
  ctx: Context;
  csrf: string;
  platform: Platform;
  uses: readonly Use[];
  own: readonly OwnUse[];
  computed: Stored<ClusterPlatforms> | null;
  typed?: Typed;
  problems?: Record<string, string>;
}) {
  const { locale } = ctx;
  const say = sayPlatform(locale);
  const href = platformHref(ctx.cluster!, platform.id);
  const keeps = can(ctx.actor, "platform.keep", { clusterId: platform.clusterId });
  const says = can(ctx.actor, "platform.use", {
    clusterId: platform.clusterId,
    organisationId: ctx.actor.organisationId,
  });
  const days = computed?.value.days[platform.id];
  return (
    <>
      <PageHead
        kicker={<a href={platformsHref(ctx.cluster!)}>{say("platforms.title")}</a>}
        title={platform.name}
        lede={say("platform.lede", {
          area: AREA_WORDS[platform.area][locale],
          level: LEVEL_WORDS[platform.level][locale],
          scale: SCALE_WORDS[platform.scale][locale],
          side: SIDE_WORDS[platform.side][locale],
          users: users(uses, platform.id),
        })}
        actions={
          keeps ? (
            <>
              <form method="post" action={`${href}/remove`}>
                <input type="hidden" name="csrf" value={csrf} />
                <Button kind="stop">{say("platform.remove")}</Button>
              </form>
              <Button href={`${href}/edit`}>{say("platform.edit")}</Button>
            </>
          ) : null
        }
      />
      {platform.note ? <Notice tone="wait">{platform.note}</Notice> : null}
      <div class="grid">
        <div class="c7 stack">
          <Sheet title={say("platform.users")}>
            {uses.length === 0 ? (
              <Empty>{say("platform.nobody")}</Empty>
            ) : (
              <DataTable
                locale={locale}
                caption={say("platform.users")}
                rows={uses}
                columns={[
                  {
                    ...{ key: "member", label: say("column.member") },
                    value: (one: Use) => displayName(one.name),
                    href: (one: Use) => `/clusters/${ctx.cluster!.slug}/organisations/${one.slug}`,
                  },
                  {
                    ...{ key: "process", label: say("column.process") },
                    value: (one: Use) => PROCESS_WORDS[one.process][locale],
                  },
                  {
                    ...{ key: "since", label: say("column.since") },
                    value: (one: Use) => (one.since ? formatDate(one.since, locale) : ""),
                  },
                ]}
              />
            )}
            {days ? <p>{say("platform.cost", { median: days.median })}</p> : null}
          </Sheet>
          {says ? (
            <Sheet title={say("use.title")} id="own">
              {own.length === 0 ? <p>{say("use.none")}</p> : null}
              {own.map((one) => (
                <form method="post" action={`${href}/uses/${one.id}/stop`}>
                  <input type="hidden" name="csrf" value={csrf} />
                  <Tag tone="good">{PROCESS_WORDS[one.process][locale]}</Tag>{" "}
                  {say(`visibility.${one.visibility as "cluster"}`)}
                  {one.days === null ? "" : ` · ${say("column.days")}: ${formatNumber(one.days, locale)}`}{" "}
                  <Button kind="quiet">{say("use.stop")}</Button>
                </form>
              ))}
              <Form
                locale={locale}
                csrf={csrf}
                action={`${href}/uses`}
                values={typed ?? { visibility: "cluster" }}
                problems={problems}
                submit={say("use.save")}
                fields={[
                  {
                    name: "process",
                    label: say("use.process"),
                    type: "select",
                    required: true,
                    choices: PROCESSES.map((value) => ({ value, label: PROCESS_WORDS[value][locale] })),
                  },
                  { name: "since", label: say("use.since"), type: "date" },
                  {
                    name: "visibility",
                    label: say("use.visibility"),
                    type: "select",
                    required: true,
                    choices: (["cluster", "peers", "public", "organisation"] as const).map((value) => ({
                      value,
                      label: say(`visibility.${value}`),
                    })),
                  },
                  {
                    name: "days",
                    label: say("use.days"),
                    hint: say("use.days.hint"),
                    type: "number",
                    min: 0,
                    max: 100_000,
                  },
                ]}
              />
            </Sheet>
          ) : null}
        </div>
        <Sheet class="c5" title={platform.name}>
          {platform.text ? <p>{platform.text}</p> : null}
          <Facts
            facts={[
              [say("platform.provider"), platform.provider],
              [
                say("platform.address"),
                platform.url ? (
                  <a href={platform.url} rel="nofollow noopener">
                    {platform.url.replace(/^https?:\/\//, "")}
                  </a>
                ) : null,
              ],
              [say("column.area"), AREA_WORDS[platform.area][locale]],
              [say("column.level"), LEVEL_WORDS[platform.level][locale]],
              [say("column.scale"), SCALE_WORDS[platform.scale][locale]],
              [say("column.side"), SIDE_WORDS[platform.side][locale]],
              [say("column.common"), platform.common ? say("common.yes") : null],
            ]}
          />
        </Sheet>
      </div>
    </>
  );
}

export function PlatformForm({
  ctx,
  csrf,
  action,
  title,
  cancel,
  values,
  problems,
}: {
  ctx: Context;
  csrf: string;
  action: string;
  title: string;
  cancel: string;
  values: Typed;
  problems?: Record<string, string> | undefined;
}) {
  const { locale } = ctx;
  const say = sayPlatform(locale);
  const choices = <K extends string>(keys: readonly K[], words: Record<K, Record<"en" | "de", string>>) =>
    keys.map((value) => ({ value, label: words[value][locale] }));
  return (
    <>
      <PageHead
        kicker={<a href={platformsHref(ctx.cluster!)}>{say("platforms.title")}</a>}
        title={title}
        lede={say("form.lede")}
      />
      <Form
        locale={locale}
        csrf={csrf}
        action={action}
        values={values}
        problems={problems}
        submit={say("form.save")}
        cancel={{ href: cancel }}
        fields={[
          { name: "name", label: say("form.name"), required: true, maxlength: 120 },
          { name: "text", label: say("form.text"), type: "textarea", maxlength: 1000 },
          { name: "provider", label: say("platform.provider"), maxlength: 120 },
          { name: "url", label: say("form.url"), type: "url", maxlength: 500 },
          {
            name: "area",
            label: say("column.area"),
            type: "select",
            required: true,
            choices: choices(AREAS, AREA_WORDS),
          },
          {
            ...{ name: "level", label: say("column.level"), type: "radio" as const, required: true },
            choices: choices(LEVELS, LEVEL_WORDS),
          },
          {
            ...{ name: "scale", label: say("column.scale"), type: "radio" as const, required: true },
            choices: choices(SCALES, SCALE_WORDS),
          },
          {
            ...{ name: "side", label: say("column.side"), type: "radio" as const, required: true },
            choices: choices(SIDES, SIDE_WORDS),
          },
          { name: "common", label: say("form.common"), type: "checkbox" },
        ]}
      />
    </>
  );
}
