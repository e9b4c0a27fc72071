import type { Context } from "../../../../access/context.ts";
import type { Page } from "../../../../kernel/page.ts";
import {
  Button,
  type Column,
  DataTable,
  Empty,
  type ExportColumn,
  formatNumber,
  ListFoot,
  PageHead,
  type Query,
  Sheet,
  Tabs,
  Tag,
} from "../../../../ui/index.ts";
import { eventHref, eventsHref } from "../../address.ts";
import { sayEvents } from "../../messages.ts";
import { clusterNameIn, toneOf } from "../../parts.tsx";
import { sayMoment } from "../../times.ts";
import { STATE_WORDS } from "../../words.ts";
import { LIST_WHEN } from "../schema.ts";
import type { ListedEvent } from "../store.ts";

export function ListPage({
  ctx,
  list,
  when,
  path,
  query,
  mayAdd,
}: {
  ctx: Context;
  list: Page<ListedEvent>;
  when: (typeof LIST_WHEN)[number];
  path: string;
  query: Query;
  mayAdd: boolean;
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayEvents(locale);
  const add = `${eventsHref(cluster)}/new`;
  const inside = ctx.actor.office !== null || ctx.actor.membership !== null;
  const columns: Column<ListedEvent>[] = [
    {
      key: "title",
      label: say("column.event"),
      value: (event) => event.title,
      href: (event) => eventHref(cluster, event.id),
    },
    { key: "day", label: say("column.day"), value: (event) => sayMoment(event.startsAt, event.zone, locale) },
    { key: "place", label: say("column.place"), value: (event) => event.place ?? "" },
    {
      key: "state",
      label: say("column.state"),
      value: (event) => <Tag tone={toneOf(event.state)}>{STATE_WORDS[event.state][locale]}</Tag>,
    },
    ...(inside
      ? [
          {
            key: "mine",
            label: ctx.actor.office ? say("column.comers") : say("column.mine"),
            value: (event: ListedEvent) =>
              ctx.actor.office ? (
                formatNumber(event.registrations, locale)
              ) : event.registered ? (
                <Tag tone="good">{say("registered")}</Tag>
              ) : (
                ""
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        kicker={clusterNameIn(ctx)}
        title={say("list.title")}
        lede={say(when === "coming" ? "list.lede" : `list.lede.${when}`, { total: list.total })}
        actions={
          mayAdd ? (
            <Button kind="main" href={add}>
              {say("act.new")}
            </Button>
          ) : undefined
        }
      />
      <Tabs
        label={say("list.parts")}
        tabs={LIST_WHEN.map((one) => ({
          label: say(`when.${one}`),
          href: one === "coming" ? path : `${path}?when=${one}`,
          current: one === when,
        }))}
      />
      <Sheet title={say(`when.${when}`)}>
        {list.items.length === 0 ? (
          <Empty {...(mayAdd ? { act: { label: say("act.new"), href: add } } : {})}>{say("list.none")}</Empty>
        ) : (
          <DataTable locale={locale} caption={say("list.title")} rows={list.items} columns={columns} />
        )}
        <ListFoot locale={locale} path={path} query={query} list={list} />
      </Sheet>
    </>
  );
}

export const eventColumns = (locale: Context["locale"]): ExportColumn<ListedEvent>[] => {
  const say = sayEvents(locale);
  return [
    { label: say("column.event"), value: (event) => event.title, width: 40 },
    { label: say("column.day"), value: (event) => event.startsAt },
    { label: say("column.ends"), value: (event) => event.endsAt },
    { label: say("column.place"), value: (event) => event.place, width: 30 },
    { label: say("column.state"), value: (event) => STATE_WORDS[event.state][locale] },
    { label: say("column.comers"), value: (event) => event.registrations },
    { label: say("column.mine"), value: (event) => (event.registered ? say("registered") : "") },
  ];
};
