interface CockpitEntry {
  indicator: string;
  value: number | null;
  /** Months and days from the day of filling. */
  said: [months: number, days: number];
  /** In both languages at once: whoever enters writes once. */
  note: string;
  url?: string;
  file?: { name: string; text: string };
  by: string;
}

const MANAGER = "manager@example.org";

/** A team that has been asked these things before. Invented, as every entry says. */
export const COCKPIT_ENTRIES: readonly CockpitEntry[] = [
  {
    indicator: "years-running",
    value: 15,
    said: [-2, 0],
    note: "Gründung des Vereins, Eintrag im Register. / Foundation of the association.",
    by: MANAGER,
  },
  {
    indicator: "staff-fte",
    value: 2.5,
    said: [-26, 0],
    note: "Eine Vollzeit-, zwei Teilzeitstellen. / One full-time, two part-time posts.",
    by: MANAGER,
  },
  {
    indicator: "staff-fte",
    value: 3.25,
    said: [-14, 0],
    note: "Neue Stelle für Vermittlung. / New post for introductions.",
    by: MANAGER,
  },
  {
    indicator: "staff-fte",
    value: 3.5,
    said: [-2, 0],
    note: "Stellenplan, siehe Datei. / Staffing plan, see file.",
    file: {
      name: "stellenplan.txt",
      text: "Erfunden / invented\nManagement 1,0\nVermittlung 1,0\nAnalyse 0,75\nVerwaltung 0,75\n",
    },
    by: MANAGER,
  },
  {
    indicator: "staff-qualified",
    value: 75,
    said: [-2, 0],
    note: "Drei von vier mit Abschluss und drei Jahren Erfahrung. / Three of four with a degree and three years.",
    by: MANAGER,
  },
  {
    indicator: "training-days",
    value: 2.5,
    said: [-13, 0],
    note: "Zehn Tage für vier Personen. / Ten days for four people.",
    by: MANAGER,
  },
  {
    indicator: "training-days",
    value: 3.5,
    said: [-1, 0],
    note: "Vierzehn Tage für vier Personen. / Fourteen days for four people.",
    file: {
      name: "fortbildung.txt",
      text: "Erfunden / invented\nModeration 2 Tage x 4\nDatenanalyse 3 Tage x 2\n",
    },
    by: MANAGER,
  },
  {
    indicator: "funds-months",
    value: 19,
    said: [-1, 0],
    note: "Förderbescheid und Beiträge tragen so lange. / Grant and dues last so long.",
    by: MANAGER,
  },
  {
    indicator: "private-share",
    value: 38,
    said: [-23, 0],
    note: "Jahresabschluss. / Annual accounts.",
    by: MANAGER,
  },
  {
    indicator: "private-share",
    value: 44,
    said: [-11, 0],
    note: "Jahresabschluss: Beiträge 31 %, Leistungen 13 %. / Annual accounts: dues 31 %, services 13 %.",
    by: MANAGER,
  },
  {
    indicator: "strategy-voices",
    value: 46,
    said: [-20, 0],
    note: "Drei Werkstätten und eine Befragung. / Three workshops and a survey.",
    by: MANAGER,
  },
  {
    indicator: "strategy-decided",
    value: null,
    said: [-20, 0],
    note: "Beschluss der Mitgliederversammlung. / Decided by the members' assembly.",
    by: MANAGER,
  },
  {
    indicator: "measures-planned",
    value: 92,
    said: [-5, 0],
    note: "Elf von zwölf Zielen mit Maßnahmen, Termin und Budget. / Eleven of twelve goals with measures, date and budget.",
    by: MANAGER,
  },
  {
    indicator: "budget-checked",
    value: null,
    said: [-8, 0],
    note: "Halbjahresvergleich. / Half-yearly comparison.",
    by: MANAGER,
  },
  {
    indicator: "strategy-reviewed",
    value: null,
    said: [-7, 0],
    note: "Klausur des Vorstands, zwei Ziele geändert. / Board retreat, two goals changed.",
    by: MANAGER,
  },
  {
    indicator: "working-groups",
    value: 4,
    said: [-1, 0],
    note: "Kabine, Wasserstoff, Drohnen, Fachkräfte. / Cabin, hydrogen, drones, skilled people.",
    by: MANAGER,
  },
  {
    indicator: "press-mentions",
    value: 14,
    said: [-13, 0],
    note: "Pressespiegel. / Press review.",
    by: MANAGER,
  },
  {
    indicator: "press-mentions",
    value: 21,
    said: [-1, 0],
    note: "Pressespiegel. / Press review.",
    url: "https://example.org/pressespiegel",
    by: MANAGER,
  },
  {
    indicator: "satisfaction",
    value: 78,
    said: [-9, 0],
    note: "Befragung von 14 Mitgliedern, 11 zufrieden. / Survey of 14 members, 11 satisfied.",
    by: MANAGER,
  },
];
