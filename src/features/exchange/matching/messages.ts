import { type Messages, speaker } from "../../../kernel/messages.ts";

export const matchMessages = {
  "matches.title": { en: "Matches", de: "Passende" },
  "matches.of": { en: "Matches for “{title}”", de: "Passende zu „{title}“" },
  "matches.fit": {
    en: "{good, plural, =0 {No organisation fits well yet.} one {One organisation fits.} other {# organisations fit.}}",
    de: "{good, plural, =0 {Noch passt keine Organisation gut.} one {Eine Organisation passt.} other {# Organisationen passen.}}",
  },
  "matches.lede": {
    en: "{good, plural, =0 {Of {candidates, plural, one {one member} other {# members}}, none fits well.} one {Of {candidates, plural, one {one member} other {# members}}, one fits.} other {Of {candidates, plural, one {one member} other {# members}}, # fit.}}",
    de: "{good, plural, =0 {Von {candidates, plural, one {einem Mitglied} other {# Mitgliedern}} passt keines gut.} one {Von {candidates, plural, one {einem Mitglied} other {# Mitgliedern}} passt eines.} other {Von {candidates, plural, one {einem Mitglied} other {# Mitgliedern}} passen #.}}",
  },
  "matches.best": { en: "Best matches", de: "Am besten passend" },
  "matches.all": { en: "All matches and why", de: "Alle Passenden und warum" },
  "matches.none": {
    en: "Nobody's projects, offers or profile speak of this. More words in the need often help.",
    de: "Niemandes Projekte, Angebote oder Profil sprechen davon. Oft helfen mehr Worte im Bedarf.",
  },
  "matches.none.act": { en: "Look outside the cluster", de: "Außerhalb des Clusters suchen" },

  "why.text": { en: "speaks of {terms}", de: "handelt von {terms}" },
  "why.text.in": { en: "in {documents}", de: "in {documents}" },
  "why.text.plain": { en: "its records resemble the need", de: "seine Unterlagen ähneln dem Bedarf" },
  "why.circle": {
    en: "works with {organisations}, whose projects are close to it",
    de: "arbeitet mit {organisations}, deren Projekte dem nahe sind",
  },
  "why.network.direct": { en: "you know each other by {via}", de: "Sie kennen einander durch {via}" },
  "why.network.over": {
    en: "{middle} knows you both: {via}",
    de: "{middle} kennt Sie beide: {via}",
  },
  "why.experience": {
    en: "{documents, plural, one {one record} other {# records}} here in all",
    de: "insgesamt {documents, plural, one {eine Unterlage} other {# Unterlagen}} hier",
  },
  "why.freshness": {
    en: "{days, plural, =0 {its last work on it is of today} one {its last work on it is a day old} other {its last work on it is # days old}}",
    de: "{days, plural, =0 {seine letzte Arbeit daran ist von heute} one {seine letzte Arbeit daran ist einen Tag alt} other {seine letzte Arbeit daran ist # Tage alt}}",
  },
  "why.freshness.years": {
    en: "{years, plural, one {its last work on it is a year old} other {its last work on it is # years old}}",
    de: "{years, plural, one {seine letzte Arbeit daran ist ein Jahr alt} other {seine letzte Arbeit daran ist # Jahre alt}}",
  },
  "why.freshness.months": {
    en: "{months, plural, one {its last work on it is a month old} other {its last work on it is # months old}}",
    de: "{months, plural, one {seine letzte Arbeit daran ist einen Monat alt} other {seine letzte Arbeit daran ist # Monate alt}}",
  },
  "why.place.km": { en: "{km} away", de: "{km} entfernt" },
  "why.place.region": { en: "in the same region", de: "in derselben Region" },
  "why.place.country": { en: "in the same country", de: "im selben Land" },
  "why.size": { en: "of the size wanted", de: "in der gewünschten Größe" },
  "why.availability": { en: "free to talk", de: "frei für Gespräche" },
  "why.language": { en: "speaks {languages}", de: "spricht {languages}" },
  "why.complementarity": {
    en: "{count, plural, one {has a competence that is looked for} other {has # competences that are looked for}}",
    de: "{count, plural, one {hat eine gesuchte Kompetenz} other {hat # gesuchte Kompetenzen}}",
  },
  "why.feedback.good": {
    en: "was good for something like this before",
    de: "war für Ähnliches schon gut",
  },
  "why.feedback.poor": {
    en: "was not relevant for something like this before",
    de: "war für Ähnliches schon nicht passend",
  },
  "why.profile": { en: "its profile", de: "seinem Profil" },
  "why.teaser": { en: "the words of its teaser", de: "die Worte seines Anrisses" },
} satisfies Messages;

export const sayMatch = speaker(matchMessages);
