import type { Locale } from "../src/kernel/locale.ts";

type Words = Record<Locale, string>;

export interface InventedStory {
  /** The slug of an invented organisation. */
  about: string | null;
  title: Words;
  text: Words;
}

/** What the invented team writes into its report, by the kind of section. */
export const REPORT_TEXTS: Readonly<Record<string, Words>> = {
  year: {
    en: "This report and every text in it are invented for the demonstration. Its figures are computed from the records of the demonstration and open them.\n\nIt was a year of smaller steps and of many of them: more members talk to each other, more of what they look for is written down, and more of it is found next door.",
    de: "Dieser Bericht und jeder Text darin sind für die Vorführung erfunden. Seine Zahlen sind aus den Datensätzen der Vorführung berechnet und öffnen sie.\n\nEs war ein Jahr kleiner Schritte, und vieler: Mehr Mitglieder sprechen miteinander, mehr von dem, was sie suchen, ist aufgeschrieben, und mehr davon findet sich nebenan.",
  },
  members: {
    en: "We do not count heads for their own sake. Who left told us why, and we listened: twice it was a move or a merger, not a disappointment.",
    de: "Wir zählen Mitglieder nicht um der Zahl willen. Wer ging, hat uns gesagt, warum, und wir haben zugehört: Es waren Umzüge und Übernahmen, keine Enttäuschungen.",
  },
  network: {
    en: "A cluster is worth as much as the links between its members. The figures count what both sides have confirmed and what follows from joint public projects.",
    de: "Ein Cluster ist so viel wert wie die Verbindungen zwischen seinen Mitgliedern. Gezählt ist, was beide Seiten bestätigt haben und was aus gemeinsamen öffentlichen Projekten folgt.",
  },
  exchange: {
    en: "Needs kept in confidence are in no figure of this report. What is told here stands under its owner's name in the cluster.",
    de: "Vertrauliche Bedarfe stehen in keiner Zahl dieses Berichts. Was hier steht, steht unter dem Namen seines Eigentümers im Cluster.",
  },
  projects: {
    en: "Most of the joint research of our members is funded by the European Union. We help to find the partners; the work is theirs.",
    de: "Die meiste gemeinsame Forschung unserer Mitglieder fördert die Europäische Union. Wir helfen, Partner zu finden; die Arbeit ist ihre.",
  },
  outlook: {
    en: "Next year we want to bring small firms into projects earlier, to repeat the survey of innovation potential, and to open the test benches of members to each other.",
    de: "Im nächsten Jahr wollen wir kleine Firmen früher in Projekte bringen, die Befragung zum Innovationspotenzial wiederholen und Prüfstände der Mitglieder füreinander öffnen.",
  },
};

/** None of this happened, and none of these exists. */
export const REPORT_STORIES: readonly InventedStory[] = [
  {
    about: "kabinenwerft-nord-invented",
    title: {
      en: "A cabin wall that weighs less than its paint",
      de: "Eine Kabinenwand, leichter als ihr Lack",
    },
    text: {
      en: "An invented cabin builder looked for panels from recycled fibre and found a test laboratory before it found the panels. The two had shared a car park for six years.\n\nAfter three rounds of fire tests the first wall hangs in a mock-up. Whether it flies is decided next year.",
      de: "Ein erfundener Kabinenbauer suchte Platten aus rezyklierter Faser und fand ein Prüflabor, bevor er die Platten fand. Beide hatten sich sechs Jahre lang einen Parkplatz geteilt.\n\nNach drei Runden Brandprüfung hängt die erste Wand in einem Modell. Ob sie fliegt, entscheidet sich im nächsten Jahr.",
    },
  },
  {
    about: "windkanal-elbe-invented",
    title: { en: "A wind tunnel by the hour", de: "Ein Windkanal stundenweise" },
    text: {
      en: "An invented wind tunnel stood idle on Fridays. Since spring five small firms rent it by the hour, and a class of students measures their model gliders for nothing.",
      de: "Ein erfundener Windkanal stand freitags still. Seit dem Frühjahr mieten ihn fünf kleine Firmen stundenweise, und eine Schulklasse vermisst dort umsonst ihre Segelflugmodelle.",
    },
  },
  {
    about: null,
    title: { en: "Thirty talks in one morning", de: "Dreißig Gespräche an einem Vormittag" },
    text: {
      en: "Invented, but as it could be: at a morning of short talks, people met for fifteen minutes each whom nobody had thought of introducing. Three of them write an application together now.",
      de: "Erfunden, aber so könnte es sein: An einem Vormittag kurzer Gespräche trafen sich je eine Viertelstunde lang Menschen, die niemand einander vorgestellt hätte. Drei von ihnen schreiben nun gemeinsam einen Antrag.",
    },
  },
];
