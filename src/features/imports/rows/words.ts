import { linkWords } from "../../link-words/feature.ts";
import type { RowKind } from "../mapping/targets.ts";
import { plain } from "../mapping/words.ts";

type Table = Readonly<Record<string, string>>;
const finder = (table: Table) => {
  const known = new Map(
    Object.entries(table).flatMap(([value, words]) =>
      [value, ...words.split("|")].map((word) => [plain(word), value] as const),
    ),
  );
  return (text: string): string | null => known.get(plain(text)) ?? null;
};

const ROW_KIND_WORDS: Record<RowKind, string> = {
  organisations: "organisation|organization|firm|company|member|enterprise|Firma|Unternehmen|Mitglied",
  people: "person|people|contact|Ansprechpartner|Ansprechperson|Kontakt|Personen",
  links: "link|relation|relationship|Beziehung|Verbindung",
  notes: "note|remark|Notiz|Bemerkung",
};
export const rowKindOf = finder(ROW_KIND_WORDS) as (text: string) => RowKind | null;

export const organisationKindOf = finder({
  enterprise: "company|firm|business|startup|start-up|sme|Unternehmen|Firma|Betrieb|KMU|Start-up-Unternehmen",
  research:
    "university|institute|research organisation|Hochschule|Universität|Forschung|Forschungseinrichtung|Institut|Wissenschaft",
  authority: "ministry|municipality|public authority|Behörde|Verwaltung|Kommune|Ministerium|öffentliche Hand",
  development:
    "development agency|funding body|Wirtschaftsförderung|Förderinstitut|Förderer|Entwicklungsgesellschaft",
  association: "chamber|non-profit|ngo|Verband|Verein|Kammer|Stiftung",
  finance: "bank|investor|insurer|venture capital|Finanzierung|Versicherung|Kapitalgeber",
  service: "service provider|consultancy|cluster organisation|Dienstleister|Beratung|Clusterorganisation",
  inventor: "Erfinder|Erfinderin|freelancer",
});

export const sizeClassOf = finder({
  micro: "micro enterprise|kleinst|Kleinstunternehmen|1-9|<10",
  small: "small enterprise|klein|Kleinunternehmen|10-49",
  medium: "medium-sized|mittel|mittleres Unternehmen|50-249",
  large: "large enterprise|groß|Großunternehmen|250+|>250",
  sme: "KMU|small or medium",
});

export const membershipRoleOf = finder({
  anchor: "anchor firm|system company|Ankerunternehmen|Anker|Systemunternehmen",
  core: "core member|member|full member|yes|x|Kernmitglied|Mitglied|Vollmitglied|ordentliches Mitglied|ja",
  associate: "associate member|assoziiert|assoziiertes Mitglied|Fördermitglied|außerordentliches Mitglied",
  partner: "Partner|Kooperationspartner|Netzwerkpartner",
  applicant: "Bewerber|Antragsteller|Interessent|prospect",
});

export const seatRoleOf = finder({
  owner: "admin|administrator|Inhaber|Eigentümer|Verantwortlich|Verwalter",
  editor: "write|Bearbeiter|Redakteur|Redaktion",
  reader: "read|Leser|Mitlesend|Lesend",
});

export const issueOf = finder({
  training: "education|Ausbildung|Weiterbildung|Schulung",
  technology: "r&d|innovation|Technologie|Technik|Forschung|F&E",
  design: "Gestaltung|Entwurf|Konstruktion",
  marketing: "Vermarktung|Werbung",
  export: "Außenhandel|Ausfuhr",
  distribution: "sales|logistics|Vertrieb|Logistik",
});

const NATURE_MORE: Table = {
  supplies:
    "supplier|supplier of|delivers|delivers to|liefert|liefert an|Lieferant|Zulieferer|Lieferbeziehung",
  services: "service provider|service|Dienstleister|Dienstleistung",
  owns: "shareholder|owner|subsidiary|beteiligt|Beteiligung|Tochter|Gesellschafter",
  licences: "licence|license|licenses|Lizenz|Lizenzgeber",
  contract: "agreement|Vertrag|Rahmenvertrag",
  "joint-venture": "joint venture|Gemeinschaftsunternehmen",
  alliance: "partner|partners|cooperation|partnership|Allianz|Kooperation|Partnerschaft|Zusammenarbeit",
  competes: "competitor|Wettbewerb|Wettbewerber|Konkurrenz",
  complements: "complement|ergänzt|Ergänzung",
  member: "member of|membership|Mitglied|Mitglied von|Mitgliedschaft",
  "shares-staff": "shared staff|gemeinsames Personal",
  exchange: "staff exchange|Personalaustausch|Austausch",
  knows: "contact|knows|kennt|Kontakt|bekannt",
  neighbours: "neighbour|neighbor|Nachbar|Nachbarschaft|benachbart",
};
const said = Object.entries(linkWords).flatMap(([key, words]) =>
  key.startsWith("nature.") ? [[key.slice("nature.".length), `${words.en}|${words.de}`] as const] : [],
);
export const natureOf = finder({
  ...NATURE_MORE,
  ...Object.fromEntries(said.map(([nature, words]) => [nature, `${words}|${NATURE_MORE[nature] ?? ""}`])),
});
