import type { Context } from "../../../access/context.ts";
import {
  address,
  Button,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Figures,
  formatAge,
  formatNumber,
  formatPercent,
  Notice,
  PageHead,
  Sheet,
  Tabs,
  Tag,
} from "../../../ui/index.ts";
import { eventHref, meetingHref, planHref } from "../address.ts";
import type { EventRow } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import { ActForm, Crumbs, Parts, toneOf } from "../parts.tsx";
import { canPlan } from "../rules.ts";
import type { MeetingRow, Party } from "../schedule/store.ts";
import { sayDay, saySpan, sayUntil } from "../times.ts";
import { MEETING_WORDS } from "../words.ts";
import type { PlanRow } from "./actions.ts";
import type { MeetingQuality } from "./library.ts";

export interface PlanPageProps {
  ctx: Context;
  csrf: string;
  event: EventRow;
  comes: boolean;
  /** The newest one that is not replaced. */
  plan: PlanRow | null;
  stale: boolean;
  /** What would be published; where there is no draft, what stands. */
  meetings: readonly MeetingRow[];
  standing: readonly MeetingRow[];
  mayKeep: boolean;
  refused?: string | undefined;
  /** Only talks of this state. */
  state?: MeetingRow["state"] | undefined;
  /** The slot looked at, where there are too many talks for one page. */
  slot?: string | undefined;
}

/** So many talks stand on one page; more are shown slot by slot. */
const MOST_AT_ONCE = 60;

export function PlanPage(props: PlanPageProps) {
  const { ctx, csrf, event, comes, plan, stale, meetings, mayKeep, refused } = props;
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const base = planHref(cluster, event.id);
  const live = mayKeep && canPlan(event, ctx.now());
  const making = plan?.state === "waiting" || plan?.state === "running";
  const draft = plan?.state === "done";
  const published = event.state === "published";
  return (
    <>
      <Crumbs ctx={ctx} event={event} here={say("act.plan")} />
      <PageHead
        title={say("plan.title", { title: event.title })}
        lede={ledeOf(props)}
        actions={
          live && making ? (
            <Button href={base}>{say("act.look-again")}</Button>
          ) : live ? (
            <>
              {published ? (
                <ActForm
                  csrf={csrf}
                  action={base}
                  label={say("act.plan-anew.published")}
                  fields={{ mode: "anew" }}
                  kind="quiet"
                />
              ) : null}
              <ActForm
                csrf={csrf}
                action={base}
                label={say(published ? "act.plan-around" : draft ? "act.plan-again" : "act.plan-anew")}
                fields={{ mode: published ? "around" : "anew" }}
                {...(draft ? {} : { kind: "main" as const })}
              />
              {draft ? (
                <ActForm
                  csrf={csrf}
                  action={`${base}/${plan.id}/publish`}
                  label={say(published ? "act.publish.changes" : "act.publish")}
                  kind="main"
                />
              ) : null}
            </>
          ) : undefined
        }
      />
      <Parts ctx={ctx} event={event} current="plan" comes={comes} />
      {refused ? <Notice tone="stop">{refused}</Notice> : null}
      {plan?.state === "failed" ? (
        <Notice tone="stop">{say("plan.failed", { problem: plan.problem ?? "" })}</Notice>
      ) : null}
      {draft && stale ? <Notice tone="wait">{say("plan.stale")}</Notice> : null}
      {making ? (
        <p>
          <progress value={plan.progress} max={1}>
            {formatPercent(plan.progress, locale)}
          </progress>
        </p>
      ) : null}
      {draft && published ? <Notice tone="wait">{say("plan.changes", changesOf(props))}</Notice> : null}
      <div class="stack">
        {plan?.quality && (draft || plan.state === "published") ? <Quality ctx={ctx} plan={plan} /> : null}
        <Sheet
          title={say("grid.title")}
          aside={draft ? <Tag tone="wait">{say("grid.draft")}</Tag> : undefined}
        >
          {meetings.length === 0 ? (
            <Empty
              act={{ label: say("part.participants"), href: `${eventHref(cluster, event.id)}/participants` }}
            >
              {say(draft ? "grid.none.rules" : "grid.none")}
            </Empty>
          ) : (
            <>
              <Grid {...props} />
              <ExportLinks locale={locale} csv={`${base}?format=csv`} xlsx={`${base}?format=xlsx`} />
            </>
          )}
        </Sheet>
      </div>
    </>
  );
}

/** All talks, or those of one slot with the way to the others. */
function Grid(props: PlanPageProps) {
  const { ctx, event, meetings, state, slot } = props;
  const { locale } = ctx;
  const say = sayEvents(locale);
  const table = (rows: readonly MeetingRow[]) => (
    <DataTable locale={locale} caption={say("grid.title")} rows={rows} columns={columnsOf(props)} />
  );
  if (meetings.length <= MOST_AT_ONCE) return table(meetings);
  const slots = [...Map.groupBy(meetings, ({ slotId }) => slotId).values()].sort(
    ([a], [b]) => a!.fromAt.getTime() - b!.fromAt.getTime(),
  );
  const shown = slots.find(([first]) => first!.slotId === slot) ?? slots[0]!;
  const days = new Set(meetings.map(({ fromAt }) => sayDay(fromAt, event.zone, locale)));
  const base = planHref(ctx.cluster!, event.id);
  return (
    <>
      <Tabs
        label={say("grid.slots")}
        tabs={slots.map((talks) => {
          const { slotId, fromAt, toAt } = talks[0]!;
          const span = saySpan(fromAt, toAt, event.zone);
          return {
            label: days.size > 1 ? `${sayDay(fromAt, event.zone, locale)}, ${span}` : span,
            href: address(base, {}, { ...(state ? { state } : {}), slot: slotId }),
            count: talks.length,
            current: talks === shown,
          };
        })}
      />
      {table(shown)}
    </>
  );
}

function ledeOf({ ctx, event, plan, standing }: PlanPageProps): string {
  const say = sayEvents(ctx.locale);
  if (event.state === "open")
    return say("plan.lede.open", { until: sayUntil(event.wishUntil, event.zone, ctx.locale) });
  if (plan?.state === "waiting" || plan?.state === "running")
    return say("plan.lede.running", { share: formatPercent(plan.progress, ctx.locale) });
  if (plan?.state === "done") return say("plan.lede.done", { talks: plan.quality?.talks ?? 0 });
  const many = (state: MeetingRow["state"]) => standing.filter((meeting) => meeting.state === state).length;
  if (event.state === "over") return say("plan.lede.over", { held: many("held"), missed: many("no-show") });
  if (event.state === "published")
    return say("plan.lede.published", { talks: many("planned") + many("held") + many("no-show") });
  return say("plan.lede.none");
}

const pairOf = ({ parties }: MeetingRow) =>
  parties
    .map(({ registrationId }) => registrationId)
    .sort()
    .join(" ");
const agreed = (meetings: readonly MeetingRow[]) =>
  new Map(
    meetings
      .filter(({ state }) => state !== "cancelled" && state !== "draft")
      .map((meeting) => [pairOf(meeting), meeting]),
  );

/** What publishing would change for those who have their schedule already. */
function changesOf({ meetings, standing }: PlanPageProps) {
  const before = agreed(standing);
  const moves = meetings.filter((meeting) => {
    const old = before.get(pairOf(meeting));
    return old !== undefined && (old.slotId !== meeting.slotId || old.tableId !== meeting.tableId);
  });
  const now = new Set(meetings.map(pairOf));
  return {
    added: meetings.filter((meeting) => !before.has(pairOf(meeting))).length,
    moved: moves.length,
    cancelled: [...before].filter(([pair, meeting]) => meeting.state === "planned" && !now.has(pair)).length,
  };
}

export const partyName = (party: Party): string =>
  party.personName
    ? `${party.personName}, ${displayName(party.organisationName)}`
    : displayName(party.organisationName);

function columnsOf({ ctx, event, plan, standing }: PlanPageProps): Column<MeetingRow>[] {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const before = agreed(standing);
  const isChange = plan?.state === "done" && event.state === "published";
  const who = (at: 0 | 1) => (meeting: MeetingRow) => (
    <a href={`/clusters/${cluster.slug}/organisations/${meeting.parties[at].organisationSlug}`}>
      {partyName(meeting.parties[at])}
    </a>
  );
  return [
    {
      key: "slot",
      label: say("column.slot"),
      value: (meeting) =>
        `${sayDay(meeting.fromAt, event.zone, locale)}, ${saySpan(meeting.fromAt, meeting.toAt, event.zone)}`,
      href: (meeting) => meetingHref(cluster, event.id, meeting.id),
    },
    { key: "table", label: say("column.table"), value: (meeting) => meeting.tableName },
    { key: "one", label: say("column.one"), value: who(0) },
    { key: "other", label: say("column.other"), value: who(1) },
    isChange
      ? {
          key: "change",
          label: say("column.change"),
          value: (meeting) => {
            const old = before.get(pairOf(meeting));
            if (!old) return <Tag tone="good">{say("change.new")}</Tag>;
            return old.slotId !== meeting.slotId || old.tableId !== meeting.tableId ? (
              <Tag tone="wait">{say("change.moved")}</Tag>
            ) : (
              ""
            );
          },
        }
      : {
          key: "state",
          label: say("column.meeting-state"),
          value: (meeting) => (
            <>
              <Tag tone={toneOf(meeting.state)}>{MEETING_WORDS[meeting.state][locale]}</Tag>
              {meeting.goesOn ? <Tag tone="good">{say("goes-on")}</Tag> : null}
            </>
          ),
        },
  ];
}

export const meetingColumns = ({ locale }: Context): ExportColumn<MeetingRow>[] => {
  const say = sayEvents(locale);
  const name = (at: 0 | 1) => (meeting: MeetingRow) => partyName(meeting.parties[at]);
  return [
    { label: say("column.day"), value: (meeting) => meeting.fromAt },
    { label: say("column.ends"), value: (meeting) => meeting.toAt },
    { label: say("column.table"), value: (meeting) => meeting.tableName },
    { label: say("column.one"), value: name(0), width: 40 },
    { label: say("column.other"), value: name(1), width: 40 },
    { label: say("column.meeting-state"), value: (meeting) => MEETING_WORDS[meeting.state][locale] },
    { label: say("goes-on"), value: (meeting) => meeting.goesOn },
  ];
};

function Quality({ ctx, plan }: { ctx: Context; plan: PlanRow }) {
  const { locale } = ctx;
  const say = sayEvents(locale);
  const quality = plan.quality!;
  const first = plan.firstCome;
  const share = (met: number, of: number) => (of === 0 ? "–" : formatPercent(met / of, locale));
  const beside = (value: (one: MeetingQuality) => string) =>
    first ? { change: say("figure.first-come", { value: value(first) }) } : {};
  const number = (value: number, digits = 0) => formatNumber(value, locale, digits);
  return (
    <Sheet title={say("plan.quality")}>
      <Figures
        figures={[
          {
            value: number(quality.talks),
            label: say("figure.plan-talks"),
            ...beside(({ talks }) => number(talks)),
          },
          {
            value: share(quality.wishesMet, quality.wishes),
            label: say("figure.wishes-met"),
            ...beside((one) => share(one.wishesMet, one.wishes)),
          },
          {
            value: share(quality.mutualMet, quality.mutual),
            label: say("figure.mutual-met"),
            ...beside((one) => share(one.mutualMet, one.mutual)),
          },
          {
            value: number(quality.leastTalks),
            label: say("figure.least"),
            ...beside((one) => number(one.leastTalks)),
          },
          { value: number(quality.gaps), label: say("figure.gaps"), ...beside((one) => number(one.gaps)) },
          {
            value: number(quality.gini, 2),
            label: say("figure.gini"),
            ...beside((one) => number(one.gini, 2)),
          },
        ]}
      />
      <p class="src">
        {say("plan.source", { age: formatAge(plan.doneAt ?? plan.askedAt, ctx.now(), locale) })}
      </p>
    </Sheet>
  );
}
