import type { Context } from "../../../../access/context.ts";
import {
  displayName,
  Field,
  type FieldProps,
  type FieldSpec,
  Form,
  fieldId,
  PageHead,
} from "../../../../ui/index.ts";
import { eventHref, eventsHref } from "../../address.ts";
import { sayEvents } from "../../messages.ts";
import { Crumbs } from "../../parts.tsx";
import { canLayOut } from "../../rules.ts";
import { ZONES } from "../../times.ts";
import type { Typed } from "../../typed.ts";
import { WallField } from "../../wall-field.tsx";
import { LEVELS, MOST_SESSIONS, MOST_TABLES, sessionRows, type Wanted } from "../schema.ts";
import type { EventRow } from "../store.ts";

export interface EventFormProps {
  ctx: Context;
  csrf: string;
  event: EventRow | null;
  members: readonly { slug: string; name: string }[];
  values: Typed;
  problems?: Readonly<Record<string, string>> | undefined;
}

/** What is stored, as the form would send it. */
export function typedOf(wanted: Wanted): Typed {
  return {
    title: wanted.title,
    text: wanted.text,
    place: wanted.place ?? "",
    zone: wanted.zone,
    ...Object.fromEntries(
      wanted.sessions.flatMap((session, at) =>
        Object.entries(session).map(([name, value]) => [`sessions.${at}.${name}`, value]),
      ),
    ),
    talkMinutes: String(wanted.talkMinutes),
    pauseMinutes: String(wanted.pauseMinutes),
    registerUntil: wanted.registerUntil,
    wishUntil: wanted.wishUntil,
    onlyMutual: wanted.onlyMutual ? "on" : "",
    onceForOrganisations: wanted.onceForOrganisations ? "on" : "",
    mostTalks: wanted.mostTalks === null ? "" : String(wanted.mostTalks),
    roles: wanted.roles.join(", "),
    visibility: wanted.visibility,
    wall: wanted.wall,
  };
}

export function EventFormPage({ ctx, csrf, event, members, values, problems = {} }: EventFormProps) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const title = event ? say("edit.title", { title: event.title }) : say("new.title");
  const fixed = event !== null && !canLayOut(event.state);
  const field = (spec: FieldSpec & { name: string }): FieldProps => ({
    ...spec,
    locale,
    value: values[spec.name],
    problem: problems[spec.name],
  });
  return (
    <>
      <Crumbs ctx={ctx} {...(event ? { event } : {})} here={event ? say("act.edit") : say("act.new")} />
      <PageHead
        title={title}
        lede={event ? say(fixed ? "edit.lede.planned" : "edit.lede") : say("new.lede")}
      />
      <Form
        locale={locale}
        action={event ? `${eventHref(cluster, event.id)}/edit` : `${eventsHref(cluster)}/new`}
        csrf={csrf}
        problems={problems}
        fields={[
          { name: "title", label: say("field.title"), required: true, maxlength: 200 },
          { name: "text", label: say("field.text"), type: "textarea", maxlength: 8000, rows: 6 },
          { name: "place", label: say("field.place"), hint: say("field.place.hint"), maxlength: 200 },
        ]}
        values={values}
        submit={event ? undefined : say("act.prepare")}
        cancel={{ href: event ? eventHref(cluster, event.id) : eventsHref(cluster) }}
      >
        <Sessions ctx={ctx} values={values} problems={problems} />
        <Field
          {...field({
            name: "zone",
            label: say("field.zone"),
            type: "select",
            required: true,
            choices: zonesWith(values.zone).map((zone) => ({
              value: zone,
              label: zone.replaceAll("_", " "),
            })),
          })}
        />
        <Field
          {...field({
            name: "talkMinutes",
            label: say("field.talk"),
            type: "number",
            required: true,
            min: 5,
            max: 240,
          })}
        />
        <Field
          {...field({ name: "pauseMinutes", label: say("field.pause"), type: "number", min: 0, max: 120 })}
        />
        {event ? null : (
          <Field
            {...field({
              name: "tables",
              label: say("field.tables"),
              hint: say("field.tables.hint"),
              type: "number",
              required: true,
              min: 1,
              max: MOST_TABLES,
            })}
          />
        )}
        <Field
          {...field({
            name: "registerUntil",
            label: say("field.register-until"),
            type: "date",
            required: true,
          })}
        />
        <Field
          {...field({
            name: "wishUntil",
            label: say("field.wish-until"),
            hint: say("field.wish-until.hint"),
            type: "date",
            required: true,
          })}
        />
        <Field {...field({ name: "onlyMutual", label: say("field.only-mutual"), type: "checkbox" })} />
        <Field {...field({ name: "onceForOrganisations", label: say("field.once"), type: "checkbox" })} />
        <Field
          {...field({ name: "mostTalks", label: say("field.most"), type: "number", min: 1, max: 200 })}
        />
        <Field
          {...field({
            name: "roles",
            label: say("field.roles"),
            hint: say("field.roles.hint"),
            maxlength: 500,
          })}
        />
        <Field
          {...field({
            name: "visibility",
            label: say("field.visibility"),
            type: "radio",
            required: true,
            choices: [...LEVELS].reverse().map((level) => ({ value: level, label: say(`level.${level}`) })),
          })}
        />
        <WallField
          locale={locale}
          label={say("field.wall")}
          value={[values.wall ?? []].flat()}
          problem={problems.wall}
          choices={members.map(({ slug, name }) => ({ value: slug, label: displayName(name) }))}
        />
      </Form>
    </>
  );
}

const zonesWith = (zone: Typed[string] | undefined): readonly string[] =>
  typeof zone === "string" && zone && !ZONES.includes(zone) ? [zone, ...ZONES] : ZONES;

/** As many rows as are filled, and one more. */
function Sessions({
  ctx,
  values,
  problems,
}: {
  ctx: Context;
  values: Typed;
  problems: Readonly<Record<string, string>>;
}) {
  const { locale } = ctx;
  const say = sayEvents(locale);
  const filled = sessionRows(values);
  const rows = Array.from({ length: Math.min(MOST_SESSIONS, Math.max(filled.length + 1, 2)) }, (_, at) => at);
  const own = problems.sessions;
  return (
    <fieldset class="field" id="field-sessions" tabindex={-1}>
      <legend>{say("field.sessions")}</legend>
      <p class="hint">{say("field.sessions.hint")}</p>
      <div class="table-wrap">
        <table class="data small">
          <caption class="unseen">{say("field.sessions")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("field.day")}</th>
              <th scope="col">{say("field.from")}</th>
              <th scope="col">{say("field.to")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((at) => (
              <tr>
                {(["day", "from", "to"] as const).map((part) => {
                  const name = `sessions.${at}.${part}`;
                  return (
                    <td>
                      <input
                        type={part === "day" ? "date" : "time"}
                        id={fieldId(name)}
                        name={name}
                        value={filled[at]?.[part] ?? ""}
                        aria-label={say("field.session", { at: at + 1, part: say(`field.${part}`) })}
                        {...(problems[name]
                          ? { "aria-invalid": "true", "aria-describedby": `${fieldId(name)}-problem` }
                          : {})}
                      />
                      {problems[name] ? (
                        <p class="wrong" id={`${fieldId(name)}-problem`}>
                          {problems[name]}
                        </p>
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {own ? (
        <p class="wrong" id="field-sessions-problem">
          {own}
        </p>
      ) : null}
    </fieldset>
  );
}
