import type { Locale } from "../kernel/locale.ts";
import type { Page } from "../kernel/page.ts";
import { address, type Query } from "./address.ts";
import { ExportLinks } from "./export-links.tsx";
import { Pager } from "./pager.tsx";

export interface ListFootProps {
  locale: Locale;
  path: string;
  query: Query;
  list: Page<unknown>;
}

/** What stands below a list: where one is in it, and all of it as a file. */
export function ListFoot({ locale, path, query, list }: ListFootProps) {
  const file = (format: string) => address(path, query, { format, cursor: null });
  return (
    <>
      <Pager
        locale={locale}
        path={path}
        query={query}
        total={list.total}
        shown={list.items.length}
        next={list.next}
      />
      <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
    </>
  );
}
