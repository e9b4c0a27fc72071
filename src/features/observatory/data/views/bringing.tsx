import type { Context } from "../../../../access/context.ts";
import {
  Button,
  DataTable,
  Empty,
  type Figure,
  Figures,
  Form,
  formatNumber,
  formatTime,
  Notice,
  PageHead,
  Sheet,
  Tag,
  type Tone,
} from "../../../../ui/index.ts";
import { problemsIn, writable } from "../bringing/actions.ts";
import { problemSentence, sayBringing } from "../bringing/messages.ts";
import type { About, Bringing, State } from "../bringing/store.ts";
import { dataHref, datasetHref, homeHref } from "../here.ts";
import { type Mapping, takenFor } from "../mapping/roles.ts";
import { sayData } from "../messages.ts";
import type { DatasetRow } from "../panel.ts";
import { MAX_BYTES } from "../reading/source.ts";
import { Columns } from "./columns.tsx";

const TONES: Record<State, Tone> = {
  read: "wait",
  checking: "wait",
  checked: "wait",
  writing: "wait",
  done: "good",
  stopped: "stop",
};

const kicker = (ctx: Context) => (
  <>
    <a href={homeHref(ctx)}>{sayData(ctx.locale)("observatory")}</a> ·{" "}
    <a href={dataHref(ctx)}>{sayData(ctx.locale)("catalogue")}</a>
  </>
);

export interface BringingsProps {
  ctx: Context;
  csrf: string;
  list: readonly Bringing[];
  /** The dataset a file is to be a version of. */
  dataset?: { slug: string; title: string } | undefined;
  typed?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}

/** Files that were brought, and the form to bring another. */
export function BringingsPage({ ctx, csrf, list, dataset, typed, problems = {} }: BringingsProps) {
  const { locale } = ctx;
  const t = sayBringing(locale);
  const home = `${homeHref(ctx)}/imports`;
  return (
    <>
      <PageHead
        kicker={kicker(ctx)}
        title={t("title")}
        lede={dataset ? t("lede.of", { dataset: dataset.title }) : t("lede")}
      />
      <div class="stack">
        <Sheet title={t("title")} id="file">
          <Form
            locale={locale}
            action={home}
            csrf={csrf}
            multipart
            submit={t("go")}
            problems={problems}
            hidden={dataset ? { dataset: dataset.slug } : {}}
            fields={[
              { name: "address", type: "url", label: t("address"), hint: t("address.hint"), maxlength: 1000 },
            ]}
            values={typed ?? {}}
          >
            <div class="field">
              <label for="field-file">{t("file")}</label>
              <p class="hint" id="field-file-hint">
                {t("file.hint", { most: Math.floor(MAX_BYTES / 1_048_576) })}
              </p>
              <input
                id="field-file"
                name="file"
                type="file"
                accept=".csv,.tsv,.txt,.xlsx,.json,text/csv,application/json"
                aria-describedby="field-file-hint"
              />
            </div>
          </Form>
        </Sheet>
        <Sheet title={t("history")}>
          {list.length === 0 ? (
            <Empty act={{ label: sayData(locale)("all"), href: dataHref(ctx) }}>{t("history.empty")}</Empty>
          ) : (
            <DataTable
              locale={locale}
              caption={t("history")}
              rows={list}
              columns={[
                {
                  key: "file",
                  label: t("col.file"),
                  value: (one) => one.fileName,
                  href: (one) => `${home}/${one.id}`,
                },
                {
                  key: "state",
                  label: t("col.state"),
                  value: (one) => <Tag tone={TONES[one.state]}>{t(`state.${one.state}`)}</Tag>,
                },
                { key: "who", label: t("col.who"), value: (one) => one.personName ?? t("clock") },
                {
                  key: "when",
                  label: t("col.when"),
                  value: (one) => (
                    <time datetime={one.createdAt.toISOString()}>{formatTime(one.createdAt, locale)}</time>
                  ),
                },
                {
                  key: "rows",
                  label: t("col.rows"),
                  align: "end",
                  value: (one) => formatNumber(one.findings?.rows ?? one.rowsDone, locale),
                },
              ]}
            />
          )}
        </Sheet>
      </div>
    </>
  );
}

export interface BringingProps {
  ctx: Context;
  csrf: string;
  bringing: Bringing;
  /** Its columns once more, after it was checked. */
  again: boolean;
  /** The correspondences its codes can be translated by. */
  ledBy: readonly DatasetRow[];
  typed?: { mapping: Mapping; about: About } | undefined;
  problems?: Record<string, string> | undefined;
}

/** One file: its columns, what was found in it, where it stands. */
export function BringingPage(props: BringingProps) {
  const { ctx, csrf, bringing, again, problems } = props;
  const { locale } = ctx;
  const t = sayBringing(locale);
  const href = `${homeHref(ctx)}/imports/${bringing.id}`;
  const atWork = bringing.state === "checking" || bringing.state === "writing";
  const columns = bringing.shape && (bringing.state === "read" || (bringing.state === "checked" && again));
  const act = (name: string, label: string, kind?: "main" | "quiet") => (
    <form method="post" action={`${href}/${name}`}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button kind={kind}>{label}</Button>
    </form>
  );
  return (
    <>
      {/* Without script the page asks again by itself while there is work under way. */}
      {atWork ? <meta http-equiv="refresh" content="2" /> : null}
      <PageHead
        kicker={
          <>
            {kicker(ctx)} · <a href={`${homeHref(ctx)}/imports`}>{t("title")}</a>{" "}
            <Tag tone={TONES[bringing.state]}>{t(`state.${bringing.state}`)}</Tag>
          </>
        }
        title={bringing.fileName}
        lede={ledeOf(ctx, bringing)}
      />
      <div class="stack">
        {problems?.[""] ? <Notice tone="stop">{problems[""]}</Notice> : null}
        {atWork ? (
          <p role="status">
            <progress aria-label={t(`state.${bringing.state}`)} /> <a href={href}>{t("again")}</a>
          </p>
        ) : null}
        {columns ? <Columns {...props} shape={bringing.shape!} href={href} /> : null}
        {bringing.state === "checked" && !again ? (
          <div class="form-acts">
            {writable(bringing) ? act("write", t("write"), "main") : <p>{t("blocked")}</p>}
            <Button href={`${href}?columns=1`}>{t("back")}</Button>
            {act("discard", t("discard"), "quiet")}
          </div>
        ) : null}
        {bringing.state === "read" || bringing.state === "stopped" ? (
          <div class="form-acts">{act("discard", t("discard"), "quiet")}</div>
        ) : null}
        {bringing.state === "done" && bringing.datasetSlug ? (
          <div class="form-acts">
            <Button kind="main" href={datasetHref(ctx, bringing.datasetSlug)}>
              {t("look")}
            </Button>
          </div>
        ) : null}
        {bringing.findings && !columns ? <Found {...props} /> : null}
      </div>
    </>
  );
}

function ledeOf({ locale }: Context, bringing: Bringing): string {
  const t = sayBringing(locale);
  const rows = formatNumber(bringing.findings?.rows ?? bringing.rowsDone, locale);
  switch (bringing.state) {
    case "read":
      return t("read.lede", { columns: bringing.shape?.head.length ?? 0 });
    case "checked": {
      const found = bringing.findings!;
      if (takenFor(bringing.mapping!) !== "panel")
        return t("checked.table.lede", {
          rows,
          columns: bringing.mapping!.columns.filter((role) => role !== "skip").length,
          problems: problemsIn(bringing),
        });
      return t("checked.lede", {
        rows,
        cells: formatNumber(
          found.cells.reduce((sum, n) => sum + n, 0),
          locale,
        ),
        regions: found.regions,
        activities: found.activities,
        from: found.periods[0] ?? "–",
        to: found.periods.at(-1) ?? "–",
        problems: problemsIn(bringing),
      });
    }
    case "stopped":
      return t("stopped.lede", { why: problemSentence(bringing.problem ?? "failed", locale) });
    default:
      return t(`${bringing.state}.lede`, { rows });
  }
}

function Found({ ctx, bringing }: BringingProps) {
  const { locale } = ctx;
  const t = sayBringing(locale);
  const found = bringing.findings!;
  const problems = problemsIn(bringing);
  const number = (n: number) => formatNumber(n, locale);
  const figures: Figure[] = [
    { value: number(found.rows), label: t("figure.rows") },
    { value: number(found.cells[0]), label: t("figure.values") },
    { value: number(found.cells[3]), label: t("figure.estimated") },
    { value: number(found.cells[2]), label: t("figure.secret") },
    { value: number(found.cells[1]), label: t("figure.missing") },
    {
      value: number(problems),
      label: t("figure.problems"),
      ...(problems > 0 ? { tone: "stop" as const, href: "#problems" } : {}),
    },
  ];
  return (
    <>
      <Figures figures={figures} />
      {found.padded > 0 ? <Notice>{t("padded", { count: found.padded })}</Notice> : null}
      {problems > 0 ? (
        <Sheet title={t("problems")} id="problems">
          <ul class="plain">
            {Object.entries(found.problems).map(([reason, count]) => (
              <li>
                {number(count)} · {t(`reason.${reason as "duplicate"}`)}
              </li>
            ))}
          </ul>
          <p class="hint">
            {t("problems.first", { shown: number(found.first.length), total: number(problems) })}
          </p>
          <DataTable
            locale={locale}
            caption={t("problems")}
            rows={found.first}
            columns={[
              { key: "row", label: t("col.row"), value: (one) => number(one.row), align: "end" },
              { key: "column", label: t("col.column"), value: (one) => one.column },
              { key: "reason", label: t("col.reason"), value: (one) => t(`reason.${one.reason}`) },
              { key: "said", label: t("col.said"), value: (one) => one.said },
            ]}
          />
        </Sheet>
      ) : null}
    </>
  );
}
