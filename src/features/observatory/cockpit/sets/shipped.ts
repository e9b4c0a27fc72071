import type { Field, Indicator, IndicatorSet, Texts, Unit } from "../words.ts";

/**
 * The sets that come with the house. Nobody who awards a label wrote them: the official lists are not public, the names are told from
 * memory and in our own words, the thresholds are a start. That is why this is a self-check, and why every set can be copied and changed.
 */
const of = (
  field: Field,
  key: string,
  unit: Unit,
  threshold: number,
  name: readonly [en: string, de: string],
  text: readonly [en: string, de: string],
): Indicator => ({ key, field, unit, threshold, name: both(name), text: both(text) });

const both = ([en, de]: readonly [string, string]): Texts => ({ en, de });

const shipped = (
  slug: string,
  title: readonly [string, string],
  about: readonly [string, string],
  indicators: readonly Indicator[],
): IndicatorSet => ({
  slug,
  version: 1,
  title: both(title),
  about: both(about),
  indicators,
  shipped: true,
  copiedFrom: null,
  madeAt: null,
});

const STRUCTURE: readonly Indicator[] = [
  of(
    "structure",
    "committed-share",
    "percent",
    60,
    ["Members who take part", "Mitglieder, die mitwirken"],
    [
      "Members with at least one act in twelve months: a link, a need, an offer, an event, an answer to a campaign.",
      "Mitglieder mit mindestens einer Handlung in zwölf Monaten: einer Verbindung, einem Bedarf, einem Angebot, einer Veranstaltung, einer Antwort auf eine Umfrage.",
    ],
  ),
  of(
    "structure",
    "actor-kinds",
    "number",
    3,
    ["Sides that belong", "Beteiligte Seiten"],
    [
      "Of business, science, the public side and those between them, how many are among the members.",
      "Wie viele von Wirtschaft, Wissenschaft, öffentlicher Seite und Mittlern unter den Mitgliedern sind.",
    ],
  ),
  of(
    "structure",
    "committed-members",
    "number",
    40,
    ["Number of members who take part", "Zahl der mitwirkenden Mitglieder"],
    [
      "Members with at least one act in twelve months, counted.",
      "Mitglieder mit mindestens einer Handlung in zwölf Monaten, gezählt.",
    ],
  ),
  of(
    "structure",
    "near-share",
    "percent",
    60,
    ["Nearness", "Räumliche Nähe"],
    [
      "Members within 50 km of the middle of all members whose place is known.",
      "Mitglieder im Umkreis von 50 km um die Mitte aller Mitglieder mit bekanntem Ort.",
    ],
  ),
];

const STAFF = of(
  "management",
  "staff-fte",
  "number",
  1.5,
  ["People who work for the cluster", "Stellen für den Cluster"],
  [
    "Full-time equivalents that are paid to work for the cluster.",
    "Bezahlte Vollzeitstellen, die für den Cluster arbeiten.",
  ],
);
const RETENTION = of(
  "management",
  "retention",
  "percent",
  90,
  ["Members who stay", "Mitglieder, die bleiben"],
  [
    "Of the members a year ago, those who still belong.",
    "Von den Mitgliedern vor einem Jahr jene, die noch dazugehören.",
  ],
);
const COOPERATING = of(
  "management",
  "cooperating-share",
  "percent",
  50,
  ["Members who work with members", "Zusammenarbeit unter Mitgliedern"],
  [
    "Members with at least one confirmed link or joint project with another member.",
    "Mitglieder mit mindestens einer bestätigten Verbindung oder einem gemeinsamen Projekt mit einem anderen Mitglied.",
  ],
);
const YEARS = of(
  "management",
  "years-running",
  "number",
  4,
  ["Years of running", "Jahre des Bestehens"],
  ["Whole years since the cluster was founded.", "Volle Jahre seit Gründung des Clusters."],
);

const MANAGEMENT: readonly Indicator[] = [
  YEARS,
  STAFF,
  of(
    "management",
    "staff-qualified",
    "percent",
    80,
    ["Trained and experienced people", "Ausbildung und Erfahrung im Team"],
    [
      "Share of the team with a degree that fits and three years in the field or in running clusters.",
      "Anteil des Teams mit passendem Abschluss und drei Jahren Erfahrung im Feld oder in der Clusterarbeit.",
    ],
  ),
  of(
    "management",
    "training-days",
    "number",
    3,
    ["Days of learning", "Tage der Fortbildung"],
    [
      "Days of training for each person of the team in a year.",
      "Fortbildungstage je Person des Teams im Jahr.",
    ],
  ),
  of(
    "management",
    "team-retention",
    "percent",
    75,
    ["A team that stays", "Ein Team, das bleibt"],
    [
      "Of the offices held a year ago, those still held by the same person.",
      "Von den Ämtern vor einem Jahr jene, die dieselbe Person noch innehat.",
    ],
  ),
  RETENTION,
  of(
    "management",
    "voting-share",
    "percent",
    50,
    ["Members who decide", "Mitglieder, die mitentscheiden"],
    ["Members whose level gives them a vote.", "Mitglieder, denen ihre Mitgliedsstufe eine Stimme gibt."],
  ),
  of(
    "management",
    "contacted-share",
    "percent",
    60,
    ["Members the team met or heard", "Vom Team getroffene oder gehörte Mitglieder"],
    [
      "Members who came to an event or answered a campaign in twelve months. Notes of the team are not counted: they stay with those who wrote them.",
      "Mitglieder, die in zwölf Monaten zu einer Veranstaltung kamen oder eine Umfrage beantworteten. Notizen des Teams zählen nicht: Sie bleiben bei denen, die sie schrieben.",
    ],
  ),
  COOPERATING,
  of(
    "management",
    "science-share",
    "percent",
    40,
    ["Firms with ties to science", "Firmen mit Verbindung zur Wissenschaft"],
    [
      "Member firms with at least one link or joint project with a university or institute, inside or outside.",
      "Mitgliedsfirmen mit mindestens einer Verbindung oder einem gemeinsamen Projekt mit einer Hochschule oder einem Institut, drinnen oder draußen.",
    ],
  ),
];

const FINANCING: readonly Indicator[] = [
  of(
    "financing",
    "funds-months",
    "number",
    24,
    ["Months with secured funds", "Monate mit gesicherten Mitteln"],
    [
      "For how many months ahead the team is paid for.",
      "Für wie viele Monate die Arbeit des Teams bezahlt ist.",
    ],
  ),
  of(
    "financing",
    "private-share",
    "percent",
    40,
    ["Private share of income", "Privater Anteil der Einnahmen"],
    [
      "Dues, services and sponsors as a share of all income of the year.",
      "Beiträge, Leistungen und Sponsoren als Anteil aller Einnahmen des Jahres.",
    ],
  ),
];

const STRATEGY_DATE = of(
  "strategy",
  "strategy-decided",
  "months-since",
  36,
  ["A written strategy", "Eine schriftliche Strategie"],
  ["The day the strategy in force was decided.", "Der Tag, an dem die geltende Strategie beschlossen wurde."],
);
const MEASURES_PLANNED = of(
  "strategy",
  "measures-planned",
  "percent",
  90,
  ["Goals with a plan", "Ziele mit einem Plan"],
  [
    "Goals of the strategy that have measures, somebody in charge, a date and a budget.",
    "Ziele der Strategie mit Maßnahmen, Verantwortlichen, Termin und Budget.",
  ],
);

const STRATEGY: readonly Indicator[] = [
  of(
    "strategy",
    "strategy-voices",
    "percent",
    50,
    ["Voices in the strategy", "Stimmen zur Strategie"],
    [
      "Members who took part when the strategy was made.",
      "Mitglieder, die an der Strategie mitgearbeitet haben.",
    ],
  ),
  STRATEGY_DATE,
  MEASURES_PLANNED,
  of(
    "strategy",
    "budget-checked",
    "months-since",
    6,
    ["Plan against actual", "Plan gegen Ist"],
    [
      "The last day the budget of each measure was compared with what was spent.",
      "Der letzte Tag, an dem das Budget jeder Maßnahme mit den Ausgaben verglichen wurde.",
    ],
  ),
  of(
    "strategy",
    "strategy-reviewed",
    "months-since",
    12,
    ["Strategy looked at again", "Strategie überprüft"],
    [
      "The last day strategy and plan were reviewed, and what changed was written down.",
      "Der letzte Tag, an dem Strategie und Plan überprüft und Änderungen festgehalten wurden.",
    ],
  ),
  of(
    "strategy",
    "months-watched",
    "number",
    10,
    ["Months with kept figures", "Monate mit festgehaltenen Werten"],
    [
      "Of the last twelve months, those in which these figures were kept.",
      "Von den letzten zwölf Monaten jene, in denen diese Werte festgehalten wurden.",
    ],
  ),
  of(
    "strategy",
    "focus-share",
    "percent",
    60,
    ["Members in the cluster's fields", "Mitglieder in den Feldern des Clusters"],
    [
      "Members whose industry or projects lie in the fields the cluster has chosen.",
      "Mitglieder, deren Branche oder Projekte in den gewählten Feldern des Clusters liegen.",
    ],
  ),
  of(
    "strategy",
    "events-held",
    "number",
    4,
    ["Events held", "Veranstaltungen"],
    [
      "Events of the cluster that took place in twelve months.",
      "Veranstaltungen des Clusters, die in zwölf Monaten stattfanden.",
    ],
  ),
  of(
    "strategy",
    "outcome-share",
    "percent",
    40,
    ["Introductions that came to something", "Vermittlungen mit Ergebnis"],
    [
      "Of the introductions of two years to which both said yes, those of which something came. Nothing confidential is counted.",
      "Von den Vermittlungen aus zwei Jahren, zu denen beide Ja sagten, jene mit Ergebnis. Vertrauliches zählt nicht.",
    ],
  ),
  of(
    "strategy",
    "working-groups",
    "number",
    3,
    ["Working groups", "Arbeitsgruppen"],
    [
      "Groups of members that met at least twice in twelve months.",
      "Gruppen von Mitgliedern, die sich in zwölf Monaten mindestens zweimal trafen.",
    ],
  ),
  of(
    "strategy",
    "reached-share",
    "percent",
    80,
    ["Members within reach", "Erreichbare Mitglieder"],
    [
      "Members with a person here who may speak for them and gets the cluster's news.",
      "Mitglieder mit einer Person, die hier für sie sprechen darf und Nachrichten des Clusters bekommt.",
    ],
  ),
  of(
    "strategy",
    "web-presence",
    "number",
    5,
    ["Presence on the web", "Auftritt im Netz"],
    [
      "Of five checks of the cluster's public page: open to all, text in English, text in German, an address of its own, something new in twelve months.",
      "Von fünf Prüfungen der öffentlichen Clusterseite: für alle offen, Text auf Englisch, Text auf Deutsch, eine eigene Adresse, Neues in zwölf Monaten.",
    ],
  ),
];

const RESULTS: readonly Indicator[] = [
  of(
    "results",
    "press-mentions",
    "number",
    12,
    ["In the press", "In der Presse"],
    [
      "Mentions of the cluster in press, journals and media in twelve months, with links.",
      "Erwähnungen des Clusters in Presse, Fachzeitschriften und Medien in zwölf Monaten, mit Verweisen.",
    ],
  ),
  of(
    "results",
    "outcomes-confirmed",
    "number",
    5,
    ["Successes both sides confirm", "Von beiden bestätigte Erfolge"],
    [
      "Introductions of two years of which something came that both sides confirmed. Nothing confidential is counted.",
      "Vermittlungen aus zwei Jahren mit einem Ergebnis, das beide Seiten bestätigt haben. Vertrauliches zählt nicht.",
    ],
  ),
  of(
    "results",
    "satisfaction",
    "percent",
    70,
    ["Satisfied members", "Zufriedene Mitglieder"],
    [
      "Members who called themselves satisfied or very satisfied in the last survey.",
      "Mitglieder, die sich in der letzten Befragung zufrieden oder sehr zufrieden nannten.",
    ],
  ),
];

const EXCELLENCE = shipped(
  "excellence",
  ["Self-check for cluster excellence", "Selbstprüfung zur Cluster-Exzellenz"],
  [
    "31 indicators in five fields, after what is publicly told of the European excellence scheme. Names are from memory and in our own words, thresholds are ours; neither is official. The result is a self-check and no label.",
    "31 Indikatoren in fünf Feldern, angelehnt an das, was über das europäische Exzellenzverfahren öffentlich bekannt ist. Die Namen stammen aus der Erinnerung und sind unsere Worte, die Schwellen sind unsere; beides ist nicht amtlich. Das Ergebnis ist eine Selbstprüfung und kein Label.",
  ],
  [...STRUCTURE, ...MANAGEMENT, ...FINANCING, ...STRATEGY, ...RESULTS],
);

const ADMISSION = shipped(
  "admission",
  [
    "Self-check for admission to the European platform",
    "Selbstprüfung zur Aufnahme in die europäische Plattform",
  ],
  [
    "Four rules for cluster organisations that want to be listed on the European platform, as they are publicly told. Whether they are met is decided there.",
    "Vier Regeln für Clusterorganisationen, die auf der europäischen Plattform geführt werden möchten, wie sie öffentlich bekannt sind. Ob sie erfüllt sind, wird dort entschieden.",
  ],
  [
    { ...STAFF, threshold: 0.5 },
    { ...STRUCTURE[2]!, threshold: 15 },
    { ...STRUCTURE[1]!, threshold: 2 },
    of(
      "strategy",
      "english-site",
      "yes-no",
      1,
      ["An active website in English", "Eine aktive Website auf Englisch"],
      [
        "The cluster's public page is open to all, tells of the cluster in English, and had something new in twelve months.",
        "Die öffentliche Clusterseite ist für alle offen, beschreibt den Cluster auf Englisch und hatte in zwölf Monaten Neues.",
      ],
    ),
  ],
);

const NATIONAL = shipped(
  "national",
  ["Self-check after national criteria (example)", "Selbstprüfung nach nationalen Kriterien (Beispiel)"],
  [
    "An example of a national set: structure, team, strategy, cooperation, reach abroad. In our own words and with our own thresholds; copy it and put in those of your programme.",
    "Ein Beispiel für einen nationalen Satz: Struktur, Team, Strategie, Zusammenarbeit, Blick ins Ausland. In eigenen Worten und mit eigenen Schwellen; kopieren Sie ihn und setzen Sie die Ihres Programms ein.",
  ],
  [
    of(
      "structure",
      "members",
      "number",
      30,
      ["Members", "Mitglieder"],
      [
        "Organisations that belong to the cluster; who only applies is not counted.",
        "Organisationen, die zum Cluster gehören; wer sich erst bewirbt, zählt nicht.",
      ],
    ),
    of(
      "structure",
      "sme-share",
      "percent",
      50,
      ["Small and medium-sized firms", "Kleine und mittlere Unternehmen"],
      [
        "Member firms known to be small or medium-sized by the EU's definition.",
        "Mitgliedsfirmen, die nach der Definition der EU bekanntermaßen klein oder mittelgroß sind.",
      ],
    ),
    { ...STRUCTURE[1]!, threshold: 3 },
    { ...STRUCTURE[3]!, threshold: 60 },
    { ...YEARS, threshold: 2 },
    { ...STAFF, threshold: 1 },
    { ...RETENTION, threshold: 85 },
    { ...COOPERATING, threshold: 40 },
    STRATEGY_DATE,
    { ...MEASURES_PLANNED, threshold: 80 },
    of(
      "results",
      "answer-share",
      "percent",
      50,
      ["Members who answer", "Mitglieder, die antworten"],
      [
        "Of the members asked in two years, those who answered at least one campaign.",
        "Von den in zwei Jahren gefragten Mitgliedern jene, die mindestens eine Umfrage beantworteten.",
      ],
    ),
    of(
      "results",
      "abroad-share",
      "percent",
      25,
      ["Members with ties abroad", "Mitglieder mit Verbindung ins Ausland"],
      [
        "Members with at least one link or joint project with an organisation in another country.",
        "Mitglieder mit mindestens einer Verbindung oder einem gemeinsamen Projekt mit einer Organisation in einem anderen Land.",
      ],
    ),
  ],
);

export const SHIPPED: readonly IndicatorSet[] = [EXCELLENCE, ADMISSION, NATIONAL];

/** What a copied set can be made of: every indicator shipped, once. */
export const KNOWN: ReadonlyMap<string, Indicator> = new Map(
  SHIPPED.flatMap(({ indicators }) => indicators).map((one) => [one.key, one]),
);
