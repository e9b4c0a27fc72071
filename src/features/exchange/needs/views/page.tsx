import type { Child } from "hono/jsx";
import type { Context } from "../../../../access/context.ts";
import {
  Button,
  type Column,
  DataTable,
  displayName,
  Facts,
  Field,
  fieldId,
  formatAge,
  formatDate,
  formatTime,
  Notice,
  PageHead,
  ProblemSummary,
  Sheet,
  Tag,
  Tags,
  VisibilityBadge,
} from "../../../../ui/index.ts";
import { INTENT_WORDS, KIND_WORDS, STATE_WORDS, STEP_WORDS } from "../../words.ts";
import { waitsForYes } from "../actions.ts";
import { itemHref, listHref, organisationHref } from "../address.ts";
import type { FileRow } from "../files.ts";
import { sayNeeds } from "../messages.ts";
import { isLive, isOver } from "../rules.ts";
import { FILE_STEPS } from "../schema.ts";
import type { Item } from "../store.ts";
import { kindAndIntent, nameOf, originWords, standingWords, TONES, whereWords } from "./words.ts";

export interface ItemPageProps {
  ctx: Context;
  csrf: string;
  item: Item;
  /** What is told after an agreement, to those who have come that far. */
  detail: string;
  files: readonly FileRow[];
  mayEdit: boolean;
  /** Who never learns of it; told to its own people alone. */
  walled: readonly { slug: string; name: string }[];
  /** Why it cannot be opened, or the file not be added. */
  problem?: string | undefined;
  /** What has just been done. */
  news?: string | undefined;
  /** What others of the exchange show here: who fits, who knows it, what came of it. */
  acts?: Child;
  beside?: Child;
  children?: Child;
}

export function ItemPage(props: ItemPageProps) {
  const { ctx, item, detail, mayEdit, problem } = props;
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayNeeds(locale);
  return (
    <>
      <PageHead
        kicker={
          <>
            <a href={listHref(cluster, item.side)}>{say(`list.${item.side}`)}</a> ·{" "}
            {kindAndIntent(item, locale)}
          </>
        }
        title={item.title}
        lede={
          <>
            <Tag tone={TONES[item.state]}>{STATE_WORDS[item.state][locale]}</Tag> {standingWords(ctx, item)}
          </>
        }
        actions={
          <>
            {props.acts}
            {mayEdit ? <Acts {...props} /> : null}
          </>
        }
      />
      {problem ? <Notice tone="stop">{problem}</Notice> : null}
      {props.news ? <Notice tone="good">{props.news}</Notice> : null}
      <div class="grid">
        <div class="c8 stack">
          <Sheet title={say(`sheet.text.${item.side}`)}>
            <Prose text={item.text} lang={item.language} none={say("text.none")} />
            {item.competences.length > 0 ? (
              <Tags
                tags={item.competences.map((label, i) => ({
                  label,
                  href: `${listHref(cluster, item.side)}?competence=${encodeURIComponent(item.codes[i] ?? "")}`,
                }))}
              />
            ) : null}
            <p>
              <small class="origin">
                <a href={organisationHref(cluster, item.organisationSlug)}>{nameOf(item)}</a> ·{" "}
                {originWords(item, locale)} ·{" "}
                <time datetime={item.updatedAt.toISOString()} title={formatTime(item.updatedAt, locale)}>
                  {formatAge(item.updatedAt, ctx.now(), locale)}
                </time>
              </small>
            </p>
          </Sheet>
          {detail === "" ? null : (
            <Sheet title={say("sheet.detail")}>
              <Prose text={detail} lang={item.language} none="" />
            </Sheet>
          )}
          {props.children}
          <Files {...props} />
        </div>
        <div class="c4 stack">
          <Sheet title={say("sheet.facts")}>
            <ItemFacts {...props} />
          </Sheet>
          {mayEdit || item.organisationId === ctx.actor.organisationId ? <Doors {...props} /> : null}
          {props.beside}
        </div>
      </div>
    </>
  );
}

/** Paragraphs as they were typed. */
const Prose = ({ text, lang, none }: { text: string; lang: string; none: string }) =>
  text === "" ? (
    <p>{none}</p>
  ) : (
    <div lang={lang}>
      {text.split(/\n\s*\n/).map((part) => (
        <p>
          {part.split("\n").map((line, i) => (
            <>
              {i > 0 ? <br /> : null}
              {line}
            </>
          ))}
        </p>
      ))}
    </div>
  );

function Acts({ ctx, csrf, item }: ItemPageProps) {
  const say = sayNeeds(ctx.locale);
  const href = itemHref(ctx.cluster!, item);
  const own = ctx.actor.organisationId === item.organisationId;
  const press = (act: string, label: string, kind?: "main" | "stop" | "quiet") => (
    <form method="post" action={`${href}/${act}`}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button kind={kind}>{label}</Button>
    </form>
  );
  return (
    <>
      {item.state === "draft" ? press("remove", say("act.remove"), "stop") : null}
      {own ? press("duplicate", say("act.duplicate")) : null}
      {isLive(item.state) ? <Button href={`${href}/close`}>{say("act.close")}</Button> : null}
      <Button href={`${href}/edit`}>{say("act.edit")}</Button>
      {own && isOver(item.state) ? press("open", say("act.reopen"), "main") : null}
      {own && item.state === "draft"
        ? press("open", say(waitsForYes(item) ? `confirm.${item.side}` : "act.open"), "main")
        : null}
    </>
  );
}

function ItemFacts({ ctx, item }: ItemPageProps) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayNeeds(locale);
  const day = (date: Date | string | null) => (date === null ? null : formatDate(date, locale));
  return (
    <Facts
      facts={[
        [
          say("fact.organisation"),
          <a href={organisationHref(cluster, item.organisationSlug)}>{nameOf(item)}</a>,
        ],
        [say("fact.person"), item.personName],
        [say(`field.kind.${item.side}`), KIND_WORDS[item.kind][locale]],
        [say("field.intent"), INTENT_WORDS[item.intent][locale]],
        [say("fact.where"), whereWords(item, locale)],
        [say("field.availableFrom"), day(item.availableFrom)],
        [say("col.opened"), day(item.openedAt)],
        [say("col.deadline"), day(item.deadline)],
        [say("field.repeats"), item.repeats ? say(`repeats.${item.repeats}`) : null],
        [say("fact.cluster"), item.clusterId === cluster.id ? null : item.clusterSlug],
      ]}
    />
  );
}

function Doors({ ctx, item, walled }: ItemPageProps) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  return (
    <Sheet title={say("sheet.doors")}>
      <Facts
        facts={[
          [
            say("field.visibility"),
            <VisibilityBadge locale={locale} level={item.visibility} walled={item.wall.length} />,
          ],
          [say("field.step"), item.side === "need" ? STEP_WORDS[item.step][locale] : null],
          [say("fact.mediated"), item.side === "need" ? say(item.mediated ? "yes" : "no") : null],
          [say("fact.across"), say(item.across ? "yes" : "no")],
          [say("fact.walled"), walled.map(({ name }) => displayName(name)).join(", ")],
        ]}
      />
      {item.step === "teaser" && item.teaser !== "" ? (
        <>
          <h3>{say("sheet.teaser")}</h3>
          <Prose text={item.teaser} lang={item.language} none="" />
        </>
      ) : null}
    </Sheet>
  );
}

function Files({ ctx, csrf, item, files, mayEdit, problem }: ItemPageProps) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const href = `${itemHref(ctx.cluster!, item)}/files`;
  const own = mayEdit && ctx.actor.organisationId === item.organisationId;
  if (files.length === 0 && !own) return null;
  const columns: Column<FileRow>[] = [
    { key: "name", label: say("files.name"), value: ({ name }) => name, href: ({ id }) => `${href}/${id}` },
    { key: "size", label: say("files.size"), value: ({ size }) => sizeWords(size, locale), align: "end" },
    ...(own && item.side === "need"
      ? [
          {
            key: "step",
            label: say("files.step"),
            value: ({ fromStep }: FileRow) => say(`files.from.${fromStep as (typeof FILE_STEPS)[number]}`),
          },
        ]
      : []),
    ...(own
      ? [
          {
            key: "remove",
            label: "",
            value: ({ id, name }: FileRow) => (
              <form method="post" action={`${href}/${id}/remove`}>
                <input type="hidden" name="csrf" value={csrf} />
                <Button kind="quiet">{say("files.remove", { name })}</Button>
              </form>
            ),
          },
        ]
      : []),
  ];
  return (
    <Sheet title={say("sheet.files")} id="files">
      {files.length === 0 ? (
        <p>{say("files.none")}</p>
      ) : (
        <DataTable locale={locale} caption={say("sheet.files")} columns={columns} rows={files} />
      )}
      {own ? <FileForm locale={locale} csrf={csrf} action={href} side={item.side} problem={problem} /> : null}
    </Sheet>
  );
}

function FileForm({
  locale,
  csrf,
  action,
  side,
  problem,
}: {
  locale: Context["locale"];
  csrf: string;
  action: string;
  side: Item["side"];
  problem?: string | undefined;
}) {
  const say = sayNeeds(locale);
  return (
    <form class="form" method="post" action={action} enctype="multipart/form-data" novalidate>
      <input type="hidden" name="csrf" value={csrf} />
      <ProblemSummary locale={locale} problems={{}} />
      <div class="field">
        <label for={fieldId("file")}>{say("files.name")}</label>
        <p class="hint" id="file-hint">
          {say("files.hint")}
        </p>
        <input
          type="file"
          id={fieldId("file")}
          name="file"
          aria-describedby="file-hint"
          aria-invalid={problem ? "true" : undefined}
        />
      </div>
      {side === "need" ? (
        <Field
          locale={locale}
          name="fromStep"
          type="select"
          required
          label={say("files.from")}
          value="full"
          choices={FILE_STEPS.map((step) => ({ value: step, label: say(`files.from.${step}`) }))}
        />
      ) : null}
      <div class="form-acts">
        <Button>{say("files.add")}</Button>
      </div>
    </form>
  );
}

const sizeWords = (bytes: number, locale: Context["locale"]) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(locale)} kB`
    : `${(bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
