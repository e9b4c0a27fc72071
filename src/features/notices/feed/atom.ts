import type { Locale } from "../../../kernel/locale.ts";

export interface Entry {
  id: string;
  title: string;
  /** A whole address. */
  href: string;
  at: Date;
  category: { term: string; label: string };
}

/** Atom (RFC 4287): an entry keeps its id for ever, so that readers do not show it twice. */
export function atom(
  feed: { id: string; title: string; href: string; self: string; locale: Locale; updated: Date },
  entries: readonly Entry[],
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.locale}">
<id>urn:uuid:${feed.id}</id>
<title>${text(feed.title)}</title>
<updated>${(entries[0]?.at ?? feed.updated).toISOString()}</updated>
<author><name>Kontor</name></author>
<link rel="self" type="application/atom+xml" href="${text(feed.self)}"/>
<link rel="alternate" type="text/html" href="${text(feed.href)}"/>
${entries.map(entry).join("")}</feed>
`;
}

const entry = ({ id, title, href, at, category }: Entry) => `<entry>
<id>urn:uuid:${id}</id>
<title>${text(title)}</title>
<updated>${at.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${text(href)}"/>
<category term="${text(category.term)}" label="${text(category.label)}"/>
</entry>
`;

/** What XML 1.0 cannot hold is left out. */
const text = (words: string) =>
  words
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
