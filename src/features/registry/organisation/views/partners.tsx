import type { Context } from "../../../../access/context.ts";
import type { Page } from "../../../../kernel/page.ts";
import {
  address,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  formatCountry,
  formatNumber,
  formatYears,
  PageHead,
  Pager,
  type Query,
  Sheet,
} from "../../../../ui/index.ts";
import type { OrganisationFound } from "../actions.ts";
import { organisationHref, projectsHref } from "../address.ts";
import { sayOrganisation } from "../messages.ts";
import type { OrganisationRow, PartnerRow } from "../store.ts";
import { kindWords, unbroken } from "../words.ts";

const SHOWN = 8;

export function PartnersSheet({
  ctx,
  found: { organisation, partners },
}: {
  ctx: Context;
  found: OrganisationFound;
}) {
  const say = sayOrganisation(ctx.locale);
  const all = `${organisationHref(organisation.slug, ctx.cluster)}/partners`;
  return (
    <Sheet
      title={say("partners.title")}
      {...(partners.total > 0
        ? { link: { label: say("projects.all", { count: partners.total }), href: all } }
        : {})}
    >
      {partners.total === 0 ? (
        <Empty>{say("partners.empty")}</Empty>
      ) : (
        <>
          <PartnerTable ctx={ctx} organisation={organisation} rows={partners.items.slice(0, SHOWN)} />
          <p class="src">{say("partners.source")}</p>
        </>
      )}
    </Sheet>
  );
}

export interface PartnersPageProps {
  ctx: Context;
  organisation: OrganisationRow;
  partners: Page<PartnerRow>;
  path: string;
  query: Query;
}

export function PartnersPage({ ctx, organisation, partners, path, query }: PartnersPageProps) {
  const { locale } = ctx;
  const say = sayOrganisation(locale);
  const name = displayName(organisation.name);
  return (
    <>
      <PageHead
        kicker={<a href={organisationHref(organisation.slug, ctx.cluster)}>{name}</a>}
        title={say("partners.of", { name })}
        lede={say("partners.lede", { total: partners.total, name })}
      />
      {partners.items.length === 0 ? (
        <Empty act={{ label: name, href: organisationHref(organisation.slug, ctx.cluster) }}>
          {say("partners.empty")}
        </Empty>
      ) : (
        <>
          <PartnerTable ctx={ctx} organisation={organisation} rows={partners.items} />
          <Pager
            locale={locale}
            path={path}
            query={query}
            total={partners.total}
            shown={partners.items.length}
            next={partners.next}
          />
          <ExportLinks
            locale={locale}
            csv={address(path, query, { format: "csv", cursor: null })}
            xlsx={address(path, query, { format: "xlsx", cursor: null })}
          />
          <p class="src">{say("partners.source")}</p>
        </>
      )}
    </>
  );
}

function PartnerTable({
  ctx,
  organisation,
  rows,
}: {
  ctx: Context;
  organisation: OrganisationRow;
  rows: readonly PartnerRow[];
}) {
  const { locale, cluster } = ctx;
  const say = sayOrganisation(locale);
  const columns: Column<PartnerRow>[] = [
    {
      key: "partner",
      label: say("partners.partner"),
      value: (partner) => displayName(partner.name),
      href: (partner) => organisationHref(partner.slug, partnerPlace(ctx, organisation)),
    },
    { key: "place", label: say("partners.place"), value: (partner) => placeOf(partner, locale) },
    {
      key: "shared",
      label: say("partners.shared"),
      value: (partner) => formatNumber(partner.records, locale),
      href: (partner) => projectsHref([organisation.slug, partner.slug], cluster),
      align: "end",
    },
    {
      key: "strength",
      label: say("partners.strength"),
      value: (partner) => formatNumber(partner.strength, locale, 2),
      align: "end",
      wideOnly: true,
    },
    {
      key: "time",
      label: say("partners.time"),
      value: (partner) => unbroken(formatYears(partner.since ?? undefined, partner.until ?? undefined)),
      align: "end",
    },
  ];
  return <DataTable locale={locale} caption={say("partners.title")} columns={columns} rows={rows} />;
}

/** A member's partners all have a page in the cluster; the partners of a partner may not. */
const partnerPlace = (ctx: Context, organisation: OrganisationRow) =>
  organisation.role === null ? null : ctx.cluster;

const placeOf = (partner: PartnerRow, locale: Context["locale"]) =>
  [
    partner.city ? displayName(partner.city) : null,
    partner.country ? formatCountry(partner.country, locale) : null,
  ]
    .filter((word) => word !== null)
    .join(", ");

export function partnerExport(locale: Context["locale"]): ExportColumn<PartnerRow>[] {
  const say = sayOrganisation(locale);
  return [
    { label: say("partners.partner"), value: (partner) => displayName(partner.name), width: 50 },
    { label: say("partners.kind"), value: (partner) => kindWords(locale, partner.kind) },
    { label: say("partners.place"), value: (partner) => (partner.city ? displayName(partner.city) : "") },
    { label: say("partners.country"), value: (partner) => partner.country },
    { label: say("partners.shared"), value: (partner) => partner.records },
    { label: say("partners.strength"), value: (partner) => partner.strength },
    { label: `${say("partners.time")} 1`, value: (partner) => partner.since },
    { label: `${say("partners.time")} 2`, value: (partner) => partner.until },
  ];
}
