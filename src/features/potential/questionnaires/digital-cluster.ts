import { POTENTIAL_LEVELS } from "./levels.ts";
import { FINANCE, INFORMATION, MATERIAL, ORGANISATION, PERSONNEL, SCIENCE } from "./sections.ts";
import { both, number, part, questionnaire, scale, several, yesNo } from "./write.ts";

export const digitalCluster = questionnaire(
  {
    key: "digital-potential-cluster",
    version: 1,
    about: "cluster",
    title: both("Digital potential of the cluster", "Digitales Potenzial des Clusters"),
    text: both(
      "What carries the members' digital work together: nine questions for the team, the rest from links and from the register of platforms.",
      "Was die digitale Zusammenarbeit der Mitglieder trägt: neun Fragen an das Team, der Rest aus Beziehungen und dem Verzeichnis der Plattformen.",
    ),
    levels: POTENTIAL_LEVELS,
  },
  [
    part(
      MATERIAL,
      scale(
        "network",
        "Every member's site has a fast line.",
        "Jeder Standort eines Mitglieds hat einen schnellen Anschluss.",
      ),
    ),
    part(
      FINANCE,
      scale(
        "common-money",
        "There is common money for common digital things.",
        "Es gibt gemeinsames Geld für gemeinsames Digitales.",
      ),
      number(
        "services",
        "How many digital services does the cluster offer its members?",
        "Wie viele digitale Dienste bietet der Cluster seinen Mitgliedern?",
        [0, 8],
        both("services", "Dienste"),
      ),
    ),
    part(
      SCIENCE,
      yesNo(
        "hub",
        "Does the cluster work with a European hub for digital innovation?",
        "Arbeitet der Cluster mit einem europäischen Zentrum für digitale Innovation zusammen?",
      ),
      scale(
        "trials",
        "Members can try new digital means together before they buy.",
        "Mitglieder können neue digitale Mittel zusammen erproben, bevor sie kaufen.",
      ),
    ),
    part(
      ORGANISATION,
      scale(
        "rules",
        "Who may use whose data is settled among members.",
        "Wer wessen Daten nutzen darf, ist unter den Mitgliedern geregelt.",
      ),
      several("agreed", "What have members agreed on?", "Worauf haben sich Mitglieder geeinigt?", [
        ["formats", "Formats of data", "Formate von Daten"],
        ["identity", "How one signs in with another", "Anmeldung beieinander"],
        ["security", "What security each one keeps", "Welche Sicherheit jedes einhält"],
        ["exit", "How one leaves a platform again", "Wie man eine Plattform wieder verlässt"],
      ]),
    ),
    part(
      PERSONNEL,
      scale(
        "help",
        "Smaller members find help with digital questions in the cluster.",
        "Kleinere Mitglieder finden im Cluster Hilfe bei digitalen Fragen.",
      ),
    ),
    part(
      INFORMATION,
      scale(
        "exchange",
        "Members exchange data along the chain without typing them again.",
        "Mitglieder tauschen entlang der Kette Daten aus, ohne sie abzutippen.",
      ),
    ),
  ],
  [
    {
      ...{ key: "record-common", section: "material", measure: "common-platforms", low: 0, high: 60 },
      text: both(
        "Share of members on a platform they have in common",
        "Anteil der Mitglieder auf einer gemeinsamen Plattform",
      ),
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
