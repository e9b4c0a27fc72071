import type { Context } from "../../../../access/context.ts";
import {
  Button,
  displayName,
  Empty,
  Field,
  Form,
  formatList,
  Notice,
  PageHead,
  type Query,
} from "../../../../ui/index.ts";
import type { OwnField } from "../../own-fields/rules.ts";
import { controlOf, nameOf } from "../../own-fields/words.ts";
import type { Finding } from "../actions.ts";
import { sayOfDirectory } from "../messages.ts";
import { BULK_FORM } from "../pick.tsx";
import { MOST_AT_ONCE, type UndoProblem } from "./actions.ts";
import type { BulkAct } from "./store.ts";

export const bulkHref = (ctx: Context) => `/clusters/${ctx.cluster!.slug}/bulk`;
export const directoryHref = (ctx: Context) => `/clusters/${ctx.cluster!.slug}/organisations`;

/** What the team does with those it ticked in the list: labels, a field, a file. */
export function BulkBar({
  ctx,
  csrf,
  query,
  finding,
  mayPut,
}: {
  ctx: Context;
  csrf: string;
  query: Query;
  finding: Finding;
  mayPut: boolean;
}) {
  const { locale } = ctx;
  const say = sayOfDirectory(locale);
  const { team } = finding;
  if (!team) return null;
  const home = bulkHref(ctx);
  return (
    <details class="bulk">
      <summary>{say("bulk.title")}</summary>
      <form id={BULK_FORM} class="row" method="post" action={`${home}/file`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="address" value={addressOf(query)} />
        <label class="choice">
          <input type="checkbox" name="all" value="on" />
          <span>{say("bulk.all", { count: finding.total })}</span>
        </label>
        {mayPut && team.labels.length > 0 ? (
          <span class="row">
            <select name="label" aria-label={say("bulk.label")}>
              {team.labels.map((label) => (
                <option value={label.id}>{label.name}</option>
              ))}
            </select>
            <Button formaction={`${home}/labels`} name="on" value="put">
              {say("bulk.put")}
            </Button>
            <Button formaction={`${home}/labels`} name="on" value="take">
              {say("bulk.take")}
            </Button>
          </span>
        ) : null}
        {mayPut && team.fields.length > 0 ? (
          <span class="row">
            <select name="field" aria-label={say("bulk.field")}>
              {team.fields.map((field) => (
                <option value={field.key}>{nameOf(field, locale)}</option>
              ))}
            </select>
            <Button formaction={`${home}/field`}>{say("bulk.set")}</Button>
          </span>
        ) : null}
        <span class="row">
          {say("bulk.export")}
          <Button name="format" value="csv">
            CSV
          </Button>
          <Button name="format" value="xlsx">
            XLSX
          </Button>
        </span>
      </form>
    </details>
  );
}

/** The filters as one text, to come back to the same list and to ask it again. */
export const addressOf = (query: Query): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) if (one !== undefined && one !== "") search.append(name, one);
  return search.toString();
};

/** What was done to many, and the way back. */
export function BulkDone({
  ctx,
  csrf,
  act,
  query,
}: {
  ctx: Context;
  csrf: string;
  act: BulkAct;
  query: Query;
}) {
  const say = sayOfDirectory(ctx.locale);
  return (
    <Notice tone="good">
      <form class="row" method="post" action={`${bulkHref(ctx)}/${act.id}/undo`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="address" value={addressOf(query)} />
        <span>{say("bulk.done", { count: act.changes })}</span>
        {act.changes > 0 ? <Button>{say("bulk.undo")}</Button> : null}
      </form>
    </Notice>
  );
}

/** Why nothing was done. */
export type Why = "none" | "many" | UndoProblem;

export function BulkStopped({ ctx, back, why }: { ctx: Context; back: string; why: Why }) {
  const say = sayOfDirectory(ctx.locale);
  return (
    <>
      <PageHead title={say(`bulk.${why}.title`)} />
      <Empty act={{ label: say("bulk.none.act"), href: back }}>
        {say(`bulk.${why}`, { most: MOST_AT_ONCE })}
      </Empty>
    </>
  );
}

const MOST_NAMED = 5;

/** The second step for a field: its own control, and for whom. */
export function SetPage({
  ctx,
  csrf,
  field,
  finding,
  hidden,
  slugs,
  typed = "",
  problem,
  back,
}: {
  ctx: Context;
  csrf: string;
  field: OwnField;
  finding: Finding;
  hidden: Readonly<Record<string, string>>;
  slugs: readonly string[];
  typed?: string | undefined;
  problem?: string | undefined;
  back: string;
}) {
  const { locale } = ctx;
  const say = sayOfDirectory(locale);
  const names = finding.items.slice(0, MOST_NAMED).map((item) => displayName(item.name));
  if (finding.total > MOST_NAMED) names.push(say("bulk.more", { count: finding.total - MOST_NAMED }));
  const count = finding.items.length;
  return (
    <>
      <PageHead
        title={say("bulk.set.title", { name: nameOf(field, locale) })}
        lede={say("bulk.set.lede", { count, names: formatList(names, locale) })}
      />
      <Form
        locale={locale}
        csrf={csrf}
        action={`${bulkHref(ctx)}/value`}
        hidden={{ ...hidden, field: field.key }}
        problems={problem ? { value: problem } : {}}
        submit={say("bulk.set.now", { count })}
        cancel={{ href: back }}
      >
        {slugs.map((slug) => (
          <input type="hidden" name="organisation" value={slug} />
        ))}
        <Field {...controlOf(field, "value", locale)} locale={locale} value={typed} problem={problem} />
      </Form>
    </>
  );
}
