import type { Context } from "../../../access/context.ts";
import type { Page } from "../../../kernel/page.ts";
import {
  Button,
  type Column,
  DataTable,
  displayName,
  Empty,
  Form,
  formatDate,
  ListFoot,
  Notice,
  PageHead,
  type Query,
  SearchBox,
  Sheet,
} from "../../../ui/index.ts";
import { organisationHref } from "../organisation/address.ts";
import { MOST_NOTE } from "./add-note.ts";
import { sayNote } from "./messages.ts";
import type { NoteRow, NoteVersion } from "./store.ts";

type Problems = Readonly<Record<string, string>>;

export const notesHref = (ctx: Context) => `/clusters/${ctx.cluster!.slug}/notes`;
export const teamHref = (ctx: Context, slug: string) => `${organisationHref(slug, ctx.cluster)}/team`;

/** Lines as they were typed. */
export const Lines = ({ text }: { text: string }) => (
  <>
    {text.split(/\r?\n/).map((line, i) => (
      <>
        {i > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </>
);

export function authorAndDay(ctx: Context, note: NoteRow): string {
  const say = sayNote(ctx.locale);
  const day = (at: Date) => formatDate(at, ctx.locale);
  return [
    say("note.by", { who: note.author ?? say("note.somebody"), when: day(note.writtenAt) }),
    note.editedAt ? say("note.edited", { when: day(note.editedAt) }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

export interface NotesSheetProps {
  ctx: Context;
  csrf: string;
  slug: string;
  name: string;
  notes: readonly NoteRow[];
  mayWrite: boolean;
  mayChange: (note: NoteRow) => boolean;
  typed?: string | undefined;
  problems?: Problems | undefined;
}

/** The notes on one organisation, and the place for the next one. */
export function NotesSheet(props: NotesSheetProps) {
  const { ctx, csrf, slug, name, notes, mayWrite, mayChange, typed = "", problems = {} } = props;
  const { locale } = ctx;
  const say = sayNote(locale);
  return (
    <Sheet title={say("notes.title")} id="notes" link={{ label: say("notes.all"), href: notesHref(ctx) }}>
      <div class="stack">
        {mayWrite ? (
          <Form
            locale={locale}
            csrf={csrf}
            action={`${teamHref(ctx, slug)}/notes`}
            fields={[
              {
                name: "text",
                label: say("note.text"),
                type: "textarea",
                rows: 4,
                required: true,
                maxlength: MOST_NOTE,
                hint: say("note.text.hint"),
              },
            ]}
            values={{ text: typed }}
            problems={problems}
            submit={say("note.write")}
          />
        ) : null}
        {notes.length === 0 ? (
          <p>{say("notes.none", { name })}</p>
        ) : (
          <ul class="plain stack">
            {notes.map((note) => (
              <li key={note.id} id={`note-${note.id}`}>
                <p>
                  <Lines text={note.text} />
                </p>
                <form class="row" method="post" action={`${notesHref(ctx)}/${note.id}/remove`}>
                  <input type="hidden" name="csrf" value={csrf} />
                  <small>{authorAndDay(ctx, note)}</small>
                  <small>
                    <a
                      href={`${notesHref(ctx)}/${note.id}`}
                      aria-label={say("note.edit.this", { when: formatDate(note.writtenAt, locale) })}
                    >
                      {say(mayChange(note) ? "note.edit" : "note.open")}
                    </a>
                  </small>
                  {mayChange(note) ? <Button kind="quiet">{say("note.remove")}</Button> : null}
                </form>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  );
}

/** What was just taken away, and the way back. */
export function Undo({
  ctx,
  csrf,
  action,
  gone,
  undo,
}: {
  ctx: Context;
  csrf: string;
  action: string;
  gone?: string;
  undo?: string;
}) {
  const say = sayNote(ctx.locale);
  return (
    <Notice tone="good">
      <form class="row" method="post" action={action}>
        <input type="hidden" name="csrf" value={csrf} />
        <span>{gone ?? say("note.gone")}</span>
        <Button>{undo ?? say("note.undo")}</Button>
      </form>
    </Notice>
  );
}

export function NotesPage({
  ctx,
  path,
  query,
  words,
  list,
}: {
  ctx: Context;
  path: string;
  query: Query;
  words: string;
  list: Page<NoteRow>;
}) {
  const { locale } = ctx;
  const say = sayNote(locale);
  const cluster = ctx.cluster!;
  const columns: Column<NoteRow>[] = [
    {
      key: "organisation",
      label: say("column.note.organisation"),
      value: (note) => displayName(note.organisation),
      href: (note) => `${teamHref(ctx, note.slug)}#note-${note.id}`,
    },
    { key: "text", label: say("column.note.text"), value: (note) => <Lines text={shortened(note.text)} /> },
    {
      key: "who",
      label: say("column.note.who"),
      value: (note) => authorAndDay(ctx, note),
      href: (note) => `${notesHref(ctx)}/${note.id}`,
    },
  ];
  return (
    <>
      <PageHead
        kicker={locale === "de" ? cluster.nameDe : cluster.nameEn}
        title={say("notes.title")}
        lede={
          words
            ? say("notes.lede.found", { total: list.total, query: words })
            : say("notes.lede", { total: list.total })
        }
      />
      <div class="bar-row">
        <SearchBox locale={locale} path={path} query={query} label={say("notes.search")} />
      </div>
      {list.items.length === 0 ? (
        <Empty
          act={
            words
              ? { label: say("notes.all"), href: path }
              : { label: say("notes.empty.act"), href: `/clusters/${cluster.slug}/organisations` }
          }
        >
          {words ? null : say("notes.empty")}
        </Empty>
      ) : (
        <>
          <DataTable
            locale={locale}
            columns={columns}
            rows={list.items}
            caption={say("notes.title")}
            path={path}
            query={query}
          />
          <ListFoot locale={locale} path={path} query={query} list={list} />
        </>
      )}
    </>
  );
}

const shortened = (text: string) => (text.length > 400 ? `${text.slice(0, 400)} …` : text);

export function NotePage({
  ctx,
  csrf,
  note,
  versions,
  mayChange,
  values,
  problems = {},
  conflict = false,
}: {
  ctx: Context;
  csrf: string;
  note: NoteRow;
  versions: readonly NoteVersion[];
  mayChange: boolean;
  values: Readonly<Record<string, string>>;
  problems?: Problems | undefined;
  conflict?: boolean | undefined;
}) {
  const { locale } = ctx;
  const say = sayNote(locale);
  const name = displayName(note.organisation);
  const home = teamHref(ctx, note.slug);
  return (
    <>
      <PageHead
        kicker={<a href={home}>{name}</a>}
        title={say("note.form", { name })}
        lede={`${authorAndDay(ctx, note)}. ${say("team.only")}`}
      />
      {conflict ? <Notice tone="wait">{say("note.conflict")}</Notice> : null}
      {conflict || !mayChange ? (
        <blockquote>
          <Lines text={note.text} />
        </blockquote>
      ) : null}
      {mayChange ? (
        <Form
          locale={locale}
          csrf={csrf}
          action={`${notesHref(ctx)}/${note.id}`}
          fields={[
            {
              name: "text",
              label: say("note.text"),
              type: "textarea",
              rows: 8,
              required: true,
              maxlength: MOST_NOTE,
            },
          ]}
          values={values}
          problems={problems}
          hidden={{ version: String(note.version) }}
          cancel={{ href: `${home}#notes` }}
          acts={
            <Button kind="stop" formaction={`${notesHref(ctx)}/${note.id}/remove`}>
              {say("note.remove")}
            </Button>
          }
        />
      ) : null}
      {versions.length > 0 ? (
        <Sheet title={say("note.versions")}>
          <ul class="plain stack">
            {versions.map((one) => (
              <li key={one.version}>
                <p>
                  <Lines text={one.text} />
                </p>
                <small>
                  {say("note.version", { version: one.version })} · {formatDate(one.saidAt, locale)}
                </small>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </>
  );
}
