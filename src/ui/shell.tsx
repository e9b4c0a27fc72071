import type { Child } from "hono/jsx";
import type { Locale } from "../kernel/locale.ts";
import { address, type Query } from "./address.ts";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";
import { Document, type DocumentProps, Mark, type Theme } from "./document.tsx";
import { uiSay } from "./messages.ts";
import { Notice, type NoticeTone } from "./notice.tsx";
import { Preferences } from "./preferences.tsx";

export interface NavItem {
  label: string;
  href: string;
  /** How many wait there, or what stands there in short. */
  count?: string | number | undefined;
  current?: boolean | undefined;
}

export interface NavSection {
  title?: string | undefined;
  items: readonly NavItem[];
}

/** The seat or office one acts in, and the others one could. */
export interface ActAs {
  current: string;
  choices: readonly { value: string; label: string }[];
  /** Takes a POST with the fields `as` and `back`. */
  action?: string | undefined;
}

export interface ShellProps extends Omit<DocumentProps, "children"> {
  path: string;
  query?: Query | undefined;
  nav: readonly NavSection[];
  who?: { name: string; role?: string | undefined; place?: string | undefined } | undefined;
  actAs?: ActAs | undefined;
  csrf?: string | undefined;
  theme?: Theme | undefined;
  crumbs?: readonly Crumb[] | undefined;
  /** Sources and licences of what the page shows, in the footer. */
  credits?: Child;
  notice?: { tone: NoticeTone; text: string } | undefined;
  children?: Child;
}

/** A page of the inner space: navigation at the side, on a phone behind a button. */
export function Shell(props: ShellProps) {
  const { locale, path, query, nav, who, crumbs, notice, credits, children, ...rest } = props;
  const say = uiSay(locale);
  return (
    <Document {...rest} locale={locale} place={props.place ?? who?.place} noindex={props.noindex ?? true}>
      <body>
        <a class="skip" href="#main">
          {say("skip")}
        </a>
        <div class="house">
          <header class="side">
            <a class="brand" href="/" aria-label={say("home")}>
              <Mark />
              Kontor
            </a>
            <button type="button" class="btn menu-open" popovertarget="menu">
              {say("menu")}
            </button>
            <div class="menu" id="menu" popover="auto">
              <button type="button" class="btn menu-close" popovertarget="menu" popovertargetaction="hide">
                {say("close")}
              </button>
              {who ? <Who {...props} who={who} /> : null}
              <Navigation locale={locale} path={path} nav={nav} />
            </div>
          </header>
          <div class="desk">
            <div class="topbar">
              {crumbs?.length ? <Breadcrumbs locale={locale} crumbs={crumbs} /> : null}
              <Preferences locale={locale} path={path} query={query} theme={props.theme} csrf={props.csrf} />
            </div>
            <main id="main" tabindex={-1}>
              {notice ? <Notice tone={notice.tone}>{notice.text}</Notice> : null}
              {children}
            </main>
            <Footer locale={locale} credits={credits} />
          </div>
        </div>
      </body>
    </Document>
  );
}

function Who({
  locale,
  who,
  actAs,
  csrf,
  path,
  query,
}: ShellProps & { who: NonNullable<ShellProps["who"]> }) {
  const say = uiSay(locale);
  return (
    <div class="who">
      <b>{who.place ?? who.name}</b>
      <span>{[who.place ? who.name : undefined, who.role].filter(Boolean).join(" · ")}</span>
      {actAs && actAs.choices.length > 1 ? (
        <filter-form>
          <form method="post" action={actAs.action ?? "/act-as"}>
            {csrf ? <input type="hidden" name="csrf" value={csrf} /> : null}
            <input type="hidden" name="back" value={address(path, query)} />
            <select name="as" aria-label={say("act-as")}>
              {actAs.choices.map(({ value, label }) => (
                <option key={value} value={value} selected={value === actAs.current}>
                  {label}
                </option>
              ))}
            </select>
            <button type="submit" class="btn">
              {say("change")}
            </button>
          </form>
        </filter-form>
      ) : null}
    </div>
  );
}

function Navigation({ locale, path, nav }: { locale: Locale; path: string; nav: readonly NavSection[] }) {
  return (
    <nav aria-label={uiSay(locale)("navigation")}>
      {nav.map((section) => (
        <>
          {section.title ? <h2>{section.title}</h2> : null}
          <ul class="nav">
            {section.items.map(({ label, href, count, current }) => (
              <li key={href}>
                <a href={href} aria-current={(current ?? href === path) ? "page" : undefined}>
                  {label}
                  {count === undefined ? null : <i>{count}</i>}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  );
}

export function Footer({ locale, credits }: { locale: Locale; credits?: Child }) {
  return (
    <footer class="foot">
      {credits ? <p>{credits}</p> : null}
      <p>{uiSay(locale)("made-with")}</p>
    </footer>
  );
}
