import type { Context } from "../../../access/context.ts";
import {
  Button,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Field,
  Form,
  formatDate,
  formatNumber,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { baseOf } from "../duplicates/views.tsx";
import { organisationHref } from "../organisation/address.ts";
import { memberWords } from "../organisation/words.ts";
import { mayStillUndo, type Preview, undoUntil } from "./actions.ts";
import { mergeMessages, sayMerge } from "./messages.ts";
import type { MergeRow } from "./store.ts";
import { type Changed, UNDO_DAYS } from "./undo.ts";

export function tableWords(ctx: Context, table: string): string {
  const key = `table.${table}`;
  return sayMerge(ctx.locale)(key in mergeMessages ? (key as keyof typeof mergeMessages) : "table.other");
}

/** Those without a word of their own are told as one. */
export const inWords = (ctx: Context, rows: readonly { table: string; rows: number }[]) =>
  [...Map.groupBy(rows, ({ table }) => tableWords(ctx, table))].map(([what, all]) => ({
    what,
    rows: all.reduce((sum, one) => sum + one.rows, 0),
  }));

export interface AskProps {
  ctx: Context;
  typed: { kept?: string | undefined; merged?: string | undefined };
  unknown: boolean;
}

/** Without two organisations that exist, the page asks for them. */
export function AskPage({ ctx, typed, unknown }: AskProps) {
  const say = sayMerge(ctx.locale);
  return (
    <>
      <PageHead title={say("merge.title")} lede={say("merge.lede.ask")} />
      <Form
        locale={ctx.locale}
        method="get"
        action={`${baseOf(ctx)}/merge`}
        submit={say("merge.show")}
        fields={[
          {
            name: "kept",
            label: say("merge.kept"),
            required: true,
            maxlength: 120,
            placeholder: "siemens-ag",
          },
          {
            name: "merged",
            label: say("merge.merged"),
            required: true,
            maxlength: 120,
            placeholder: "siemens-2",
          },
        ]}
        values={{ kept: typed.kept ?? "", merged: typed.merged ?? "" }}
        problems={unknown ? { merged: say("merge.unknown") } : {}}
        cancel={{ href: `${baseOf(ctx)}/duplicates` }}
      />
    </>
  );
}

export interface PreviewProps {
  ctx: Context;
  csrf: string;
  preview: Preview;
  /** It was proposed, and nobody who could do it sees both. */
  unseen?: boolean | undefined;
}

export function PreviewPage({ ctx, csrf, preview, unseen = false }: PreviewProps) {
  const { locale } = ctx;
  const say = sayMerge(locale);
  const { kept, merged, blocked } = preview;
  const base = baseOf(ctx);
  const hidden = { kept: kept.slug, merged: merged.slug };
  return (
    <>
      <PageHead
        kicker={<a href={`${base}/duplicates`}>{say("merges.duplicates")}</a>}
        title={say("merge.title")}
        lede={say("merge.lede", {
          kept: displayName(kept.name),
          merged: displayName(merged.name),
          days: UNDO_DAYS,
        })}
        actions={
          <Button href={`${base}/merge?kept=${merged.slug}&merged=${kept.slug}`}>{say("merge.swap")}</Button>
        }
      />
      {unseen ? <Notice tone="stop">{say("merge.unseen")}</Notice> : null}
      {blocked ? (
        <Notice tone="wait" title={say("merge.blocked")}>
          <p>{say(`merge.blocked.${blocked}`)}</p>
          <Form
            locale={locale}
            action={`${base}/merge/propose`}
            csrf={csrf}
            hidden={hidden}
            submit={say("merge.propose")}
          />
        </Notice>
      ) : null}
      <Form
        locale={locale}
        action={`${base}/merge`}
        csrf={csrf}
        hidden={hidden}
        submit={say("merge.do")}
        cancel={{ href: `${base}/duplicates` }}
      >
        <Sheet title={say("merge.identity")}>
          <Ends ctx={ctx} preview={preview} />
          {preview.fields.length === 0 ? <p>{say("merge.identity.same")}</p> : null}
          <div class="stack">
            {preview.fields.map(({ field, ...one }) => (
              <Field
                locale={locale}
                name={`take.${field}`}
                label={say(`choice.${field}`)}
                type="radio"
                required
                value={one.take ? "merged" : "kept"}
                choices={[
                  {
                    value: "kept",
                    label: shown(field, one.kept) || say("merge.none"),
                    hint: ` ${say("merge.kept")}`,
                  },
                  { value: "merged", label: shown(field, one.merged), hint: ` ${say("merge.merged")}` },
                ]}
              />
            ))}
          </div>
        </Sheet>
        {preview.memberships.length > 0 ? (
          <Sheet title={say("merge.memberships")}>
            <DataTable
              locale={locale}
              caption={say("merge.memberships")}
              rows={preview.memberships}
              columns={[
                { key: "role", label: say("merge.role"), value: ({ role }) => memberWords(locale, role) },
                {
                  key: "since",
                  label: say("merge.since"),
                  align: "end",
                  value: ({ since }) => formatDate(since, locale),
                },
                {
                  key: "until",
                  label: say("merge.until"),
                  align: "end",
                  value: ({ until }) => (until ? formatDate(until, locale) : "–"),
                },
              ]}
            />
            <p>
              <small>{say("merge.memberships.rule")}</small>
            </p>
          </Sheet>
        ) : null}
        <Sheet title={say("merge.moves")}>
          {preview.moves.length === 0 ? (
            <p>{say("merge.moves.none")}</p>
          ) : (
            <Numbers ctx={ctx} rows={preview.moves} title="merge.moves" />
          )}
          <p>
            <small>{say("merge.moves.hidden")}</small>
          </p>
        </Sheet>
        {preview.ownValues.length > 0 ? (
          <Sheet title={say("merge.values")}>
            <DataTable
              locale={locale}
              caption={say("merge.values")}
              rows={preview.ownValues}
              columns={[
                { key: "field", label: say("merge.field"), value: ({ field }) => field },
                { key: "kept", label: say("merge.kept"), value: (one) => one.kept },
                { key: "merged", label: say("merge.merged"), value: (one) => one.merged },
              ]}
            />
            <p>
              <small>{say("merge.values.rule")}</small>
            </p>
          </Sheet>
        ) : null}
      </Form>
    </>
  );
}

const shown = (field: string, text: string) => (field === "name" ? displayName(text) : text);

const Ends = ({ ctx, preview: { kept, merged } }: { ctx: Context; preview: Preview }) => {
  const say = sayMerge(ctx.locale);
  const link = (row: Preview["kept"]) => (
    <a href={organisationHref(row.slug, row.memberHere ? ctx.cluster : null)}>{displayName(row.name)}</a>
  );
  return (
    <p>
      <Tag tone="good">{say("merge.kept")}</Tag> {link(kept)} · <Tag tone="wait">{say("merge.merged")}</Tag>{" "}
      {link(merged)}
    </p>
  );
};

function Numbers({
  ctx,
  rows,
  title,
}: {
  ctx: Context;
  rows: readonly { table: string; rows: number }[];
  title: "merge.moves" | "undo.changed";
}) {
  const say = sayMerge(ctx.locale);
  return (
    <DataTable
      locale={ctx.locale}
      caption={say(title)}
      rows={inWords(ctx, rows)}
      columns={[
        { key: "what", label: say("merge.what"), value: ({ what }) => what },
        {
          key: "rows",
          label: say("merge.rows"),
          align: "end",
          value: (one) => formatNumber(one.rows, ctx.locale),
        },
      ]}
    />
  );
}

/** How many records one merge touched, without a word on which. */
export const rowsOf = ({ counts }: Pick<MergeRow, "counts">): number =>
  Object.values((counts ?? {}) as Record<string, { moved: number; aside: number }>).reduce(
    (sum, one) => sum + one.moved + one.aside,
    0,
  );

export interface MergesProps {
  ctx: Context;
  csrf: string;
  merges: readonly MergeRow[];
  /** A merge somebody wanted to take back though things have changed since. */
  asked?: { id: string; changed: readonly Changed[] } | undefined;
  problem?: "merged-on" | "taken-meanwhile" | "too-late" | undefined;
}

export function MergesPage({ ctx, csrf, merges, asked, problem }: MergesProps) {
  const { locale } = ctx;
  const say = sayMerge(locale);
  const base = baseOf(ctx);
  const path = `${base}/merges`;
  return (
    <>
      <PageHead
        kicker={<a href={`${base}/duplicates`}>{say("merges.duplicates")}</a>}
        title={say("merges.title")}
        lede={say("merges.lede", { count: merges.filter((one) => one.undoneAt === null).length })}
      />
      {problem ? <Notice tone="stop">{say(`undo.${problem}`)}</Notice> : null}
      {asked ? (
        <Notice tone="stop" title={say("undo.changed")}>
          <p>{say("undo.changed.text")}</p>
          <Numbers ctx={ctx} rows={asked.changed} title="undo.changed" />
          <Form
            locale={locale}
            action={`${path}/${asked.id}/undo`}
            csrf={csrf}
            hidden={{ confirmed: "yes" }}
            submit={say("undo.anyway")}
            cancel={{ href: path }}
          />
        </Notice>
      ) : null}
      {merges.length === 0 ? (
        <Empty act={{ label: say("merges.duplicates"), href: `${base}/duplicates` }}>
          {say("merges.empty")}
        </Empty>
      ) : (
        <Sheet
          title={say("merges.title")}
          aside={<ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />}
        >
          <DataTable
            locale={locale}
            caption={say("merges.title")}
            rows={merges}
            columns={[
              { key: "merged", label: say("merge.merged"), value: (row) => displayName(row.mergedName) },
              {
                key: "kept",
                label: say("merge.kept"),
                value: (row) => displayName(row.keptName),
                href: (row) => organisationHref(row.keptSlug, null),
              },
              { key: "at", label: say("merges.at"), value: (row) => formatDate(row.mergedAt, locale) },
              { key: "by", label: say("merges.by"), value: (row) => row.by ?? "" },
              {
                key: "rows",
                label: say("merges.rows"),
                align: "end",
                value: (row) => formatNumber(rowsOf(row), locale),
              },
              {
                key: "undo",
                label: say("merges.undo"),
                value: (row) => <UndoButton ctx={ctx} csrf={csrf} row={row} />,
              },
            ]}
          />
        </Sheet>
      )}
    </>
  );
}

function UndoButton({ ctx, csrf, row }: { ctx: Context; csrf: string; row: MergeRow }) {
  const say = sayMerge(ctx.locale);
  if (row.undoneAt !== null) return <Tag>{say("merges.undone")}</Tag>;
  if (!mayStillUndo(ctx, row)) return <Tag>{say("merges.over")}</Tag>;
  return (
    <form class="row" method="post" action={`${baseOf(ctx)}/merges/${row.id}/undo`}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button>{say("merges.undo")}</Button>
      <small>{say("merges.until", { day: formatDate(undoUntil(row), ctx.locale) })}</small>
    </form>
  );
}

export function mergeColumns(ctx: Context): ExportColumn<MergeRow>[] {
  const say = sayMerge(ctx.locale);
  return [
    { label: say("merge.merged"), value: (row) => displayName(row.mergedName), width: 40 },
    { label: say("merge.kept"), value: (row) => displayName(row.keptName), width: 40 },
    { label: say("merges.at"), value: (row) => new Date(row.mergedAt) },
    { label: say("merges.by"), value: (row) => row.by },
    { label: say("merges.rows"), value: (row) => rowsOf(row) },
    { label: say("merges.undone"), value: (row) => (row.undoneAt ? new Date(row.undoneAt) : null) },
  ];
}
