import type { Context } from "../../../../access/context.ts";
import {
  Button,
  DataTable,
  Empty,
  type ExportColumn,
  ExportLinks,
  Field,
  type FieldSpec,
  Form,
  formatDate,
  formatMoney,
  formatNumber,
  PageHead,
  Sheet,
  Tag,
} from "../../../../ui/index.ts";
import { applyHref, levelsHref, settingsHref } from "../address.ts";
import { levelChoices } from "../keep/views.tsx";
import { Parts } from "../lists/views.tsx";
import { sayMembership } from "../messages.ts";
import { INNER_SPACE } from "../rules.ts";
import type { Dues, Level, Settings } from "../store.ts";
import { benefitIn, clusterNameIn, nameIn, roleIn } from "../words.ts";
import type { LevelsFound } from "./actions.ts";

export type Values = Readonly<Record<string, string | readonly string[] | boolean>>;
type Problems = Readonly<Record<string, string>>;

export interface LevelsPageProps {
  ctx: Context;
  csrf: string;
  found: LevelsFound;
  mayKeep: boolean;
  mayApply: boolean;
  /** Which form is open: a new one, or that of a level or class by its id. */
  open?: string | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function LevelsPage(props: LevelsPageProps) {
  const { ctx, csrf, found, mayKeep, mayApply, open } = props;
  const { locale } = ctx;
  const say = sayMembership(locale);
  const path = levelsHref(ctx.cluster!);
  const level = found.levels.find((one) => one.id === open);
  const dues = found.dues.find((one) => one.id === open);
  const benefits = (list: readonly string[]) => list.map((one) => benefitIn(locale, one)).join(", ");
  return (
    <>
      <PageHead
        kicker={clusterNameIn(ctx)}
        title={say("part.levels")}
        lede={say("levels.lede", { count: found.levels.length })}
        actions={
          mayApply ? (
            <Button kind="main" href={applyHref(ctx.cluster!)}>
              {say("apply.title")}
            </Button>
          ) : mayKeep && found.levels.length > 0 ? (
            <Button kind="main" href={`${path}?open=level#form`}>
              {say("levels.add")}
            </Button>
          ) : undefined
        }
      />
      <Parts ctx={ctx} current="levels" />
      <div class="stack">
        {open === "level" || level ? <LevelForm {...props} level={level} path={path} /> : null}
        {open === "dues" || dues ? <DuesForm {...props} dues={dues} path={path} /> : null}
        <Sheet title={say("levels.title")}>
          {found.levels.length === 0 ? (
            <>
              <Empty
                {...(mayKeep ? { act: { label: say("levels.add"), href: `${path}?open=level#form` } } : {})}
              >
                {say(mayKeep ? "levels.none" : "levels.none.others")}
              </Empty>
              {mayKeep ? (
                <form method="post" action={`${path}/starting-set`}>
                  <input type="hidden" name="csrf" value={csrf} />
                  <Button kind="main">{say("levels.take")}</Button>
                </form>
              ) : null}
            </>
          ) : (
            <>
              <DataTable
                locale={locale}
                caption={say("levels.title")}
                rows={found.levels}
                columns={[
                  {
                    key: "name",
                    label: say("column.name"),
                    value: (row) => (
                      <>
                        {nameIn(locale, row)} {row.endedAt ? <Tag>{say("levels.ended")}</Tag> : null}
                      </>
                    ),
                  },
                  {
                    key: "direct",
                    label: say("column.direct"),
                    align: "end",
                    value: (row) => formatNumber(row.votesDirect, locale),
                  },
                  {
                    key: "indirect",
                    label: say("column.indirect"),
                    align: "end",
                    value: (row) => formatNumber(row.votesIndirect, locale),
                  },
                  { key: "benefits", label: say("column.benefits"), value: (row) => benefits(row.benefits) },
                  {
                    key: "inherited",
                    label: say("column.inherited"),
                    value: (row) => benefits(row.inherited),
                  },
                  ...(mayKeep ? [changeColumn<Level>(props, path, "levels")] : []),
                ]}
              />
              <ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />
            </>
          )}
        </Sheet>
        {mayKeep && found.without.length > 0 && found.levels.length > 0 ? (
          <Assign ctx={ctx} csrf={csrf} found={found} path={path} />
        ) : null}
        <Sheet
          title={say("dues.title")}
          {...(mayKeep ? { link: { label: say("dues.add"), href: `${path}?open=dues#form` } } : {})}
        >
          {found.dues.length === 0 ? (
            <Empty>{say("dues.none")}</Empty>
          ) : (
            <DataTable
              locale={locale}
              caption={say("dues.title")}
              rows={found.dues}
              columns={[
                {
                  key: "name",
                  label: say("column.name"),
                  value: (row) => (
                    <>
                      {nameIn(locale, row)} {row.endedAt ? <Tag>{say("levels.ended")}</Tag> : null}
                    </>
                  ),
                },
                {
                  key: "amount",
                  label: say("column.amount"),
                  align: "end",
                  value: (row) =>
                    `${formatMoney(Number(row.amountCents) / 100, locale, row.currency)} ${say("dues.year")}`,
                },
                { key: "note", label: say("column.note"), value: (row) => row.note ?? "" },
                ...(mayKeep ? [changeColumn<Dues>(props, path, "dues")] : []),
              ]}
            />
          )}
        </Sheet>
      </div>
    </>
  );
}

function changeColumn<T extends { id: string; endedAt: Date | null }>(
  { ctx, csrf }: LevelsPageProps,
  path: string,
  what: "levels" | "dues",
) {
  const say = sayMembership(ctx.locale);
  const base = what === "levels" ? path : `${path}/dues`;
  return {
    key: "change",
    label: say("levels.change"),
    value: (row: T) => (
      <form class="row" method="post" action={`${base}/${row.id}/end`}>
        <input type="hidden" name="csrf" value={csrf} />
        <a href={`${path}?open=${row.id}#form`}>{say("levels.change")}</a>
        {row.endedAt ? null : <Button kind="quiet">{say("levels.end")}</Button>}
      </form>
    ),
  };
}

function Assign({
  ctx,
  csrf,
  found,
  path,
}: {
  ctx: Context;
  csrf: string;
  found: LevelsFound;
  path: string;
}) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const count = found.without.reduce((sum, one) => sum + one.count, 0);
  return (
    <Sheet title={say("field.level")}>
      <p>{say("levels.assign", { count })}</p>
      <form class="row" method="post" action={`${path}/assign`}>
        <input type="hidden" name="csrf" value={csrf} />
        <Field
          locale={locale}
          name="role"
          label={say("field.role")}
          type="select"
          required
          value={found.without[0]!.role}
          choices={found.without.map((one) => ({
            value: one.role,
            label: say("levels.assign.of", { role: roleIn(locale, one.role), count: one.count }),
          }))}
        />
        <Field
          locale={locale}
          name="level"
          label={say("field.level")}
          type="select"
          required
          choices={levelChoices(locale, found.levels)}
        />
        <Button>{say("levels.assign.do")}</Button>
      </form>
    </Sheet>
  );
}

function LevelForm({
  ctx,
  csrf,
  level,
  path,
  values,
  problems,
}: LevelsPageProps & { level: Level | undefined; path: string }) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const own = (list: readonly string[]) => list.filter((one) => one !== INNER_SPACE).join("\n");
  const fields: FieldSpec[] = [
    { name: "nameEn", label: say("field.nameEn"), required: true, maxlength: 80 },
    { name: "nameDe", label: say("field.nameDe"), required: true, maxlength: 80 },
    {
      name: "votesDirect",
      label: say("field.votesDirect"),
      type: "number",
      required: true,
      min: 0,
      max: 1000,
    },
    {
      name: "votesIndirect",
      label: say("field.votesIndirect"),
      type: "number",
      required: true,
      min: 0,
      max: 1000,
    },
    { name: "inner", label: say("field.inner"), type: "checkbox" },
    { name: "benefits", label: say("field.benefits"), type: "textarea", rows: 4 },
    { name: "innerInherited", label: say("field.innerInherited"), type: "checkbox" },
    { name: "inherited", label: say("field.inherited"), type: "textarea", rows: 3 },
    { name: "position", label: say("field.position"), type: "number", min: 0, max: 1000 },
    ...(level
      ? [
          {
            name: "since",
            label: say("field.since.level"),
            type: "date" as const,
            required: true,
            hint: say("field.on.hint"),
          },
        ]
      : []),
  ];
  const stored = level
    ? {
        nameEn: level.nameEn,
        nameDe: level.nameDe,
        votesDirect: String(level.votesDirect),
        votesIndirect: String(level.votesIndirect),
        benefits: own(level.benefits),
        inherited: own(level.inherited),
        inner: level.benefits.includes(INNER_SPACE),
        innerInherited: level.inherited.includes(INNER_SPACE),
        position: String(level.position),
        since: ctx.today(),
      }
    : { votesDirect: "1", votesIndirect: "0", inner: true, position: "9" };
  return (
    <Sheet title={level ? nameIn(locale, level) : say("levels.add")} id="form">
      {level && level.since > "0001-01-01" ? (
        <p class="src">{say("levels.since", { day: formatDate(level.since, locale) })}</p>
      ) : null}
      <Form
        locale={locale}
        action={level ? `${path}/${level.id}` : path}
        csrf={csrf}
        fields={fields}
        values={values ?? stored}
        problems={problems}
        cancel={{ href: path }}
      />
    </Sheet>
  );
}

function DuesForm({
  ctx,
  csrf,
  dues,
  path,
  values,
  problems,
}: LevelsPageProps & { dues: Dues | undefined; path: string }) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const stored = dues
    ? {
        nameEn: dues.nameEn,
        nameDe: dues.nameDe,
        amount: String(Number(dues.amountCents) / 100),
        note: dues.note ?? "",
        position: String(dues.position),
      }
    : { position: "9" };
  return (
    <Sheet title={dues ? nameIn(locale, dues) : say("dues.add")} id="form">
      <Form
        locale={locale}
        action={dues ? `${path}/dues/${dues.id}` : `${path}/dues`}
        csrf={csrf}
        fields={[
          { name: "nameEn", label: say("field.nameEn"), required: true, maxlength: 80 },
          { name: "nameDe", label: say("field.nameDe"), required: true, maxlength: 80 },
          { name: "amount", label: say("field.amount"), required: true },
          { name: "note", label: say("field.dues.note"), maxlength: 400 },
          { name: "position", label: say("field.position"), type: "number", min: 0, max: 1000 },
        ]}
        values={values ?? stored}
        problems={problems}
        cancel={{ href: path }}
      />
    </Sheet>
  );
}

export const levelColumns = (locale: Context["locale"]): ExportColumn<Level>[] => {
  const say = sayMembership(locale);
  const list = (benefits: readonly string[]) => benefits.map((one) => benefitIn(locale, one)).join("; ");
  return [
    { label: say("column.name"), value: (row) => nameIn(locale, row), width: 30 },
    { label: say("column.direct"), value: (row) => row.votesDirect },
    { label: say("column.indirect"), value: (row) => row.votesIndirect },
    { label: say("column.benefits"), value: (row) => list(row.benefits), width: 40 },
    { label: say("column.inherited"), value: (row) => list(row.inherited), width: 40 },
  ];
};

export function SettingsPage({ ctx, csrf, settings }: { ctx: Context; csrf: string; settings: Settings }) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  return (
    <>
      <PageHead kicker={clusterNameIn(ctx)} title={say("settings.title")} lede={say("settings.lede")} />
      <Form
        locale={locale}
        action={settingsHref(ctx.cluster!)}
        csrf={csrf}
        fields={(["takesApplications", "membersRenew", "endsUnrenewed"] as const).map((name) => ({
          name,
          label: say(`settings.${name}`),
          type: "checkbox" as const,
        }))}
        values={{ ...settings }}
      />
    </>
  );
}
