import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import {
  Button,
  DataTable,
  Empty,
  ExportLinks,
  Facts,
  type Figure,
  Figures,
  formatNumber,
  formatTime,
  Notice,
  PageHead,
  Pager,
  type Query,
  Sheet,
  Tabs,
  Tag,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { Outcome } from "../planning/plan.ts";
import type { KeptChange, Run, StoredRow } from "../store.ts";
import { problemSentence } from "../words.ts";
import { isWritten, TONES, written } from "./list.tsx";

export interface RunProps {
  locale: Locale;
  href: string;
  csrf: string;
  run: Run;
  rows: Page<StoredRow & { slug: string | null }>;
  /** The names of the columns of each sheet. */
  heads: readonly (readonly string[])[];
  kept: readonly KeptChange[];
  query: Query;
  onlyProblems: boolean;
  mayUndo: boolean;
  /** Why the last act was refused. */
  refused?: string | undefined;
}

const AT_WORK = ["checking", "writing", "undoing"];

export function RunPage(props: RunProps) {
  const { locale, href, run, refused } = props;
  const t = say(locale);
  const atWork = AT_WORK.includes(run.state);
  const still = props.query.still === "1";
  return (
    <>
      {/* Without script the page asks again by itself while there is work under way. */}
      {atWork && !still ? <meta http-equiv="refresh" content="3" /> : null}
      <PageHead
        kicker={
          <>
            <a href={href.replace(/\/[^/]+$/, "")}>{t("title")}</a> ·{" "}
            <Tag tone={TONES[run.state]}>{t(`state.${run.state}`)}</Tag>
          </>
        }
        title={run.fileName}
        lede={lede(run, locale)}
      />
      {refused ? <Notice tone="stop">{refused}</Notice> : null}
      {atWork ? <Progress locale={locale} run={run} href={href} still={still} /> : null}
      <div class="stack">
        <Acts {...props} />
        {["checking", "undoing", "undone"].includes(run.state) ? null : <Figures figures={figures(props)} />}
        {props.kept.length > 0 ? <Kept {...props} /> : null}
        {run.state === "checking" ? null : <Rows {...props} />}
        <Sheet title={t("facts")}>
          <Facts
            facts={[
              [t("col.who"), run.personName ?? t("somebody")],
              [t("col.when"), formatTime(run.createdAt, locale)],
              [t("col.rows"), formatNumber(run.rowsTotal, locale)],
              [t("col.sha256"), <code>{run.sha256.replace(/(.{8})(?=.)/g, "$1 ")}</code>],
            ]}
          />
        </Sheet>
      </div>
    </>
  );
}

function lede(run: Run, locale: Locale): string {
  const t = say(locale);
  const values = {
    write: written(run),
    error: run.counts.error ?? 0,
    done: run.rowsDone,
    total: run.rowsTotal,
    kept: run.counts.kept ?? 0,
  };
  switch (run.state) {
    case "checking":
      return t("work.checking");
    case "checked":
      return t("checked.lede", values);
    case "writing":
      return run.cancelAsked ? t("work.cancelling") : t("work.lede", values);
    case "undoing":
      return t("work.undoing");
    case "undone":
      return t("undone.lede", values);
    case "stopped":
      return t(run.problem === "person-gone" ? "stopped.person-gone" : "stopped.cancelled", values);
    default:
      return t("done.lede", values);
  }
}

interface ProgressProps {
  locale: Locale;
  run: Run;
  href: string;
  still: boolean;
}

/** Who works with the keyboard or has the page read aloud can keep it from loading anew under their hands. */
function Progress({ locale, run, href, still }: ProgressProps) {
  const t = say(locale);
  const known = run.state === "writing" && run.rowsTotal > 0;
  const label = t(`state.${run.state}`);
  return (
    <>
      <p role="status">
        {known ? (
          <>
            <progress value={run.rowsDone} max={run.rowsTotal} aria-label={label} />{" "}
            {t("work.done", {
              done: formatNumber(run.rowsDone, locale),
              total: formatNumber(run.rowsTotal, locale),
            })}
          </>
        ) : (
          <progress aria-label={label} />
        )}
      </p>
      <p class="hint">
        {t(still ? "work.still" : "work.looks")}{" "}
        <a href={still ? href : `${href}?still=1`}>{t(still ? "work.again" : "work.hold")}</a>
      </p>
    </>
  );
}

function Acts({ locale, href, csrf, run, mayUndo }: RunProps) {
  const t = say(locale);
  const form = (act: string, label: string, kind?: "main" | "stop" | "quiet") => (
    <form method="post" action={`${href}/${act}`}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button kind={kind}>{label}</Button>
    </form>
  );
  const blocked = written(run) === 0 || (run.options.onError === "stop" && (run.counts.error ?? 0) > 0);
  if (run.state === "checked")
    return (
      <div class="form-acts">
        {blocked ? (
          <p>{t(written(run) === 0 ? "nothing-to-do" : "has-errors")}</p>
        ) : (
          form("confirm", t("go.confirm", { count: written(run) }), "main")
        )}
        <Button href={`${href}?map=1`}>{t("go.back")}</Button>
        {form("discard", t("discard"), "quiet")}
      </div>
    );
  if (run.state === "writing" && !run.cancelAsked)
    return <div class="form-acts">{form("cancel", t("go.cancel"), "stop")}</div>;
  if (!mayUndo) return null;
  return (
    <div>
      <div class="form-acts">
        {run.state === "stopped" ? form("confirm", t("go.resume"), "main") : null}
        {run.state === "done" ? (
          <Button href={href.replace(/\/imports\/.*$/, "/organisations")}>{t("go.directory")}</Button>
        ) : null}
        {form("undo", t("go.undo"), "stop")}
      </div>
      <p class="hint">{t("undo.hint")}</p>
    </div>
  );
}

const SHOWN: readonly Outcome[] = ["new", "match", "repeat", "unchanged", "error"];

const WRITTEN: readonly (Outcome | null)[] = ["new", "match", "repeat"];

function figures({ locale, run, href }: RunProps): Figure[] {
  const t = say(locale);
  const { addresses = 0, placed = 0 } = run.counts;
  const map: Figure = {
    value: t("figure.of", { some: formatNumber(placed, locale), all: formatNumber(addresses, locale) }),
    label: t("figure.placed"),
    ...(placed < addresses ? { href: `${href}?problems=1#rows` } : {}),
  };
  const outcomes = SHOWN.filter(
    (outcome) => (run.counts[outcome] ?? 0) > 0 || outcome === "new" || outcome === "error",
  ).map((outcome) => ({
    value: formatNumber(run.counts[outcome] ?? 0, locale),
    label: t(outcome === "error" && isWritten(run) ? "outcome.error" : (`figure.${outcome}` as "figure.new")),
    href: `${href}?outcome=${outcome}#rows`,
    ...(outcome === "error" && (run.counts.error ?? 0) > 0 ? { tone: "stop" as const } : {}),
  }));
  return addresses > 0 ? [...outcomes, map] : outcomes;
}

function Rows({ locale, href, run, rows, heads, query, onlyProblems }: RunProps) {
  const t = say(locale);
  const several = run.reading.sheets.length > 1;
  const clusterHref = href.replace(/\/imports\/.*$/, "");
  const { compared = 0 } = run.counts;
  return (
    <Sheet title={t("rows.title")} id="rows">
      <Tabs
        label={t("rows.title")}
        tabs={[
          { label: t("filter.all"), href: `${href}#rows`, current: !onlyProblems && !query.outcome },
          { label: t("filter.problems"), href: `${href}?problems=1#rows`, current: onlyProblems },
        ]}
      />
      {run.state === "checked" && compared < (run.counts["organisations.new"] ?? 0) ? (
        <p class="hint">{t("checked.compared", { compared: formatNumber(compared, locale) })}</p>
      ) : null}
      {rows.items.length === 0 ? (
        <Empty>{t("rows.none")}</Empty>
      ) : (
        <>
          <DataTable
            locale={locale}
            caption={t("rows.title")}
            rows={rows.items}
            columns={[
              {
                key: "row",
                label: t("row.number"),
                align: "end",
                value: (row) => formatNumber(row.row, locale),
              },
              ...(several
                ? [
                    {
                      key: "sheet",
                      label: t("row.sheet"),
                      value: (row: StoredRow) => run.reading.sheets[row.sheet]?.name ?? "",
                    },
                  ]
                : []),
              {
                key: "kind",
                label: t("row.kind"),
                value: (row) => t("sheet.kind.one", { kind: row.kind ?? "" }),
              },
              {
                key: "label",
                label: t("row.label"),
                header: true,
                value: (row) => row.label,
                href: (row) =>
                  row.slug && row.kind !== "links" ? `${clusterHref}/organisations/${row.slug}` : undefined,
              },
              {
                key: "outcome",
                label: t("row.outcome"),
                value: (row) =>
                  run.state === "undone" && WRITTEN.includes(row.outcome) ? (
                    <Tag>{t("outcome.undone")}</Tag>
                  ) : (
                    <Tag tone={row.outcome === "error" ? "stop" : row.outcome === "new" ? "good" : "plain"}>
                      {t(`outcome.${row.outcome ?? "skipped"}`)}
                    </Tag>
                  ),
              },
              {
                key: "problems",
                label: t("row.problems"),
                value: (row) =>
                  row.problems.length === 0 ? (
                    ""
                  ) : (
                    <ul class="plain">
                      {row.problems.map((problem) => (
                        <li>
                          {problem.warning ? (
                            <>
                              <Tag>{t("row.hint")}</Tag>{" "}
                            </>
                          ) : null}
                          {problemSentence(problem, heads[row.sheet] ?? [], locale)}
                          {problem.values?.slug ? (
                            <>
                              {" · "}
                              <a href={`${clusterHref}/organisations/${problem.values.slug}`}>
                                {t("row.look")}
                              </a>
                            </>
                          ) : null}
                        </li>
                      ))}
                    </ul>
                  ),
              },
            ]}
          />
          <Pager
            locale={locale}
            path={href}
            query={query}
            total={rows.total}
            shown={rows.items.length}
            next={rows.next}
          />
        </>
      )}
      {(run.counts.error ?? 0) > 0 ? (
        <p>
          {t("problems.download")}{" "}
          <ExportLinks
            locale={locale}
            csv={several ? undefined : `${href}/problems?format=csv`}
            xlsx={`${href}/problems?format=xlsx`}
          />
        </p>
      ) : null}
    </Sheet>
  );
}

function Kept({ locale, kept }: RunProps) {
  const t = say(locale);
  return (
    <Sheet title={t("kept.title")} id="kept">
      <DataTable
        locale={locale}
        caption={t("kept.title")}
        rows={kept}
        columns={[
          { key: "row", label: t("row.number"), align: "end", value: (change) => change.row },
          { key: "label", label: t("row.label"), header: true, value: (change) => change.label },
          {
            key: "record",
            label: t("kept.record"),
            value: (change) => t(`record.${change.record}` as "record.fact"),
          },
          {
            key: "why",
            label: t("row.reason"),
            value: (change) => t(`kept.${change.kept}` as "kept.in-use"),
          },
        ]}
      />
    </Sheet>
  );
}
