import type { Context } from "../../../../access/context.ts";
import { type Column, DataTable, formatDate, formatNumber, formatTime, Sheet } from "../../../../ui/index.ts";
import { datasetHref, mayKeep } from "../here.ts";
import { sayData } from "../messages.ts";
import type { DatasetRow } from "../panel.ts";
import type { ComputedFrom, Version } from "../store.ts";

/** Every version, and what each changed. */
export function VersionsSheet({
  ctx,
  dataset,
  versions,
}: {
  ctx: Context;
  dataset: DatasetRow;
  versions: readonly Version[];
}) {
  const { locale } = ctx;
  const say = sayData(locale);
  if (versions.length === 0) return null;
  const keeps = mayKeep(ctx) && dataset.clusterId === ctx.cluster!.id;
  const number = (n: number | undefined) => (n === undefined ? "" : formatNumber(n, locale));
  const columns: Column<Version>[] = [
    {
      key: "version",
      label: say("col.version"),
      value: (one) => one.version,
      href: (one) => `${datasetHref(ctx, dataset.slug)}/versions/${one.version}`,
      header: true,
    },
    {
      key: "made",
      label: say("col.made"),
      value: (one) => <time datetime={one.madeAt.toISOString()}>{formatDate(one.madeAt, locale)}</time>,
    },
    ...(keeps ? [{ key: "who", label: say("col.who"), value: (one: Version) => one.madeBy ?? "" }] : []),
    { key: "rows", label: say("col.rows"), value: (one) => number(one.rows), align: "end" },
    { key: "changed", label: say("col.changed"), value: (one) => number(one.changes?.changed), align: "end" },
    { key: "added", label: say("col.added"), value: (one) => number(one.changes?.added), align: "end" },
    { key: "gone", label: say("col.gone"), value: (one) => number(one.changes?.gone), align: "end" },
  ];
  return (
    <Sheet title={say("versions")} id="versions">
      <DataTable locale={locale} caption={say("versions")} columns={columns} rows={versions} />
    </Sheet>
  );
}

/** What was computed from the newest version. */
export function ComputedSheet({ ctx, computed }: { ctx: Context; computed: readonly ComputedFrom[] }) {
  const { locale } = ctx;
  const say = sayData(locale);
  return (
    <Sheet title={say("computed")} id="computed">
      {computed.length === 0 ? (
        <p>{say("computed.none")}</p>
      ) : (
        <DataTable
          locale={locale}
          caption={say("computed")}
          rows={computed}
          columns={[
            { key: "name", label: say("computed.name"), value: (one) => <code>{one.name}</code> },
            {
              key: "count",
              label: say("computed.count"),
              value: (one) => formatNumber(one.results, locale),
              align: "end",
            },
            {
              key: "at",
              label: say("computed.at"),
              value: (one) => (
                <time datetime={one.computedAt.toISOString()}>{formatTime(one.computedAt, locale)}</time>
              ),
            },
            {
              key: "took",
              label: say("computed.took"),
              value: (one) => `${formatNumber(one.tookMs / 1000, locale, 1)} s`,
              align: "end",
            },
          ]}
        />
      )}
    </Sheet>
  );
}
