import type { Context } from "../../../access/context.ts";
import type { Page } from "../../../kernel/page.ts";
import {
  Button,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  Facts,
  Field,
  Form,
  formatDate,
  ListFoot,
  PageHead,
  type Query,
  Sheet,
  Tabs,
  Tag,
} from "../../../ui/index.ts";
import { eventHref, registrationHref, scheduleHref, wishesHref } from "../address.ts";
import type { EventRow, SlotRow } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import { Crumbs, Parts, toneOf } from "../parts.tsx";
import { takesWishes } from "../rules.ts";
import { sayDay, saySpan } from "../times.ts";
import type { Typed } from "../typed.ts";
import { WallField } from "../wall-field.tsx";
import { REGISTRATION_STATES, REGISTRATION_WORDS, type RegistrationState } from "../words.ts";
import type { Choices } from "./actions.ts";
import type { RegistrationRow } from "./store.ts";

interface FormProps {
  ctx: Context;
  csrf: string;
  event: EventRow;
  organisation: { slug: string; name: string };
  choices: Choices;
  values: Typed;
  problems?: Readonly<Record<string, string>> | undefined;
}

/** For a member that rang up the team first says which. */
export function MemberPage({
  ctx,
  event,
  members,
}: {
  ctx: Context;
  event: EventRow;
  members: readonly { slug: string; name: string }[];
}) {
  const say = sayEvents(ctx.locale);
  const href = eventHref(ctx.cluster!, event.id);
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say("act.register.member")} />
      <PageHead title={say("register.title", { title: event.title })} lede={say("register.choose")} />
      <Form
        locale={ctx.locale}
        method="get"
        action={`${href}/register`}
        fields={[
          {
            name: "organisation",
            label: say("field.organisation"),
            type: "select",
            required: true,
            choices: members.map(({ slug, name }) => ({ value: slug, label: displayName(name) })),
          },
        ]}
        submit={say("act.go-on")}
        cancel={{ href }}
      />
    </>
  );
}

export function RegisterPage({
  registration,
  fixed = false,
  ...props
}: FormProps & { registration?: RegistrationRow | undefined; fixed?: boolean }) {
  const { ctx, csrf, event, organisation, choices, values, problems = {} } = props;
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const name = displayName(organisation.name);
  const href = eventHref(cluster, event.id);
  const own = registration ? registrationHref(cluster, event.id, registration.id) : null;
  const field = (named: string) => ({ locale, name: named, value: values[named], problem: problems[named] });
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say(registration ? "act.change" : "act.register")} />
      <PageHead
        title={
          registration
            ? say("registration.title", {
                name: registration.personName ?? say("somebody"),
                title: event.title,
              })
            : say("register.title", { title: event.title })
        }
        lede={say("register.lede", { organisation: name })}
      />
      <Form
        locale={locale}
        action={own ? `${own}/change` : `${href}/register`}
        csrf={csrf}
        problems={problems}
        hidden={registration ? {} : { organisation: organisation.slug }}
        submit={registration ? undefined : say("act.register")}
        cancel={{ href: own ?? href }}
      >
        {registration ? null : (
          <Field
            {...field("personId")}
            label={say("field.person")}
            hint={say("field.person.hint", { organisation: name })}
            type="select"
            required
            choices={choices.people.map((person) => ({ value: person.id, label: person.name }))}
          />
        )}
        {event.roles.length > 0 && !fixed ? (
          <Field
            {...field("role")}
            label={say("field.role")}
            type="select"
            required
            choices={event.roles.map((role) => ({ value: role, label: role }))}
          />
        ) : null}
        <Field
          {...field("brings")}
          label={say("field.brings")}
          hint={say("field.brings.hint")}
          type="textarea"
          maxlength={1000}
        />
        <Field {...field("seeks")} label={say("field.seeks")} type="textarea" maxlength={1000} />
        {fixed ? null : (
          <>
            <Slots {...props} />
            <Field {...field("mostTalks")} label={say("field.most-talks")} type="number" min={1} max={200} />
            <WallField
              locale={locale}
              label={say("field.keep-from")}
              hint={say("field.keep-from.hint")}
              value={[values.wall ?? []].flat()}
              problem={problems.wall}
              choices={choices.members.map(({ slug, name: label }) => ({
                value: slug,
                label: displayName(label),
              }))}
            />
          </>
        )}
      </Form>
    </>
  );
}

/** Session by session; every slot suits until somebody says it does not. */
function Slots({ ctx, event, choices, values, problems = {} }: FormProps) {
  const { locale } = ctx;
  const say = sayEvents(locale);
  const chosen = new Set([values.slots ?? []].flat());
  const sessions = Map.groupBy(choices.slots, (slot) => slot.sessionId);
  return (
    <fieldset class="field" id="field-slots" tabindex={-1}>
      <legend>{say("field.slots")}</legend>
      <p class="hint">{say("field.slots.hint")}</p>
      {[...sessions.values()].map((slots) => (
        <fieldset class="field">
          <legend>{sayDay(slots[0]!.fromAt, event.zone, locale)}</legend>
          <div class="row">
            {slots.map((slot) => (
              <label class="choice">
                <input type="checkbox" name="slots" value={slot.id} checked={chosen.has(slot.id)} />
                <span>{saySpan(slot.fromAt, slot.toAt, event.zone)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {problems.slots ? (
        <p class="wrong" id="field-slots-problem">
          {problems.slots}
        </p>
      ) : null}
    </fieldset>
  );
}

export function RegistrationPage({
  ctx,
  event,
  registration,
  away,
  wall,
  slots,
  wishes,
  mayChange,
  mayWish,
  mayLeave,
  mayMiss,
}: {
  ctx: Context;
  event: EventRow;
  registration: RegistrationRow;
  away: readonly string[];
  wall: readonly { name: string }[];
  slots: readonly SlotRow[];
  /** `null` for the team, which does not know. */
  wishes: number | null;
  mayChange: boolean;
  mayWish: boolean;
  mayLeave: boolean;
  mayMiss: boolean;
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const href = registrationHref(cluster, event.id, registration.id);
  const name = registration.personName ?? say("somebody");
  const missing = slots.filter((slot) => away.includes(slot.id));
  const own = registration.organisationId === ctx.actor.organisationId;
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={name} />
      <PageHead
        title={say("registration.title", { name, title: event.title })}
        lede={say(`registration.lede.${registration.state}`, {
          name,
          organisation: displayName(registration.organisationName),
        })}
        actions={
          <>
            {mayChange ? <Button href={`${href}/change`}>{say("act.change")}</Button> : null}
            {mayMiss ? <Button href={`${href}/absent`}>{say("act.absent")}</Button> : null}
            {mayLeave ? (
              <Button kind="stop" href={`${href}/withdraw`}>
                {say(registration.personId === ctx.actor.personId ? "act.withdraw" : "act.withdraw.other")}
              </Button>
            ) : null}
            {mayWish && takesWishes(event, ctx.now()) ? (
              <Button kind="main" href={wishesHref(cluster, event.id, registration.id)}>
                {say("act.wishes")}
              </Button>
            ) : null}
          </>
        }
      />
      <Sheet title={REGISTRATION_WORDS[registration.state][locale]}>
        <Facts
          facts={[
            [
              say("field.organisation"),
              <a href={`/clusters/${cluster.slug}/organisations/${registration.organisationSlug}`}>
                {displayName(registration.organisationName)}
              </a>,
            ],
            [say("field.role"), registration.role],
            [say("field.brings"), registration.brings],
            [say("field.seeks"), registration.seeks],
            [say("field.slots"), `${slots.length - missing.length} / ${slots.length}`],
            [say("field.most-talks"), registration.mostTalks],
            [
              say("column.wished"),
              wishes === null ? (
                say(registration.wishedAt ? "wished.yes" : "wished.no")
              ) : (
                <a href={wishesHref(cluster, event.id, registration.id)}>
                  {say("mine.wishes", { count: wishes })}
                </a>
              ),
            ],
            [say("field.keep-from"), wall.map((one) => displayName(one.name)).join(", ")],
            [say("column.since"), formatDate(registration.createdAt, locale)],
            [say("field.reason"), registration.reason],
          ]}
        />
        {own && (event.state === "published" || event.state === "over") ? (
          <p>
            <Button href={scheduleHref(cluster, event.id)}>{say("part.schedule")}</Button>
          </p>
        ) : null}
      </Sheet>
    </>
  );
}

export function LeavePage({
  ctx,
  csrf,
  event,
  registration,
  talks,
  as,
  values = {},
  problems = {},
}: {
  ctx: Context;
  csrf: string;
  event: EventRow;
  registration: RegistrationRow;
  talks: number;
  as: "withdraw" | "absent";
  values?: Readonly<Record<string, string>>;
  problems?: Readonly<Record<string, string>>;
}) {
  const say = sayEvents(ctx.locale);
  const href = registrationHref(ctx.cluster!, event.id, registration.id);
  const label =
    as === "absent"
      ? "act.absent"
      : registration.personId === ctx.actor.personId
        ? "act.withdraw"
        : "act.withdraw.other";
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say(label)} />
      <PageHead
        title={say("withdraw.title", { name: registration.personName ?? say("somebody") })}
        lede={say("withdraw.lede", { talks })}
      />
      <Form
        locale={ctx.locale}
        action={`${href}/${as}`}
        csrf={csrf}
        fields={[
          {
            name: "reason",
            label: say("field.reason"),
            hint: say("field.reason.hint"),
            type: "textarea",
            maxlength: 400,
          },
        ]}
        values={values}
        problems={problems}
        submit={say(label)}
        cancel={{ href }}
      />
    </>
  );
}

export function ParticipantsPage({
  ctx,
  event,
  list,
  state,
  path,
  query,
  team,
  comes,
}: {
  ctx: Context;
  event: EventRow;
  list: Page<RegistrationRow>;
  state: RegistrationState;
  path: string;
  query: Query;
  team: boolean;
  comes: boolean;
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const columns: Column<RegistrationRow>[] = [
    {
      key: "organisation",
      label: say("column.organisation"),
      value: (row) => displayName(row.organisationName),
      href: (row) => `/clusters/${cluster.slug}/organisations/${row.organisationSlug}`,
    },
    {
      key: "person",
      label: say("column.person"),
      value: (row) => row.personName ?? say("somebody"),
      href: (row) =>
        team || row.organisationId === ctx.actor.organisationId
          ? registrationHref(cluster, event.id, row.id)
          : undefined,
    },
    ...(event.roles.length > 0
      ? [{ key: "role", label: say("column.role"), value: (row: RegistrationRow) => row.role ?? "" }]
      : []),
    { key: "brings", label: say("column.brings"), value: (row) => row.brings },
    { key: "seeks", label: say("column.seeks"), value: (row) => row.seeks },
    ...(team
      ? [
          {
            key: "wished",
            label: say("column.wished"),
            value: (row: RegistrationRow) => (
              <Tag tone={row.wishedAt ? "good" : "wait"}>
                {say(row.wishedAt ? "wished.yes" : "wished.no")}
              </Tag>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say("part.participants")} />
      <PageHead
        title={say("participants.title", { title: event.title })}
        lede={
          state === "registered"
            ? say("participants.lede", { total: list.total })
            : say("participants.lede.state", { total: list.total, state: REGISTRATION_WORDS[state][locale] })
        }
      />
      <Parts ctx={ctx} event={event} current="participants" comes={comes} />
      {team ? (
        <Tabs
          label={say("column.state")}
          tabs={REGISTRATION_STATES.map((one) => ({
            label: REGISTRATION_WORDS[one][locale],
            href: one === "registered" ? path : `${path}?state=${one}`,
            current: one === state,
          }))}
        />
      ) : null}
      <Sheet
        title={say("part.participants")}
        aside={<Tag tone={toneOf(state)}>{REGISTRATION_WORDS[state][locale]}</Tag>}
      >
        {list.items.length === 0 ? (
          <Empty act={{ label: say("part.event"), href: eventHref(cluster, event.id) }}>
            {say("participants.lede", { total: 0 })}
          </Empty>
        ) : (
          <DataTable locale={locale} caption={say("part.participants")} rows={list.items} columns={columns} />
        )}
        <ListFoot locale={locale} path={path} query={query} list={list} />
        <p class="src">{say("participants.note")}</p>
      </Sheet>
    </>
  );
}

export const participantColumns = ({ locale }: Context, team: boolean): ExportColumn<RegistrationRow>[] => {
  const say = sayEvents(locale);
  return [
    { label: say("column.organisation"), value: (row) => displayName(row.organisationName), width: 40 },
    { label: say("column.person"), value: (row) => row.personName, width: 30 },
    { label: say("column.role"), value: (row) => row.role },
    { label: say("column.brings"), value: (row) => row.brings, width: 50 },
    { label: say("column.seeks"), value: (row) => row.seeks, width: 50 },
    ...(team
      ? [
          {
            label: say("column.state"),
            value: (row: RegistrationRow) => REGISTRATION_WORDS[row.state][locale],
          },
          {
            label: say("column.wished"),
            value: (row: RegistrationRow) => say(row.wishedAt ? "wished.yes" : "wished.no"),
          },
          { label: say("column.since"), value: (row: RegistrationRow) => row.createdAt },
        ]
      : []),
  ];
};
