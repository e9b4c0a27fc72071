import { risingShares } from "@kontor/analytics";

/** Something that was written on a day: a need, a project, a call. */
export interface Written {
  id: string;
  on: string;
  /** What names its themes: competences, keywords. */
  themes: readonly string[];
  /** What is split into words. */
  title: string;
}

export interface Rising {
  theme: string;
  before: number;
  now: number;
  /** The least rate of false discoveries at which it would still be called rising. */
  q: number;
  /** The latest that name it, to open them. */
  examples: string[];
}

export interface Topics {
  state: "ready" | "not-enough";
  /** The day the later window ends: that of the latest document. */
  until: string | null;
  from: string | null;
  since: string | null;
  before: number;
  now: number;
  tested: number;
  rising: Rising[];
}

export const RATE = 0.1;
/** Documents in each window below which nothing is said. */
const LEAST_DOCUMENTS = 20;
/** A theme of fewer documents in all can hardly be told from chance, and would only make the others' test harder. */
const LEAST_OF_THEME = 4;
const WINDOW_DAYS = { now: 365, before: 730 };
const EXAMPLES = 5;

/** Themes whose share of what was written within the latest year is higher than in the two years before. */
export function risingTopics(documents: readonly Written[]): Topics {
  const until = documents.reduce<string | null>((last, { on }) => (last && last > on ? last : on), null);
  const none: Topics = {
    state: "not-enough",
    until,
    from: null,
    since: null,
    before: 0,
    now: 0,
    tested: 0,
    rising: [],
  };
  if (!until) return none;
  const from = daysBefore(until, WINDOW_DAYS.now);
  const since = daysBefore(from, WINDOW_DAYS.before);
  const now = documents.filter(({ on }) => on > from);
  const before = documents.filter(({ on }) => on > since && on <= from);
  const counted = { ...none, from, since, before: before.length, now: now.length };
  if (now.length < LEAST_DOCUMENTS || before.length < LEAST_DOCUMENTS) return counted;

  const inNow = byTheme(now);
  const inBefore = byTheme(before);
  const themes = [...new Set([...inNow.keys(), ...inBefore.keys()])].filter(
    (theme) => (inNow.get(theme)?.length ?? 0) + (inBefore.get(theme)?.length ?? 0) >= LEAST_OF_THEME,
  );
  const count = (of: ReadonlyMap<string, Written[]>) => themes.map((theme) => of.get(theme)?.length ?? 0);
  const { q, rising } = risingShares(
    { before: count(inBefore), now: count(inNow), ofBefore: before.length, ofNow: now.length },
    { rate: RATE },
  );
  return {
    ...counted,
    state: "ready",
    tested: themes.length,
    rising: rising.map((k) => ({
      theme: themes[k]!,
      before: inBefore.get(themes[k]!)?.length ?? 0,
      now: inNow.get(themes[k]!)!.length,
      q: q[k]!,
      examples: inNow
        .get(themes[k]!)!
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .slice(0, EXAMPLES)
        .map(({ id }) => id),
    })),
  };
}

function byTheme(documents: readonly Written[]): Map<string, Written[]> {
  const found = new Map<string, Written[]>();
  for (const document of documents)
    for (const theme of themesOf(document)) found.set(theme, [...(found.get(theme) ?? []), document]);
  return found;
}

/** Each once: a document that repeats a word is one document. */
function themesOf({ themes, title }: Written): Set<string> {
  const words = (title.match(/\p{L}[\p{L}\p{N}-]+/gu) ?? []).map((word) => word.toLowerCase());
  const telling = words.filter((word) => word.length >= 5 && !COMMON.has(word));
  return new Set([...themes.map((theme) => theme.trim().toLowerCase()).filter(Boolean), ...telling]);
}

/** Words of five letters and more that stand in titles of all kinds. */
const COMMON = new Set(
  `about above advanced after against among approach approaches based before behind being below between beyond development during
  enabling european europe first future general group improved improving including innovation innovative large looking making
  method methods needed needs novel other partner partners project projects research small solution solutions their there these
  through towards under using wanted which while within without
  diese dieser einen einer eines gegen gesucht haben ihrer innovative innovativer intelligente intelligenter können moderne
  nutzung oder projekt projekte sowie suche suchen unsere unserer unter werden zwischen`
    .split(/\s+/)
    .filter(Boolean),
);

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
