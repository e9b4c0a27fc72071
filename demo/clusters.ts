import type { Locale } from "../src/kernel/locale.ts";

/** What makes a project one of a cluster's: signs with weights; from a sum of 1 the project belongs. */
export interface Signs {
  /** EuroSciVoc codes with everything below them. Of several that fit, the longest counts. */
  codes: Readonly<Record<string, number>>;
  /** Looked for in the project's title and in its call topic, code and title. */
  words: RegExp;
  /** Looked for in the legal name: an organisation that is named so belongs, whatever its projects. */
  names?: RegExp;
}

export interface DemoCluster {
  slug: string;
  name: Record<Locale, string>;
  place: string;
  about: Record<Locale, string>;
  regions: readonly string[];
  /** NACE Rev. 2 divisions. */
  industries: readonly string[];
  signs: Signs;
}

/** Signs in the texts weigh as much as a code that is wholly the cluster's own. */
export const WORD_WEIGHT = 1;

const REGION = ["DE6", "DEF", "DE93", "DE80"] as const;

const about = (en: string, de: string): Record<Locale, string> => ({
  en: `${en} This cluster is a demonstration: its members were assembled by a rule from public data of EU research projects, and those that say “(invented)” exist nowhere. It is not the cluster organisation of that industry in the region, and none of its members has joined it.`,
  de: `${de} Dieses Cluster ist eine Vorführung: Seine Mitglieder wurden nach einer Regel aus öffentlichen Daten von EU-Forschungsprojekten zusammengestellt; wo „(invented)“ steht, gibt es die Organisation nicht. Es ist nicht die Clusterorganisation dieser Branche in der Region, und keines seiner Mitglieder ist ihm beigetreten.`,
});

/** The eight clusters of the demonstration. The rule that fills them stands in assign.ts. */
export const CLUSTERS: readonly DemoCluster[] = [
  {
    slug: "aviation",
    name: { en: "Aviation Cluster", de: "Cluster Luftfahrt" },
    place: "Hamburg",
    about: about(
      "Aircraft manufacture, cabin and maintenance, cleaner propulsion, drones, and the research behind them.",
      "Flugzeugbau, Kabine und Instandhaltung, saubere Antriebe, Drohnen und die Forschung dahinter.",
    ),
    regions: REGION,
    industries: ["30", "33", "51", "52"],
    signs: {
      codes: {
        "/25/75/461/1239/1737": 1,
        "/25/75/461/1239/1741": 1,
        "/25/75/461/1239/51612216": 1,
        "/25/77/475/1263": 1,
        "/25/73/453/459/1229/1729": 1,
      },
      words:
        /\b(aircraft|aviation|airports?|airlines?|aeronautic\w*|aerospace|airframe|flight|drones?|sesar|space (industry|technologies|missions?)|unmanned aerial|urban air mobility)\b/i,
      names: /luftfahrt|aviation|airbus|space technologies/i,
    },
  },
  {
    slug: "maritime",
    name: { en: "Maritime Cluster", de: "Maritimes Cluster" },
    place: "Kiel",
    about: about(
      "Ships and their equipment, ports, offshore technology, aquaculture, and research on sea and coast.",
      "Schiffe und ihre Ausrüstung, Häfen, Meerestechnik, Aquakultur sowie Meeres- und Küstenforschung.",
    ),
    regions: REGION,
    industries: ["03", "30", "50", "52"],
    signs: {
      codes: {
        "/25/75/461/1237": 1,
        "/27/81/489": 1,
        "/23/45/289": 1,
        "/23/49/317": 1,
        "/23/49/335/1009/54034042": 1,
        "/31/113/611/1427": 1,
      },
      words:
        /\b(ships?|shipping|shipyards?|shipbuilding|vessels?|maritime|marine|oceans?|seas?|seabed|underwater|ports?|waterborne|offshore|aquaculture|baltic|arctic|coastal)\b/i,
      names: /maritim|schiff|\bmarine\b|\bport\b|ozean|ocean|ostsee|tankers|meeres|muschel/i,
    },
  },
  {
    slug: "logistics",
    name: { en: "Logistics Cluster", de: "Cluster Logistik" },
    place: "Hamburg",
    about: about(
      "Freight by water, rail, road and air, supply chains, ports as nodes, mobility in town, and its automation.",
      "Fracht auf Wasser, Schiene, Straße und in der Luft, Lieferketten, Häfen als Knoten, Mobilität in der Stadt und ihre Automatisierung.",
    ),
    regions: REGION,
    industries: ["49", "50", "51", "52", "53"],
    signs: {
      codes: { "/25/77/475": 1, "/29/99/547": 1, "/25/75/461/1235": 1, "/29/99/547/1343": 0.5 },
      words:
        /\b(logistics?|freight|supply chains?|(freight|waterborne|rail|road|urban|passenger|public|multimodal|zero.emission) transport|mobility solutions|urban mobility|automated mobility|ccam|intermodal|multimodal|synchromodal|rail|railways?|ports|traffic|connected and automated|automated driving|shipping|last mile)\b/i,
      names: /logisti|intermodal|mobility|rail service|port (authority|consulting)/i,
    },
  },
  {
    slug: "life-sciences",
    name: { en: "Life Sciences Cluster", de: "Cluster Life Sciences" },
    place: "Lübeck",
    about: about(
      "Molecules, cells and microbes: biotechnology, drugs and vaccines, imaging at large research facilities.",
      "Moleküle, Zellen und Mikroben: Biotechnologie, Wirkstoffe und Impfstoffe, Bildgebung an Großgeräten.",
    ),
    regions: REGION,
    industries: ["20", "21", "72"],
    signs: {
      codes: {
        "/23/49/309": 1,
        "/23/49/315": 1,
        "/23/49/337": 1,
        "/23/49/339": 1,
        "/23/49/341": 1,
        "/21/35/155": 1,
        "/21/35/159": 1,
        "/21/37": 1,
        "/25/61/385": 1,
        "/23/53/69669548/1149": 1,
        "/25/71/443": 0.5,
      },
      words:
        /\b(biotech\w*|vaccines?|vaccination|genom\w+|antibod\w+|drug discovery|microbiomes?|proteins?|proteom\w+|enzym\w+|viral|virus\w*|antimicrobial|cell biology|structural biology|gene therapy|bioprocess\w*)\b/i,
      names: /biotech|virologie|tropenmedizin|enzym|bioscience/i,
    },
  },
  {
    slug: "health",
    name: { en: "Health Cluster", de: "Cluster Gesundheit" },
    place: "Hamburg",
    about: about(
      "Hospitals, medical technology, digital health and care: from the clinical question to the product at the bedside.",
      "Kliniken, Medizintechnik, digitale Gesundheit und Pflege: von der klinischen Frage bis zum Produkt am Krankenbett.",
    ),
    regions: REGION,
    industries: ["26", "32", "86", "87"],
    signs: {
      codes: {
        "/21/33": 1,
        "/21/39": 1,
        "/21/35/153": 1,
        "/21/35/145": 1,
        "/21/37/677": 1,
        "/25/57": 1,
        "/29/91/521/1295": 1,
      },
      words:
        /\b(health ?care|health (systems?|data|services?|literacy|outcomes?|technolog\w+)|public health|mental health|patients?|clinical|hospitals?|cancers?|tumou?rs?|diseases?|medical|medicine|diagnos\w+|therap\w+|rehabilitation|surgery|surgical|stroke)\b/i,
      names: /klinik|medical|medizin|clinical|health|gesundheit/i,
    },
  },
  {
    slug: "renewable-energies",
    name: { en: "Renewable Energies Cluster", de: "Cluster Erneuerbare Energien" },
    place: "Hamburg",
    about: about(
      "Wind, sun, hydrogen and storage: making, moving and using energy without coal, oil and gas.",
      "Wind, Sonne, Wasserstoff und Speicher: Energie ohne Kohle, Öl und Gas gewinnen, bewegen und nutzen.",
    ),
    regions: REGION,
    industries: ["27", "28", "35"],
    signs: {
      codes: {
        "/25/67/425/1169": 1,
        "/25/67/425/1173": 1,
        "/23/53/373/1129": 1,
        "/23/53/373/1131": 1,
        "/25/61/383/1159": 1,
        "/25/73/451/1209": 1,
        "/25/67/425": 0.5,
      },
      words:
        /\b(wind (energy|power|farms?|turbines?)|wind|hydrogen|solar|photovoltaics?|renewables?|renewable energy|batter(y|ies)|electroly[sz]\w+|geothermal|biofuels?|bioenergy|heat pumps?|smart grids?|energy (storage|systems?|transition|communities|data space)|fuel cells?|ammonia|e-?fuels)\b/i,
      names: /windkraft|windrad|electroly[sz]er|\bsolar|gasnetz|energy systems|nordex|energy institute/i,
    },
  },
  {
    slug: "media-it",
    name: { en: "Media and IT Cluster", de: "Cluster Medien und IT" },
    place: "Hamburg",
    about: about(
      "Software, data and artificial intelligence, networks and chips, computing centres, and media made with them.",
      "Software, Daten und künstliche Intelligenz, Netze und Chips, Rechenzentren und die Medien, die damit entstehen.",
    ),
    regions: REGION,
    industries: ["26", "58", "60", "61", "62", "63"],
    signs: {
      codes: {
        "/23/47/295": 1,
        "/23/47/297": 1,
        "/23/47/299": 1,
        "/23/47/305": 1,
        "/23/47/307": 0.5,
        "/23/47/303": 0.5,
        "/25/73/453/449": 1,
        "/25/73/30020/455": 1,
        "/23/43/259/783": 1,
        "/29/103": 1,
        "/29/97/541": 1,
      },
      words:
        /\b(software|artificial intelligence|machine learning|AI|cyber\w*|cloud|edge|internet|5G|6G|open source|data spaces?|data sharing|big data|digital twins?|high.performance computing|exascale|extended reality|virtual reality|XR|media|chips|microelectronics|semiconductors?|robotics)\b/,
      names: /software|semiconductors|\bdata\b|rechenzentrum|thoughtworks/i,
    },
  },
  {
    slug: "creative-industries",
    name: { en: "Creative Industries Cluster", de: "Cluster Kreativwirtschaft" },
    place: "Hamburg",
    about: about(
      "Design, film, music, museums, heritage and the makers of the city, with the humanities as their neighbours.",
      "Gestaltung, Film, Musik, Museen, Kulturerbe und die Macherinnen und Macher der Stadt, mit den Geisteswissenschaften als Nachbarn.",
    ),
    regions: REGION,
    industries: ["59", "74", "90", "91"],
    signs: {
      codes: { "/31/109": 1, "/31/107/577": 1, "/31/113/613/30035": 1, "/29/99/549": 1, "/29/103": 1 },
      words:
        /\b(cultur(e|al)|creativ\w+|heritage|films?|animation|music\w*|museums?|theatre|design[- ]driven|fashion|audio-?visual|new european bauhaus|bauhaus|storytelling|arts?|artistic|artists?|makers?|fab ?labs?|sound|acoustic\w*|memories|history of)\b/i,
      names: /kreativ|kunst|kultur|film|deichtorhallen|fab city|gedenkst|wesound|impact hub|lionizers/i,
    },
  },
];
