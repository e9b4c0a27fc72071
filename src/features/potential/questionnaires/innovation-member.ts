import { POTENTIAL_LEVELS } from "./levels.ts";
import { FINANCE, INFORMATION, MATERIAL, ORGANISATION, PERSONNEL, SCIENCE } from "./sections.ts";
import { both, choice, number, part, questionnaire, scale, several, text, yesNo } from "./write.ts";

export const innovationMember = questionnaire(
  {
    key: "innovation-potential",
    version: 1,
    about: "member",
    title: both("Innovation potential of a member", "Innovationspotenzial eines Mitglieds"),
    text: both(
      "How well an organisation is placed to make something new and bring it into use: 24 questions in six parts, about a quarter of an hour. What the house knows already is not asked.",
      "Wie gut eine Organisation dafür aufgestellt ist, Neues zu schaffen und in Gebrauch zu bringen: 24 Fragen in sechs Teilen, etwa eine Viertelstunde. Was das Haus schon weiß, wird nicht gefragt.",
    ),
    levels: POTENTIAL_LEVELS,
  },
  [
    part(
      MATERIAL,
      scale(
        "test-space",
        "There is space and equipment to build and test a first version of something new.",
        "Es gibt Platz und Gerät, um eine erste Fassung von etwas Neuem zu bauen und zu prüfen.",
      ),
      choice(
        "age",
        "How old is the equipment that matters most?",
        "Wie alt ist die wichtigste Ausstattung?",
        [
          ["over-15", "More than 15 years", "Mehr als 15 Jahre"],
          ["to-15", "10 to 15 years", "10 bis 15 Jahre"],
          ["to-10", "5 to 10 years", "5 bis 10 Jahre"],
          ["under-5", "Less than 5 years", "Weniger als 5 Jahre"],
        ],
      ),
      yesNo(
        "shared-equipment",
        "Do you use equipment of other organisations, or lend yours?",
        "Nutzen Sie Gerät anderer Organisationen, oder verleihen Sie eigenes?",
      ),
      several(
        "shared-kinds",
        "Which of it is shared?",
        "Was davon wird geteilt?",
        [
          ["machines", "Machines", "Maschinen"],
          ["laboratories", "Laboratories and test beds", "Labore und Prüfstände"],
          ["software", "Software and computing", "Software und Rechenzeit"],
          ["rooms", "Rooms and halls", "Räume und Hallen"],
        ],
        { when: { question: "shared-equipment", is: ["yes"] }, weight: 0.5 },
      ),
    ),
    part(
      FINANCE,
      number(
        "rd-share",
        "What share of last year's turnover went into developing something new?",
        "Welcher Anteil des Umsatzes ging letztes Jahr in die Entwicklung von Neuem?",
        [0, 10],
        both("% of turnover", "% vom Umsatz"),
        { hint: both("For institutes: of the budget.", "Bei Instituten: vom Haushalt.") },
      ),
      number(
        "new-share",
        "What share of turnover comes from products and services younger than three years?",
        "Welcher Anteil des Umsatzes kommt aus Produkten und Diensten, die jünger als drei Jahre sind?",
        [0, 40],
        both("% of turnover", "% vom Umsatz"),
      ),
      scale(
        "staying-power",
        "A promising idea gets money for two years, also when orders are few.",
        "Eine gute Idee bekommt zwei Jahre lang Geld, auch wenn Aufträge fehlen.",
      ),
      several(
        "sources",
        "Where does the money for new things come from?",
        "Woher kommt das Geld für Neues?",
        [
          ["own", "Own earnings", "Eigene Erträge"],
          ["grants", "Grants", "Fördermittel"],
          ["partners", "Partners and customers", "Partner und Kunden"],
          ["capital", "Loans or capital", "Kredite oder Kapital"],
        ],
      ),
    ),
    part(
      SCIENCE,
      scale(
        "watch",
        "Somebody follows what science finds out in our field and tells the others.",
        "Jemand verfolgt, was die Wissenschaft in unserem Feld herausfindet, und erzählt es weiter.",
      ),
      yesNo(
        "joint-research",
        "Did you work on a research project with a university or institute in the last three years?",
        "Haben Sie in den letzten drei Jahren mit einer Hochschule oder einem Institut geforscht?",
      ),
      scale("into-use", "What came of it is in use today.", "Was dabei herauskam, ist heute in Gebrauch.", {
        when: { question: "joint-research", is: ["yes"] },
      }),
      number(
        "rights",
        "How many patents, designs or registered software works have you filed in five years?",
        "Wie viele Patente, Designs oder Softwarewerke haben Sie in fünf Jahren angemeldet?",
        [0, 10],
        both("filings", "Anmeldungen"),
      ),
    ),
    part(
      ORGANISATION,
      choice(
        "who-decides",
        "How long does it take from an idea to a yes or no?",
        "Wie lange dauert es von einer Idee bis zum Ja oder Nein?",
        [
          ["never", "There is often no answer", "Oft gibt es keine Antwort"],
          ["year", "Up to a year", "Bis zu einem Jahr"],
          ["quarter", "Up to three months", "Bis zu drei Monaten"],
          ["month", "Less than a month", "Weniger als einen Monat"],
        ],
      ),
      scale(
        "responsible",
        "For each project of something new one person has the time and the say.",
        "Für jedes Vorhaben hat eine Person die Zeit und das Sagen.",
      ),
      scale(
        "stopping",
        "Projects that lead nowhere are ended, and what was learnt is written down.",
        "Vorhaben, die nirgends hinführen, werden beendet, und was gelernt wurde, wird festgehalten.",
      ),
      scale(
        "with-customers",
        "Customers or users have a part in development from the beginning.",
        "Kunden oder Nutzer sind an der Entwicklung von Anfang an beteiligt.",
      ),
    ),
    part(
      PERSONNEL,
      number(
        "rd-people",
        "What share of your people mainly works on something new?",
        "Welcher Anteil Ihrer Leute arbeitet hauptsächlich an Neuem?",
        [0, 25],
        both("% of people", "% der Beschäftigten"),
      ),
      number(
        "learning-days",
        "How many days a year does a person spend on learning, on average?",
        "Wie viele Tage im Jahr lernt eine Person im Mittel?",
        [0, 8],
        both("days", "Tage"),
      ),
      scale(
        "free-time",
        "People may spend working time on ideas of their own.",
        "Wer eine eigene Idee hat, darf Arbeitszeit darauf verwenden.",
      ),
      scale(
        "missing-skills",
        "Skills that are missing are found within half a year.",
        "Fehlende Fähigkeiten finden sich innerhalb eines halben Jahres.",
      ),
    ),
    part(
      INFORMATION,
      scale(
        "found-again",
        "What one part of the house found out is found by the others.",
        "Was ein Teil des Hauses herausgefunden hat, finden die anderen wieder.",
      ),
      scale(
        "partners-told",
        "Partners learn early about plans that touch them.",
        "Partner erfahren früh von Plänen, die sie berühren.",
      ),
      several("heard", "Where do ideas from outside come from?", "Woher kommen Ideen von außen?", [
        ["customers", "Customers", "Kunden"],
        ["suppliers", "Suppliers", "Lieferanten"],
        ["science", "Universities and institutes", "Hochschulen und Institute"],
        ["cluster", "Others of the cluster", "Andere aus dem Cluster"],
        ["fairs", "Fairs and journals", "Messen und Fachpresse"],
      ]),
      text("obstacle", "What stands most in the way of something new?", "Was steht Neuem am meisten im Weg?"),
    ),
  ],
  [
    {
      ...{ key: "record-projects", section: "science", measure: "projects", low: 0, high: 8 },
      text: both("Research projects in the registry", "Forschungsprojekte im Register"),
    },
    {
      ...{ key: "record-links", section: "information", measure: "links", low: 0, high: 12 },
      text: both("Links to others of the cluster", "Beziehungen zu anderen des Clusters"),
    },
    {
      ...{
        key: "record-competences",
        section: "personnel",
        measure: "competences",
        low: 0,
        high: 12,
        weight: 0.5,
      },
      text: both("Competences in the profile", "Kompetenzen im Profil"),
    },
  ],
);
