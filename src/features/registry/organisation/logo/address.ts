import { organisationHref } from "../address.ts";

/** With its version, so that it may be kept for a year. */
export const logoHref = (
  organisation: { slug: string; logo: string | null },
  cluster: { slug: string } | null,
): string => `${organisationHref(organisation.slug, cluster)}/logo?version=${organisation.logo}`;
