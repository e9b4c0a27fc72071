import { POTENTIAL_LEVELS } from "./levels.ts";
import { FINANCE, INFORMATION, MATERIAL, ORGANISATION, PERSONNEL, SCIENCE } from "./sections.ts";
import { both, number, part, questionnaire, scale, several, yesNo } from "./write.ts";

export const innovationCluster = questionnaire(
  {
    key: "innovation-potential-cluster",
    version: 1,
    about: "cluster",
    title: both("Innovation potential of the cluster", "Innovationspotenzial des Clusters"),
    text: both(
      "What the cluster as a whole brings along: ten questions for its team, the rest from records and official statistics.",
      "Was der Cluster als Ganzes mitbringt: zehn Fragen an sein Team, der Rest aus Aufzeichnungen und amtlicher Statistik.",
    ),
    levels: POTENTIAL_LEVELS,
  },
  [
    part(
      MATERIAL,
      number(
        "test-beds",
        "How many laboratories and test beds are open to several members?",
        "Wie viele Labore und Prüfstände stehen mehreren Mitgliedern offen?",
        [0, 10],
        both("places", "Orte"),
      ),
      scale(
        "space",
        "A new firm finds rooms in the region within half a year.",
        "Eine neue Firma findet binnen eines halben Jahres Räume in der Region.",
      ),
    ),
    part(
      FINANCE,
      number(
        "private-share",
        "What share of the cluster organisation's budget do members pay?",
        "Welchen Anteil am Haushalt der Clusterorganisation tragen die Mitglieder?",
        [0, 60],
        both("% of the budget", "% des Haushalts"),
      ),
      several(
        "funds",
        "Which money reaches projects of members?",
        "Welches Geld erreicht Vorhaben der Mitglieder?",
        [
          ["regional", "Regional programmes", "Programme des Landes"],
          ["national", "National programmes", "Programme des Bundes"],
          ["european", "European programmes", "Europäische Programme"],
          ["private", "Investors", "Investoren"],
        ],
      ),
    ),
    part(
      SCIENCE,
      scale(
        "transfer",
        "Firms know whom to ask at universities, and get an answer.",
        "Firmen wissen, wen sie an Hochschulen fragen, und bekommen Antwort.",
      ),
    ),
    part(
      ORGANISATION,
      scale(
        "strategy",
        "There is a strategy that members wrote together and look at every year.",
        "Es gibt eine Strategie, die Mitglieder zusammen geschrieben haben und jährlich ansehen.",
      ),
      number(
        "staff",
        "How many full-time people work for the cluster organisation?",
        "Wie viele Vollzeitkräfte arbeiten für die Clusterorganisation?",
        [0, 6],
        both("people", "Personen"),
      ),
    ),
    part(
      PERSONNEL,
      scale(
        "skilled",
        "Skilled people can be found in the region.",
        "Fachkräfte sind in der Region zu finden.",
      ),
      yesNo(
        "joint-training",
        "Is there joint training of members?",
        "Gibt es gemeinsame Ausbildung der Mitglieder?",
      ),
    ),
    part(
      INFORMATION,
      scale(
        "news",
        "What one member needs, others learn within a week.",
        "Was ein Mitglied braucht, erfahren andere binnen einer Woche.",
      ),
    ),
  ],
  [
    {
      ...{ key: "record-joint-projects", section: "science", measure: "joint-projects", low: 0, high: 40 },
      text: both(
        "Projects in which two or more members work together",
        "Projekte, in denen zwei oder mehr Mitglieder zusammenarbeiten",
      ),
    },
    {
      ...{ key: "record-research", section: "science", measure: "research-members", low: 0, high: 30 },
      text: both(
        "Share of members that are universities or institutes",
        "Anteil der Hochschulen und Institute an den Mitgliedern",
      ),
    },
    {
      ...{ key: "record-linked", section: "information", measure: "linked-members", low: 0, high: 90 },
      text: both(
        "Share of members linked to another one",
        "Anteil der Mitglieder mit einer Beziehung zu einem anderen",
      ),
    },
    {
      ...{ key: "record-specialists", section: "personnel", measure: "specialisation", low: 0.5, high: 2 },
      text: both(
        "Technical research, development and engineering in the region's employment, against the country's (location quotient)",
        "Technische Forschung, Entwicklung und Konstruktion in der Beschäftigung der Region, gegen das Land (Lokationsquotient)",
      ),
    },
  ],
);
