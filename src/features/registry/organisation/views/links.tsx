import type { Context } from "../../../../access/context.ts";
import { type Column, DataTable, displayName, Empty, formatYears, Sheet } from "../../../../ui/index.ts";
import { declareHref, linkHref, linksHref } from "../../links/address.ts";
import { endOf } from "../../links/rules.ts";
import type { LinkRow } from "../../links/store.ts";
import { DigitalLevel, OriginTag } from "../../links/views/list.tsx";
import { issueWords, natureWords, strengthWords, typeWords } from "../../links/words.ts";
import type { OrganisationFound } from "../actions.ts";
import { organisationHref } from "../address.ts";
import { sayOrganisation } from "../messages.ts";
import { unbroken } from "../words.ts";

/** What the organisation is to others beyond working in projects with them, each said from its side. */
export function LinksSheet({
  ctx,
  found: { organisation, links },
}: {
  ctx: Context;
  found: OrganisationFound;
}) {
  const { locale, cluster } = ctx;
  const say = sayOrganisation(locale);
  if (links.length === 0 && cluster === null) return null;
  const own = ctx.actor.organisationId === organisation.id;
  const other = (link: LinkRow) =>
    endOf(link, organisation.id) === "from"
      ? { slug: link.toSlug, name: link.toName }
      : { slug: link.fromSlug, name: link.fromName };
  const page = (link: LinkRow) => {
    const slug = link.clusterSlug ?? cluster?.slug;
    return slug ? linkHref({ slug }, link.id) : undefined;
  };
  const columns: Column<LinkRow>[] = [
    {
      key: "with",
      label: say("links.with"),
      value: (link) => displayName(other(link).name),
      href: (link) => organisationHref(other(link).slug, cluster),
    },
    {
      key: "relation",
      label: say("links.relation"),
      value: (link) => <Relation locale={locale} link={link} of={organisation.id} href={page(link)} />,
    },
    {
      key: "digital",
      label: say("links.digital"),
      value: (link) => <DigitalLevel locale={locale} level={link.digitalLevel} />,
    },
    { key: "origin", label: say("links.origin"), value: (link) => <OriginTag locale={locale} link={link} /> },
    {
      key: "time",
      label: say("links.time"),
      value: (link) => unbroken(formatYears(link.since ?? undefined, link.until ?? undefined)),
      align: "end",
    },
  ];
  return (
    <Sheet
      title={say("links.title")}
      {...(cluster
        ? { link: { label: say("links.as-graph"), href: `/clusters/${cluster.slug}/network` } }
        : {})}
    >
      {links.length === 0 && cluster ? (
        <Empty
          act={
            own
              ? { label: say("act.link"), href: declareHref(cluster) }
              : { label: say("links.title"), href: linksHref(cluster) }
          }
        >
          {say("links.empty")}
        </Empty>
      ) : (
        <DataTable locale={locale} caption={say("links.title")} columns={columns} rows={links} />
      )}
    </Sheet>
  );
}

/** What it is, said from this side, and below what it is about and how strong. */
function Relation({
  locale,
  link,
  of,
  href,
}: {
  locale: Context["locale"];
  link: LinkRow;
  of: string;
  href: string | undefined;
}) {
  const words = natureWords(locale, link.nature, endOf(link, of));
  const more = [typeWords(locale, link.type), issueWords(locale, link.issue), strengthWords(locale, link)];
  return (
    <>
      {href ? <a href={href}>{words}</a> : words} <small>{more.filter(Boolean).join(" · ")}</small>
    </>
  );
}
