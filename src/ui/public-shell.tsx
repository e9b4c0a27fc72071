import type { Child } from "hono/jsx";
import type { Query } from "./address.ts";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";
import { Document, type DocumentProps, Mark, type Theme } from "./document.tsx";
import { uiSay } from "./messages.ts";
import { Notice, type NoticeTone } from "./notice.tsx";
import { Preferences } from "./preferences.tsx";
import { Footer, type NavItem } from "./shell.tsx";

export interface PublicShellProps extends Omit<DocumentProps, "children"> {
  path: string;
  query?: Query | undefined;
  /** Whose front door this is: the region, or one cluster. Without it, Kontor's own. */
  brand?: { name: string; href: string; tagline?: string | undefined } | undefined;
  nav: readonly NavItem[];
  /** At the end of the header: sign in, or the way back inside. */
  entrance?: { label: string; href: string } | undefined;
  csrf?: string | undefined;
  theme?: Theme | undefined;
  crumbs?: readonly Crumb[] | undefined;
  credits?: Child;
  notice?: { tone: NoticeTone; text: string } | undefined;
  children?: Child;
}

/** A page of the outer face: the cluster's name on the door, complete without script. */
export function PublicShell(props: PublicShellProps) {
  const { locale, path, query, brand, nav, entrance, crumbs, credits, notice, children, ...rest } = props;
  const say = uiSay(locale);
  return (
    <Document {...rest} locale={locale} place={props.place ?? brand?.name}>
      <body class="front">
        <a class="skip" href="#main">
          {say("skip")}
        </a>
        <header class="front-head">
          <a class="brand" href={brand?.href ?? "/"}>
            <Mark />
            <span>
              {brand?.name ?? "Kontor"}
              {brand?.tagline ? <small>{brand.tagline}</small> : null}
            </span>
          </a>
          <nav class="front-nav" aria-label={say("navigation")}>
            <ul class="nav">
              {nav.map((item) => (
                <li key={item.href}>
                  <a
                    href={item.href}
                    aria-current={(item.current ?? item.href === path) ? "page" : undefined}
                  >
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Preferences locale={locale} path={path} query={query} theme={props.theme} csrf={props.csrf} />
          {entrance ? (
            <a class="btn" href={entrance.href}>
              {entrance.label}
            </a>
          ) : null}
        </header>
        <main id="main" tabindex={-1}>
          {crumbs?.length ? <Breadcrumbs locale={locale} crumbs={crumbs} /> : null}
          {notice ? <Notice tone={notice.tone}>{notice.text}</Notice> : null}
          {children}
        </main>
        <Footer locale={locale} credits={credits} />
      </body>
    </Document>
  );
}
