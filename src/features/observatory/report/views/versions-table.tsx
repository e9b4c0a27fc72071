import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import { type Column, DataTable, formatDate, Tag, VisibilityBadge } from "../../../../ui/index.ts";
import { Act } from "../../cockpit/views/parts.tsx";
import { reportHref, versionsHref } from "../address.ts";
import { sayReport } from "../messages.ts";
import { isOut } from "../read.ts";
import type { VersionHead } from "../store.ts";

/** Versions, the newest first; the manager gives them out and takes them back. */
export function VersionsTable({
  ctx,
  csrf,
  slug,
  versions,
}: {
  ctx: Context;
  csrf: string;
  slug: string;
  versions: readonly VersionHead[];
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const publishes = can(ctx.actor, "report.publish", { clusterId: cluster.id });
  const columns: Column<VersionHead>[] = [
    {
      key: "version",
      label: say("column.version"),
      value: ({ number }) => say("column.of-version", { number }),
      href: ({ number, state }) => (state === "done" ? reportHref(cluster, slug, number) : undefined),
    },
    {
      key: "frozen",
      label: say("column.frozen"),
      value: ({ frozenAt, frozenBy }) =>
        frozenAt ? [formatDate(frozenAt, locale), frozenBy].filter(Boolean).join(", ") : "",
    },
    { key: "on", label: say("draft.freeze.on"), value: ({ frozenOn }) => formatDate(frozenOn, locale) },
    {
      key: "readers",
      label: say("column.readers"),
      value: ({ visibility }) => <VisibilityBadge locale={locale} level={visibility} />,
    },
    { key: "state", label: say("column.state"), value: (version) => <State ctx={ctx} version={version} /> },
    ...(publishes
      ? [
          {
            key: "acts",
            label: say("versions.publish"),
            value: (version: VersionHead) => {
              const { number, state } = version;
              if (state !== "done") return "";
              const act = isOut(version) ? "withdraw" : "publish";
              return (
                <Act
                  action={`${versionsHref(cluster, slug)}/${number}/${act}`}
                  csrf={csrf}
                  kind={act === "withdraw" ? "stop" : "main"}
                >
                  {say(`versions.${act}`)}
                  <span class="unseen"> {say("column.of-version", { number })}</span>
                </Act>
              );
            },
          } satisfies Column<VersionHead>,
        ]
      : []),
  ];
  return <DataTable locale={locale} caption={say("versions.title")} columns={columns} rows={versions} />;
}

function State({ ctx, version }: { ctx: Context; version: VersionHead }) {
  const { locale } = ctx;
  const say = sayReport(locale);
  const { state, publishedAt, withdrawnAt } = version;
  if (state !== "done") return <Tag tone={state === "failed" ? "stop" : "wait"}>{say(`state.${state}`)}</Tag>;
  if (withdrawnAt) return <Tag>{say("state.withdrawn", { day: formatDate(withdrawnAt, locale) })}</Tag>;
  return publishedAt ? (
    <Tag tone="good">{say("state.out", { day: formatDate(publishedAt, locale) })}</Tag>
  ) : (
    <Tag tone="wait">{say("state.done")}</Tag>
  );
}
