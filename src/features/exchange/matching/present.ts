import type { Locale } from "../../../kernel/locale.ts";
import { displayName } from "../../../ui/index.ts";
import type { Fit, Fits } from "./fits.ts";
import type { Judgement, Match, Matches, Named, Why } from "./found.ts";
import type { Outside } from "./outside.ts";
import type { Candidate } from "./sources.ts";
import { recordsOf, type Suggested, whyText } from "./why.tsx";

const rounded = (share: number) => Math.round(share * 1000) / 1000;

const presentRecord = ({ kind, id, title, href }: Named) => ({ kind, id, title, href });

const presentWhy = (locale: Locale, why: Why, of: Suggested = "organisation") => ({
  signal: why.signal,
  share: rounded(why.share),
  sentence: whyText(locale, why, of),
  records: recordsOf(why).map(presentRecord),
});

const presentJudgement = ({ verdict, reason, note, saidAt }: Judgement) => ({
  verdict,
  reason,
  note,
  saidAt: saidAt.toISOString(),
});

const presentOrganisation = ({ slug, name, kind, city, country }: Candidate) => ({
  slug,
  name: displayName(name),
  kind,
  city,
  country,
});

export const presentMatch = (locale: Locale, match: Match) => ({
  organisation: presentOrganisation(match.organisation),
  fit: rounded(match.fit),
  place: match.place,
  plainPlace: match.plainPlace,
  placeBefore: match.placeBefore,
  reasons: match.reasons.map((why) => presentWhy(locale, why)),
  judgement: match.judgement && presentJudgement(match.judgement),
  introduction: match.introduction,
});

export const presentMatches = (
  locale: Locale,
  { items, dismissed, more, candidates, good, learned }: Matches,
) => ({
  items: items.map((match) => presentMatch(locale, match)),
  dismissed: dismissed.map((match) => presentMatch(locale, match)),
  more,
  candidates,
  good,
  learned: learned && {
    ...learned,
    learnedAt: learned.learnedAt.toISOString(),
    moved: learned.moved.map(({ signal, factor }) => ({ signal, factor: rounded(factor) })),
  },
});

function presentNeed({ need }: Fit) {
  const { id, kind, intent, deadline, href } = need;
  const about = { id, kind, intent, deadline, href };
  return need.known === "name"
    ? {
        ...about,
        known: need.known,
        title: need.title,
        organisation: { slug: need.organisation.slug, name: need.organisation.name },
      }
    : { ...about, known: need.known, text: need.text, since: need.since };
}

const presentFit = (locale: Locale, fit: Fit) => ({
  need: presentNeed(fit),
  fit: rounded(fit.fit),
  place: fit.place,
  reasons: fit.reasons.map((why) => presentWhy(locale, why, "need")),
  judgement: fit.judgement && presentJudgement(fit.judgement),
});

export const presentFits = (locale: Locale, { items, dismissed, candidates, good }: Fits) => ({
  items: items.map((fit) => presentFit(locale, fit)),
  dismissed: dismissed.map((fit) => presentFit(locale, fit)),
  candidates,
  good,
});

export const presentOutside = (locale: Locale, found: readonly Outside[]) => ({
  items: found.map(({ organisation, fit, reasons }) => ({
    organisation: presentOrganisation(organisation),
    fit: rounded(fit),
    reasons: reasons.map((why) => presentWhy(locale, why)),
  })),
});
