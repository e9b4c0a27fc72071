import { MATURITY_LEVELS } from "./levels.ts";
import { AUTOMATION, DATA, GREEN, HUMAN, READINESS, STRATEGY } from "./sections.ts";
import { both, choice, part, questionnaire, scale, several, yesNo } from "./write.ts";

const USE = [
  ["none", "Not at all", "Gar nicht"],
  ["thought", "Being considered", "Wird überlegt"],
  ["tried", "Being tried", "Wird erprobt"],
  ["introduced", "Being introduced", "Wird eingeführt"],
  ["daily", "In daily use", "Im Alltag"],
] as const;

export const digitalMaturity = questionnaire(
  {
    key: "digital-maturity",
    version: 1,
    about: "member",
    title: both("Digital maturity", "Digitaler Reifegrad"),
    text: both(
      "A check along the six dimensions that the European hubs for digital innovation look at, in our own words: 20 questions, about ten minutes. It is not the hubs' own test and gives none of its certificates.",
      "Eine Prüfung entlang der sechs Dimensionen, die die europäischen Zentren für digitale Innovation betrachten, in eigenen Worten: 20 Fragen, etwa zehn Minuten. Sie ist nicht deren eigener Test und ersetzt kein Zeugnis von dort.",
    ),
    levels: MATURITY_LEVELS,
  },
  [
    part(
      STRATEGY,
      several(
        "invested",
        "In which areas did you invest in digital means last year?",
        "In welche Bereiche haben Sie letztes Jahr digital investiert?",
        [
          ["design", "Design of products and services", "Entwurf von Produkten und Diensten"],
          ["operations", "Production and operations", "Fertigung und Betrieb"],
          ["logistics", "Storage and transport", "Lager und Transport"],
          ["sales", "Marketing and sales", "Marketing und Vertrieb"],
          ["administration", "Purchasing, administration, personnel", "Einkauf, Verwaltung, Personal"],
          ["cooperation", "Cooperation with partners", "Zusammenarbeit mit Partnern"],
        ],
      ),
      scale(
        "goals",
        "Digital goals follow from the goals of the business and are known to everybody.",
        "Digitale Ziele folgen aus den Zielen des Geschäfts und sind allen bekannt.",
      ),
      scale(
        "means",
        "Money and people for the next digital steps are there.",
        "Geld und Leute für die nächsten digitalen Schritte sind da.",
      ),
      scale(
        "risk",
        "What could go wrong with digital projects is thought about beforehand.",
        "Was bei digitalen Vorhaben schiefgehen kann, wird vorher bedacht.",
      ),
    ),
    part(
      READINESS,
      several("common", "Which of these are in daily use?", "Was davon ist im Alltag in Gebrauch?", [
        ["website", "A website that is kept up to date", "Eine gepflegte Website"],
        ["shop", "Selling over the net", "Verkauf über das Netz"],
        ["remote", "Meetings and work over the net", "Treffen und Arbeit über das Netz"],
        [
          "systems",
          "A system for orders, stock and invoices",
          "Ein System für Aufträge, Lager und Rechnungen",
        ],
        ["invoices", "Invoices as structured data", "Rechnungen als strukturierte Daten"],
        ["administration", "Dealings with authorities over the net", "Behördengänge über das Netz"],
      ]),
      choice("twin", "Simulation or digital twin", "Simulation oder digitaler Zwilling", USE),
      choice("things", "Connected machines and things", "Vernetzte Maschinen und Dinge", USE),
      choice("additive", "Additive manufacturing", "Additive Fertigung", USE, { weight: 0.5 }),
    ),
    part(
      HUMAN,
      several("learning", "How do people learn digital work?", "Wie lernen Menschen digitales Arbeiten?", [
        ["plan", "By a plan of learning", "Nach einem Lernplan"],
        ["courses", "In courses", "In Kursen"],
        ["at-work", "At work, from one another", "Bei der Arbeit, voneinander"],
        ["outside", "At schools and universities", "An Schulen und Hochschulen"],
      ]),
      scale(
        "say",
        "Those who work with a new tool have a say in its choice.",
        "Wer mit einem neuen Werkzeug arbeitet, bestimmt bei der Auswahl mit.",
      ),
      scale(
        "help",
        "Whoever gets stuck gets help the same day.",
        "Wer nicht weiterkommt, bekommt noch am selben Tag Hilfe.",
      ),
    ),
    part(
      DATA,
      scale(
        "find",
        "Data are stored so that others find and understand them.",
        "Daten liegen so, dass andere sie finden und verstehen.",
      ),
      scale(
        "join",
        "Data of different systems are brought together without copying by hand.",
        "Daten verschiedener Systeme kommen zusammen, ohne dass jemand kopiert.",
      ),
      yesNo(
        "plan-b",
        "Is there a tested plan for the day on which systems stand still?",
        "Gibt es einen erprobten Plan für den Tag, an dem Systeme stillstehen?",
      ),
      scale(
        "decide",
        "Decisions are taken with figures at hand.",
        "Entschieden wird mit Zahlen in der Hand.",
      ),
    ),
    part(
      AUTOMATION,
      choice(
        "language",
        "Programs that read and write texts",
        "Programme, die Texte lesen und schreiben",
        USE,
      ),
      choice("images", "Programs that see or hear", "Programme, die sehen oder hören", USE),
      choice("robots", "Robots and self-driving devices", "Roboter und selbstfahrende Geräte", USE),
      choice("foresight", "Programs that foresee or advise", "Programme, die vorhersagen oder raten", USE),
    ),
    part(
      GREEN,
      several("saves", "Where do digital means help to save?", "Wo helfen digitale Mittel beim Sparen?", [
        ["energy", "Energy", "Energie"],
        ["material", "Material", "Material"],
        ["ways", "Journeys and transport", "Wege und Transport"],
        ["paper", "Paper", "Papier"],
        ["waste", "Waste and emissions", "Abfall und Emissionen"],
      ]),
      scale(
        "choice",
        "Environment counts when digital things are bought.",
        "Beim Kauf von Digitalem zählt die Umwelt.",
      ),
      yesNo(
        "measured",
        "Is the energy of your own computing measured?",
        "Wird die Energie der eigenen Rechentechnik gemessen?",
      ),
    ),
  ],
  [],
);
