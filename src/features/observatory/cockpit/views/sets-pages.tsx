import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import {
  Breadcrumbs,
  Button,
  DataTable,
  ExportLinks,
  Field,
  type FieldSpec,
  Form,
  formatDate,
  formatNumber,
  PageHead,
  Sheet,
} from "../../../../ui/index.ts";
import type { SetView } from "../actions.ts";
import { cockpitHref, setHref, setsHref } from "../address.ts";
import { sayCockpit } from "../messages.ts";
import { shown } from "../rules.ts";
import { others, typedOf } from "../sets/form.ts";
import { ownFields } from "../sets/own-indicator.ts";
import { DIRECTIONS, FIELDS, hasDirection, type Indicator, type IndicatorSet } from "../words.ts";
import { thresholdText } from "../words-of.ts";
import { Act } from "./parts.tsx";

/** The sets in use: those of the house and the cluster's own. */
export function SetsPage({ ctx, sets }: { ctx: Context; sets: readonly IndicatorSet[] }) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const cluster = ctx.cluster!;
  const own = sets.filter(({ shipped }) => !shipped).length;
  return (
    <>
      <Breadcrumbs
        locale={locale}
        crumbs={[{ label: say("cockpit.title"), href: cockpitHref(cluster) }, { label: say("sets.title") }]}
      />
      <PageHead
        kicker={say("cockpit.kicker")}
        title={say("sets.title")}
        lede={say("sets.lede", { shipped: sets.length - own, own })}
      />
      <Sheet
        title={say("sets.title")}
        aside={
          <ExportLinks
            locale={locale}
            csv={`${setsHref(cluster)}?format=csv`}
            xlsx={`${setsHref(cluster)}?format=xlsx`}
          />
        }
      >
        <DataTable locale={locale} caption={say("sets.title")} columns={setColumns(ctx)} rows={sets} />
      </Sheet>
    </>
  );
}

const setColumns = (ctx: Context) => {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  return [
    {
      key: "title",
      label: say("documents.set"),
      value: ({ title }: IndicatorSet) => title[locale],
      href: ({ slug }: IndicatorSet) => setHref(ctx.cluster!, slug),
    },
    {
      key: "from",
      label: say("column.how"),
      value: ({ shipped }: IndicatorSet) => say(shipped ? "sets.shipped" : "sets.own"),
    },
    {
      key: "version",
      label: say("column.version"),
      align: "end" as const,
      value: ({ version }: IndicatorSet) => formatNumber(version, locale),
    },
    {
      key: "indicators",
      label: say("sets.indicators"),
      align: "end" as const,
      value: (set: IndicatorSet) => formatNumber(shown(set).length, locale),
    },
    {
      key: "made",
      label: say("sets.made"),
      value: ({ madeAt }: IndicatorSet) => (madeAt ? formatDate(madeAt, locale) : ""),
    },
    {
      key: "open",
      label: say("set.show"),
      value: () => say("set.show"),
      href: ({ slug }: IndicatorSet) => cockpitHref(ctx.cluster!, slug),
    },
  ];
};

interface SetPageProps {
  ctx: Context;
  csrf: string;
  view: SetView;
  typed?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}

/** One set: what it asks for; and the form to change it, where it is the cluster's own. */
export function SetPage(props: SetPageProps) {
  const { ctx, csrf, view } = props;
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const cluster = ctx.cluster!;
  const { set, versions } = view;
  const keeps = can(ctx.actor, "cockpit.keep", { clusterId: cluster.id });
  const newest = versions[0]?.version ?? set.version;
  const isNewest = set.version === newest;
  const hidden = set.indicators.length - shown(set).length;
  return (
    <>
      <Breadcrumbs
        locale={locale}
        crumbs={[{ label: say("sets.title"), href: setsHref(cluster) }, { label: set.title[locale] }]}
      />
      <PageHead
        kicker={say(set.shipped ? "sets.shipped" : "sets.own")}
        title={set.title[locale]}
        lede={
          set.shipped
            ? say("set.lede.shipped", { count: set.indicators.length })
            : say("set.lede.own", {
                version: set.version,
                date: set.madeAt ? formatDate(set.madeAt, locale) : "",
                count: set.indicators.length,
                hidden,
              })
        }
        actions={
          <>
            {keeps && !set.shipped ? (
              <Act action={`${setHref(cluster, set.slug)}/end`} csrf={csrf} kind="stop">
                {say("set.end")}
              </Act>
            ) : null}
            {keeps ? (
              <Act
                action={`${setHref(cluster, set.slug)}/copy`}
                csrf={csrf}
                kind={set.shipped ? "main" : undefined}
              >
                {say("set.copy")}
              </Act>
            ) : null}
            <Button href={cockpitHref(cluster, set.slug)}>{say("set.show")}</Button>
          </>
        }
      />
      <p>{set.about[locale]}</p>
      {isNewest ? null : <p>{say("set.old", { version: set.version, newest })}</p>}
      <div class="stack">
        {keeps && !set.shipped && isNewest ? <EditForm {...props} /> : <Listed ctx={ctx} set={set} />}
        {versions.length > 1 ? (
          <Sheet title={say("set.versions")} id="versions">
            <DataTable
              locale={locale}
              caption={say("set.versions")}
              rows={versions}
              columns={[
                {
                  key: "version",
                  label: say("column.version"),
                  value: ({ version }) => `${say("column.version")} ${version}`,
                  href: ({ version }) => `${setHref(cluster, set.slug)}?version=${version}`,
                },
                {
                  key: "made",
                  label: say("column.day"),
                  value: ({ madeAt }) => (madeAt ? formatDate(madeAt, locale) : ""),
                },
                { key: "note", label: say("set.note"), value: ({ note }) => note },
              ]}
            />
          </Sheet>
        ) : null}
      </div>
    </>
  );
}

function Listed({ ctx, set }: { ctx: Context; set: IndicatorSet }) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  return (
    <>
      {FIELDS.map((field) => {
        const rows = set.indicators.filter((one) => one.field === field);
        if (rows.length === 0) return null;
        return (
          <Sheet title={say(`field.${field}`)}>
            <DataTable
              locale={locale}
              caption={say(`field.${field}`)}
              rows={rows}
              columns={[
                { key: "name", label: say("column.indicator"), value: ({ name }) => name[locale] },
                { key: "text", label: say("column.mark"), value: ({ text }) => text[locale], wideOnly: true },
                { key: "unit", label: say("column.unit"), value: ({ unit }) => say(`unit.${unit}`) },
                {
                  key: "threshold",
                  label: say("column.threshold"),
                  value: (one) => (one.hidden ? say("set.hide") : thresholdText(one, locale)),
                },
              ]}
            />
          </Sheet>
        );
      })}
    </>
  );
}

function EditForm({ ctx, csrf, view: { set }, typed, problems = {} }: SetPageProps) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const values = typed ?? typedOf(set);
  const field = (spec: FieldSpec) => (
    <Field
      key={spec.name}
      locale={locale}
      {...spec}
      value={values[spec.name]}
      problem={problems[spec.name]}
    />
  );
  const more = others(set);
  return (
    <Sheet title={say("set.edit")} id="edit">
      <Form
        locale={locale}
        action={setHref(ctx.cluster!, set.slug)}
        csrf={csrf}
        hidden={{ base: String(set.version) }}
        problems={problems}
        values={values}
        fields={[
          { name: "titleEn", label: say("set.title-en"), required: true, maxlength: 120 },
          { name: "titleDe", label: say("set.title-de"), required: true, maxlength: 120 },
        ]}
        submit={say("set.save")}
        cancel={{ href: cockpitHref(ctx.cluster!, set.slug) }}
      >
        {FIELDS.map((name) => {
          const rows = set.indicators.filter((one) => one.field === name);
          return rows.length === 0 ? null : (
            <>
              <h3>{say(`field.${name}`)}</h3>
              {rows.map((one) => (
                <fieldset class="field" key={one.key}>
                  <legend>{one.name[locale]}</legend>
                  <p class="hint">{one.text[locale]}</p>
                  {field({
                    name: `en-${one.key}`,
                    label: say("set.name-en"),
                    required: true,
                    maxlength: 120,
                  })}
                  {field({
                    name: `de-${one.key}`,
                    label: say("set.name-de"),
                    required: true,
                    maxlength: 120,
                  })}
                  {field({
                    name: `at-${one.key}`,
                    label: thresholdLabel(one, locale),
                    required: true,
                    maxlength: 12,
                  })}
                  {hasDirection(one.unit)
                    ? field({
                        name: `way-${one.key}`,
                        label: say("set.direction"),
                        type: "select",
                        required: true,
                        choices: DIRECTIONS.map((way) => ({ value: way, label: say(`direction.${way}`) })),
                      })
                    : null}
                  {field({ name: `hide-${one.key}`, label: say("set.hide"), type: "checkbox" })}
                </fieldset>
              ))}
            </>
          );
        })}
        {more.length > 0
          ? field({
              name: "more",
              label: say("set.more"),
              hint: say("set.more.hint"),
              type: "checkboxes",
              choices: more.map(({ key, name }) => ({ value: key, label: name[locale] })),
            })
          : null}
        <fieldset class="field" id="own">
          <legend>{say("own.title")}</legend>
          <p class="hint">{say("own.hint")}</p>
          {ownFields(set, locale).map(field)}
        </fieldset>
        {field({ name: "note", label: say("set.note"), maxlength: 1000 })}
      </Form>
    </Sheet>
  );
}

const thresholdLabel = ({ unit }: Indicator, locale: Context["locale"]): string => {
  const say = sayCockpit(locale);
  return `${say("set.threshold-of")} (${say(`unit.${unit}`)})`;
};
