import { type Messages, speaker } from "../../kernel/messages.ts";

export const messages = {
  "no-layout": {
    en: "{folder} holds no CORDIS edition: expected organizations and projects as .ndjson.gz (Horizon Europe) or .csv.gz (earlier programmes), and participations.csv.gz.",
    de: "{folder} enthält keine CORDIS-Ausgabe: erwartet werden organizations und projects als .ndjson.gz (Horizont Europa) oder .csv.gz (frühere Programme) sowie participations.csv.gz.",
  },
  "unreadable-file": {
    en: "{file} cannot be read to its end ({detail}). Fetch it again and repeat the import: what was already imported stays and is not doubled.",
    de: "{file} lässt sich nicht bis zum Ende lesen ({detail}). Bitte die Datei neu beschaffen und den Import wiederholen: Bereits Importiertes bleibt und wird nicht verdoppelt.",
  },
  unparsable: { en: "The row cannot be read: {detail}", de: "Die Zeile ist nicht lesbar: {detail}" },
  missing: { en: "{detail} is missing.", de: "{detail} fehlt." },
  "bad-date": { en: "Not a date: {detail}", de: "Kein Datum: {detail}" },
  "bad-number": { en: "Not a number: {detail}", de: "Keine Zahl: {detail}" },
  "negative-money": { en: "A negative amount: {detail}", de: "Ein negativer Betrag: {detail}" },
  "bad-coordinates": {
    en: "No such place on earth: {detail}. Kept without coordinates.",
    de: "Diesen Ort gibt es nicht: {detail}. Ohne Koordinaten übernommen.",
  },
  "unknown-competence": {
    en: "Not in the vocabulary: {detail}. Kept without this competence.",
    de: "Nicht im Vokabular: {detail}. Ohne diese Kompetenz übernommen.",
  },
  "unknown-role": { en: "Unknown role: {detail}", de: "Unbekannte Rolle: {detail}" },
  "unknown-project": { en: "Unknown project: {detail}", de: "Unbekanntes Projekt: {detail}" },
  "unknown-organisation": { en: "Unknown organisation: {detail}", de: "Unbekannte Organisation: {detail}" },
  repeated: {
    en: "{detail} stands in an earlier row already, which counts.",
    de: "{detail} steht schon in einer früheren Zeile, die gilt.",
  },
  "stage-organisations": { en: "Organisations", de: "Organisationen" },
  "stage-projects": { en: "Projects", de: "Projekte" },
  "stage-participations": { en: "Participations", de: "Beteiligungen" },
  "stage-competences": { en: "Competences", de: "Kompetenzen" },
  "stage-links": { en: "Links", de: "Verbindungen" },
  "stage-search": { en: "Search", de: "Suche" },
  "source-cordis-he": { en: "CORDIS, Horizon Europe", de: "CORDIS, Horizont Europa" },
  "source-cordis-h2020": { en: "CORDIS, Horizon 2020", de: "CORDIS, Horizont 2020" },
  "source-cordis-fp7": { en: "CORDIS, FP7", de: "CORDIS, 7. Rahmenprogramm" },
} satisfies Messages;

export const say = speaker(messages);
