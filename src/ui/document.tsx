import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Locale } from "../kernel/locale.ts";
import { asset } from "./assets.ts";

export type Theme = "system" | "light" | "dark";

export interface DocumentProps {
  locale: Locale;
  /** What the tab says before the name of the place. */
  title: string;
  place?: string | undefined;
  theme?: Theme | undefined;
  nonce?: string | undefined;
  description?: string | undefined;
  canonical?: string | undefined;
  /** The same page in the other language. */
  alternate?: { locale: Locale; href: string }[] | undefined;
  /** schema.org data about what the page shows. */
  jsonLd?: object | undefined;
  feed?: { href: string; title: string } | undefined;
  /** Logical names of the islands this page needs, as `network.island`. */
  islands?: readonly string[] | undefined;
  noindex?: boolean | undefined;
  children?: Child;
}

/** The whole HTML document. The head is a template: JSX would hoist and sort its tags at a cost on every page. */
export function Document(props: DocumentProps) {
  const { locale, title, place, theme, description, canonical, feed, jsonLd, nonce } = props;
  const names = [...new Set([title, place, "Kontor"])].filter(Boolean).join(" · ");
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={locale} data-theme={theme && theme !== "system" ? theme : undefined}>
        {html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${names}</title>
${description ? html`<meta name="description" content="${description}">` : ""}
${props.noindex ? raw('<meta name="robots" content="noindex">') : ""}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${asset("style.css")}">
${canonical ? html`<link rel="canonical" href="${canonical}">` : ""}
${(props.alternate ?? []).map((other) => html`<link rel="alternate" hreflang="${other.locale}" href="${other.href}">`)}
${feed ? html`<link rel="alternate" type="application/rss+xml" title="${feed.title}" href="${feed.href}">` : ""}
${(props.islands ?? []).map((name) => html`<script type="module" src="${asset(name)}" nonce="${nonce ?? ""}"></script>`)}
${jsonLd ? html`<script type="application/ld+json" nonce="${nonce ?? ""}">${raw(jsonForScript(jsonLd))}</script>` : ""}
</head>`}
        {props.children}
      </html>
    </>
  );
}

/** A `<` inside JSON could close the script element: written as an escape it cannot. */
export const jsonForScript = (value: object) => JSON.stringify(value).replaceAll("<", "\\u003c");

/** The favicon and the sign before the name: a gabled trading house. */
export const Mark = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
    <path d="M3 21V9l3-3 3 3 3-6 3 6 3-3 3 3v12z" />
    <path d="M9 21v-6h6v6" />
  </svg>
);

export const faviconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#9a3412" stroke-width="2"><path d="M3 21V9l3-3 3 3 3-6 3 6 3-3 3 3v12z"/><path d="M9 21v-6h6v6"/></svg>';
