import type { Page } from "../../../kernel/page.ts";
import {
  type Column,
  DataTable,
  displayName,
  Empty,
  formatCountry,
  formatNumber,
  formatPercent,
  ListFoot,
  Tag,
} from "../../../ui/index.ts";
import { isFiltered } from "../filters.ts";
import { kindWord, natureWord, originWord, roleWord, typeWord } from "../messages.ts";
import type { NetworkActor, NetworkLink } from "../see-network.ts";
import { longLabel } from "./palette.ts";
import { Records, yearsOf } from "./selected.tsx";
import type { Stage } from "./stage.ts";

/** Every actor of the picture as a row. */
export function ActorTable({ stage, list }: { stage: Stage; list: Page<NetworkActor> }) {
  const { say, to, ctx, asked } = stage;
  const { locale } = ctx;
  const columns: Column<NetworkActor>[] = [
    {
      key: "name",
      label: say("column.name"),
      value: (actor) => displayName(actor.name),
      href: (actor) => to.organisation(actor.slug),
      sortable: true,
    },
    { key: "kind", label: say("column.kind"), value: (actor) => kindWord(say, actor.kind) },
    { key: "place", label: say("column.place"), value: (actor) => placeOf(actor, locale) },
    { key: "role", label: say("column.role"), value: (actor) => roleWord(say, actor.role) },
    {
      key: "degree",
      label: say("column.degree"),
      value: (actor) => formatNumber(actor.degree, locale),
      href: (actor) =>
        actor.degree > 0 ? to.page({ view: "links", actor: actor.slug, sort: null, only: null }) : undefined,
      align: "end",
      sortable: true,
    },
    {
      key: "share",
      label: say("column.share"),
      value: (actor) => (actor.share === null ? "–" : formatPercent(actor.share, locale, 1)),
      align: "end",
      sortable: true,
    },
    {
      key: "community",
      label: say("column.community"),
      value: (actor) => (actor.community === null ? "–" : actor.community + 1),
      align: "end",
      sortable: true,
    },
    {
      key: "part",
      label: say("column.part"),
      value: (actor) => actor.part + 1,
      align: "end",
      sortable: true,
      wideOnly: true,
    },
  ];
  if (list.total === 0)
    return <Empty act={{ label: say("filter.clear"), href: to.path }}>{say("actors.empty")}</Empty>;
  return (
    <>
      {asked.only === "isolated" ? (
        <p>
          <Tag href={to.page({ only: null })}>{say("isolated.only")} ×</Tag>
        </p>
      ) : null}
      <DataTable
        locale={locale}
        caption={say("actors.caption", { count: formatNumber(list.total, locale) })}
        columns={columns}
        rows={list.items}
        path={to.path}
        query={to.query}
        sort="-degree"
      />
      <ListFoot locale={locale} path={to.path} query={to.query} list={list} />
    </>
  );
}

/** Every link of the picture as a row, with the records it follows from. */
export function LinkTable({ stage, list }: { stage: Stage; list: Page<NetworkLink> }) {
  const { say, to, ctx, asked, network } = stage;
  const { locale } = ctx;
  const name = (i: number) => displayName(network.actors[i]!.name);
  const columns: Column<NetworkLink>[] = [
    {
      key: "from",
      label: say("column.from"),
      value: (link) => name(link.from),
      href: (link) => to.organisation(network.actors[link.from]!.slug),
      sortable: true,
    },
    {
      key: "nature",
      label: say("column.nature"),
      value: (link) => natureWord(say, link.nature),
      href: (link) => to.link(link.id),
    },
    {
      key: "to",
      label: say("column.to"),
      value: (link) => name(link.to),
      href: (link) => to.organisation(network.actors[link.to]!.slug),
      sortable: true,
    },
    { key: "type", label: say("column.type"), value: (link) => typeWord(say, link.type) },
    {
      key: "records",
      label: say("column.origin"),
      value: (link) =>
        link.evidence.length ? <Records stage={stage} link={link} most={3} /> : originWord(say, link.origin),
    },
    {
      key: "since",
      label: say("column.years"),
      value: (link) => yearsOf(say, link),
      sortable: true,
      align: "end",
    },
    {
      key: "strength",
      label: say("column.strength"),
      value: (link) => formatNumber(link.strength, locale, 2),
      align: "end",
      sortable: true,
    },
  ];
  if (list.total === 0) {
    const filtered = isFiltered(asked) || asked.actor !== undefined;
    return filtered ? (
      <Empty act={{ label: say("filter.clear"), href: `${to.path}?view=links` }}>{say("links.empty")}</Empty>
    ) : (
      <Empty>{say("links.none")}</Empty>
    );
  }
  const only =
    asked.actor === undefined ? undefined : network.actors.find((actor) => actor.slug === asked.actor);
  return (
    <>
      {only ? (
        <p>
          <Tag href={to.page({ actor: null })}>{say("links.of", { name: longLabel(only) })} ×</Tag>
        </p>
      ) : null}
      <DataTable
        locale={locale}
        caption={say("links.caption", { count: formatNumber(list.total, locale) })}
        columns={columns}
        rows={list.items}
        path={to.path}
        query={to.query}
        sort="-strength"
      />
      <ListFoot locale={locale} path={to.path} query={to.query} list={list} />
    </>
  );
}

const placeOf = (actor: NetworkActor, locale: "en" | "de") =>
  [
    actor.city ? displayName(actor.city) : "",
    actor.country && actor.country !== "DE" ? formatCountry(actor.country, locale) : "",
  ]
    .filter(Boolean)
    .join(", ");
