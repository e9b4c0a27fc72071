import { POTENTIAL_LEVELS } from "./levels.ts";
import { FINANCE, INFORMATION, MATERIAL, ORGANISATION, PERSONNEL, SCIENCE } from "./sections.ts";
import { both, choice, number, part, questionnaire, scale, several, text, yesNo } from "./write.ts";

export const digitalMember = questionnaire(
  {
    key: "digital-potential",
    version: 1,
    about: "member",
    title: both("Digital potential of a member", "Digitales Potenzial eines Mitglieds"),
    text: both(
      "How far digital means carry an organisation and its cooperation with others: 22 questions in six parts, about a quarter of an hour.",
      "Wie weit digitale Mittel eine Organisation und ihre Zusammenarbeit mit anderen tragen: 22 Fragen in sechs Teilen, etwa eine Viertelstunde.",
    ),
    levels: POTENTIAL_LEVELS,
  },
  [
    part(
      MATERIAL,
      choice(
        "line",
        "How fast is the line of your main site?",
        "Wie schnell ist der Anschluss Ihres Hauptstandorts?",
        [
          ["under-30", "Below 30 Mbit/s", "Unter 30 Mbit/s"],
          ["under-100", "30 to 100 Mbit/s", "30 bis 100 Mbit/s"],
          ["under-1000", "100 Mbit/s to 1 Gbit/s", "100 Mbit/s bis 1 Gbit/s"],
          ["gigabit", "1 Gbit/s or more", "1 Gbit/s oder mehr"],
        ],
      ),
      number(
        "connected-machines",
        "What share of your machines and devices reports its state by itself?",
        "Welcher Anteil Ihrer Maschinen und Geräte meldet seinen Zustand von selbst?",
        [0, 80],
        both("% of machines", "% der Maschinen"),
      ),
      scale(
        "models",
        "What we make exists as a digital model before it exists as a thing.",
        "Was wir herstellen, gibt es als digitales Modell, bevor es als Ding da ist.",
      ),
      yesNo(
        "restore",
        "Did you restore a backup for a test this year?",
        "Haben Sie dieses Jahr probeweise eine Sicherung zurückgespielt?",
      ),
    ),
    part(
      FINANCE,
      number(
        "it-share",
        "What share of turnover goes into digital means, staff included?",
        "Welcher Anteil des Umsatzes geht in digitale Mittel, Personal eingerechnet?",
        [0, 8],
        both("% of turnover", "% vom Umsatz"),
      ),
      number(
        "online-share",
        "What share of orders arrives as data, without being typed in again?",
        "Welcher Anteil der Aufträge kommt als Daten an, ohne abgetippt zu werden?",
        [0, 80],
        both("% of orders", "% der Aufträge"),
      ),
      scale(
        "worth",
        "For digital projects we know afterwards what they brought.",
        "Bei digitalen Vorhaben wissen wir hinterher, was sie gebracht haben.",
      ),
    ),
    part(
      SCIENCE,
      several(
        "tried",
        "What have you tried out in the last two years?",
        "Was haben Sie in den letzten zwei Jahren erprobt?",
        [
          ["simulation", "Simulation or digital twin", "Simulation oder digitaler Zwilling"],
          ["learning", "Learning programs (AI)", "Lernende Programme (KI)"],
          ["additive", "Additive manufacturing", "Additive Fertigung"],
          ["robots", "Robots beside people", "Roboter neben Menschen"],
          ["spaces", "Data spaces", "Datenräume"],
        ],
      ),
      yesNo(
        "digital-partner",
        "Do you develop digital things with a university, an institute or a hub?",
        "Entwickeln Sie Digitales mit einer Hochschule, einem Institut oder einem Zentrum?",
      ),
      scale(
        "from-trial",
        "What proved itself in a trial is in daily use within a year.",
        "Was sich im Versuch bewährt, ist binnen eines Jahres im Alltag.",
        { when: { question: "digital-partner", is: ["yes"] } },
      ),
    ),
    part(
      ORGANISATION,
      choice("plan", "Is there a plan for digital means?", "Gibt es einen Plan für digitale Mittel?", [
        ["none", "No", "Nein"],
        ["idea", "In people's heads", "In den Köpfen"],
        ["written", "Written, without dates", "Geschrieben, ohne Termine"],
        ["dated", "With dates, money and names", "Mit Terminen, Geld und Namen"],
        ["followed", "And looked at every quarter", "Und jedes Quartal angesehen"],
      ]),
      scale(
        "through",
        "An order runs from enquiry to invoice without paper and without being typed twice.",
        "Ein Auftrag läuft von der Anfrage bis zur Rechnung ohne Papier und ohne doppeltes Tippen.",
      ),
      scale(
        "security",
        "It is settled who does what when systems fail or are attacked, and it was practised.",
        "Wer was tut, wenn Systeme ausfallen oder angegriffen werden, ist geregelt und geübt.",
      ),
      yesNo(
        "owner",
        "Does one person in the management answer for digital matters?",
        "Steht in der Leitung eine Person für Digitales ein?",
      ),
    ),
    part(
      PERSONNEL,
      number(
        "specialists",
        "What share of your people are IT specialists or data people?",
        "Welcher Anteil Ihrer Leute sind IT-Fachleute oder Datenleute?",
        [0, 10],
        both("% of people", "% der Beschäftigten"),
      ),
      number(
        "trained",
        "What share was trained in digital work last year?",
        "Welcher Anteil wurde letztes Jahr in digitaler Arbeit geschult?",
        [0, 80],
        both("% of people", "% der Beschäftigten"),
      ),
      scale(
        "own-tools",
        "People adapt their digital tools themselves where these get in their way.",
        "Wen ein digitales Werkzeug stört, der kann es selbst anpassen.",
      ),
    ),
    part(
      INFORMATION,
      choice(
        "exchange",
        "How do you exchange data with your most important partner?",
        "Wie tauschen Sie Daten mit Ihrem wichtigsten Partner aus?",
        [
          ["paper", "By telephone and paper", "Mit Telefon und Papier"],
          ["mail", "By mail", "Per Mail"],
          ["files", "Shared files", "Gemeinsame Dateien"],
          ["portal", "A portal", "Ein Portal"],
          ["systems", "System to system", "Von System zu System"],
        ],
      ),
      scale(
        "one-truth",
        "Figures that matter are the same in every department.",
        "Wichtige Zahlen sind in jeder Abteilung dieselben.",
      ),
      scale(
        "real-time",
        "Whoever needs them sees the state of orders and machines as it is now.",
        "Wer ihn braucht, sieht den Stand von Aufträgen und Maschinen, wie er jetzt ist.",
      ),
      text(
        "next-step",
        "What would be your next digital step, if money were no matter?",
        "Was wäre Ihr nächster digitaler Schritt, wenn Geld keine Rolle spielte?",
      ),
    ),
  ],
  [
    {
      ...{ key: "record-platforms", section: "material", measure: "platforms", low: 0, high: 6 },
      text: both("Platforms and tools in the register", "Plattformen und Werkzeuge im Verzeichnis"),
    },
    {
      ...{ key: "record-digital-links", section: "information", measure: "digital-links", low: 0, high: 60 },
      text: both(
        "Share of links that run over a portal or from system to system",
        "Anteil der Beziehungen über ein Portal oder von System zu System",
      ),
    },
  ],
);
