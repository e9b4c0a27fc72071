import { type Messages, speaker } from "../../../kernel/messages.ts";

export const matchMessages = {
  "matches.title": { en: "Matches", de: "Passende" },
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
  "why.text.plain": { en: "its records resemble the need", de: "seine Unterlagen ähneln dem Bedarf" },
  "why.circle": {
    en: "works with {organisations}, whose projects are close to it",
    de: "arbeitet mit {organisations}, deren Projekte dem nahe sind",
  },
  "why.network.direct": { en: "you know each other", de: "Sie kennen einander" },
  "why.network.over": { en: "{middle} knows you both", de: "{middle} kennt Sie beide" },
  "why.text.shared": { en: "has {terms} in common with you", de: "hat {terms} mit Ihnen gemeinsam" },
  "why.text.shared.plain": { en: "its words are close to yours", de: "seine Worte sind den Ihren nahe" },
  "why.freshness.need": {
    en: "{days, plural, =0 {opened today} one {opened yesterday} other {opened # days ago}}",
    de: "{days, plural, =0 {heute eröffnet} one {gestern eröffnet} other {vor # Tagen eröffnet}}",
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

  "matches.profile": { en: "Profile", de: "Profil" },
  "matches.team": { en: "Put a team together", de: "Team zusammenstellen" },
  "matches.need": { en: "The need", de: "Der Bedarf" },
  "matches.outside": { en: "Outside the cluster", de: "Außerhalb des Clusters" },
  "matches.introduce": { en: "Ask for an introduction", de: "Um Vermittlung bitten" },
  "matches.introduced": { en: "Introduction: {state}", de: "Vermittlung: {state}" },
  "matches.more": { en: "Show all {count}", de: "Alle {count} zeigen" },
  "matches.good": { en: "Good suggestion", de: "Guter Vorschlag" },
  "matches.good.said": { en: "called good", de: "als gut bezeichnet" },
  "matches.not": { en: "Not relevant because …", de: "Nicht passend, weil …" },
  "matches.not.submit": { en: "Not relevant", de: "Nicht passend" },
  "matches.undo": { en: "Take back", de: "Zurücknehmen" },
  "matches.because": { en: "Because", de: "Weil" },
  "matches.note": { en: "In your own words", de: "In eigenen Worten" },
  "matches.note.hint": {
    en: "Read by your own people and, where it mediates, by the team of the cluster; never by the organisation.",
    de: "Lesen können das Ihre eigenen Leute und, wo es vermittelt, das Clusterteam; nie die Organisation.",
  },
  "matches.dismissed": {
    en: "{count, plural, one {One was called not relevant} other {# were called not relevant}}",
    de: "{count, plural, one {Eine wurde als nicht passend bezeichnet} other {# wurden als nicht passend bezeichnet}}",
  },
  "matches.percent": { en: "{percent} fit", de: "{percent} passend" },
  "matches.before": { en: "before: rank {place}", de: "vorher: Rang {place}" },
  "matches.plain": { en: "by relevance alone: rank {place}", de: "allein nach Eignung: Rang {place}" },
  "matches.member": { en: "member since {year}", de: "Mitglied seit {year}" },
  "matches.elsewhere": { en: "member of another cluster here", de: "Mitglied eines anderen Clusters hier" },
  "matches.raised": { en: "raised the weight of {signals}", de: "das Gewicht von {signals} erhöht" },
  "matches.lowered": { en: "lowered that of {signals}", de: "das von {signals} gesenkt" },
  "matches.learned": {
    en: "This cluster’s answers have {what}.",
    de: "Die Antworten dieses Clusters haben {what}.",
  },
  "matches.learned.from": {
    en: "Learnt from {examples, plural, one {one suggestion} other {# suggestions}}, {good} of them good, on {date}.",
    de: "Gelernt aus {examples, plural, one {einem Vorschlag} other {# Vorschlägen}}, davon {good} gut, am {date}.",
  },
  "matches.source": {
    en: "From projects, offers, profiles and links that may be seen by those asking, worked out at this moment. The percentages say how much each reason makes up; a fit of 100 % is the best there could be.",
    de: "Aus Projekten, Angeboten, Profilen und Verbindungen, die die Fragenden sehen dürfen, in diesem Augenblick ermittelt. Die Prozente sagen, wie viel jeder Grund ausmacht; 100 % passend ist das Beste, was es geben kann.",
  },
  "matches.empty": {
    en: "Nobody here fits: no project, offer or profile speaks of it.",
    de: "Hier passt niemand: Kein Projekt, kein Angebot und kein Profil handelt davon.",
  },
  "matches.similar": { en: "Similar needs", de: "Ähnliche Bedarfe" },
  "matches.who-else": { en: "Who else should know", de: "Wer noch davon wissen sollte" },
  "matches.who-else.lede": {
    en: "Close to those asked already, and not asked yet.",
    de: "Denen nahe, die schon gefragt wurden, und noch nicht gefragt.",
  },
  "matches.judged": {
    en: "Noted. The ranking learns from it.",
    de: "Notiert. Die Reihenfolge lernt daraus.",
  },
  "matches.unjudged": { en: "Taken back.", de: "Zurückgenommen." },
  "matches.shared": {
    en: "Everything that is shown here is known to you or public. Nobody hears what you say of them here.",
    de: "Alles hier Gezeigte ist Ihnen bekannt oder öffentlich. Niemand erfährt, was Sie hier über ihn sagen.",
  },
  "problem.needs-reason": {
    en: "Say why it is not relevant: the ranking learns from it.",
    de: "Sagen Sie, warum es nicht passt: Die Reihenfolge lernt daraus.",
  },
  "problem.nothing-said": {
    en: "Nothing was said that could be taken back.",
    de: "Es wurde nichts gesagt, das zurückzunehmen wäre.",
  },

  "reason.other-topic": { en: "it is about something else", de: "es geht um etwas anderes" },
  "reason.known-already": { en: "we know each other already", de: "wir kennen uns schon" },
  "reason.rival": { en: "it is a rival", de: "es ist ein Wettbewerber" },
  "reason.rival.hint": {
    en: "It is suggested for none of your needs any more. It is not told.",
    de: "Für keinen Ihrer Bedarfe wird er mehr vorgeschlagen. Er erfährt nichts davon.",
  },
  "reason.too-far": { en: "it is too far away", de: "es ist zu weit weg" },
  "reason.wrong-size": { en: "it is too large or too small", de: "es ist zu groß oder zu klein" },
  "reason.no-capacity": { en: "it has no capacity", de: "es hat keine Kapazität" },
  "reason.bad-experience": { en: "we have had a bad experience", de: "wir haben schlechte Erfahrungen" },
  "reason.other": { en: "something else", de: "etwas anderes" },

  "signal.text": {
    en: "past projects, offers and profiles",
    de: "bisherigen Projekten, Angeboten und Profilen",
  },
  "signal.circle": { en: "the company an organisation keeps", de: "dem Umfeld einer Organisation" },
  "signal.network": { en: "knowing each other", de: "Bekanntschaft" },
  "signal.experience": { en: "experience", de: "Erfahrung" },
  "signal.freshness": { en: "recent work", de: "neuerer Arbeit" },
  "signal.place": { en: "nearness", de: "räumlicher Nähe" },
  "signal.size": { en: "size", de: "Größe" },
  "signal.availability": { en: "time to talk", de: "Zeit für Gespräche" },
  "signal.language": { en: "language", de: "Sprache" },
  "signal.complementarity": { en: "competences looked for", de: "gesuchten Kompetenzen" },
  "signal.feedback": { en: "earlier answers", de: "früheren Antworten" },

  "outside.title": { en: "Outside the cluster", de: "Außerhalb des Clusters" },
  "outside.lede": {
    en: "{count, plural, =0 {No public project speaks of this need.} one {One organisation outside the cluster has a public project close to this need.} other {# organisations outside the cluster have public projects close to this need.}}",
    de: "{count, plural, =0 {Kein öffentliches Projekt handelt von diesem Bedarf.} one {Eine Organisation außerhalb des Clusters hat ein öffentliches Projekt, das diesem Bedarf nahe ist.} other {# Organisationen außerhalb des Clusters haben öffentliche Projekte, die diesem Bedarf nahe sind.}}",
  },
  "outside.source": {
    en: "From public projects alone. Nobody outside learns that somebody looked.",
    de: "Allein aus öffentlichen Projekten. Niemand draußen erfährt, dass jemand gesucht hat.",
  },
  "outside.back": { en: "Matches in the cluster", de: "Passende im Cluster" },

  "fits.title": { en: "Fits you", de: "Passt zu Ihnen" },
  "fits.lede": {
    en: "{good, plural, =0 {Of {candidates, plural, one {one need} other {# needs}} of others here, none fits {name} well.} one {One need of others here fits {name}.} other {# needs of others here fit {name}.}}",
    de: "{good, plural, =0 {Von {candidates, plural, one {einem Bedarf} other {# Bedarfen}} anderer hier passt keiner gut zu {name}.} one {Ein Bedarf anderer hier passt zu {name}.} other {# Bedarfe anderer hier passen zu {name}.}}",
  },
  "fits.offer.best": { en: "Needs that ask for it", de: "Bedarfe, die danach fragen" },
  "fits.offer.title": { en: "Needs for “{title}”", de: "Bedarfe zu „{title}“" },
  "fits.offer.lede": {
    en: "{good, plural, =0 {No need of others here asks for this yet.} one {One need of others here asks for it.} other {# needs of others here ask for it.}}",
    de: "{good, plural, =0 {Noch fragt kein Bedarf anderer hier danach.} one {Ein Bedarf anderer hier fragt danach.} other {# Bedarfe anderer hier fragen danach.}}",
  },
  "fits.empty": {
    en: "Nobody looks for anything yet that can be seen from here.",
    de: "Noch sucht niemand etwas, das von hier zu sehen ist.",
  },
  "fits.empty.act": { en: "Say what you have", de: "Sagen, was Sie haben" },
  "fits.nameless": { en: "A need without a name", de: "Ein Bedarf ohne Namen" },
  "fits.of": { en: "of {name}", de: "von {name}" },
  "fits.until": { en: "until {date}", de: "bis {date}" },
  "fits.since": { en: "since {month}", de: "seit {month}" },
  "fits.source": {
    en: "By your profile, your offers and your newest projects. Of a need without a name only its own words count.",
    de: "Nach Ihrem Profil, Ihren Angeboten und Ihren neuesten Projekten. Bei einem Bedarf ohne Namen zählen allein seine eigenen Worte.",
  },
  "fits.dismissed": {
    en: "{count, plural, one {You called one not relevant} other {You called # not relevant}}",
    de: "{count, plural, one {Einen haben Sie als nicht passend bezeichnet} other {# haben Sie als nicht passend bezeichnet}}",
  },
  "fits.more": { en: "Complete the profile", de: "Profil ergänzen" },

  topic: { en: "Needs and matches that fit", de: "Passende Bedarfe und Organisationen" },
  "told.fits": {
    en: "A need that fits you was opened: “{title}”.",
    de: "Ein Bedarf, der zu Ihnen passt, wurde geöffnet: „{title}“.",
  },
  "told.new": {
    en: "{count, plural, one {One new match} other {# new matches}} for “{title}”.",
    de: "{count, plural, one {Eine neue passende Organisation} other {# neue passende Organisationen}} zu „{title}“.",
  },
  "told.new.kept": {
    en: "{count, plural, one {There is one new match} other {There are # new matches}} for something you keep in confidence.",
    de: "Es gibt {count, plural, one {eine neue passende Organisation} other {# neue passende Organisationen}} zu etwas, das Sie vertraulich halten.",
  },
  "told.nameless": {
    en: "{count, plural, one {One need without a name} other {# needs without a name}} may fit you.",
    de: "{count, plural, one {Ein Bedarf ohne Namen könnte} other {# Bedarfe ohne Namen könnten}} zu Ihnen passen.",
  },

  "column.place": { en: "Rank", de: "Rang" },
  "column.organisation": { en: "Organisation", de: "Organisation" },
  "column.fit": { en: "Fit", de: "Passend" },
  "column.why": { en: "Why", de: "Warum" },
  "column.town": { en: "Place", de: "Ort" },
  "column.said": { en: "Said of it", de: "Dazu gesagt" },
  "column.need": { en: "Need", de: "Bedarf" },
  "column.of": { en: "Of", de: "Von" },
  "column.deadline": { en: "Until", de: "Bis" },
  "column.address": { en: "Address", de: "Adresse" },
  "column.before": { en: "Rank before", de: "Rang vorher" },
} satisfies Messages;

export const sayMatch = speaker(matchMessages);
