import { fold, wordsOf } from "./fold.ts";
import { withoutForm } from "./legal-forms.ts";
import { tellingWords } from "./words.ts";

/** What two organisations are compared by. */
export interface Comparable {
  id: string;
  name: string;
  shortName?: string | null | undefined;
  country?: string | null | undefined;
  city?: string | null | undefined;
  street?: string | null | undefined;
  postal?: string | null | undefined;
  lat?: number | null | undefined;
  lon?: number | null | undefined;
  url?: string | null | undefined;
  vat?: string | null | undefined;
  lei?: string | null | undefined;
  ror?: string | null | undefined;
  pic?: string | null | undefined;
  registerNumber?: string | null | undefined;
}

/** One of its names, taken apart. */
export interface NameForm {
  words: readonly string[];
  form: string | null;
  /** Its words in one, for names that are only spaced differently. */
  run: string;
  /** Three letters at a time, each once. */
  grams: ReadonlySet<string>;
  /** An abbreviation says little alone: DLR is many. */
  brief: boolean;
}

export interface Prepared {
  id: string;
  names: readonly NameForm[];
  country: string | null;
  city: string | null;
  street: string | null;
  /** The number of the house, where the street says one. */
  house: string | null;
  postal: string | null;
  place: readonly [lat: number, lon: number] | null;
  domain: string | null;
  vat: string | null;
  lei: string | null;
  ror: string | null;
  pic: string | null;
  registerNumber: string | null;
}

/** Hosts that many share, and addresses of mail that say nothing about whose they are. */
const SHARED = new Set(
  "facebook.com linkedin.com twitter.com x.com instagram.com youtube.com github.com github.io gitlab.io google.com sites.google.com blogspot.com wordpress.com wixsite.com weebly.com jimdo.com jimdofree.com webnode.page squarespace.com business.site wikipedia.org gmail.com googlemail.com outlook.com hotmail.com yahoo.com gmx.de gmx.net web.de t-online.de proton.me protonmail.com icloud.com orange.fr libero.it ec.europa.eu europa.eu".split(
    " ",
  ),
);
/** Below these, what is registered is one level deeper. */
const SECOND_LEVEL =
  /\.(?:(?:co|ac|gov|org|com|net|edu|nhs|gob|gouv|gv|or|go|nom|asso)\.[a-z]{2}|github\.io|gitlab\.io|wixsite\.com|wordpress\.com)$/;

/** The domain a person or firm registered: `www.sales.example.co.uk` is `example.co.uk`. Nothing for hosts that many share. */
export function domainOf(address: string | null | undefined): string | null {
  if (!address) return null;
  const host = /^(?:[a-z]+:\/\/)?(?:[^@/\s]*@)?([^/:?#\s]+)/i
    .exec(address.trim())?.[1]
    ?.toLowerCase()
    .replace(/\.$/, "");
  if (!host?.includes(".") || /^[\d.]+$/.test(host)) return null;
  const parts = host.split(".");
  const domain = parts.slice(SECOND_LEVEL.test(host) ? -3 : -2).join(".");
  return SHARED.has(domain) || SHARED.has(host) ? null : domain;
}

/** `DE 118.509.725` and `de118509725` are one; a word like "NOTAPPLICABLE" is none. */
export function vatOf(vat: string | null | undefined, country: string | null): string | null {
  const plain = (vat ?? "").toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  const number = plain.replace(/^[A-Z]{2,3}(?=[A-Z]?\d)/, "").replace(/(MWST|TVA|IVA|MVA)$/, "");
  if ((number.match(/\d/g)?.length ?? 0) < 6 || /^0+$/.test(number)) return null;
  return `${country ?? ""}:${number}`;
}

const plain = (text: string | null | undefined) => {
  const key = (text ?? "").toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return key.length >= 4 ? key : null;
};

export function prepare(organisation: Comparable): Prepared {
  const country = organisation.country ?? null;
  const names = [organisation.name, organisation.shortName ?? ""]
    .filter((name, i, all) => name.trim() !== "" && all.indexOf(name) === i)
    .map((name, i) => nameForm(name, i === 0 ? 3 : 6));
  const street = fold(organisation.street ?? "").replaceAll(
    /\b(strasse|str|street|st|road|rd|avenue|ave|calle|via|rue|ulica|ul)\b|strasse\b|str\b/g,
    " ",
  );
  const house = /\d+/.exec(street)?.[0] ?? null;
  const road = street.replaceAll(/\d+\w?\b/g, " ").replaceAll(/\s+/g, "");
  return {
    id: organisation.id,
    names,
    country,
    city:
      fold(organisation.city ?? "")
        .replaceAll(/\d+/g, "")
        .trim() || null,
    street: road.length >= 4 ? road : null,
    house,
    postal: fold(organisation.postal ?? "").replaceAll(" ", "") || null,
    place: organisation.lat == null || organisation.lon == null ? null : [organisation.lat, organisation.lon],
    domain: domainOf(organisation.url),
    vat: vatOf(organisation.vat, country),
    lei: plain(organisation.lei),
    ror: organisation.ror
      ? (/0[a-z0-9]{8}$/i.exec(organisation.ror.trim())?.[0]?.toLowerCase() ?? null)
      : null,
    pic: plain(organisation.pic),
    registerNumber:
      plain(organisation.registerNumber) && `${country ?? ""}:${plain(organisation.registerNumber)}`,
  };
}

/** Words up to `brief` letters are abbreviations: a whole name seldom is one, a short name often. */
function nameForm(name: string, brief: number): NameForm {
  const { words, form } = withoutForm(wordsOf(name));
  const telling = tellingWords(words);
  // A name without a single letter is only like itself.
  const run = telling.join("") || name.trim().toLowerCase();
  return { words: telling, form, run, grams: gramsOf(run), brief: words.length === 1 && run.length <= brief };
}

function gramsOf(run: string): Set<string> {
  const padded = ` ${run} `;
  return new Set(Array.from({ length: Math.max(1, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)));
}
