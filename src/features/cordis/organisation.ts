import { country, flag, number, nuts, required, text, webAddress } from "./fields.ts";
import { kindOf, type OrganisationKind } from "./kind.ts";
import type { Source } from "./layout.ts";
import type { Fields } from "./read-rows.ts";
import { organisationSlugs } from "./slug.ts";

export interface Organisation {
  /** How the participations of the same edition name it. */
  key: string;
  /** The participant code of the EU, one for all programmes. */
  pic: string | null;
  /** Finds the organisation again where it has no participant code. */
  sourceKey: string | null;
  slugs: string[];
  name: string;
  shortName: string | null;
  kind: OrganisationKind;
  sizeClass: "sme" | "large" | null;
  country: string | null;
  nuts: string | null;
  street: string | null;
  postal: string | null;
  city: string | null;
  lat: number | null;
  lon: number | null;
  url: string | null;
  vat: string | null;
}

const PIC = /^\d{9}$/;

export function readOrganisation(
  fields: Fields,
  source: Source,
  badPlace: (detail: string) => void,
): Organisation {
  const key = required(fields, source === "cordis-he" ? "id" : "org", 60);
  const pic =
    source === "cordis-fp7" ? text(fields, "pic", 40) : PIC.test(key) || source === "cordis-he" ? key : null;
  const name = required(fields, "name", 400);
  const short = text(fields, "short", 120);
  const shortName = short && short.toLowerCase() !== name.toLowerCase() ? short : null;
  const city = text(fields, "city", 200);
  const type = text(fields, "type", 10);
  const kind = kindOf(type, name);
  return {
    key,
    pic,
    sourceKey: pic ? null : `${source}:${key}`,
    slugs: organisationSlugs({
      name,
      shortName,
      city,
      key: pic ?? `${source.slice("cordis-".length)}-${key}`,
    }),
    name,
    shortName,
    kind,
    sizeClass: type === null || kind !== "enterprise" ? null : flag(fields, "sme") ? "sme" : "large",
    country: country(fields, "country"),
    nuts: nuts(fields, "nuts"),
    street: text(fields, "street", 300),
    postal: text(fields, "postal", 40),
    city,
    ...place(fields, badPlace),
    url: webAddress(fields, "url"),
    vat: text(fields, "vat", 40),
  };
}

function place(fields: Fields, bad: (detail: string) => void): { lat: number | null; lon: number | null } {
  const nowhere = { lat: null, lon: null };
  try {
    const [lat, lon] = [number(fields, "lat"), number(fields, "lon")];
    if (lat === null && lon === null) return nowhere;
    // 0° N 0° E lies in the sea; registers write it for "unknown".
    if (
      lat !== null &&
      lon !== null &&
      Math.abs(lat) <= 90 &&
      Math.abs(lon) <= 180 &&
      !(lat === 0 && lon === 0)
    )
      return { lat, lon };
  } catch {
    // not even numbers: the same case
  }
  bad(`${fields.lat}, ${fields.lon}`);
  return nowhere;
}
