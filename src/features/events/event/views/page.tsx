import type { Context } from "../../../../access/context.ts";
import {
  Button,
  Empty,
  Facts,
  Figures,
  formatNumber,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../../ui/index.ts";
import { eventHref, planHref, registrationHref, scheduleHref, wishesHref } from "../../address.ts";
import { sayEvents } from "../../messages.ts";
import { ActForm, clusterNameIn, Parts, toneOf } from "../../parts.tsx";
import type { RegistrationRow, Tally } from "../../registrations/store.ts";
import { type Turn, takesWishes } from "../../rules.ts";
import type { TalkTally } from "../../schedule/store.ts";
import { sayDay, saySpan, sayUntil, sayZone } from "../../times.ts";
import { STATE_WORDS } from "../../words.ts";
import type { EventRow, SlotRow, TableRow } from "../store.ts";

export interface Mine {
  registration: RegistrationRow;
  wishes: number;
  talks: number;
}

export interface EventPageProps {
  ctx: Context;
  csrf: string;
  event: EventRow;
  turn: Turn;
  sessions: readonly { fromAt: Date; toAt: Date }[];
  slots: readonly SlotRow[];
  tables: readonly TableRow[];
  mine: readonly Mine[];
  mayRegister: boolean;
  mayKeep: boolean;
  /** The team may register whoever rings up. */
  mayRegisterMember: boolean;
  tally: Tally | null;
  talks: TalkTally | null;
  organisationName: string | null;
}

export function EventPage(props: EventPageProps) {
  const { ctx, csrf, event, turn, mine, mayRegister, mayKeep } = props;
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const base = eventHref(cluster, event.id);
  return (
    <>
      <PageHead
        kicker={
          <>
            {clusterNameIn(ctx)} · {sayDay(event.startsAt, event.zone, locale)}
          </>
        }
        title={event.title}
        lede={ledeOf(ctx, event, turn)}
        actions={
          <>
            {mayKeep ? <Button href={`${base}/edit`}>{say("act.edit")}</Button> : null}
            {mine.length > 0 && (event.state === "published" || event.state === "over") ? (
              <Button kind="main" href={scheduleHref(cluster, event.id)}>
                {say("part.schedule")}
              </Button>
            ) : mayRegister ? (
              <Button kind={mine.length === 0 ? "main" : undefined} href={`${base}/register`}>
                {say(mine.length === 0 ? "act.register" : "act.register.more")}
              </Button>
            ) : null}
          </>
        }
      />
      <Parts ctx={ctx} event={event} current="event" comes={mine.length > 0} />
      <div class="grid">
        <div class="stack c7">
          {mine.length > 0 || mayRegister ? <MineSheet {...props} /> : null}
          {mayKeep ? <TeamSheet {...props} csrf={csrf} /> : null}
          {event.text ? (
            <Sheet title={say("sheet.about")}>
              {event.text.split(/\n{2,}/).map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </Sheet>
          ) : null}
        </div>
        <FactSheet {...props} />
      </div>
    </>
  );
}

export function ledeOf({ locale }: Context, event: EventRow, { phase, until }: Turn): string {
  const say = sayEvents(locale);
  const moment = (at: Date | null) => (at ? sayUntil(at, event.zone, locale) : "");
  if (phase === "cancelled" && event.cancelledBecause)
    return say("lede.cancelled.because", { because: event.cancelledBecause });
  return say(`lede.${phase}`, { until: moment(until), wishes: moment(event.wishUntil) });
}

function MineSheet({ ctx, event, mine, mayRegister, organisationName }: EventPageProps) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const wishing = takesWishes(event, ctx.now());
  return (
    <Sheet title={say("sheet.mine")}>
      {mine.length === 0 ? (
        <Empty
          {...(mayRegister
            ? { act: { label: say("act.register"), href: `${eventHref(cluster, event.id)}/register` } }
            : {})}
        >
          {say("sheet.mine.none", { organisation: organisationName ?? "" })}
        </Empty>
      ) : (
        <ul class="lines">
          {mine.map(({ registration, wishes, talks }) => (
            <li>
              <span>
                <a href={registrationHref(cluster, event.id, registration.id)}>
                  <b>{registration.personName ?? say("somebody")}</b>
                </a>
                {registration.role ? ` · ${registration.role}` : ""}
                <small>
                  {event.state === "published" || event.state === "over"
                    ? say("mine.talks", { count: talks })
                    : say("mine.wishes", { count: wishes })}
                </small>
              </span>
              {wishing ? (
                <Button
                  kind={wishes === 0 ? "main" : undefined}
                  href={wishesHref(cluster, event.id, registration.id)}
                >
                  {say("act.wishes")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

/** Not even one talk for everybody who comes. */
const isCrowded = ({ registered }: Tally, slots: readonly unknown[], tables: readonly unknown[]) =>
  registered > 2 * slots.length * tables.length;

function TeamSheet({ ctx, csrf, event, tally, talks, slots, tables, mayRegisterMember }: EventPageProps) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const base = eventHref(cluster, event.id);
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Sheet
      title={say("sheet.team")}
      aside={<Tag tone={toneOf(event.state)}>{STATE_WORDS[event.state][locale]}</Tag>}
    >
      {tally && event.state !== "draft" ? (
        <Figures
          figures={[
            {
              value: number(tally.registered),
              label: say("figure.comers"),
              change: say("figure.comers.change", { count: tally.organisations }),
              href: `${base}/participants`,
            },
            { value: number(tally.wished), label: say("figure.wished"), href: `${base}/participants` },
            ...(talks && (event.state === "published" || event.state === "over")
              ? [
                  {
                    value: number(talks.planned + talks.held + talks.noShow),
                    label: say("figure.talks"),
                    href: planHref(cluster, event.id),
                  },
                  {
                    value: number(talks.held),
                    label: say("figure.held"),
                    href: `${planHref(cluster, event.id)}?state=held`,
                  },
                  {
                    value: number(talks.noShow),
                    label: say("figure.no-show"),
                    href: `${planHref(cluster, event.id)}?state=no-show`,
                  },
                  {
                    value: number(talks.goesOn),
                    label: say("figure.goes-on"),
                    href: planHref(cluster, event.id),
                  },
                ]
              : []),
            ...(tally.withdrawn > 0
              ? [
                  {
                    value: number(tally.withdrawn),
                    label: say("figure.withdrawn"),
                    href: `${base}/participants?state=withdrawn`,
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {tally && isCrowded(tally, slots, tables) ? (
        <Notice tone="wait">
          {say("room.crowded", { comers: tally.registered, talks: slots.length * tables.length })}
        </Notice>
      ) : null}
      <div class="row">
        {event.state === "draft" ? (
          <ActForm csrf={csrf} action={`${base}/open`} label={say("act.open")} kind="main" />
        ) : null}
        {event.state === "open" ? (
          <ActForm csrf={csrf} action={`${base}/close`} label={say("act.close")} />
        ) : null}
        {event.state === "closed" ? (
          <>
            <Button kind="main" href={planHref(cluster, event.id)}>
              {say("act.plan")}
            </Button>
            <ActForm csrf={csrf} action={`${base}/reopen`} label={say("act.reopen")} />
          </>
        ) : null}
        {mayRegisterMember ? (
          <Button href={`${base}/register?member=1`}>{say("act.register.member")}</Button>
        ) : null}
        {event.state === "draft" ? (
          <ActForm csrf={csrf} action={`${base}/drop`} label={say("act.drop")} kind="stop" />
        ) : event.state !== "over" && event.state !== "cancelled" ? (
          <Button kind="stop" href={`${base}/cancel`}>
            {say("act.cancel")}
          </Button>
        ) : null}
      </div>
    </Sheet>
  );
}

function FactSheet({ ctx, event, sessions, slots, tables }: EventPageProps) {
  const { locale } = ctx;
  const say = sayEvents(locale);
  return (
    <Sheet title={say("fact.when")} class="c5">
      <ul class="lines">
        {sessions.map(({ fromAt, toAt }) => (
          <li>
            <span>{sayDay(fromAt, event.zone, locale)}</span>
            <span class="n">{saySpan(fromAt, toAt, event.zone)}</span>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [say("fact.where"), event.place],
          [
            say("fact.talks"),
            say("fact.talks.value", {
              slots: slots.length,
              minutes: event.talkMinutes,
              tables: tables.length,
            }),
          ],
          // Nobody is turned away and nobody waits: who registers in time comes, and the plan shares out what there is.
          [say("fact.room"), say("fact.room.value", { talks: slots.length * tables.length })],
          [say("fact.mutual"), say(event.onlyMutual ? "fact.mutual.only" : "fact.mutual.any")],
          [say("fact.roles"), event.roles.join(", ")],
          [say("fact.register"), sayUntil(event.registerUntil, event.zone, locale)],
          [say("fact.wish"), sayUntil(event.wishUntil, event.zone, locale)],
          [say("fact.visibility"), say(`level.${event.visibility}`)],
        ]}
      />
      <p class="src">{say("zone.note", { zone: sayZone(event.startsAt, event.zone, locale) })}</p>
      {ctx.identity ? null : <p class="src">{say("sign-in.note")}</p>}
    </Sheet>
  );
}
