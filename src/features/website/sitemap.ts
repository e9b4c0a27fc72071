import type { Listing } from "./store.ts";
import { XML, xmlText } from "./xml.ts";

/** The protocol allows 50,000 addresses and 50 MB in one file. */
export const PART = 40_000;

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export interface SitemapEntry {
  address: string;
  changed?: string | undefined;
}

export const urlSet = (entries: readonly SitemapEntry[]): string =>
  `${XML}<urlset ${NAMESPACE}>\n${entries.map(({ address, changed }) => element("url", address, changed)).join("")}</urlset>\n`;

export const sitemapIndex = (addresses: readonly string[]): string =>
  `${XML}<sitemapindex ${NAMESPACE}>\n${addresses.map((address) => element("sitemap", address)).join("")}</sitemapindex>\n`;

const element = (name: string, address: string, changed?: string) =>
  `<${name}><loc>${xmlText(address)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}</${name}>\n`;

export const entryOf = (base: string, { slug, changed }: Listing): SitemapEntry => ({
  address: `${base}/${slug}`,
  changed: changed instanceof Date ? changed.toISOString().slice(0, 10) : (changed ?? undefined),
});

/** How many files it takes, and which: `organisations-1.xml`, `organisations-2.xml`, … */
export const partNames = (kind: string, count: number): string[] =>
  Array.from({ length: Math.ceil(count / PART) }, (_, i) => `${kind}-${i + 1}.xml`);
