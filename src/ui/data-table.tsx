import type { Child } from "hono/jsx";
import type { Locale } from "../kernel/locale.ts";
import { address, type Query, valueIn } from "./address.ts";
import { uiSay } from "./messages.ts";

export interface Column<T> {
  key: string;
  label: string;
  value: (row: T) => Child;
  /** `end` for figures, so that their digits stand below each other. */
  align?: "start" | "end" | undefined;
  /** Its head is a link that sorts by `key`; `-key` is descending. */
  sortable?: boolean | undefined;
  href?: ((row: T) => string | undefined) | undefined;
  /** A last row below all: the sum, the mean. */
  summary?: ((rows: readonly T[]) => Child) | undefined;
  /** The column that names the row. Without any, the first does. */
  header?: boolean | undefined;
  /** Left out where a row is shown as a card. */
  wideOnly?: boolean | undefined;
}

export interface DataTableProps<T> {
  locale: Locale;
  columns: readonly Column<T>[];
  rows: readonly T[];
  /** What the table shows, in words. */
  caption: string;
  /** For those who see the heading above, the caption is said but not shown. */
  captionHidden?: boolean | undefined;
  /** Needed for sorting: the address of the page. */
  path?: string | undefined;
  query?: Query | undefined;
  /** The order when the address names none, as `name` or `-since`. */
  sort?: string | undefined;
}

/** A table on a desk, cards on a phone; its order lies in the address. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { columns, rows, caption, captionHidden = true } = props;
  const headerKey = (columns.find((column) => column.header) ?? columns[0])?.key;
  return (
    <div class="table-wrap">
      {/* Two columns fit a phone as they are. */}
      <table class={columns.length > 2 ? "data" : "data small"}>
        <caption class={captionHidden ? "unseen" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.key} table={props} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>{columns.map((column) => cell(column, row, column.key === headerKey))}</tr>
          ))}
        </tbody>
        {columns.some((column) => column.summary) ? (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td class={column.align === "end" ? "n" : undefined} data-label={column.label}>
                  {column.summary?.(rows)}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

/** A plain function, not a component: a page has hundreds of these. */
function cell<T>(column: Column<T>, row: T, isHeader: boolean) {
  const value = column.value(row);
  const href = column.href?.(row);
  const content = href ? <a href={href}>{value}</a> : value;
  if (isHeader) return <th scope="row">{content}</th>;
  const look = `${column.align === "end" ? "n" : ""}${column.wideOnly ? " off" : ""}`;
  return look ? (
    <td class={look} data-label={column.label}>
      {content}
    </td>
  ) : (
    <td data-label={column.label}>{content}</td>
  );
}

function ColumnHead<T>({ table, column }: { table: DataTableProps<T>; column: Column<T> }) {
  const { locale, path, query = {} } = table;
  const { key, label, align, sortable } = column;
  const look = align === "end" ? "n" : undefined;
  if (!sortable || path === undefined) {
    return (
      <th scope="col" class={look}>
        {label}
      </th>
    );
  }
  const sort = valueIn(query, "sort") ?? table.sort;
  const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : undefined;
  const next = direction === "ascending" ? `-${key}` : key;
  return (
    <th scope="col" class={look} aria-sort={direction}>
      <a
        href={address(path, query, { sort: next === table.sort ? null : next })}
        title={uiSay(locale)(next === key ? "sort.up" : "sort.down")}
      >
        {label}
        {direction ? <span aria-hidden="true">{direction === "ascending" ? " ↑" : " ↓"}</span> : null}
      </a>
    </th>
  );
}
