import type { Locale } from "../../../kernel/locale.ts";
import {
  address,
  DataTable,
  Empty,
  ExportLinks,
  formatTime,
  PageHead,
  Pager,
  type Query,
  Sheet,
} from "../../../ui/index.ts";
import type { ReadLog } from "./actions.ts";
import { LogFilters } from "./filters.tsx";
import { sayLog } from "./messages.ts";
import type { LogFilter } from "./schema.ts";
import { sentenceOf, subjectHref } from "./sentences.ts";
import type { LogEntry } from "./store.ts";

export interface LogProps {
  locale: Locale;
  kicker: string;
  path: string;
  query: Query;
  filter: LogFilter;
  log: ReadLog;
  cluster: string | null;
}

export function LogPage({ locale, kicker, path, query, filter, log, cluster }: LogProps) {
  const t = sayLog(locale);
  const { entries, names } = log;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const as = (format: string) => address(path, query, { format, cursor: null });
  return (
    <>
      <PageHead
        kicker={kicker}
        title={t("log.title")}
        lede={t(filtered ? "log.lede.filtered" : entries.total === 0 ? "log.lede.empty" : "log.lede", {
          total: entries.total,
        })}
        actions={<ExportLinks locale={locale} csv={as("csv")} xlsx={as("xlsx")} />}
      />
      <div class="grid">
        <Sheet title={t("log.title")} class="c9">
          {entries.items.length === 0 ? (
            <Empty act={filtered ? { label: t("log.empty.act"), href: path } : undefined}>
              {t(filtered ? "log.empty" : "log.lede.empty")}
            </Empty>
          ) : (
            <DataTable
              locale={locale}
              caption={t("log.title")}
              rows={entries.items}
              columns={[
                { key: "at", label: t("log.at"), value: (entry) => formatTime(entry.at, locale) },
                {
                  key: "what",
                  label: t("log.what"),
                  header: true,
                  value: (entry) => sentenceOf(entry, names, locale),
                  href: (entry) => subjectHref(entry, names, cluster),
                },
                { key: "door", label: t("log.door"), value: (entry) => doorWord(entry, locale) },
              ]}
            />
          )}
          <Pager
            locale={locale}
            path={path}
            query={query}
            total={entries.total}
            shown={entries.items.length}
            next={entries.next}
          />
        </Sheet>
        <Sheet title={t("log.filter")} class="c3">
          <LogFilters locale={locale} path={path} filter={filter} log={log} />
        </Sheet>
      </div>
    </>
  );
}

export function doorWord({ body }: LogEntry, locale: Locale): string {
  const doors = ["page", "api", "letter", "command", "job"] as const;
  // A sign-in is written down by the house itself, before anybody is known.
  const said = typeof body.after?.door === "string" ? body.after.door : body.door;
  const door = doors.find((known) => known === said);
  return door ? sayLog(locale)(`door.${door}`) : said;
}
