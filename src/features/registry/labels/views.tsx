import type { Context } from "../../../access/context.ts";
import {
  Button,
  type Column,
  DataTable,
  ExportLinks,
  type FieldSpec,
  Form,
  formatNumber,
  PageHead,
  Sheet,
  Tag,
  Tags,
} from "../../../ui/index.ts";
import { Undo } from "../notes/views.tsx";
import type { LabelCounted } from "./actions.ts";
import { sayLabel } from "./messages.ts";
import { type Label, TONES } from "./store.ts";

type Problems = Readonly<Record<string, string>>;
type Typed = Readonly<Record<string, string>>;

export const labelsHref = (ctx: Context) => `/clusters/${ctx.cluster!.slug}/labels`;

/** The labels of one organisation, to choose from all there are. */
export function LabelsSheet({
  ctx,
  csrf,
  action,
  labels,
  put,
  mayPut,
}: {
  ctx: Context;
  csrf: string;
  action: string;
  labels: readonly Label[];
  put: readonly string[];
  mayPut: boolean;
}) {
  const { locale } = ctx;
  const say = sayLabel(locale);
  const on = labels.filter((label) => put.includes(label.id));
  return (
    <Sheet
      title={say("labels.title")}
      id="labels"
      link={{ label: say(labels.length === 0 ? "labels.make" : "labels.keep"), href: labelsHref(ctx) }}
    >
      {on.length > 0 ? (
        <Tags tags={on.map(({ name, tone }) => ({ label: name, tone }))} />
      ) : (
        <p>{say("labels.none")}</p>
      )}
      {mayPut && labels.length > 0 ? (
        <Form
          locale={locale}
          csrf={csrf}
          action={action}
          fields={[
            {
              name: "label",
              label: say("labels.title"),
              type: "checkboxes",
              required: true,
              choices: labels.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
          values={{ label: put }}
        />
      ) : null}
    </Sheet>
  );
}

const fieldsOf = (ctx: Context): FieldSpec[] => {
  const say = sayLabel(ctx.locale);
  return [
    { name: "name", label: say("label.name"), required: true, maxlength: 60 },
    {
      name: "tone",
      label: say("label.tone"),
      type: "radio",
      required: true,
      choices: TONES.map((tone) => ({ value: tone, label: say(`tone.${tone}`) })),
    },
  ];
};

export function LabelsPage({
  ctx,
  csrf,
  path,
  labels,
  mayPut,
  values = { tone: "plain" },
  problems,
  removed,
}: {
  ctx: Context;
  csrf: string;
  path: string;
  labels: readonly LabelCounted[];
  mayPut: boolean;
  values?: Typed | undefined;
  problems?: Problems | undefined;
  removed?: Label | null | undefined;
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayLabel(locale);
  const columns: Column<LabelCounted>[] = [
    { key: "name", label: say("label.name"), value: (label) => <Tag tone={label.tone}>{label.name}</Tag> },
    {
      key: "organisations",
      label: say("label.count"),
      value: (label) => formatNumber(label.organisations, locale),
      href: (label) => `/clusters/${cluster.slug}/organisations?label=${label.id}`,
      align: "end",
    },
    ...(mayPut
      ? [
          {
            key: "open",
            label: say("label.open"),
            value: () => say("label.open"),
            href: (label: LabelCounted) => `${labelsHref(ctx)}/${label.id}`,
          },
        ]
      : []),
  ];
  return (
    <>
      {removed ? (
        <Undo
          ctx={ctx}
          csrf={csrf}
          action={`${labelsHref(ctx)}/${removed.id}/restore`}
          gone={say("label.gone")}
          undo={say("label.undo")}
        />
      ) : null}
      <PageHead
        kicker={locale === "de" ? cluster.nameDe : cluster.nameEn}
        title={say("labels.title")}
        lede={say("labels.lede", { total: labels.length })}
      />
      <div class="grid">
        <div class="c8 stack">
          {labels.length > 0 ? (
            <Sheet title={say("labels.keep")}>
              <DataTable locale={locale} columns={columns} rows={labels} caption={say("labels.title")} />
              <p>
                <ExportLinks locale={locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />
              </p>
            </Sheet>
          ) : null}
        </div>
        {mayPut ? (
          <div class="c4 stack">
            <Sheet title={say("label.new")}>
              <Form
                locale={locale}
                csrf={csrf}
                action={labelsHref(ctx)}
                fields={fieldsOf(ctx)}
                values={values}
                problems={problems}
                submit={say("label.add")}
              />
            </Sheet>
          </div>
        ) : null}
      </div>
    </>
  );
}

export function LabelPage({
  ctx,
  csrf,
  label,
  values,
  problems,
}: {
  ctx: Context;
  csrf: string;
  label: Label;
  values: Typed;
  problems?: Problems | undefined;
}) {
  const say = sayLabel(ctx.locale);
  return (
    <>
      <PageHead
        kicker={<a href={labelsHref(ctx)}>{say("labels.title")}</a>}
        title={say("label.edit", { name: label.name })}
      />
      <Form
        locale={ctx.locale}
        csrf={csrf}
        action={`${labelsHref(ctx)}/${label.id}`}
        fields={fieldsOf(ctx)}
        values={values}
        problems={problems}
        cancel={{ href: labelsHref(ctx) }}
        acts={
          <Button kind="stop" formaction={`${labelsHref(ctx)}/${label.id}/remove`}>
            {say("label.remove")}
          </Button>
        }
      />
    </>
  );
}
