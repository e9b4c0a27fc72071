import type { Context } from "../../../../access/context.ts";
import { DataTable, displayName, Empty, Form, formatList, PageHead, Sheet } from "../../../../ui/index.ts";
import { eventHref } from "../../address.ts";
import { sayEvents } from "../../messages.ts";
import { ActForm, Crumbs, Parts } from "../../parts.tsx";
import { canLayOut } from "../../rules.ts";
import type { EventRow, RuleRow, TableRow } from "../store.ts";

interface Props {
  ctx: Context;
  csrf: string;
  event: EventRow;
  comes: boolean;
  problems?: Readonly<Record<string, string>>;
}

export function TablesPage({
  ctx,
  csrf,
  event,
  comes,
  tables,
  lines,
  problems = {},
}: Props & { tables: readonly TableRow[]; lines?: string }) {
  const { locale } = ctx;
  const say = sayEvents(locale);
  const title = say("tables.title", { title: event.title });
  const open = canLayOut(event.state);
  const stored = tables.map(({ name, link }) => (link ? `${name} ${link}` : name)).join("\n");
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say("act.tables")} />
      <PageHead
        title={title}
        lede={say(open ? "tables.lede" : "tables.lede.fixed", { count: tables.length })}
      />
      <Parts ctx={ctx} event={event} current="tables" comes={comes} />
      {open ? (
        <Form
          locale={locale}
          action={`${eventHref(ctx.cluster!, event.id)}/tables`}
          csrf={csrf}
          problems={problems}
          fields={[
            {
              name: "tables",
              label: say("field.table-lines"),
              hint: say("field.table-lines.hint"),
              type: "textarea",
              required: true,
              rows: 12,
            },
          ]}
          values={{ tables: lines ?? stored }}
        />
      ) : (
        <DataTable
          locale={locale}
          caption={title}
          rows={tables}
          columns={[
            { key: "name", label: say("column.table"), value: (table) => table.name },
            {
              key: "link",
              label: say("column.link"),
              value: (table) =>
                table.link ? (
                  <a href={table.link} rel="nofollow noopener">
                    {table.link}
                  </a>
                ) : (
                  ""
                ),
            },
          ]}
        />
      )}
    </>
  );
}

export function RulesPage({
  ctx,
  csrf,
  event,
  comes,
  rules,
  comers,
  values = {},
  problems = {},
}: Props & {
  rules: readonly RuleRow[];
  comers: readonly { slug: string; name: string }[];
  values?: Readonly<Record<string, string>>;
}) {
  const { locale } = ctx;
  const say = sayEvents(locale);
  const action = `${eventHref(ctx.cluster!, event.id)}/rules`;
  const roles = event.roles.map((role) => ({ value: role, label: role }));
  const organisations = comers.map(({ slug, name }) => ({ value: slug, label: displayName(name) }));
  const ends = (kind: "meet" | "apart", choices: readonly { value: string; label: string }[]) =>
    (["one", "other"] as const).map((end) => ({
      name: `${kind}.${end}`,
      label: say(`field.${end}`),
      type: "select" as const,
      required: true,
      choices,
    }));
  const of = (kind: string) => (values.kind === kind ? { values, problems } : {});
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say("act.rules")} />
      <PageHead
        title={say("rules.title", { title: event.title })}
        lede={say("rules.lede", { count: rules.length })}
      />
      <Parts ctx={ctx} event={event} current="rules" comes={comes} />
      <div class="stack">
        {rules.length === 0 ? null : (
          <Sheet title={say("act.rules")}>
            <ul class="lines">
              {rules.map((rule) => (
                <li>
                  <span>{ruleWords(ctx, rule)}</span>
                  <ActForm
                    csrf={csrf}
                    action={`${action}/${rule.id}/remove`}
                    label={say("rule.remove")}
                    kind="quiet"
                  />
                </li>
              ))}
            </ul>
          </Sheet>
        )}
        <p class="src">{say("rules.note")}</p>
        <Sheet title={say("rules.meet")}>
          {roles.length === 0 ? (
            <Empty act={{ label: say("act.edit"), href: `${eventHref(ctx.cluster!, event.id)}/edit` }}>
              {say("rules.meet.none")}
            </Empty>
          ) : (
            <>
              <p class="hint">{say("rules.meet.hint")}</p>
              <Form
                locale={locale}
                action={action}
                csrf={csrf}
                hidden={{ kind: "meet" }}
                fields={ends("meet", roles)}
                submit={say("act.add-rule")}
                {...of("meet")}
              />
            </>
          )}
        </Sheet>
        <Sheet title={say("rules.apart")}>
          {organisations.length < 2 ? (
            <Empty>{say("rules.apart.none")}</Empty>
          ) : (
            <Form
              locale={locale}
              action={action}
              csrf={csrf}
              hidden={{ kind: "apart" }}
              fields={ends("apart", organisations)}
              submit={say("act.add-rule")}
              {...of("apart")}
            />
          )}
        </Sheet>
      </div>
    </>
  );
}

export function ruleWords({ locale }: Context, rule: RuleRow): string {
  const say = sayEvents(locale);
  return rule.kind === "meet"
    ? say("rule.meet", { one: rule.oneRole ?? "", other: rule.otherRole ?? "" })
    : say("rule.apart", {
        names: formatList(
          rule.organisations.map(({ name }) => displayName(name)),
          locale,
        ),
      });
}

export function CancelPage({
  ctx,
  csrf,
  event,
  because = "",
  problems = {},
}: Omit<Props, "comes"> & { because?: string }) {
  const say = sayEvents(ctx.locale);
  const href = eventHref(ctx.cluster!, event.id);
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say("act.cancel")} />
      <PageHead title={say("cancel.title", { title: event.title })} lede={say("cancel.lede")} />
      <Form
        locale={ctx.locale}
        action={`${href}/cancel`}
        csrf={csrf}
        problems={problems}
        fields={[{ name: "because", label: say("field.because"), type: "textarea", maxlength: 400 }]}
        values={{ because }}
        submit={say("act.cancel")}
        cancel={{ href }}
      />
    </>
  );
}
