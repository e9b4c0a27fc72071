/** A head as it is compared: without case, accents, spaces and signs. */
export const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");

/** What people write above a column, in German and English, for every target. The first that fits wins. */
export const HEAD_WORDS: Record<string, string> = {
  rowKind: "kind|row kind|record type|Zeilenart|Satzart|Datensatzart|Datensatz",
  id: "id|kontor id|organisation id|Organisations-ID",
  name: "name|company|company name|firm|firm name|organisation|organization|organisation name|Firma|Firmenname|Unternehmen|Unternehmensname|Organisationsname|Mitglied|Institution|Name der Firma|Name des Unternehmens",
  shortName: "short name|abbreviation|acronym|Kurzname|Kürzel|Abkürzung",
  organisationKind:
    "organisation kind|organisation type|type|company type|Art|Typ|Organisationsart|Organisationstyp|Art der Organisation",
  sizeClass: "size|size class|company size|Größe|Größenklasse|Unternehmensgröße|KMU",
  industries:
    "industry|industries|nace|nace code|sector|Branche|Branchen|NACE-Code|WZ|WZ-Code|Wirtschaftszweig",
  street: "street|address|street address|Straße|Strasse|Adresse|Anschrift|Straße und Hausnummer",
  postal: "postal|postal code|postcode|zip|zip code|PLZ|Postleitzahl",
  city: "city|town|place|location|Ort|Stadt|Sitz|Standort|Wohnort",
  country: "country|country code|Land|Staat|Ländercode",
  nuts: "nuts|nuts code|nuts3|Region",
  lat: "lat|latitude|Breite|Breitengrad",
  lon: "lon|lng|longitude|Länge|Längengrad",
  url: "url|website|web|homepage|internet|Webseite|Internetseite|Webadresse",
  vat: "vat|vat id|vat number|vat no|USt-ID|USt-IdNr|Umsatzsteuer-ID|Umsatzsteuer-Identifikationsnummer|UID|UStID",
  lei: "lei",
  ror: "ror",
  pic: "pic|pic number|PIC-Nummer",
  registerNumber:
    "register number|registration number|company number|Registernummer|Handelsregister|Handelsregisternummer|HRB",
  role: "role|membership role|member role|membership|Rolle|Mitgliedsrolle|Mitgliedschaft|Mitgliedsart",
  level: "level|membership level|tier|Stufe|Mitgliedsstufe|Beitragsstufe|Kategorie",
  memberSince:
    "member since|since|joined|join date|entry date|Mitglied seit|Beitritt|Beitrittsdatum|Eintritt|Eintrittsdatum|seit",
  description: "description|about|profile|Beschreibung|Profil|Kurzbeschreibung|Tätigkeit|Kurzprofil",
  products: "products|product|services|offer|Produkte|Produkt|Leistungen|Dienstleistungen|Angebot",
  competences:
    "competences|competencies|skills|expertise|Kompetenzen|Kompetenz|Kompetenzfelder|Schwerpunkte|Technologien",
  certificates: "certificates|certificate|certifications|Zertifikate|Zertifikat|Zertifizierungen|Zulassungen",
  certificateUntil:
    "certificate until|certificate expiry|valid until|expiry|Zertifikat bis|gültig bis|Zertifikat gültig bis|Ablauf",
  machines: "machines|equipment|machinery|Maschinen|Ausstattung|Maschinenpark|Anlagen",
  languages: "languages|language|Sprachen|Sprache",
  capacity: "capacity|capacities|Kapazität|Kapazitäten",
  contact: "contact|general contact|Kontakt",
  staff: "staff|employees|headcount|Mitarbeiter|Mitarbeiterzahl|Beschäftigte|Mitarbeitende",
  turnover: "turnover|revenue|sales|Umsatz",
  interests: "interests|topics|Interessen|Themen",
  personName:
    "person|person name|contact person|contact name|full name|Ansprechpartner|Ansprechpartnerin|Ansprechperson|Kontaktperson|Vor- und Nachname",
  personTitle: "title|job title|position|function|Funktion|Position|Titel|Stellung",
  personEmail: "email|e-mail|mail|e-mail address|contact email|E-Mail-Adresse|Mailadresse",
  personPhone: "phone|telephone|tel|mobile|phone number|Telefon|Telefonnummer|Mobil|Handy|Durchwahl",
  seatRole: "seat|seat role|access|account role|Zugang|Platz|Sitzrolle|Zugangsrolle|Konto",
  labels: "labels|label|tags|Etiketten|Etikett|Schlagworte|Stichworte|Merkmale",
  note: "note|notes|remark|remarks|comment|comments|Notiz|Notizen|Bemerkung|Bemerkungen|Anmerkung|Kommentar",
  organisation:
    "organisation|organization|company|firm|organisation name|Firma|Unternehmen|Organisation|Firmenname|Mitglied|Institution|bei",
  from: "from|source|from organisation|supplier|von|Quelle|Von Firma|Lieferant|Ausgangspunkt",
  to: "to|target|to organisation|customer|an|zu|nach|Ziel|An Firma|Kunde",
  nature:
    "nature|relation|relationship|link|link type|type|kind of link|Beziehung|Art|Art der Beziehung|Verbindung|Typ|Beziehungsart",
  since: "since|start|from date|seit|Beginn|ab",
  until: "until|end|to date|bis|Ende",
  issue: "issue|subject|Gegenstand|Thema",
  linkNote: "note|remark|comment|Notiz|Bemerkung|Anmerkung",
  text: "text|note|notes|remark|comment|Notiz|Bemerkung|Anmerkung|Inhalt|Kommentar",
  writtenAt: "date|written at|on|Datum|am|vom",
};

/** Words for each target, compared; those of a person are also known with "contact" before them and so on. */
export const WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(HEAD_WORDS).map(([target, words]) => [target, words.split("|").map(plain)]),
);

/** In a sheet of people the plain words are theirs. */
export const PEOPLE_WORDS: Readonly<Record<string, readonly string[]>> = {
  personName: ["name", "nachname", "person", "vorundnachname", "fullname"],
  seatRole: ["role", "rolle"],
};
