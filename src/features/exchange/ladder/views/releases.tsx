import type { Context } from "../../../../access/context.ts";
import {
  DataTable,
  Empty,
  type ExportColumn,
  ExportLinks,
  PageHead,
  Sheet,
  Tag,
} from "../../../../ui/index.ts";
import { needHref, readersHref, releasesHref } from "../address.ts";
import { sayLadder } from "../messages.ts";
import type { ReleaseAbout } from "../store.ts";
import { nameOf, stateWords, TONES } from "../words.ts";

/** What is told in confidence here: by the organisation acted for, and to it. */
export function ReleasesPage({ ctx, rows }: { ctx: Context; rows: readonly ReleaseAbout[] }) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  const cluster = ctx.cluster!;
  const ofYou = rows.filter(({ mine }) => mine);
  const yours = rows.filter(({ mine }) => !mine);
  const waiting = (list: readonly ReleaseAbout[]) => list.filter(({ state }) => state === "asked").length;
  const href = releasesHref(cluster);
  const needs = `/clusters/${cluster.slug}/needs`;
  return (
    <>
      <PageHead
        title={say("releases.title")}
        lede={say("releases.lede", { asks: waiting(ofYou), own: waiting(yours) })}
      />
      <div class="stack">
        <Sheet title={say("releases.of-you")}>
          {ofYou.length === 0 ? (
            <Empty act={{ label: say("releases.write"), href: `/clusters/${cluster.slug}/exchange` }}>
              {say("releases.of-you.none")}
            </Empty>
          ) : (
            <ReleaseTable ctx={ctx} rows={ofYou} caption={say("releases.of-you")} owner />
          )}
        </Sheet>
        <Sheet title={say("releases.you")}>
          {yours.length === 0 ? (
            <Empty act={{ label: say("releases.look"), href: `${needs}?names=without` }}>
              {say("releases.you.none")}
            </Empty>
          ) : (
            <ReleaseTable ctx={ctx} rows={yours} caption={say("releases.you")} />
          )}
        </Sheet>
        {rows.length > 0 ? (
          <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
        ) : null}
      </div>
    </>
  );
}

function ReleaseTable({
  ctx,
  rows,
  caption,
  owner = false,
}: {
  ctx: Context;
  rows: readonly ReleaseAbout[];
  caption: string;
  owner?: boolean;
}) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  const cluster = ctx.cluster!;
  return (
    <DataTable
      locale={locale}
      caption={caption}
      rows={rows}
      columns={[
        {
          key: "need",
          label: say("column.need"),
          value: (row) => aboutOf(ctx, row),
          href: ({ opens, needId }) =>
            opens ? (owner ? readersHref(cluster, needId) : needHref(cluster, needId)) : undefined,
        },
        ...(owner
          ? [
              {
                key: "organisation",
                label: say("column.organisation"),
                value: (row: ReleaseAbout) => nameOf(row, locale),
              },
            ]
          : []),
        { key: "step", label: say("column.step"), value: ({ step }) => say(`step.${step}`) },
        {
          key: "state",
          label: say("column.state"),
          value: (row) => (
            <>
              <Tag tone={TONES[row.state]}>{stateWords(row, locale)}</Tag>
              {row.reason ? <small> {row.reason}</small> : null}
            </>
          ),
        },
      ]}
    />
  );
}

/** Its title for whoever knows it by name, the beginning of its teaser for whoever does not. */
function aboutOf(ctx: Context, { title, teaser, opens }: ReleaseAbout): string {
  const say = sayLadder(ctx.locale);
  if (title) return title;
  if (!opens || !teaser) return say("need.gone");
  return teaser.length > 90 ? `${teaser.slice(0, 89).trimEnd()}…` : teaser;
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";

export function exportColumns(ctx: Context): ExportColumn<ReleaseAbout>[] {
  const { locale } = ctx;
  const say = sayLadder(locale);
  return [
    { label: say("column.need"), value: (row) => aboutOf(ctx, row), width: 50 },
    { label: say("column.organisation"), value: (row) => nameOf(row, locale), width: 40 },
    { label: say("column.step"), value: ({ step }) => say(`step.${step}`) },
    { label: say("column.state"), value: ({ state }) => say(`state.${state}`) },
    { label: say("column.asked"), value: ({ askedAt }) => day(askedAt) },
    {
      label: say("column.until"),
      value: ({ state, expiresAt }) => (state === "asked" ? day(expiresAt) : ""),
    },
    { label: say("column.answered"), value: ({ answeredAt }) => day(answeredAt) },
    { label: say("column.agreed"), value: ({ agreedName }) => agreedName ?? "" },
    { label: say("column.message"), value: ({ message }) => message, width: 60 },
    { label: say("column.reason"), value: ({ reason }) => reason ?? "", width: 40 },
  ];
}
