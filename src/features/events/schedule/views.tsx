import type { Context } from "../../../access/context.ts";
import {
  Button,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Facts,
  Form,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { eventHref, meetingHref, scheduleHref } from "../address.ts";
import type { EventRow } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import { ActForm, Crumbs, Parts, toneOf } from "../parts.tsx";
import { partyName } from "../planning/views.tsx";
import { canAnswer } from "../rules.ts";
import { sayDay, sayMoment, saySpan, sayZone } from "../times.ts";
import { MEETING_WORDS, type MeetingAnswer, RESULT_WORDS, RESULTS } from "../words.ts";
import type { FoundMeeting } from "./actions.ts";
import type { MeetingRow, OwnAnswer, Party } from "./store.ts";

const otherOf = (meeting: MeetingRow, organisationId: string | null): Party =>
  meeting.parties.find((party) => party.organisationId !== organisationId) ?? meeting.parties[1];
const ownOf = (meeting: MeetingRow, organisationId: string | null): Party =>
  meeting.parties.find((party) => party.organisationId === organisationId) ?? meeting.parties[0];

const Place = ({ meeting }: { meeting: MeetingRow }) =>
  meeting.tableLink ? (
    <a href={meeting.tableLink} rel="nofollow noopener">
      {meeting.tableName}
    </a>
  ) : (
    <span>{meeting.tableName}</span>
  );

export function SchedulePage({
  ctx,
  event,
  meetings,
  answers,
  comers,
}: {
  ctx: Context;
  event: EventRow;
  meetings: readonly MeetingRow[];
  answers: ReadonlyMap<string, MeetingAnswer>;
  /** One's own who come, by the id of their registration. */
  comers: ReadonlyMap<string, string>;
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const planned = event.state === "published" || event.state === "over";
  const own = (meeting: MeetingRow) => ownOf(meeting, ctx.actor.organisationId);
  const href = scheduleHref(cluster, event.id);
  const groups = Map.groupBy(meetings, (meeting) => own(meeting).registrationId);
  const standing = meetings.filter((meeting) => meeting.state !== "cancelled").length;
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say("part.schedule")} />
      <PageHead
        title={say("schedule.title", { title: event.title })}
        lede={
          planned
            ? say("schedule.lede", {
                count: standing,
                day: sayDay(event.startsAt, event.zone, locale),
                zone: sayZone(event.startsAt, event.zone, locale),
              })
            : say("schedule.lede.waiting")
        }
        actions={standing > 0 ? <Button href={`${href}.ics`}>{say("schedule.calendar")}</Button> : undefined}
      />
      <Parts ctx={ctx} event={event} current="schedule" comes />
      <div class="stack">
        {meetings.length === 0 ? (
          <Empty act={{ label: say("part.event"), href: eventHref(cluster, event.id) }}>
            {say(planned ? "schedule.none" : "schedule.lede.waiting")}
          </Empty>
        ) : null}
        {[...groups].map(([registrationId, talks]) => (
          <Sheet title={comers.get(registrationId) ?? say("part.schedule")}>
            <DataTable
              locale={locale}
              caption={say("part.schedule")}
              rows={talks}
              columns={talkColumns(ctx, event, answers)}
            />
          </Sheet>
        ))}
        {standing > 0 ? (
          <div>
            <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
            <p class="src">{say("schedule.print")}</p>
          </div>
        ) : null}
      </div>
    </>
  );
}

function talkColumns(
  ctx: Context,
  event: EventRow,
  answers: ReadonlyMap<string, MeetingAnswer>,
): Column<MeetingRow>[] {
  const { locale } = ctx;
  const say = sayEvents(locale);
  return [
    {
      key: "time",
      label: say("column.time"),
      value: (meeting) =>
        `${sayDay(meeting.fromAt, event.zone, locale)}, ${saySpan(meeting.fromAt, meeting.toAt, event.zone)}`,
    },
    {
      key: "with",
      label: say("column.with"),
      value: (meeting) => partyName(otherOf(meeting, ctx.actor.organisationId)),
      href: (meeting) => meetingHref(ctx.cluster!, event.id, meeting.id),
    },
    {
      key: "at",
      label: say("column.at"),
      value: (meeting) => (meeting.state === "cancelled" ? "" : <Place meeting={meeting} />),
    },
    {
      key: "result",
      label: say("column.result"),
      value: (meeting) => {
        const answer = answers.get(meeting.id);
        if (meeting.goesOn) return <Tag tone="good">{say("goes-on")}</Tag>;
        if (meeting.state === "cancelled") return <Tag tone="stop">{say("schedule.off")}</Tag>;
        if (answer) return RESULT_WORDS[answer][locale];
        const ready = canAnswer(meeting.state, meeting.fromAt, ctx.now());
        return (
          <a href={meetingHref(ctx.cluster!, event.id, meeting.id)}>{say(ready ? "act.say" : "act.look")}</a>
        );
      },
    },
  ];
}

export const talkExport = (
  ctx: Context,
  answers: ReadonlyMap<string, MeetingAnswer>,
): ExportColumn<MeetingRow>[] => {
  const say = sayEvents(ctx.locale);
  return [
    { label: say("column.day"), value: (meeting) => meeting.fromAt },
    { label: say("column.ends"), value: (meeting) => meeting.toAt },
    { label: say("column.person"), value: (meeting) => ownOf(meeting, ctx.actor.organisationId).personName },
    {
      label: say("column.with"),
      value: (meeting) => partyName(otherOf(meeting, ctx.actor.organisationId)),
      width: 40,
    },
    { label: say("column.at"), value: (meeting) => meeting.tableName },
    { label: say("column.state"), value: (meeting) => MEETING_WORDS[meeting.state][ctx.locale] },
    {
      label: say("column.result"),
      value: (meeting) => {
        const answer = answers.get(meeting.id);
        return answer ? RESULT_WORDS[answer][ctx.locale] : "";
      },
    },
  ];
};

/** Every schedule for the desk at the door, to print. */
export function SchedulesPage({
  ctx,
  event,
  meetings,
  comes,
}: {
  ctx: Context;
  event: EventRow;
  meetings: readonly MeetingRow[];
  comes: boolean;
}) {
  const { locale } = ctx;
  const say = sayEvents(locale);
  const of = new Map<string, { party: Party; talks: { meeting: MeetingRow; other: Party }[] }>();
  for (const meeting of meetings)
    for (const party of meeting.parties) {
      const known = of.get(party.registrationId) ?? { party, talks: [] };
      known.talks.push({ meeting, other: meeting.parties.find((one) => one !== party)! });
      of.set(party.registrationId, known);
    }
  const schedules = [...of.values()].sort((a, b) =>
    partyName(a.party).localeCompare(partyName(b.party), locale),
  );
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say("part.schedules")} />
      <PageHead
        title={say("schedules.title", { title: event.title })}
        lede={say("schedules.lede", { count: schedules.length })}
      />
      <Parts ctx={ctx} event={event} current="schedules" comes={comes} />
      <div class="stack">
        {schedules.map(({ party, talks }) => (
          <Sheet title={partyName(party)}>
            <DataTable
              locale={locale}
              caption={partyName(party)}
              rows={talks}
              columns={[
                {
                  key: "time",
                  label: say("column.time"),
                  value: ({ meeting }) =>
                    `${sayDay(meeting.fromAt, event.zone, locale)}, ${saySpan(meeting.fromAt, meeting.toAt, event.zone)}`,
                },
                { key: "with", label: say("column.with"), value: ({ other }) => partyName(other) },
                { key: "at", label: say("column.at"), value: ({ meeting }) => meeting.tableName },
              ]}
            />
          </Sheet>
        ))}
      </div>
    </>
  );
}

export interface MeetingPageProps {
  ctx: Context;
  csrf: string;
  found: FoundMeeting;
  answers: readonly OwnAnswer[];
  note: string;
  mayAnswer: boolean;
  mayKeep: boolean;
  introductionHref: string | null;
  problems?: Readonly<Record<string, string>>;
  typedNote?: string | undefined;
}

export function MeetingPage(props: MeetingPageProps) {
  const { ctx, csrf, found, answers, note, mayAnswer, mayKeep, introductionHref, problems = {} } = props;
  const { event, meeting, own, other } = found;
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const href = meetingHref(cluster, event.id, meeting.id);
  const open = canAnswer(meeting.state, meeting.fromAt, ctx.now());
  const [one, two] = meeting.parties;
  return (
    <>
      <Crumbs
        ctx={ctx}
        event={event}
        here={
          other
            ? partyName(other)
            : `${displayName(one.organisationName)} – ${displayName(two.organisationName)}`
        }
      />
      <PageHead
        kicker={event.title}
        title={
          other
            ? say("meeting.title", { name: partyName(other) })
            : say("meeting.title.team", {
                one: displayName(one.organisationName),
                other: displayName(two.organisationName),
              })
        }
        lede={meetingLede(ctx, found)}
        {...(other
          ? { actions: <Button href={scheduleHref(cluster, event.id)}>{say("part.schedule")}</Button> }
          : {})}
      />
      {meeting.goesOn ? (
        <Notice tone="good">
          <p>
            {say("meeting.goes-on")}{" "}
            {introductionHref ? <a href={introductionHref}>{say("meeting.introduction")}</a> : null}
          </p>
        </Notice>
      ) : null}
      <div class="grid">
        <div class="stack c7">
          {own && mayAnswer ? (
            <Sheet title={say("meeting.answer")}>
              {open ? (
                <Form
                  locale={locale}
                  action={`${href}/answer`}
                  csrf={csrf}
                  problems={problems}
                  fields={[
                    {
                      name: "result",
                      label: say("field.result"),
                      hint: say("field.result.hint"),
                      type: "radio",
                      required: true,
                      choices: RESULTS.map((result) => ({
                        value: result,
                        label: RESULT_WORDS[result][locale],
                      })),
                    },
                  ]}
                  values={{
                    result: answers.find((said) => said.registrationId === own.registrationId)?.result,
                  }}
                />
              ) : (
                <p class="hint">{say("meeting.not-yet")}</p>
              )}
            </Sheet>
          ) : null}
          {own && mayAnswer ? (
            <Sheet title={say("meeting.note")}>
              <Form
                locale={locale}
                action={`${href}/note`}
                csrf={csrf}
                problems={problems.note ? { note: problems.note } : {}}
                fields={[
                  {
                    name: "note",
                    label: say("field.note"),
                    hint: say("field.note.hint"),
                    type: "textarea",
                    maxlength: 4000,
                  },
                ]}
                values={{ note: props.typedNote ?? note }}
              />
            </Sheet>
          ) : null}
          {mayKeep && open ? <AttendanceSheet ctx={ctx} csrf={csrf} meeting={meeting} href={href} /> : null}
          {mayKeep && !own ? (
            <Sheet title={say("answers.title")}>
              {answers.length === 0 ? (
                <Empty>{say("answers.none")}</Empty>
              ) : (
                <ul class="lines">
                  {answers.map((answer) => (
                    <li>
                      <span>
                        {displayName(
                          meeting.parties.find((party) => party.registrationId === answer.registrationId)
                            ?.organisationName ?? "",
                        )}
                      </span>
                      <span>{RESULT_WORDS[answer.result][locale]}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Sheet>
          ) : null}
        </div>
        <div class="stack c5">
          {(other ? [other] : meeting.parties).map((party) => (
            <PartySheet ctx={ctx} party={party} />
          ))}
        </div>
      </div>
    </>
  );
}

function meetingLede({ locale }: Context, { event, meeting }: FoundMeeting): string {
  const say = sayEvents(locale);
  const values = {
    when: `${sayMoment(meeting.fromAt, event.zone, locale)} (${sayZone(meeting.fromAt, event.zone, locale)})`,
    place: meeting.tableName,
    because: meeting.because ?? say("because.none"),
  };
  return say(`meeting.lede.${meeting.state}`, values);
}

function PartySheet({ ctx, party }: { ctx: Context; party: Party }) {
  const say = sayEvents(ctx.locale);
  const name = displayName(party.organisationName);
  return (
    <Sheet
      title={name}
      link={{
        label: say("column.organisation"),
        href: `/clusters/${ctx.cluster!.slug}/organisations/${party.organisationSlug}`,
      }}
    >
      {party.brings || party.seeks ? null : <p class="hint">{say("meeting.they.nothing")}</p>}
      <Facts
        facts={[
          [say("column.person"), party.personName],
          [say("column.role"), party.role],
          [say("column.brings"), party.brings],
          [say("column.seeks"), party.seeks],
        ]}
      />
    </Sheet>
  );
}

/** What the team saw in the hall. */
function AttendanceSheet({
  ctx,
  csrf,
  meeting,
  href,
}: {
  ctx: Context;
  csrf: string;
  meeting: MeetingRow;
  href: string;
}) {
  const { locale } = ctx;
  const say = sayEvents(locale);
  const [one, two] = meeting.parties;
  const act = (label: string, missing: readonly Party[]) => (
    <ActForm
      csrf={csrf}
      action={`${href}/attendance`}
      label={label}
      fields={Object.fromEntries(missing.map((party, at) => [`missing.${at}`, party.registrationId]))}
    />
  );
  return (
    <Sheet
      title={say("attendance.title")}
      aside={<Tag tone={toneOf(meeting.state)}>{MEETING_WORDS[meeting.state][locale]}</Tag>}
    >
      <p class="hint">{say("attendance.lede")}</p>
      <div class="row">
        {act(say("attendance.both"), [])}
        {act(say("attendance.missing", { name: displayName(one.organisationName) }), [one])}
        {act(say("attendance.missing", { name: displayName(two.organisationName) }), [two])}
        {act(say("attendance.none"), [one, two])}
      </div>
    </Sheet>
  );
}
