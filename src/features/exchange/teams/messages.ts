import { speaker } from "../../../kernel/messages.ts";

export const teamMessages = {
  "team.title": { en: "Team", de: "Team" },
  "team.need": { en: "The need", de: "Der Bedarf" },
  "team.matches": { en: "All matches", de: "Alles Passende" },
  "rule.met": { en: "kept", de: "gehalten" },
  "rule.broken": { en: "broken", de: "gebrochen" },
  "team.lede": {
    en: "{partners, plural, =0 {Nobody who fits masters what is to be covered.} one {One partner covers {covered} of what is to be mastered.} other {# partners cover {covered} of what is to be mastered.}}",
    de: "{partners, plural, =0 {Niemand, der passt, beherrscht, was gebraucht wird.} one {Ein Partner deckt {covered} dessen ab, was beherrscht werden muss.} other {# Partner decken {covered} dessen ab, was beherrscht werden muss.}}",
  },
  "team.best": {
    en: "No team that keeps these rules covers more.",
    de: "Kein Team, das diese Regeln hält, deckt mehr ab.",
  },
  "team.bound": {
    en: "At least {share} of what the best team could cover.",
    de: "Mindestens {share} dessen, was das beste Team abdecken könnte.",
  },
  "team.broken": {
    en: "No team among {candidates} organisations keeps all rules. This is as near as it gets.",
    de: "Unter {candidates} Organisationen hält kein Team alle Regeln. Näher kommt keines.",
  },
  "team.conflict": {
    en: "These rules cannot be kept together: {rules}.",
    de: "Diese Regeln lassen sich nicht zusammen halten: {rules}.",
  },
  "team.helps": {
    en: "Without one of these there is a team: {rules}.",
    de: "Ohne eine von diesen gibt es ein Team: {rules}.",
  },
  "team.nothing": {
    en: "Nothing is to be covered yet: the need names no competences. Add words below.",
    de: "Noch ist nichts abzudecken: Der Bedarf nennt keine Kompetenzen. Unten Wörter ergänzen.",
  },
  "team.rules": { en: "Rules", de: "Regeln" },
  "team.again": { en: "Propose a team", de: "Team vorschlagen" },
  "field.least": { en: "Partners at least", de: "Partner mindestens" },
  "field.most": { en: "Partners at most", de: "Partner höchstens" },
  "field.countries": { en: "Countries at least", de: "Länder mindestens" },
  "field.regions": { en: "Regions at least", de: "Regionen mindestens" },
  "field.regions.hint": { en: "NUTS 2, as DE60.", de: "NUTS 2, wie DE60." },
  "field.sme": {
    en: "Small and medium firms, per cent at least",
    de: "Kleine und mittlere Firmen, Prozent mindestens",
  },
  "field.kind": { en: "At least one of each", de: "Mindestens je eine" },
  "field.budget": { en: "Budget, euros at most", de: "Budget, Euro höchstens" },
  "field.budget.hint": {
    en: "Counted with what each had in its public projects on average.",
    de: "Gerechnet mit dem, was jede in ihren öffentlichen Projekten im Mittel erhielt.",
  },
  "field.rivals": {
    en: "No two firms of one industry (NACE class)",
    de: "Keine zwei Firmen einer Branche (NACE-Klasse)",
  },
  "field.words": { en: "Further competences to cover", de: "Weitere abzudeckende Kompetenzen" },
  "field.words.hint": { en: "Separated by commas.", de: "Durch Kommas getrennt." },
  "covered.title": { en: "What is covered", de: "Was abgedeckt ist" },
  "covered.sentence": {
    en: "How likely at least one partner masters it, by what they did in public projects and say of themselves.",
    de: "Wie wahrscheinlich es mindestens ein Partner beherrscht, nach öffentlichen Projekten und eigenen Angaben.",
  },
  "covered.competence": { en: "Competence", de: "Kompetenz" },
  "covered.share": { en: "Covered", de: "Abgedeckt" },
  "partner.title": { en: "Partner", de: "Partner" },
  "partner.brings": { en: "Brings {competences}.", de: "Bringt {competences} ein." },
  "partner.only": { en: "Alone in the team with {competences}.", de: "Im Team allein mit {competences}." },
  "partner.serves": {
    en: "Without this one, a rule breaks: {rules}.",
    de: "Ohne diesen Partner bricht eine Regel: {rules}.",
  },
  "partner.loses": {
    en: "The team covers {share} less without.",
    de: "Ohne deckt das Team {share} weniger ab.",
  },
  "partner.contribution": { en: "Loss without", de: "Verlust ohne" },
  "partner.out": { en: "Leave out", de: "Weglassen" },
  "partner.fit": { en: "{percent} fit: open the profile", de: "passt zu {percent}: Profil öffnen" },
  "partner.keep": { en: "Keep", de: "Behalten" },
  "partner.kept": { en: "kept", de: "behalten" },
  "partner.instead": { en: "Instead:", de: "Stattdessen:" },
  "partner.ask": { en: "Ask for an introduction", de: "Um eine Vermittlung bitten" },
  "out.title": { en: "Left out", de: "Weggelassen" },
  "out.back": { en: "take back", de: "zurücknehmen" },
  "rule.size": {
    en: "{have, plural, one {one partner} other {# partners}}, {least} to {most} asked for",
    de: "{have} Partner, verlangt {least} bis {most}",
  },
  "rule.countries": {
    en: "{have, plural, one {one country} other {# countries}}, {least} asked for",
    de: "{have, plural, one {ein Land} other {# Länder}}, verlangt {least}",
  },
  "rule.regions": {
    en: "{have, plural, one {one region} other {# regions}}, {least} asked for",
    de: "{have, plural, one {eine Region} other {# Regionen}}, verlangt {least}",
  },
  "rule.sme-share": {
    en: "{have} small and medium firms, {least} asked for",
    de: "{have} kleine und mittlere Firmen, verlangt {least}",
  },
  "rule.kind": { en: "{kind}: {have}, {least} asked for", de: "{kind}: {have}, verlangt {least}" },
  "rule.cost": { en: "{have} of {most} budget", de: "{have} von {most} Budget" },
  "rule.rivals": { en: "no two firms of one industry", de: "keine zwei Firmen einer Branche" },
  "rule.include": { en: "those to be kept are in", de: "die zu behaltenden sind dabei" },
  "rule.exclude": { en: "those left out are not in", de: "die weggelassenen sind nicht dabei" },
  "kind.enterprise": { en: "Enterprise", de: "Unternehmen" },
  "kind.research": { en: "Research", de: "Forschung" },
  "kind.authority": { en: "Authority", de: "Behörde" },
  "kind.development": { en: "Development institution", de: "Entwicklungsinstitution" },
  "kind.association": { en: "Association", de: "Verband" },
  "kind.finance": { en: "Finance", de: "Finanzierung" },
  "kind.service": { en: "Service", de: "Dienstleistung" },
  "kind.inventor": { en: "Inventor", de: "Erfinderin oder Erfinder" },
} as const;

export const sayTeam = speaker(teamMessages);
