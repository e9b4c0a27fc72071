import { z } from "zod";
import type { OrganisationFound } from "./actions.ts";
import { logoHref } from "./logo/address.ts";
import type { OrganisationRow, PartnerRow } from "./store.ts";

/** The public identity of an organisation as programs get it. */
export const OrganisationOut = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.string(),
  sizeClass: z.string().nullable(),
  industries: z.array(z.string()),
  country: z.string().nullable(),
  nuts: z.string().nullable(),
  street: z.string().nullable(),
  postal: z.string().nullable(),
  city: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  url: z.string().nullable(),
  /** Path of its picture in this house. */
  logo: z.string().nullable(),
  vat: z.string().nullable(),
  lei: z.string().nullable(),
  ror: z.string().nullable(),
  pic: z.string().nullable(),
  registerNumber: z.string().nullable(),
  source: z.string(),
  sourceOn: z.iso.date().nullable(),
  version: z.number().int(),
});

export const OrganisationWithMore = OrganisationOut.extend({
  memberships: z.array(z.object({ cluster: z.string(), role: z.string(), since: z.iso.date() })),
  competences: z.array(
    z.object({
      code: z.string(),
      titleEn: z.string(),
      titleDe: z.string().nullable(),
      projects: z.number().int(),
    }),
  ),
  projects: z.number().int(),
  partners: z.number().int(),
  similar: z.array(z.object({ slug: z.string(), name: z.string(), similarity: z.number() })),
});

export const PartnerOut = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  projects: z.number().int(),
  strength: z.number(),
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
});
export const PartnerList = z.object({
  items: z.array(PartnerOut),
  total: z.number().int(),
  next: z.string().nullable(),
});

export const presentOrganisation = (
  row: OrganisationRow,
  cluster: { slug: string } | null,
): z.infer<typeof OrganisationOut> => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  shortName: row.shortName,
  kind: row.kind,
  sizeClass: row.sizeClass,
  industries: row.industries,
  country: row.country,
  nuts: row.nuts,
  street: row.street,
  postal: row.postal,
  city: row.city,
  lat: row.lat,
  lon: row.lon,
  url: row.url,
  logo: row.logo === null ? null : logoHref(row, cluster),
  vat: row.vat,
  lei: row.lei,
  ror: row.ror,
  pic: row.pic,
  registerNumber: row.registerNumber,
  source: row.source,
  sourceOn: row.sourceOn,
  version: row.version,
});

export const presentFound = (
  found: OrganisationFound,
  cluster: { slug: string } | null,
): z.infer<typeof OrganisationWithMore> => ({
  ...presentOrganisation(found.organisation, cluster),
  memberships: found.memberships.map(({ slug, role, since }) => ({ cluster: slug, role, since })),
  competences: found.competences.map(({ code, titleEn, titleDe, projects }) => ({
    code,
    titleEn,
    titleDe,
    projects,
  })),
  projects: found.projects[0]?.total ?? 0,
  partners: found.partners.total,
  similar: found.similar.map(({ slug, name, similarity }) => ({ slug, name, similarity })),
});

export const presentPartner = (partner: PartnerRow): z.infer<typeof PartnerOut> => ({
  slug: partner.slug,
  name: partner.name,
  kind: partner.kind,
  country: partner.country,
  city: partner.city,
  projects: partner.records,
  strength: partner.strength,
  since: partner.since,
  until: partner.until,
});
