import type { Context } from "../../../../access/context.ts";
import {
  Button,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Facts,
  type FieldSpec,
  Form,
  formatCountry,
  formatDate,
  PageHead,
  Sheet,
  Tabs,
  Tag,
} from "../../../../ui/index.ts";
import { kindWords } from "../../organisation/words.ts";
import { applicationsHref, applyHref } from "../address.ts";
import {
  type Found,
  FoundSheet,
  identityFields,
  levelChoices,
  type Problems,
  type Values,
} from "../keep/views.tsx";
import { Parts } from "../lists/views.tsx";
import { sayMembership } from "../messages.ts";
import { MEMBER_ROLES, SHOWN_LEVELS } from "../schema.ts";
import type { Dues, Level, OrganisationNamed } from "../store.ts";
import { clusterNameIn, levelName, nameIn, roleIn } from "../words.ts";
import type { ApplicationFound } from "./actions.ts";
import { actsOf, dueBy, type Side, turnOf } from "./rules.ts";
import type { ApplicationRow } from "./store.ts";

type Say = ReturnType<typeof sayMembership>;

const wishFields = (say: Say, locale: Context["locale"], levels: readonly Level[]): FieldSpec[] => [
  ...(levels.length > 0
    ? [
        {
          name: "level",
          label: say("field.wished"),
          type: "select" as const,
          choices: levelChoices(locale, levels),
        },
      ]
    : []),
  {
    name: "statement",
    label: say("field.statement"),
    type: "textarea",
    rows: 5,
    required: true,
    maxlength: 4000,
  },
];

/** Nothing to fill in: closed, or a member already. */
export const ApplyNote = ({ ctx, sentence }: { ctx: Context; sentence: string }) => (
  <PageHead kicker={clusterNameIn(ctx)} title={sayMembership(ctx.locale)("apply.title")} lede={sentence} />
);

/** First step of somebody without an account: which organisation? */
export function ApplySearch({ ctx, words, found }: { ctx: Context; words: string; found: readonly Found[] }) {
  const say = sayMembership(ctx.locale);
  const path = applyHref(ctx.cluster!);
  return (
    <>
      <PageHead
        kicker={clusterNameIn(ctx)}
        title={say("apply.title")}
        lede={say("apply.lede", { cluster: clusterNameIn(ctx) })}
        actions={
          ctx.identity ? undefined : (
            <Button href={`/sign-in?back=${encodeURIComponent(path)}`}>{say("apply.signin")}</Button>
          )
        }
      />
      <Sheet title={say("apply.who")}>
        <Form
          locale={ctx.locale}
          action={path}
          method="get"
          fields={[
            { name: "search", label: say("add.search"), type: "search", required: true, maxlength: 200 },
          ]}
          values={{ search: words }}
          submit={say("on.show")}
        />
      </Sheet>
      {words ? <FoundSheet ctx={ctx} path={path} words={words} found={found} /> : null}
    </>
  );
}

export interface ApplyFormProps {
  ctx: Context;
  csrf: string;
  /** The own organisation, or the one picked; `null` for a new one. */
  organisation: OrganisationNamed | null;
  own: boolean;
  levels: readonly Level[];
  values: Values;
  problems?: Problems | undefined;
}

export function ApplyForm({ ctx, csrf, organisation, own, levels, values, problems = {} }: ApplyFormProps) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const path = applyHref(ctx.cluster!);
  const person: FieldSpec[] = [
    { name: "person", label: say("field.person"), required: true, maxlength: 200, autocomplete: "name" },
    {
      name: "email",
      label: say("field.email"),
      type: "email",
      required: true,
      hint: say("field.email.hint"),
      maxlength: 254,
      autocomplete: "email",
    },
  ];
  return (
    <>
      <PageHead
        kicker={clusterNameIn(ctx)}
        title={say("apply.title")}
        lede={
          organisation
            ? say("apply.own", { name: displayName(organisation.name), cluster: clusterNameIn(ctx) })
            : say("apply.lede", { cluster: clusterNameIn(ctx) })
        }
      />
      <Form
        locale={locale}
        action={path}
        csrf={csrf}
        hidden={!own && organisation ? { organisation: organisation.slug } : {}}
        fields={[
          ...(own ? [] : person),
          ...(organisation ? [] : identityFields(ctx)),
          ...wishFields(say, locale, levels),
        ]}
        values={values}
        problems={problems}
        submit={say("apply.prove")}
        cancel={own ? { href: `/clusters/${ctx.cluster!.slug}` } : { label: say("add.back"), href: path }}
      />
    </>
  );
}

/** Where it stands, whose turn it is, by when: in one sentence. */
export function standing(ctx: Context, application: ApplicationRow): string {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const { state } = application;
  const turn = turnOf(state);
  if (state === "unproven") return say("stands.unproven");
  if (turn === null)
    return say(`stands.${state as "approved"}`, {
      day: formatDate(application.decidedAt ?? application.createdAt, locale),
    });
  return say(`stands.${turn}`, {
    state: say(`astate.${state}`),
    name: displayName(application.name),
    day: formatDate(dueBy(application.turnAt ?? application.createdAt), locale),
  });
}

export interface ApplicationPageProps {
  ctx: Context;
  csrf: string;
  found: ApplicationFound;
  side: Side;
  /** The address the forms post to. */
  path: string;
  mayAsk: boolean;
  mayDecide: boolean;
  mayAnswer: boolean;
  dues: readonly Dues[];
  form?: "ask" | "answer" | "approve" | "decline" | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function ApplicationPage(props: ApplicationPageProps) {
  const { ctx, csrf, found, side, path } = props;
  const { locale } = ctx;
  const say = sayMembership(locale);
  const { application, words, levels } = found;
  const acts = actsOf(application.state, side);
  const { proposed } = application;
  return (
    <>
      <PageHead
        kicker={
          side === "team" ? (
            <a href={applicationsHref(ctx.cluster!)}>{say("part.applications")}</a>
          ) : (
            clusterNameIn(ctx)
          )
        }
        title={say("application.title", { name: displayName(application.name) })}
        lede={standing(ctx, application)}
        actions={
          props.mayAnswer ? (
            <>
              {acts.includes("withdraw") ? (
                <OneButton csrf={csrf} action={`${path}/withdraw`} kind="stop">
                  {say("aact.withdraw")}
                </OneButton>
              ) : null}
              {acts.includes("prove") ? (
                <OneButton csrf={csrf} action={`${path}/prove`} kind="main">
                  {say("apply.prove")}
                </OneButton>
              ) : null}
            </>
          ) : undefined
        }
      />
      <div class="grid">
        <div class="c7 stack">
          <Sheet title={say("application.about")}>
            <p class="pre">{application.statement}</p>
            <Facts
              facts={[
                [
                  say("column.organisation"),
                  application.slug ? (
                    <a href={`/organisations/${application.slug}`}>{displayName(application.name)}</a>
                  ) : (
                    displayName(application.name)
                  ),
                ],
                [say("field.kind"), proposed ? kindWords(locale, proposed.kind) : ""],
                [
                  say("field.city"),
                  proposed
                    ? [
                        proposed.street,
                        proposed.postal,
                        proposed.city,
                        proposed.country ? formatCountry(proposed.country, locale) : null,
                      ]
                        .filter(Boolean)
                        .join(", ")
                    : "",
                ],
                [say("field.url"), proposed?.url ?? ""],
                [say("field.vat"), proposed?.vat ?? ""],
                [say("field.wished"), levelName(locale, levels, application.levelId)],
                [say("column.sent"), application.sentAt ? formatDate(application.sentAt, locale) : ""],
                [say("field.answer"), application.answer ?? ""],
              ]}
            />
            {side === "team" && application.email ? (
              <p>
                {say("application.stranger", { person: application.personName ?? "" })}{" "}
                <a href={`mailto:${application.email}`}>{application.email}</a>
              </p>
            ) : null}
          </Sheet>
          {words.length > 0 ? (
            <Sheet title={say("application.talk")}>
              {words.map((word) => (
                <>
                  <p class="src">
                    <Tag>{say(`side.${word.side as Side}`)}</Tag> {formatDate(word.writtenAt, locale)}
                  </p>
                  <p class="pre">{word.text}</p>
                </>
              ))}
            </Sheet>
          ) : null}
        </div>
        <div class="c5 stack">
          {props.mayDecide && acts.includes("approve") ? <Decide {...props} /> : null}
          {props.mayAsk && acts.includes("ask") ? (
            <TextSheet {...props} name="ask" field="text" title={say("aact.ask")} label={say("field.text")} />
          ) : null}
          {props.mayAnswer && acts.includes("answer") ? (
            <TextSheet
              {...props}
              name="answer"
              field="text"
              title={say("aact.answer")}
              label={say("field.reply")}
            />
          ) : null}
          {props.mayDecide && acts.includes("decline") ? (
            <TextSheet
              {...props}
              name="decline"
              field="answer"
              title={say("aact.decline")}
              label={say("field.answer")}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}

function OneButton({
  csrf,
  action,
  kind,
  children,
}: {
  csrf: string;
  action: string;
  kind: "main" | "stop";
  children: string;
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button kind={kind}>{children}</Button>
    </form>
  );
}

function TextSheet({
  ctx,
  csrf,
  path,
  form,
  values,
  problems,
  name,
  field,
  title,
  label,
}: ApplicationPageProps & {
  name: "ask" | "answer" | "decline";
  field: string;
  title: string;
  label: string;
}) {
  const mine = form === name;
  return (
    <Sheet title={title} id={name}>
      <Form
        locale={ctx.locale}
        action={`${path}/${name}`}
        csrf={csrf}
        fields={[{ name: field, label, type: "textarea", rows: 3, required: true, maxlength: 2000 }]}
        values={mine && values ? values : {}}
        problems={mine ? problems : {}}
        submit={title}
      />
    </Sheet>
  );
}

function Decide({ ctx, csrf, found, path, dues, form, values, problems }: ApplicationPageProps) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const { application, levels } = found;
  const mine = form === "approve" && values;
  return (
    <Sheet title={say("aact.approve")} id="approve">
      {application.email && application.organisationId ? <p class="src">{say("application.owned")}</p> : null}
      <Form
        locale={locale}
        action={`${path}/approve`}
        csrf={csrf}
        fields={[
          {
            name: "role",
            label: say("field.role"),
            type: "select",
            required: true,
            choices: MEMBER_ROLES.map((role) => ({ value: role, label: roleIn(locale, role) })),
          },
          { name: "level", label: say("field.level"), type: "select", choices: levelChoices(locale, levels) },
          {
            name: "dues",
            label: say("field.dues"),
            type: "select",
            choices: dues
              .filter((one) => one.endedAt === null)
              .map((one) => ({ value: one.id, label: nameIn(locale, one) })),
          },
          { name: "since", label: say("field.since"), type: "date", required: true },
          { name: "renews", label: say("field.renews"), type: "date" },
          {
            name: "visibility",
            label: say("field.visibility"),
            type: "select",
            required: true,
            choices: SHOWN_LEVELS.map((level) => ({ value: level, label: say(`shown.${level}`) })),
          },
          { name: "answer", label: say("field.answer"), type: "textarea", rows: 2, maxlength: 2000 },
        ]}
        values={
          mine
            ? values
            : { role: "core", level: application.levelId ?? "", since: ctx.today(), visibility: "public" }
        }
        problems={mine ? problems : {}}
        submit={say("aact.approve")}
      />
    </Sheet>
  );
}

export function ApplicationsPage({
  ctx,
  rows,
  which,
  levels,
}: {
  ctx: Context;
  rows: readonly ApplicationRow[];
  which: "open" | "decided";
  levels: readonly Level[];
}) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const path = applicationsHref(ctx.cluster!);
  const now = ctx.now();
  return (
    <>
      <PageHead
        kicker={clusterNameIn(ctx)}
        title={say("part.applications")}
        lede={
          which === "open" ? say("applications.lede", { count: rows.length }) : say("applications.decided")
        }
        actions={<Button href={applyHref(ctx.cluster!)}>{say("applications.page")}</Button>}
      />
      <Parts ctx={ctx} current="applications" />
      <Tabs
        label={say("column.state")}
        tabs={[
          { label: say("applications.open"), href: path, current: which === "open" },
          { label: say("applications.decided"), href: `${path}?which=decided`, current: which === "decided" },
        ]}
      />
      <Sheet title={say(`applications.${which}`)}>
        {rows.length === 0 ? (
          <Empty act={{ label: say("applications.page"), href: applyHref(ctx.cluster!) }}>
            {say("applications.none")}
          </Empty>
        ) : (
          <DataTable
            locale={locale}
            caption={say("part.applications")}
            rows={rows}
            columns={[
              {
                key: "name",
                label: say("column.organisation"),
                value: (row) => displayName(row.name),
                href: (row) => `${path}/${row.id}`,
              },
              {
                key: "level",
                label: say("field.wished"),
                value: (row) => levelName(locale, levels, row.levelId),
              },
              { key: "state", label: say("column.state"), value: (row) => say(`astate.${row.state}`) },
              {
                key: "turn",
                label: say("column.turn"),
                value: (row) => {
                  const turn = turnOf(row.state);
                  return turn ? say(`side.${turn}`) : "";
                },
              },
              {
                key: "by",
                label: say("column.by"),
                value: (row) =>
                  row.turnAt ? (
                    <>
                      {formatDate(dueBy(row.turnAt), locale)}{" "}
                      {dueBy(row.turnAt) < now ? <Tag tone="wait">!</Tag> : null}
                    </>
                  ) : row.decidedAt ? (
                    formatDate(row.decidedAt, locale)
                  ) : (
                    ""
                  ),
              },
            ]}
          />
        )}
        <ExportLinks
          locale={locale}
          csv={`${path}?which=${which}&format=csv`}
          xlsx={`${path}?which=${which}&format=xlsx`}
        />
      </Sheet>
    </>
  );
}

export const applicationColumns = (
  locale: Context["locale"],
  levels: readonly Level[],
): ExportColumn<ApplicationRow>[] => {
  const say = sayMembership(locale);
  return [
    { label: say("column.organisation"), value: (row) => displayName(row.name), width: 40 },
    { label: say("field.wished"), value: (row) => levelName(locale, levels, row.levelId) },
    { label: say("column.state"), value: (row) => say(`astate.${row.state}`) },
    { label: say("column.sent"), value: (row) => row.sentAt },
    { label: say("column.by"), value: (row) => (row.turnAt ? dueBy(row.turnAt) : null) },
    { label: say("field.statement"), value: (row) => row.statement, width: 60 },
  ];
};
