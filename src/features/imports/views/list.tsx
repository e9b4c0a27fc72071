import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import {
  Button,
  DataTable,
  Empty,
  formatNumber,
  formatTime,
  ListFoot,
  Notice,
  PageHead,
  type Query,
  Sheet,
  Tag,
  type Tone,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { Run, State } from "../store.ts";

export interface ListProps {
  locale: Locale;
  home: string;
  csrf: string;
  runs: Page<Run>;
  query: Query;
  /** Why the file just sent was not taken. */
  problem?: string | undefined;
}

export const TONES: Record<State, Tone> = {
  read: "wait",
  checking: "wait",
  checked: "wait",
  writing: "wait",
  done: "good",
  stopped: "stop",
  undoing: "wait",
  undone: "plain",
};

export const written = (run: Run) =>
  (run.counts.new ?? 0) + (run.counts.match ?? 0) + (run.counts.repeat ?? 0);

export function ListPage({ locale, home, csrf, runs, query, problem }: ListProps) {
  const t = say(locale);
  return (
    <>
      <PageHead title={t("title")} lede={t("lede", { count: runs.total })} />
      {problem ? <Notice tone="stop">{problem}</Notice> : null}
      <div class="stack">
        <Sheet title={t("upload.title")} id="upload">
          <div class="stack">
            <form class="form" method="post" action={home} enctype="multipart/form-data">
              <input type="hidden" name="csrf" value={csrf} />
              <div class="field">
                <label for="field-file">{t("upload.file")}</label>
                <p class="hint" id="field-file-hint">
                  {t("upload.hint")}
                </p>
                <input
                  id="field-file"
                  name="file"
                  type="file"
                  required
                  accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                  aria-describedby="field-file-hint"
                />
              </div>
              <div class="form-acts">
                <Button kind="main">{t("upload.go")}</Button>
              </div>
            </form>
            <p>
              {t("templates")} <a href={`${home}/template.xlsx`}>{t("template.xlsx")}</a>
              {" · "}
              <a href={`${home}/template.csv`}>{t("template.csv")}</a>
            </p>
          </div>
        </Sheet>
        <Sheet title={t("history")}>
          {runs.items.length === 0 ? (
            <Empty act={{ label: t("template.xlsx"), href: `${home}/template.xlsx` }}>
              {t("history.empty")}
            </Empty>
          ) : (
            <>
              <DataTable
                locale={locale}
                caption={t("history")}
                rows={runs.items}
                columns={[
                  {
                    key: "file",
                    label: t("col.file"),
                    value: (run) => run.fileName,
                    href: (run) => `${home}/${run.id}`,
                  },
                  {
                    key: "state",
                    label: t("col.state"),
                    value: (run) => <Tag tone={TONES[run.state]}>{t(`state.${run.state}`)}</Tag>,
                  },
                  { key: "who", label: t("col.who"), value: (run) => run.personName ?? t("somebody") },
                  { key: "when", label: t("col.when"), value: (run) => formatTime(run.createdAt, locale) },
                  {
                    key: "rows",
                    label: t("col.rows"),
                    align: "end",
                    value: (run) => formatNumber(run.rowsTotal, locale),
                  },
                  {
                    key: "written",
                    label: t("col.written"),
                    align: "end",
                    value: (run) => (isWritten(run) ? formatNumber(written(run), locale) : ""),
                  },
                  {
                    key: "errors",
                    label: t("col.errors"),
                    align: "end",
                    value: (run) => formatNumber(run.counts.error ?? 0, locale),
                  },
                ]}
              />
              <ListFoot locale={locale} path={home} query={query} list={runs} />
            </>
          )}
        </Sheet>
      </div>
    </>
  );
}

export const isWritten = ({ state }: Run) => !["read", "checking", "checked"].includes(state);
