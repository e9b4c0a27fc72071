import { can } from "../../access/can.ts";
import type { Context } from "../../access/context.ts";
import { Breadcrumbs, Tabs } from "../../ui/index.ts";
import { eventHref, eventsHref, planHref, scheduleHref } from "./address.ts";
import type { EventRow } from "./event/store.ts";
import { sayEvents } from "./messages.ts";
import { toneOf } from "./tone.ts";
import { isTeam } from "./visible.ts";

export { toneOf };

export type Part = "event" | "participants" | "schedule" | "plan" | "tables" | "rules" | "schedules";

/** The pages of one event stand beside each other, as far as the asker may open them. */
export function Parts({
  ctx,
  event,
  current,
  comes,
}: {
  ctx: Context;
  event: EventRow;
  current: Part;
  comes: boolean;
}) {
  const say = sayEvents(ctx.locale);
  const cluster = ctx.cluster!;
  const base = eventHref(cluster, event.id);
  const team = isTeam(ctx.actor, event.clusterId);
  const keeps = can(ctx.actor, "event.keep", event);
  const planned = event.state === "published" || event.state === "over";
  const tabs: [Part, string, string, boolean][] = [
    ["event", say("part.event"), base, true],
    ["participants", say("part.participants"), `${base}/participants`, team || comes],
    ["schedule", say("part.schedule"), scheduleHref(cluster, event.id), comes],
    ["plan", say("act.plan"), planHref(cluster, event.id), team && event.state !== "draft"],
    ["schedules", say("part.schedules"), `${base}/schedules`, team && planned],
    ["tables", say("act.tables"), `${base}/tables`, keeps],
    ["rules", say("act.rules"), `${base}/rules`, keeps],
  ];
  const open = tabs.filter(([, , , shown]) => shown);
  return open.length < 2 ? null : (
    <Tabs
      label={say("parts")}
      tabs={open.map(([part, label, href]) => ({ label, href, current: part === current }))}
    />
  );
}

export function Crumbs({ ctx, event, here }: { ctx: Context; event?: EventRow; here: string }) {
  const cluster = ctx.cluster!;
  return (
    <Breadcrumbs
      locale={ctx.locale}
      crumbs={[
        { label: sayEvents(ctx.locale)("list.title"), href: eventsHref(cluster) },
        ...(event ? [{ label: event.title, href: eventHref(cluster, event.id) }] : []),
        { label: here },
      ]}
    />
  );
}

export const clusterNameIn = ({ locale, cluster }: Context) =>
  locale === "de" ? cluster!.nameDe : cluster!.nameEn;

/** A button that does one thing and needs nothing typed. */
export function ActForm({
  csrf,
  action,
  label,
  kind,
  fields = {},
}: {
  csrf: string;
  action: string;
  label: string;
  kind?: "main" | "stop" | "quiet";
  fields?: Readonly<Record<string, string>>;
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={kind ? `btn ${kind}` : "btn"}>
        {label}
      </button>
    </form>
  );
}
