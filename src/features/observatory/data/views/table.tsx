import type { Context } from "../../../../access/context.ts";
import {
  address,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  formatDate,
  formatNumber,
  type Query,
  SearchBox,
  Sheet,
} from "../../../../ui/index.ts";
import { sayData } from "../messages.ts";
import type { DatasetRow } from "../panel.ts";
import { SECRET_CELL, type TableCell, type TableColumn } from "../table/cells.ts";
import type { TableRow } from "../table/rows.ts";

/** What a page shows of a table. */
export interface TableShown {
  rows: readonly TableRow[];
  total: number;
  /** What the rows were searched for. */
  query: string;
  /** Where the rows after these begin; `null` where these are the last. */
  next: number | null;
}

interface TableProps {
  ctx: Context;
  path: string;
  query: Query;
  dataset: DatasetRow;
  table: TableShown;
}

/** The rows of a table, searched and a page at a time. */
export function TableRows({ ctx, path, query, dataset, table }: TableProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  const { rows, total, next } = table;
  const columns = dataset.columns.map(
    (column, i): Column<TableRow> => ({
      key: column.key,
      label: column.label,
      ...(column.type === "number" ? { align: "end" as const } : {}),
      ...(i === 0 ? { header: true } : {}),
      value: ({ cells }) => <CellOf ctx={ctx} column={column} cell={cells[i] ?? null} />,
    }),
  );
  const file = (format: string) => address(path, query, { format, from: null });
  return (
    <Sheet title={say("table.rows")} id="rows">
      <div class="stack">
        <SearchBox
          locale={locale}
          path={path}
          query={{ ...query, from: undefined }}
          label={say("table.search")}
          placeholder={say("table.search")}
        />
        <p>{say("table.sentence", { query: table.query ? "some" : "none", total })}</p>
        {rows.length === 0 ? (
          <Empty act={{ label: say("table.all"), href: path }}>
            {say("table.sentence", { query: "some", total: 0 })}
          </Empty>
        ) : (
          <DataTable locale={locale} caption={say("table.rows")} columns={columns} rows={rows} />
        )}
        {next !== null || query.from ? (
          <p class="row">
            {query.from ? (
              <a class="btn" href={`${address(path, query, { from: null })}#rows`}>
                {say("table.first")}
              </a>
            ) : null}
            {next !== null ? (
              <a class="btn" href={`${address(path, query, { from: next })}#rows`}>
                {say("table.next")}
              </a>
            ) : null}
          </p>
        ) : null}
        <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
      </div>
    </Sheet>
  );
}

function CellOf({ ctx, column, cell }: { ctx: Context; column: TableColumn; cell: TableCell }) {
  const { locale } = ctx;
  const say = sayData(locale);
  if (cell === null) return <small>{say("mark.missing")}</small>;
  if (typeof cell === "number") return <span>{formatNumber(cell, locale, 4)}</span>;
  if (column.type === "number" && cell === SECRET_CELL) return <small>{say("mark.secret")}</small>;
  return column.type === "date" ? (
    <time datetime={cell}>{formatDate(new Date(`${cell}T12:00:00Z`), locale)}</time>
  ) : (
    <span>{cell}</span>
  );
}
