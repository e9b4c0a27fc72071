import type { Child } from "hono/jsx";
import type { NavEntry } from "../../access/feature.ts";
import type { Identity } from "../../access/identity.ts";
import type { Frame } from "../../access/route.ts";
import { myUnread } from "../../features/notices/feature.ts";
import type { Locale } from "../../kernel/locale.ts";
import { speaker } from "../../kernel/messages.ts";
import { displayName, type NavSection, PublicShell, queryOf, Shell, type Theme } from "../../ui/index.ts";
import { houseMessages } from "./messages.ts";
import type { Visit } from "./respond.tsx";

const sayHouse = speaker(houseMessages);
const SECTIONS = ["own", "cluster", "team", "traffic", "observatory", "installation"] as const;

interface Props {
  visit: Visit;
  frame: Frame;
  nonce: string;
  children: Child;
  /** Without scripts and without anything that differs from one address to the next. */
  bare?: boolean;
}

/** The house around a page: inside with its side of navigation, outside with the cluster's name on the door. */
export async function PageFrame({ visit, frame, nonce, children, bare }: Props) {
  const { ctx, visitor, house, path, search } = visit;
  const { locale } = ctx;
  const say = sayHouse(locale);
  const entries = house.features
    .flatMap((feature) => feature.nav?.(ctx) ?? [])
    .sort((a, b) => a.order - b.order);
  const here = ctx.cluster
    ? { name: clusterName(ctx.cluster, locale), href: `/clusters/${ctx.cluster.slug}` }
    : undefined;
  const common = {
    locale,
    title: frame.title,
    path,
    query: queryOf(new URLSearchParams([...search].filter(([name]) => name !== "lang"))),
    nonce,
    theme: themeOf(visit.theme),
    islands: bare ? [] : ["ui.island", ...(frame.islands ?? [])],
    csrf: visitor.csrf,
    noindex: frame.personal ?? false,
    ...(frame.description ? { description: frame.description } : {}),
    ...(frame.jsonLd ? { jsonLd: frame.jsonLd } : {}),
    ...(frame.feed ? { feed: frame.feed } : {}),
    ...(frame.credits?.length ? { credits: frame.credits.join(" · ") } : {}),
    ...(bare ? {} : noticeOf(visit)),
    ...(bare ? {} : addresses(visit)),
  };

  const inside =
    visitor.identity !== null &&
    (ctx.actor.office !== null || ctx.actor.membership !== null || frame.personal === true);
  if (inside && visitor.identity) {
    // A refusal says the same at every moment, so it counts nothing.
    const unread = bare ? 0 : await myUnread(ctx);
    return (
      <Shell
        {...common}
        nav={sections(entries, locale, path, unread)}
        who={{
          name: visitor.identity.name,
          role: roleName(visitor.identity, visit),
          ...(here ? { place: here.name } : {}),
        }}
        {...actAs(visitor.identity, visit)}
      >
        {children}
      </Shell>
    );
  }
  return (
    <PublicShell
      {...common}
      nav={entries
        // Also outside there must be a way to one's account, and out of it; Today stands at the entrance already.
        .filter(
          (entry) => entry.section === "public" || (entry.section === "own" && entry.href === "/account"),
        )
        .map((entry) => navItem(entry, locale, path))}
      entrance={
        visitor.identity
          ? { label: say("today"), href: "/today" }
          : { label: say("sign-in"), href: "/sign-in" }
      }
      {...(here ? { brand: here } : {})}
    >
      {children}
    </PublicShell>
  );
}

const themeOf = (text: string | undefined): Theme => (text === "light" || text === "dark" ? text : "system");

export const clusterName = (cluster: { nameEn: string; nameDe: string }, locale: Locale) =>
  locale === "de" ? cluster.nameDe : cluster.nameEn;

function sections(entries: NavEntry[], locale: Locale, path: string, unread: number): NavSection[] {
  const say = sayHouse(locale);
  return SECTIONS.flatMap((section) => {
    const items = entries
      .filter((entry) => entry.section === section)
      .map((entry) => ({
        ...navItem(entry, locale, path),
        ...(entry.href === "/notices" && unread > 0 ? { count: unread > 99 ? "99+" : unread } : {}),
      }));
    if (items.length === 0) return [];
    return [{ ...(section === "own" ? {} : { title: say(`section.${section}`) }), items }];
  });
}

const navItem = (entry: NavEntry, locale: Locale, path: string) => ({
  label: entry.label[locale],
  href: entry.href,
  current: path === entry.href || (entry.href.split("/").length > 3 && path.startsWith(`${entry.href}/`)),
});

function roleName(identity: Identity, { ctx }: Visit): string {
  const say = sayHouse(ctx.locale);
  const office = identity.offices.find((held) => ctx.acting === `office:${held.id}`);
  if (office) return say(`office.${office.role}`);
  const seat = identity.seats.find((held) => ctx.acting === `seat:${held.id}`);
  if (seat) return displayName(seat.organisationName);
  return identity.operator ? say("operator") : "";
}

function actAs(identity: Identity, { ctx }: Visit) {
  const say = sayHouse(ctx.locale);
  const choices = [
    ...identity.offices.map((office) => ({
      value: `office:${office.id}`,
      label: `${say(`office.${office.role}`)} · ${clusterName(office, ctx.locale)}`,
    })),
    ...identity.seats.map((seat) => ({
      value: `seat:${seat.id}`,
      label: `${seat.title ?? say(`seat.${seat.role}`)} · ${displayName(seat.organisationName)}`,
    })),
  ];
  return choices.length > 1 ? { actAs: { current: ctx.acting ?? "", choices } } : {};
}

function noticeOf({ notice, house, ctx }: Visit) {
  const [name, key] = (notice ?? "").split(":");
  const messages = house.features.find((feature) => feature.name === name)?.messages;
  if (!messages || !key || !(key in messages)) return {};
  return { notice: { tone: "good" as const, text: speaker(messages)(ctx.locale)(key) } };
}

function addresses({ house, path, search }: Visit) {
  const base = house.settings.publicUrl;
  const query = new URLSearchParams([...search].filter(([name]) => name !== "lang"));
  const text = query.size > 0 ? `?${query}` : "";
  const other = (locale: string) => `${base}${path}?${new URLSearchParams([...query, ["lang", locale]])}`;
  return {
    canonical: `${base}${path}${text}`,
    alternate: [
      { locale: "en" as const, href: other("en") },
      { locale: "de" as const, href: other("de") },
    ],
  };
}
