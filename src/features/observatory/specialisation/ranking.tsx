import type { Context } from "../../../access/context.ts";
import { DataTable, ExportLinks, Sheet } from "../../../ui/index.ts";
import { pictureHref } from "./address.ts";
import { activityColumns } from "./columns.ts";
import { type RegionFigures, strongest } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { PictureSource } from "./parts.tsx";
import type { Stage } from "./stage.ts";

/** So many rows stand on the page; the files hold all. */
const FIRST = 25;

/** What a region is specialised in most. */
export function RankingSheet({
  ctx,
  stage,
  figures,
}: {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
}) {
  const say = sayPictures(ctx.locale);
  const rows = strongest(figures.rows);
  const file = (format: string) => pictureHref(ctx, stage, "specialisation", { format });
  return (
    <Sheet title={say("table.title")} id="table">
      <p>
        {say("table.first", { count: Math.min(FIRST, rows.length), all: figures.rows.length })}{" "}
        {say("source.secret")}
      </p>
      <DataTable
        locale={ctx.locale}
        caption={say("table.title")}
        columns={activityColumns({ ctx, stage })}
        rows={rows.slice(0, FIRST)}
      />
      <ExportLinks locale={ctx.locale} csv={file("csv")} xlsx={file("xlsx")} />
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={`${say("formula.lq")} · ${say("formula.gini")}`} />
      </p>
    </Sheet>
  );
}
