import type { Context } from "../../../../access/context.ts";
import { Button, DataTable, Field, type FieldSpec, Form, Sheet } from "../../../../ui/index.ts";
import { sayBringing } from "../bringing/messages.ts";
import type { About, Bringing } from "../bringing/store.ts";
import { CODE_LISTS, codeList } from "../lists.ts";
import { type Mapping, rolesFor, TAKEN_FOR, type TakenFor, takenFor } from "../mapping/roles.ts";
import type { DatasetRow } from "../panel.ts";
import type { Shape } from "../reading/table.ts";

interface ColumnsProps {
  ctx: Context;
  csrf: string;
  bringing: Bringing;
  shape: Shape;
  href: string;
  /** The correspondences its codes can be translated by. */
  ledBy: readonly DatasetRow[];
  typed?: { mapping: Mapping; about: About } | undefined;
  problems?: Record<string, string> | undefined;
}

/** What a file is, what its columns mean, and what the dataset is to be called. */
export function Columns(props: ColumnsProps) {
  const { ctx, csrf, bringing, typed, problems, href } = props;
  const { locale } = ctx;
  const t = sayBringing(locale);
  const mapping = typed?.mapping ?? bringing.mapping!;
  const about = typed?.about ?? bringing.about;
  const what = takenFor(mapping);
  const values: Record<string, string | boolean> = { ...mappingValues(mapping), ...aboutValues(about) };
  const field = (spec: FieldSpec) => (
    <Field {...spec} locale={locale} value={values[spec.name]} problem={problems?.[spec.name]} />
  );
  const facts = bringing.datasetId ? [] : aboutFields(ctx, what);
  return (
    <>
      {bringing.datasetId ? null : <TakenForSheet {...props} what={what} />}
      <Form locale={locale} action={`${href}/columns`} csrf={csrf} submit={t("check")} problems={problems}>
        <RolesSheet {...props} mapping={mapping} what={what} />
        <Sheet title={t("numbers")}>
          <div class="stack">{readingFields(props, what).map(field)}</div>
        </Sheet>
        {facts.length > 0 ? (
          <Sheet title={t("about")}>
            <div class="stack">{facts.map(field)}</div>
          </Sheet>
        ) : null}
      </Form>
    </>
  );
}

function TakenForSheet({ ctx: { locale }, csrf, href, what }: ColumnsProps & { what: TakenFor }) {
  const t = sayBringing(locale);
  return (
    <Sheet title={t("takenFor")} id="taken-for">
      <form class="form" method="post" action={`${href}/taken-for`}>
        <input type="hidden" name="csrf" value={csrf} />
        <Field
          locale={locale}
          name="takenFor"
          type="radio"
          label={t("takenFor")}
          required
          choices={TAKEN_FOR.map((value) => ({
            value,
            label: t(`takenFor.${value}`),
            hint: t(`takenFor.${value}.hint`),
          }))}
          value={what}
        />
        <div class="form-acts">
          <Button>{t("takenFor.change")}</Button>
        </div>
      </form>
    </Sheet>
  );
}

const SHOWN_ROWS = 4;

function RolesSheet(props: ColumnsProps & { mapping: Mapping; what: TakenFor }) {
  const { shape, mapping, what } = props;
  const { locale } = props.ctx;
  const t = sayBringing(locale);
  return (
    <Sheet title={t("columns")} id="columns">
      <DataTable
        locale={locale}
        caption={t("columns")}
        rows={shape.head.map((name, at) => ({ name, at }))}
        columns={[
          {
            key: "name",
            label: t("col.column"),
            value: ({ name, at }) => name || `${at + 1}`,
            header: true,
          },
          {
            key: "role",
            label: t("columns"),
            value: ({ name, at }) => (
              <select name={`column.${at}`} aria-label={name || `${at + 1}`}>
                {rolesFor(what).map((role) => (
                  <option value={role} selected={mapping.columns[at] === role}>
                    {t(`role.${role}`)}
                  </option>
                ))}
              </select>
            ),
          },
          {
            key: "sample",
            label: t("columns.sample"),
            value: ({ at }) =>
              shape.sample
                .slice(0, SHOWN_ROWS)
                .map((row) => row[at] || "–")
                .join(" · "),
          },
        ]}
      />
    </Sheet>
  );
}

/** How the file is written, and what its codes are of, as far as that matters for what it is. */
function readingFields({ ctx: { locale }, bringing, ledBy }: ColumnsProps, what: TakenFor): FieldSpec[] {
  const t = sayBringing(locale);
  const example = bringing.mapping?.example;
  const listChoices = (side?: "region" | "activity") => [
    { value: "", label: t("list.none") },
    ...CODE_LISTS.filter((list) => !side || list.side === side).map(({ key, label }) => ({
      value: key,
      label: label[locale],
    })),
  ];
  const signs = (name: "secret" | "missing" | "estimated"): FieldSpec => ({
    ...{ name, label: t(name), hint: t("signs.hint"), maxlength: 200 },
  });
  const leading = (side: "region" | "activity") =>
    ledBy.filter(({ fromList }) => codeList(fromList)?.side === side);
  const by = (name: "regionBy" | "activityBy", side: "region" | "activity"): FieldSpec[] =>
    leading(side).length === 0
      ? []
      : [
          {
            name,
            label: `${t(side === "region" ? "regions" : "activities")}: ${t("by")}`,
            type: "select",
            hint: t("by.hint"),
            choices: [
              { value: "", label: t("by.none") },
              ...leading(side).map(({ slug, title }) => ({ value: slug, label: title[locale] })),
            ],
          },
        ];
  const decimal: FieldSpec = {
    name: "decimal",
    label: t("decimal"),
    type: "radio",
    hint: example ? t("decimal.found", { example }) : t("decimal.not-found"),
    choices: [
      { value: ".", label: t("decimal.point") },
      { value: ",", label: t("decimal.comma") },
    ],
  };
  const negative: FieldSpec = { name: "negative", label: t("negative"), type: "checkbox" };
  const lenient: FieldSpec = { name: "lenient", label: t("lenient"), type: "checkbox" };
  if (what === "table") return [decimal, signs("secret"), signs("missing"), negative, lenient];
  if (what === "correspondence")
    return [
      { name: "fromList", label: t("fromList"), type: "select", choices: listChoices() },
      { name: "toList", label: t("toList"), type: "select", choices: listChoices() },
      decimal,
      lenient,
    ];
  return [
    decimal,
    signs("secret"),
    signs("missing"),
    signs("estimated"),
    {
      name: "blank",
      label: t("blank"),
      type: "radio",
      choices: [
        { value: "missing", label: t("blank.missing") },
        { value: "secret", label: t("blank.secret") },
      ],
    },
    { name: "regionList", label: t("regionList"), type: "select", choices: listChoices("region") },
    ...by("regionBy", "region"),
    { name: "activityList", label: t("activityList"), type: "select", choices: listChoices("activity") },
    ...by("activityBy", "activity"),
    negative,
    lenient,
  ];
}

function aboutFields({ locale }: Context, what: TakenFor): FieldSpec[] {
  const t = sayBringing(locale);
  return [
    { name: "titleEn", label: t("titleEn"), maxlength: 200 },
    { name: "titleDe", label: t("titleDe"), maxlength: 200 },
    { name: "textEn", label: t("textEn"), type: "textarea", maxlength: 2000, rows: 3 },
    { name: "textDe", label: t("textDe"), type: "textarea", maxlength: 2000, rows: 3 },
    ...(what === "panel"
      ? [
          { name: "measureLabel", label: t("measureLabel"), maxlength: 100 },
          { name: "measureUnit", label: t("measureUnit"), maxlength: 60 },
        ]
      : []),
    { name: "source", label: t("source"), maxlength: 400 },
    { name: "sourceUrl", label: t("sourceUrl"), type: "url", maxlength: 500 },
    { name: "licence", label: t("licence"), maxlength: 200 },
    { name: "credit", label: t("credit"), maxlength: 400 },
    {
      name: "visibility",
      label: t("visibility"),
      type: "select",
      choices: (["cluster", "peers", "public"] as const).map((value) => ({
        value,
        label: t(`visibility.${value}`),
      })),
    },
  ];
}

const mappingValues = (mapping: Mapping) => ({
  decimal: mapping.decimal,
  secret: mapping.secret.join(" "),
  missing: mapping.missing.join(" "),
  estimated: mapping.estimated.join(" "),
  blank: mapping.blank,
  regionList: mapping.regionList ?? "",
  activityList: mapping.activityList ?? "",
  regionBy: mapping.regionBy ?? "",
  activityBy: mapping.activityBy ?? "",
  fromList: mapping.fromList ?? "",
  toList: mapping.toList ?? "",
  negative: mapping.negative,
  lenient: mapping.lenient,
});

const aboutValues = (about: About) => ({
  titleEn: about.title?.en ?? "",
  titleDe: about.title?.de ?? "",
  textEn: about.text?.en ?? "",
  textDe: about.text?.de ?? "",
  measureLabel: about.measure?.label ?? "",
  measureUnit: about.measure?.unit ?? "",
  source: about.source ?? "",
  sourceUrl: about.sourceUrl ?? "",
  licence: about.licence ?? "",
  credit: about.credit ?? "",
  visibility: about.visibility ?? "cluster",
});
