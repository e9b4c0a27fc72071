import type { Context } from "../../../access/context.ts";
import {
  Button,
  type Column,
  DataTable,
  ExportLinks,
  Facts,
  type FieldSpec,
  Form,
  formatNumber,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import type { FieldCounted } from "./actions.ts";
import { sayField } from "./messages.ts";
import { FIELD_KINDS, type OwnField, type OwnValue } from "./rules.ts";
import { controlOf, nameOf, valueWords } from "./words.ts";

type Problems = Readonly<Record<string, string>>;
type Typed = Readonly<Record<string, string>>;

export const fieldsHref = (ctx: Context) => `/clusters/${ctx.cluster!.slug}/fields`;

/** What the team's own fields hold for one organisation; those who may, write into it. */
export function FieldsSheet({
  ctx,
  csrf,
  action,
  values,
  maySet,
  typed,
  problems,
}: {
  ctx: Context;
  csrf: string;
  action: string;
  values: readonly { field: OwnField; value: OwnValue | null }[];
  maySet: boolean;
  typed: Typed;
  problems?: Problems | undefined;
}) {
  const { locale } = ctx;
  const say = sayField(locale);
  const inUse = values.filter(({ field }) => !field.ended);
  const shown = maySet ? values.filter(({ field }) => field.ended) : values;
  return (
    <Sheet
      title={say("fields.title")}
      id="fields"
      link={{ label: say(inUse.length === 0 ? "fields.make" : "fields.keep"), href: fieldsHref(ctx) }}
    >
      {values.length === 0 ? <p>{say("fields.none")}</p> : null}
      {maySet && inUse.length > 0 ? (
        <Form
          locale={locale}
          csrf={csrf}
          action={action}
          fields={inUse.map(({ field, value }) => controlOf(field, `field-${field.key}`, locale, value))}
          values={typed}
          problems={problems}
        />
      ) : null}
      {shown.length > 0 ? (
        <Facts
          facts={shown.map(({ field, value }) => [
            nameOf(field, locale),
            value === null ? say("fields.empty") : valueWords(field, value, locale),
          ])}
        />
      ) : null}
    </Sheet>
  );
}

export function FieldsPage({
  ctx,
  csrf,
  path,
  fields,
  mayChange,
  values = { kind: "text" },
  problems,
}: {
  ctx: Context;
  csrf: string;
  path: string;
  fields: readonly FieldCounted[];
  mayChange: boolean;
  values?: Typed | undefined;
  problems?: Problems | undefined;
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayField(locale);
  const inUse = fields.filter((field) => !field.ended);
  const ended = fields.filter((field) => field.ended);
  return (
    <>
      <PageHead
        kicker={locale === "de" ? cluster.nameDe : cluster.nameEn}
        title={say("fields.title")}
        lede={say("fields.lede", { total: inUse.length })}
      />
      <div class="grid">
        <div class="c8 stack">
          {fields.length > 0 ? (
            <Sheet title={say("fields.keep")}>
              {inUse.length > 0 ? (
                <DataTable
                  locale={locale}
                  columns={columnsOf(ctx, csrf, inUse, mayChange)}
                  rows={inUse}
                  caption={say("fields.title")}
                />
              ) : null}
              <p>
                <ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />
              </p>
            </Sheet>
          ) : null}
          {ended.length > 0 ? (
            <Sheet title={say("fields.ended")}>
              <DataTable
                locale={locale}
                columns={columnsOf(ctx, csrf, [], mayChange)}
                rows={ended}
                caption={say("fields.ended")}
              />
            </Sheet>
          ) : null}
        </div>
        {mayChange ? (
          <div class="c4 stack">
            <Sheet title={say("field.new")}>
              <Form
                locale={locale}
                csrf={csrf}
                action={fieldsHref(ctx)}
                fields={[
                  ...namesOf(ctx),
                  {
                    name: "kind",
                    label: say("field.kind"),
                    type: "radio",
                    required: true,
                    hint: say("field.kind.hint"),
                    choices: FIELD_KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) })),
                  },
                  {
                    name: "choices",
                    label: say("field.choices"),
                    type: "textarea",
                    rows: 4,
                    hint: say("field.choices.hint"),
                    maxlength: 6000,
                  },
                ]}
                values={values}
                problems={problems}
                submit={say("field.add")}
              />
            </Sheet>
          </div>
        ) : null}
      </div>
    </>
  );
}

const namesOf = (ctx: Context): FieldSpec[] => {
  const say = sayField(ctx.locale);
  return [
    { name: "nameEn", label: say("field.name.en"), required: true, maxlength: 80 },
    { name: "nameDe", label: say("field.name.de"), required: true, maxlength: 80 },
  ];
};

function columnsOf(
  ctx: Context,
  csrf: string,
  order: readonly FieldCounted[],
  mayChange: boolean,
): Column<FieldCounted>[] {
  const { locale } = ctx;
  const say = sayField(locale);
  const home = `/clusters/${ctx.cluster!.slug}/organisations`;
  return [
    {
      key: "name",
      label: say("field.name"),
      value: (field) => nameOf(field, locale),
      ...(mayChange ? { href: (field: FieldCounted) => `${fieldsHref(ctx)}/${field.id}` } : {}),
    },
    {
      key: "kind",
      label: say("field.kind"),
      value: (field) =>
        field.kind === "choice"
          ? `${say("kind.choice")}: ${field.choices.join(", ")}`
          : say(`kind.${field.kind}`),
    },
    { key: "key", label: say("field.key"), value: (field) => <code>{field.key}</code>, wideOnly: true },
    {
      key: "organisations",
      label: say("field.count"),
      value: (field) => formatNumber(field.organisations, locale),
      href: (field) =>
        field.ended || field.organisations === 0
          ? undefined
          : `${home}?view=table&own=${encodeURIComponent(`${field.key}:*`)}`,
      align: "end",
    },
    ...(mayChange && order.length > 1
      ? [
          {
            key: "order",
            label: say("field.order"),
            value: (field: FieldCounted) => (
              <form class="row" method="post" action={`${fieldsHref(ctx)}/${field.id}/move`}>
                <input type="hidden" name="csrf" value={csrf} />
                {field.id === order[0]?.id ? null : (
                  <button
                    type="submit"
                    class="btn quiet"
                    name="by"
                    value="-1"
                    aria-label={say("field.up", { name: nameOf(field, locale) })}
                  >
                    ↑
                  </button>
                )}
                {field.id === order.at(-1)?.id ? null : (
                  <button
                    type="submit"
                    class="btn quiet"
                    name="by"
                    value="1"
                    aria-label={say("field.down", { name: nameOf(field, locale) })}
                  >
                    ↓
                  </button>
                )}
              </form>
            ),
          },
        ]
      : []),
  ];
}

export function FieldPage({
  ctx,
  csrf,
  field,
  used,
  values,
  problems,
}: {
  ctx: Context;
  csrf: string;
  field: OwnField;
  used: ReadonlyMap<string, number>;
  values: Typed;
  problems?: Problems | undefined;
}) {
  const { locale } = ctx;
  const say = sayField(locale);
  const home = `${fieldsHref(ctx)}/${field.id}`;
  const left = [...used].filter(([choice]) => !field.choices.includes(choice));
  const choiceFields: FieldSpec[] =
    field.kind !== "choice"
      ? []
      : [
          ...field.choices.map((choice, i) => ({
            name: `choice-${i}`,
            label: say("field.choice", { nth: i + 1 }),
            maxlength: 200,
            hint: `${say("field.choice.used", { count: used.get(choice) ?? 0 })}${i === 0 ? `. ${say("field.choice.hint")}` : ""}`,
          })),
          {
            name: "choices",
            label: say("field.choice.more"),
            type: "textarea" as const,
            rows: 3,
            hint: say("field.choice.more.hint"),
            maxlength: 6000,
          },
        ];
  return (
    <>
      <PageHead
        kicker={<a href={fieldsHref(ctx)}>{say("fields.title")}</a>}
        title={say("field.edit", { name: nameOf(field, locale) })}
        lede={
          <>
            {say(`kind.${field.kind}`)} · <code>{field.key}</code>
            {field.ended ? <> · {say("fields.ended")}</> : null}
          </>
        }
      />
      <Form
        locale={locale}
        csrf={csrf}
        action={home}
        fields={[...namesOf(ctx), ...choiceFields]}
        values={values}
        problems={problems}
        hidden={Object.fromEntries(field.choices.map((choice, i) => [`was-${i}`, choice]))}
        cancel={{ href: fieldsHref(ctx) }}
        acts={
          <Button
            kind={field.ended ? undefined : "stop"}
            formaction={`${home}/${field.ended ? "reopen" : "end"}`}
          >
            {say(field.ended ? "field.reopen" : "field.end")}
          </Button>
        }
      >
        {left.length > 0 ? (
          <p>
            {left.map(([choice, count]) => (
              <>
                <Tag>{choice}</Tag> <small>{say("field.choice.used", { count })}</small>{" "}
              </>
            ))}
          </p>
        ) : null}
      </Form>
    </>
  );
}
