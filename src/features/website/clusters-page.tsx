import type { Context } from "../../access/context.ts";
import { file, type Reply } from "../../access/route.ts";
import { Empty, type ExportColumn, ExportLinks, PageHead, toCsv, toXlsx } from "../../ui/index.ts";
import { sayOfWebsite } from "./messages.ts";
import type { ClusterView } from "./overview.ts";
import { ClusterCards } from "./parts.tsx";
import { nameOf, titleOf } from "./words.ts";

export function ClustersPage({ ctx, clusters }: { ctx: Context; clusters: readonly ClusterView[] }) {
  const say = sayOfWebsite(ctx.locale);
  return (
    <>
      <PageHead title={say("clusters.title")} lede={say("clusters.lede", { count: clusters.length })} />
      {clusters.length === 0 ? (
        <Empty>{say("home.empty")}</Empty>
      ) : (
        <>
          <div class="bar-row">
            <p />
            <ExportLinks locale={ctx.locale} csv="/clusters?format=csv" xlsx="/clusters?format=xlsx" />
          </div>
          <h2 class="unseen">{say("clusters.caption")}</h2>
          <ClusterCards ctx={ctx} clusters={clusters} />
        </>
      )}
    </>
  );
}

export async function clustersFile(
  ctx: Context,
  clusters: readonly ClusterView[],
  format: "csv" | "xlsx",
  publicUrl: string,
): Promise<Reply> {
  const say = sayOfWebsite(ctx.locale);
  const columns: ExportColumn<ClusterView>[] = [
    { label: say("clusters.name"), value: (cluster) => nameOf(cluster, ctx.locale), width: 36 },
    { label: say("clusters.place"), value: (cluster) => cluster.place },
    { label: say("clusters.members"), value: (cluster) => cluster.members.length },
    {
      label: say("clusters.competences"),
      value: (cluster) => cluster.strengths.map((strength) => titleOf(strength, ctx.locale)).join("; "),
      width: 60,
    },
    { label: say("clusters.founded"), value: (cluster) => cluster.founded },
    { label: say("clusters.url"), value: (cluster) => cluster.url, width: 36 },
    {
      label: say("clusters.address"),
      value: (cluster) => `${publicUrl}/clusters/${cluster.slug}`,
      width: 48,
    },
  ];
  if (format === "csv") return file("clusters.csv", "text/csv; charset=utf-8", toCsv(columns, clusters));
  return file(
    "clusters.xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    await toXlsx(columns, clusters, say("clusters.title")),
  );
}
