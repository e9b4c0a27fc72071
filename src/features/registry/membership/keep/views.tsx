import type { Context } from "../../../../access/context.ts";
import {
  Button,
  DataTable,
  displayName,
  Empty,
  Facts,
  type FieldSpec,
  Form,
  formatCountry,
  formatDate,
  formatList,
  formatMoney,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../../ui/index.ts";
import type { Likely } from "../../duplicates/likely.ts";
import { reasonWords } from "../../duplicates/views.tsx";
import { kindWords } from "../../organisation/words.ts";
import { membersHref, membershipHref } from "../address.ts";
import { sayMembership } from "../messages.ts";
import { LEAVING_REASONS, MEMBER_ROLES, ORGANISATION_KINDS, SHOWN_LEVELS } from "../schema.ts";
import type { Dues, HistoryRow, Level, OrganisationNamed } from "../store.ts";
import { clusterNameIn, levelName, nameIn, reasonIn, roleIn } from "../words.ts";
import { currentRow, type MembershipFound, nextRenewal } from "./actions.ts";

export type Values = Readonly<Record<string, string | readonly string[]>>;
export type Problems = Readonly<Record<string, string>>;

export interface Found {
  slug: string;
  name: string;
  kind: string;
  city: string | null;
  country: string | null;
}

/** First step: is it known here? */
export function SearchPage({ ctx, words, found }: { ctx: Context; words: string; found: readonly Found[] }) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const path = `${membersHref(ctx.cluster!)}/new`;
  return (
    <>
      <PageHead kicker={clusterNameIn(ctx)} title={say("add.title")} lede={say("add.lede")} />
      <Form
        locale={locale}
        action={path}
        method="get"
        fields={[
          { name: "search", label: say("add.search"), type: "search", required: true, maxlength: 200 },
        ]}
        values={{ search: words }}
        submit={say("on.show")}
        cancel={{ href: membersHref(ctx.cluster!) }}
      />
      {words ? <FoundSheet ctx={ctx} path={path} words={words} found={found} /> : null}
    </>
  );
}

/** Whom a search found, each with the way on, and the way to somebody new. */
export function FoundSheet({
  ctx: { locale },
  path,
  words,
  found,
}: {
  ctx: Context;
  path: string;
  words: string;
  found: readonly Found[];
}) {
  const say = sayMembership(locale);
  const caption = say("add.found", { count: found.length });
  const fresh = { label: say("add.new"), href: `${path}?new=${encodeURIComponent(words)}` };
  return (
    <Sheet title={caption} link={fresh}>
      {found.length === 0 ? (
        <Empty act={fresh}>{say("add.none")}</Empty>
      ) : (
        <DataTable
          locale={locale}
          caption={caption}
          rows={found}
          columns={[
            {
              key: "name",
              label: say("field.name"),
              value: (one) => displayName(one.name),
              href: (one) => `${path}?organisation=${one.slug}`,
            },
            { key: "kind", label: say("field.kind"), value: (one) => kindWords(locale, one.kind) },
            { key: "city", label: say("field.city"), value: (one) => placeOf(one, locale) },
          ]}
        />
      )}
    </Sheet>
  );
}

const placeOf = ({ city, country }: Pick<Found, "city" | "country">, locale: Context["locale"]) =>
  [city && displayName(city), country && formatCountry(country, locale)].filter(Boolean).join(", ");

function LikelyTable({
  ctx: { locale },
  likely,
  href,
}: {
  ctx: Context;
  likely: readonly Likely[];
  href: (slug: string) => string;
}) {
  const say = sayMembership(locale);
  return (
    <DataTable
      locale={locale}
      caption={say("add.likely")}
      rows={likely}
      columns={[
        {
          key: "name",
          label: say("field.name"),
          value: (one) => displayName(one.name),
          href: (one) => href(one.slug),
        },
        { key: "city", label: say("field.city"), value: (one) => placeOf(one, locale) },
        {
          key: "why",
          label: say("add.likely.why"),
          value: (one) => one.reasons.map((reason) => reasonWords(locale, reason)).join(", "),
        },
      ]}
    />
  );
}

export const identityFields = ({ locale }: Context): FieldSpec[] => {
  const say = sayMembership(locale);
  return [
    { name: "name", label: say("field.name"), required: true, maxlength: 400, autocomplete: "organization" },
    {
      name: "kind",
      label: say("field.kind"),
      type: "select",
      required: true,
      choices: ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kindWords(locale, kind) })),
    },
    { name: "street", label: say("field.street"), maxlength: 300 },
    { name: "postal", label: say("field.postal"), maxlength: 40 },
    { name: "city", label: say("field.city"), maxlength: 200 },
    { name: "country", label: say("field.country"), maxlength: 2 },
    { name: "url", label: say("field.url"), type: "url", maxlength: 500 },
    { name: "vat", label: say("field.vat"), maxlength: 40 },
  ];
};

export const levelChoices = (
  locale: Context["locale"],
  levels: readonly Level[],
  keep: string | null = null,
) =>
  levels
    .filter((level) => level.endedAt === null || level.id === keep)
    .map((level) => ({ value: level.id, label: nameIn(locale, level) }));
const duesChoices = (locale: Context["locale"], dues: readonly Dues[], keep: string | null = null) =>
  dues
    .filter((one) => one.endedAt === null || one.id === keep)
    .map((one) => ({
      value: one.id,
      label: `${nameIn(locale, one)} · ${formatMoney(Number(one.amountCents) / 100, locale)}`,
    }));

function termFields(
  { locale }: Context,
  levels: readonly Level[],
  dues: readonly Dues[],
  row?: HistoryRow,
): FieldSpec[] {
  const say = sayMembership(locale);
  return [
    {
      name: "role",
      label: say("field.role"),
      type: "select",
      required: true,
      choices: MEMBER_ROLES.map((role) => ({ value: role, label: roleIn(locale, role) })),
    },
    {
      name: "level",
      label: say("field.level"),
      type: "select",
      choices: levelChoices(locale, levels, row?.levelId),
    },
    {
      name: "dues",
      label: say("field.dues"),
      type: "select",
      choices: duesChoices(locale, dues, row?.duesClassId),
    },
    {
      name: "visibility",
      label: say("field.visibility"),
      type: "select",
      required: true,
      choices: SHOWN_LEVELS.map((level) => ({ value: level, label: say(`shown.${level}`) })),
    },
  ];
}

/** Second step: on what terms; for a new organisation together with who it is. */
export function AddPage({
  ctx,
  csrf,
  organisation,
  levels,
  dues,
  values,
  problems = {},
  likely = [],
}: {
  ctx: Context;
  csrf: string;
  /** Those who are already there and may be the one described: asked about before a second one is made. */
  likely?: readonly Likely[];
  organisation: OrganisationNamed | null;
  levels: readonly Level[];
  dues: readonly Dues[];
  values: Values;
  problems?: Problems | undefined;
}) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const path = `${membersHref(ctx.cluster!)}/new`;
  const [role, level, fee, visibility] = termFields(ctx, levels, dues);
  return (
    <>
      <PageHead
        kicker={clusterNameIn(ctx)}
        title={say("add.title")}
        lede={organisation ? say("add.terms", { name: displayName(organisation.name) }) : say("add.new.lede")}
      />
      {likely.length > 0 ? (
        <Sheet title={say("add.likely")}>
          <Notice tone="wait">{say("add.likely.what")}</Notice>
          <LikelyTable ctx={ctx} likely={likely} href={(slug) => `${path}?organisation=${slug}`} />
        </Sheet>
      ) : null}
      <Form
        locale={locale}
        action={path}
        csrf={csrf}
        hidden={{
          ...(organisation ? { organisation: organisation.slug } : {}),
          ...(likely.length > 0 ? { anyway: "1" } : {}),
        }}
        fields={[
          ...(organisation ? [] : identityFields(ctx)),
          role!,
          level!,
          fee!,
          { name: "since", label: say("field.since"), type: "date", required: true },
          { name: "renews", label: say("field.renews"), type: "date" },
          visibility!,
        ]}
        values={values}
        problems={problems}
        submit={say(likely.length > 0 ? "add.anyway" : "act.add")}
        cancel={{ label: say("add.back"), href: path }}
      />
    </>
  );
}

export interface MembershipPageProps {
  ctx: Context;
  csrf: string;
  found: MembershipFound;
  mayKeep: boolean;
  mayLeave: boolean;
  mayRenew: boolean;
  /** Which form came back, with what was typed. */
  form?: "change" | "end" | "correct" | undefined;
  /** The row whose correction came back. */
  rowId?: string | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function MembershipPage(props: MembershipPageProps) {
  const { ctx, csrf, found, mayKeep, mayLeave, mayRenew } = props;
  const { locale } = ctx;
  const say = sayMembership(locale);
  const today = ctx.today();
  const row = currentRow(found.rows, today);
  const path = membershipHref(ctx.cluster!, found.organisation.slug);
  const ends = row?.until !== null && row !== undefined && row.until > today && row.reason !== null;
  return (
    <>
      <PageHead
        kicker={
          <a href={`/clusters/${ctx.cluster!.slug}/organisations/${found.organisation.slug}`}>
            {displayName(found.organisation.name)}
          </a>
        }
        title={say("membership.title", { name: displayName(found.organisation.name) })}
        lede={standing(ctx, found)}
        actions={
          <>
            {mayRenew && row ? (
              <ActForm csrf={csrf} action={`${path}/renew`} main>
                {say("act.renew", { day: formatDate(nextRenewal(row.renewsOn, today), locale) })}
              </ActForm>
            ) : null}
            {ends && mayKeep ? (
              <ActForm csrf={csrf} action={`${path}/resume`}>
                {say("act.resume")}
              </ActForm>
            ) : null}
          </>
        }
      />
      <div class="grid">
        <div class="c7 stack">
          <History {...props} path={path} />
          {mayKeep && found.rows.length > 0 ? <CorrectForm {...props} path={path} /> : null}
        </div>
        <div class="c5 stack">
          {row ? <Now ctx={ctx} found={found} row={row} /> : null}
          {mayKeep && row ? <ChangeForm {...props} path={path} row={row} /> : null}
          {(mayKeep || mayLeave) && row && row.until === null ? <EndForm {...props} path={path} /> : null}
        </div>
      </div>
    </>
  );
}

function ActForm({
  csrf,
  action,
  main,
  children,
}: {
  csrf: string;
  action: string;
  main?: boolean;
  children: string;
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button kind={main ? "main" : undefined}>{children}</Button>
    </form>
  );
}

/** What is the case, in a sentence or two. */
function standing(ctx: Context, { organisation, rows, through }: MembershipFound): string {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const name = displayName(organisation.name);
  const today = ctx.today();
  const real = rows.filter((row) => row.role !== "applicant" && row.since !== row.until);
  const row = currentRow(rows, today);
  const first = real.filter(
    (one) => one.until === null || row === undefined || one.until <= row.since || one === row,
  );
  const since = first.at(-1)?.since ?? row?.since;
  const sentence = row
    ? row.since > today
      ? say("state.later", { name, since: formatDate(row.since, locale) })
      : row.until
        ? say("state.ending", {
            name,
            since: formatDate(since!, locale),
            until: formatDate(row.until, locale),
          })
        : say("state.member", { name, since: formatDate(since!, locale) })
    : rows.some((one) => one.role === "applicant" && (one.until === null || one.until > today))
      ? say("state.applicant", { name })
      : real[0]?.until
        ? say("state.was", { name, until: formatDate(real[0].until, locale) })
        : say("state.never", { name });
  return [
    sentence,
    through.length > 0
      ? say("state.through", {
          names: formatList(
            through.map((root) => displayName(root.name)),
            locale,
          ),
        })
      : "",
    row?.renewsOn && row.until === null ? say("state.renew", { day: formatDate(row.renewsOn, locale) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function Now({ ctx, found, row }: { ctx: Context; found: MembershipFound; row: HistoryRow }) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const dues = found.dues.find((one) => one.id === row.duesClassId);
  return (
    <Sheet title={say("now.title")}>
      <Facts
        facts={[
          [say("field.role"), roleIn(locale, row.role)],
          [say("field.level"), levelName(locale, found.levels, row.levelId)],
          [
            say("field.dues"),
            dues ? `${nameIn(locale, dues)} · ${formatMoney(Number(dues.amountCents) / 100, locale)}` : "",
          ],
          [say("field.renews"), row.renewsOn ? formatDate(row.renewsOn, locale) : ""],
          [say("field.visibility"), say(`shown.${row.visibility as "public"}`)],
        ]}
      />
    </Sheet>
  );
}

function History({ ctx, found, mayKeep, path }: MembershipPageProps & { path: string }) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const { rows, levels, corrections } = found;
  return (
    <Sheet title={say("history.title")}>
      {rows.length === 0 ? (
        <Empty
          {...(mayKeep
            ? {
                act: {
                  label: say("act.add"),
                  href: `${membersHref(ctx.cluster!)}/new?organisation=${found.organisation.slug}`,
                },
              }
            : {})}
        >
          {say("history.none")}
        </Empty>
      ) : (
        <DataTable
          locale={locale}
          caption={say("history.title")}
          rows={rows}
          columns={[
            { key: "since", label: say("column.since"), value: (row) => formatDate(row.since, locale) },
            {
              key: "until",
              label: say("column.until"),
              value: (row) => (row.until ? formatDate(row.until, locale) : ""),
            },
            { key: "role", label: say("column.role"), value: (row) => roleIn(locale, row.role) },
            {
              key: "level",
              label: say("column.level"),
              value: (row) => levelName(locale, levels, row.levelId),
            },
            {
              key: "reason",
              label: say("column.reason"),
              value: (row) => (
                <>
                  {row.reason ? reasonIn(locale, row.reason) : ""}
                  {row.reasonNote ? <small> {row.reasonNote}</small> : null}
                </>
              ),
            },
            ...(mayKeep
              ? [
                  {
                    key: "correct",
                    label: say("act.correct"),
                    value: (row: HistoryRow) => (
                      <a href={`${path}?correct=${row.id}#correct`}>{say("act.correct")}</a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {corrections.map((one) => (
        <p class="src">
          <Tag tone="wait">{say("corrected.on", { day: formatDate(one.correctedAt, locale) })}</Tag>{" "}
          {one.reason}
        </p>
      ))}
    </Sheet>
  );
}

function ChangeForm({
  ctx,
  csrf,
  found,
  path,
  row,
  form,
  values,
  problems,
}: MembershipPageProps & { path: string; row: HistoryRow }) {
  const say = sayMembership(ctx.locale);
  const mine = form === "change";
  return (
    <Sheet title={say("act.change")} id="change">
      <Form
        locale={ctx.locale}
        action={`${path}/change`}
        csrf={csrf}
        fields={[
          { name: "on", label: say("field.on"), type: "date", required: true, hint: say("field.on.hint") },
          ...termFields(ctx, found.levels, found.dues, row),
        ]}
        values={
          mine && values
            ? values
            : {
                on: [row.since, ctx.today()].sort()[1]!,
                role: row.role,
                level: row.levelId ?? "",
                dues: row.duesClassId ?? "",
                visibility: row.visibility,
              }
        }
        problems={mine ? problems : {}}
        submit={say("act.change")}
      />
    </Sheet>
  );
}

function EndForm({
  ctx,
  csrf,
  path,
  mayKeep,
  form,
  values,
  problems,
}: MembershipPageProps & { path: string }) {
  const say = sayMembership(ctx.locale);
  const mine = form === "end";
  return (
    <Sheet title={mayKeep ? say("act.end") : say("leave.title")} id="end">
      <p>{say("leave.lede")}</p>
      <Form
        locale={ctx.locale}
        action={`${path}/end`}
        csrf={csrf}
        fields={[
          {
            name: "until",
            label: say("field.until"),
            type: "date",
            required: true,
            hint: say("field.until.hint"),
          },
          {
            name: "reason",
            label: say("field.reason"),
            type: "select",
            required: true,
            choices: LEAVING_REASONS.filter(
              (reason) => mayKeep || (reason !== "excluded" && reason !== "not-renewed"),
            ).map((reason) => ({ value: reason, label: reasonIn(ctx.locale, reason) })),
          },
          { name: "note", label: say("field.note"), type: "textarea", rows: 3, maxlength: 2000 },
        ]}
        values={mine && values ? values : {}}
        problems={mine ? problems : {}}
        submit={mayKeep ? say("act.end") : say("act.leave")}
      />
    </Sheet>
  );
}

function CorrectForm({
  ctx,
  csrf,
  found,
  path,
  form,
  rowId,
  values,
  problems,
}: MembershipPageProps & { path: string }) {
  const row = found.rows.find((one) => one.id === rowId);
  if (!row) return null;
  const { locale } = ctx;
  const say = sayMembership(locale);
  const mine = form === "correct" && values;
  return (
    <Sheet title={say("correct.title")} id="correct">
      <p>{say("correct.lede")}</p>
      <Form
        locale={locale}
        action={`${path}/${row.id}/correct`}
        csrf={csrf}
        fields={[
          { name: "since", label: say("field.since"), type: "date", required: true },
          { name: "until", label: say("field.until"), type: "date" },
          {
            name: "role",
            label: say("field.role"),
            type: "select",
            required: true,
            choices: MEMBER_ROLES.map((role) => ({ value: role, label: roleIn(locale, role) })),
          },
          {
            name: "level",
            label: say("field.level"),
            type: "select",
            choices: levelChoices(locale, found.levels, row.levelId),
          },
          {
            name: "why",
            label: say("field.correction"),
            type: "textarea",
            rows: 2,
            required: true,
            maxlength: 2000,
          },
        ]}
        values={
          mine
            ? values
            : { since: row.since, until: row.until ?? "", role: row.role, level: row.levelId ?? "" }
        }
        problems={mine ? problems : {}}
        submit={say("act.correct")}
        cancel={{ href: path }}
      />
    </Sheet>
  );
}
