import { displayName } from "../../../../ui/index.ts";
import type { OrganisationFound } from "../actions.ts";
import { organisationHref } from "../address.ts";

const TYPES: Record<string, string> = {
  enterprise: "Corporation",
  research: "ResearchOrganization",
  authority: "GovernmentOrganization",
  association: "NGO",
  inventor: "Person",
};

/** The public identity in the words of schema.org; nothing that only a cluster knows. */
export function jsonLdOf({ organisation }: OrganisationFound, publicUrl: string): Record<string, unknown> {
  const { street, postal, city, country } = organisation;
  return {
    "@context": "https://schema.org",
    "@type": TYPES[organisation.kind] ?? "Organization",
    "@id": `${publicUrl}${organisationHref(organisation.slug, null)}`,
    name: displayName(organisation.name),
    legalName: organisation.name,
    ...(organisation.shortName ? { alternateName: organisation.shortName } : {}),
    ...(organisation.url ? { url: organisation.url } : {}),
    ...(organisation.vat ? { vatID: organisation.vat } : {}),
    ...(organisation.lei ? { leiCode: organisation.lei } : {}),
    ...(organisation.ror ? { sameAs: organisation.ror } : {}),
    address: {
      "@type": "PostalAddress",
      ...(street ? { streetAddress: street } : {}),
      ...(postal ? { postalCode: postal } : {}),
      ...(city ? { addressLocality: displayName(city) } : {}),
      ...(country ? { addressCountry: country } : {}),
    },
    ...(organisation.lat !== null && organisation.lon !== null
      ? {
          location: {
            "@type": "Place",
            geo: { "@type": "GeoCoordinates", latitude: organisation.lat, longitude: organisation.lon },
          },
        }
      : {}),
  };
}
