import { DataTable, ExportLinks, Sheet } from "../../../ui/index.ts";
import { pictureHref } from "../specialisation/address.ts";
import { PictureSource } from "../specialisation/parts.tsx";
import type { DiversificationShown, Option } from "./gather.ts";
import { sayDiversification } from "./messages.ts";
import { optionColumns, type Sort, sorted } from "./option-columns.ts";
import { HowSure } from "./parts.tsx";

/** So many rows stand on the page; the files hold all. */
const FIRST = 20;

/** What the region lacks, in the order asked for. */
export function OptionTable({
  ctx,
  stage,
  options,
  sort,
  accuracy,
}: DiversificationShown & { options: Option[]; sort: Sort }) {
  const say = sayDiversification(ctx.locale);
  const rows = sorted(options, sort);
  const file = (format: string) => pictureHref(ctx, stage, "diversification", { format });
  const [path, query] = pictureHref(ctx, stage, "diversification").split("?") as [string, string];
  return (
    <Sheet title={say("options.table")} id="table">
      <p>
        {say("options.first", { count: Math.min(FIRST, rows.length), all: rows.length })}{" "}
        <HowSure ctx={ctx} stage={stage} accuracy={accuracy} />
      </p>
      <DataTable
        locale={ctx.locale}
        caption={say("options.table")}
        columns={optionColumns(ctx, stage)}
        rows={rows.slice(0, FIRST)}
        path={path}
        query={{ ...Object.fromEntries(new URLSearchParams(query)), sort: `-${sort}` }}
        sort="-density"
      />
      <ExportLinks locale={ctx.locale} csv={file("csv")} xlsx={file("xlsx")} />
      <p class="src">
        <PictureSource ctx={ctx} stage={stage} formula={say("formula.density")} />
      </p>
    </Sheet>
  );
}
