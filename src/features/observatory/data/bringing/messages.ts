import { type Messages, speaker } from "../../../../kernel/messages.ts";

export const bringingMessages = {
  title: { en: "Bring in data", de: "Daten einbringen" },
  lede: {
    en: "CSV, XLSX, SDMX-CSV or JSON-stat: what the columns mean is guessed and shown, every row is checked, and nothing is written before you say so.",
    de: "CSV, XLSX, SDMX-CSV oder JSON-stat: Was die Spalten bedeuten, wird vermutet und gezeigt, jede Zeile wird geprüft, und geschrieben wird erst, wenn Sie es sagen.",
  },
  "lede.of": { en: "A new version of {dataset}.", de: "Eine neue Fassung von {dataset}." },
  file: { en: "Or a file", de: "Oder eine Datei" },
  "file.hint": { en: "Up to {most} MB.", de: "Bis zu {most} MB." },
  address: { en: "The address the data lie at", de: "Die Adresse, unter der die Daten liegen" },
  "address.hint": {
    en: "It can be fetched again daily, weekly or monthly afterwards.",
    de: "Sie kann danach täglich, wöchentlich oder monatlich neu geholt werden.",
  },
  go: { en: "Read", de: "Lesen" },
  history: { en: "Files", de: "Dateien" },
  "history.empty": { en: "No file has been brought in yet.", de: "Es wurde noch keine Datei eingebracht." },
  "col.file": { en: "File", de: "Datei" },
  "col.state": { en: "State", de: "Stand" },
  "col.who": { en: "By", de: "Von" },
  "col.when": { en: "When", de: "Wann" },
  "col.rows": { en: "Rows", de: "Zeilen" },
  "col.row": { en: "Row", de: "Zeile" },
  "col.column": { en: "Column", de: "Spalte" },
  "col.reason": { en: "What is wrong", de: "Was nicht stimmt" },
  "col.said": { en: "It says", de: "Da steht" },
  clock: { en: "by the clock", de: "nach Plan" },
  "state.read": { en: "Waits for its columns", de: "Wartet auf ihre Spalten" },
  "state.checking": { en: "Being read", de: "Wird gelesen" },
  "state.checked": { en: "Checked", de: "Geprüft" },
  "state.writing": { en: "Being written", de: "Wird geschrieben" },
  "state.done": { en: "Written", de: "Geschrieben" },
  "state.stopped": { en: "Stopped", de: "Angehalten" },
  "read.lede": {
    en: "{columns, plural, one {One column} other {# columns}}. Look at what they are taken for, and say what these data are.",
    de: "{columns, plural, one {Eine Spalte} other {# Spalten}}. Sehen Sie nach, wofür sie gehalten werden, und sagen Sie, was für Daten das sind.",
  },
  "checking.lede": {
    en: "The file is being read: {rows} rows so far.",
    de: "Die Datei wird gelesen: bisher {rows} Zeilen.",
  },
  "writing.lede": {
    en: "The version is being written: {rows} rows so far. Until it is whole, everybody sees the one before.",
    de: "Die Fassung wird geschrieben: bisher {rows} Zeilen. Bis sie vollständig ist, sehen alle die vorige.",
  },
  "checked.lede": {
    en: "{rows} rows with {cells} cells in {regions, plural, one {one region} other {# regions}}, {activities, plural, one {one activity} other {# activities}}, {from} to {to}. {problems, plural, =0 {Nothing is wrong.} one {One problem.} other {# problems.}}",
    de: "{rows} Zeilen mit {cells} Zellen in {regions, plural, one {einer Region} other {# Regionen}}, {activities, plural, one {einer Aktivität} other {# Aktivitäten}}, {from} bis {to}. {problems, plural, =0 {Alles stimmt.} one {Ein Problem.} other {# Probleme.}}",
  },
  "done.lede": {
    en: "Written: {rows} rows have become a version.",
    de: "Geschrieben: Aus {rows} Zeilen wurde eine Fassung.",
  },
  "stopped.lede": {
    en: "{why} Nothing of this file was written.",
    de: "{why} Aus dieser Datei wurde nichts geschrieben.",
  },
  columns: { en: "What the columns mean", de: "Was die Spalten bedeuten" },
  "columns.sample": { en: "First rows", de: "Erste Zeilen" },
  numbers: { en: "Numbers and signs", de: "Zahlen und Zeichen" },
  decimal: { en: "Numbers are written", de: "Zahlen sind geschrieben" },
  "decimal.point": { en: "1,234.5 (point)", de: "1,234.5 (Punkt)" },
  "decimal.comma": { en: "1.234,5 (comma)", de: "1.234,5 (Komma)" },
  "decimal.found": {
    en: "Found in the file: {example}. Look whether that is right.",
    de: "In der Datei gefunden: {example}. Sehen Sie nach, ob das stimmt.",
  },
  "decimal.not-found": {
    en: "No figure in the first rows tells; whole numbers are read either way.",
    de: "Keine Zahl der ersten Zeilen verrät es; ganze Zahlen werden so oder so gelesen.",
  },
  secret: { en: "Signs for secret", de: "Zeichen für geheim" },
  missing: { en: "Signs for missing", de: "Zeichen für fehlend" },
  estimated: { en: "Flags for estimated or unreliable", de: "Vermerke für geschätzt oder unsicher" },
  "signs.hint": { en: "With spaces between them.", de: "Mit Leerzeichen dazwischen." },
  blank: { en: "An empty cell is", de: "Eine leere Zelle ist" },
  "blank.missing": { en: "missing", de: "fehlend" },
  "blank.secret": { en: "secret", de: "geheim" },
  negative: { en: "Figures may be below zero", de: "Zahlen dürfen unter null liegen" },
  lenient: { en: "Leave out rows with a problem", de: "Zeilen mit einem Problem weglassen" },
  regionList: { en: "Regions are of the list", de: "Regionen sind aus der Liste" },
  activityList: { en: "Activities are of the list", de: "Aktivitäten sind aus der Liste" },
  "list.none": { en: "Codes of its own", de: "Eigene Codes" },
  about: { en: "What these data are", de: "Was für Daten das sind" },
  titleEn: { en: "Title, English", de: "Titel, Englisch" },
  titleDe: { en: "Title, German", de: "Titel, Deutsch" },
  textEn: { en: "Description, English", de: "Beschreibung, Englisch" },
  textDe: { en: "Description, German", de: "Beschreibung, Deutsch" },
  measureLabel: {
    en: "What the figures count, as “employees”",
    de: "Was die Zahlen zählen, etwa „Beschäftigte“",
  },
  measureUnit: { en: "Unit", de: "Einheit" },
  source: { en: "Source", de: "Quelle" },
  sourceUrl: { en: "Address of the source", de: "Adresse der Quelle" },
  licence: { en: "Licence", de: "Lizenz" },
  credit: { en: "Credit to be shown", de: "Namensnennung" },
  visibility: { en: "Seen by", de: "Sichtbar für" },
  "visibility.cluster": { en: "the cluster", de: "den Cluster" },
  "visibility.peers": { en: "federated clusters as well", de: "auch verbundene Cluster" },
  "visibility.public": { en: "everybody", de: "alle" },
  check: { en: "Check every row", de: "Jede Zeile prüfen" },
  write: { en: "Write this version", de: "Diese Fassung schreiben" },
  back: { en: "Back to the columns", de: "Zurück zu den Spalten" },
  discard: { en: "Throw away", de: "Verwerfen" },
  look: { en: "To the dataset", de: "Zum Datensatz" },
  again: { en: "Look again", de: "Erneut nachsehen" },
  problems: { en: "Problems by row", de: "Probleme nach Zeile" },
  "problems.first": { en: "The first {shown} of {total}.", de: "Die ersten {shown} von {total}." },
  blocked: {
    en: "Rows with a problem stand in the way: correct the file, or go back and have them left out.",
    de: "Zeilen mit einem Problem stehen im Weg: Korrigieren Sie die Datei, oder gehen Sie zurück und lassen Sie sie weg.",
  },
  padded: {
    en: "{count, plural, one {One code has} other {# codes have}} got back the zero at the beginning that a spreadsheet had taken.",
    de: "{count, plural, one {Ein Code hat} other {# Codes haben}} die führende Null zurück, die eine Tabellenkalkulation genommen hatte.",
  },
  "figure.rows": { en: "rows", de: "Zeilen" },
  "figure.values": { en: "values", de: "Werte" },
  "figure.missing": { en: "missing", de: "fehlend" },
  "figure.secret": { en: "secret", de: "geheim" },
  "figure.estimated": { en: "estimated", de: "geschätzt" },
  "figure.problems": { en: "problems", de: "Probleme" },
  "role.skip": { en: "Leave out", de: "Weglassen" },
  "role.region": { en: "Region (code)", de: "Region (Code)" },
  "role.regionName": { en: "Name of the region", de: "Name der Region" },
  "role.activity": { en: "Activity (code)", de: "Aktivität (Code)" },
  "role.activityName": { en: "Name of the activity", de: "Name der Aktivität" },
  "role.period": { en: "Period", de: "Zeitraum" },
  "role.measure": { en: "What is measured", de: "Was gemessen wird" },
  "role.value": { en: "Figure", de: "Zahl" },
  "role.ofPeriod": { en: "Figure of the period in its head", de: "Zahl des Zeitraums im Spaltenkopf" },
  "role.flag": { en: "Flag of the figure", de: "Vermerk zur Zahl" },
  "role.secrecy": { en: "Confidentiality", de: "Geheimhaltung" },
  "reason.no-region": { en: "no region", de: "keine Region" },
  "reason.unknown-region": {
    en: "the list does not know this region",
    de: "die Liste kennt diese Region nicht",
  },
  "reason.unknown-activity": {
    en: "the list does not know this activity",
    de: "die Liste kennt diese Aktivität nicht",
  },
  "reason.bad-period": { en: "not a period", de: "kein Zeitraum" },
  "reason.not-a-number": { en: "neither a number nor a known sign", de: "weder Zahl noch bekanntes Zeichen" },
  "reason.negative": { en: "below zero", de: "unter null" },
  "reason.duplicate": { en: "this cell has been given before", de: "diese Zelle gab es schon" },
  "reason.bad-measure": { en: "no measure, or too many of them", de: "kein Maß, oder zu viele" },
  "problem.nothing": {
    en: "Choose a file, or type an address.",
    de: "Wählen Sie eine Datei, oder geben Sie eine Adresse an.",
  },
  "problem.too-large": {
    en: "The file is larger than {detail} MB.",
    de: "Die Datei ist größer als {detail} MB.",
  },
  "problem.bad-address": {
    en: "This address cannot be asked: it has to be one of the open internet.",
    de: "Diese Adresse lässt sich nicht abfragen: Sie muss im offenen Internet liegen.",
  },
  "problem.no-dataset": {
    en: "There is no such dataset to make a version of.",
    de: "Es gibt keinen solchen Datensatz.",
  },
  "problem.not-now": { en: "The file has moved on meanwhile.", de: "Die Datei ist inzwischen weiter." },
  "problem.has-problems": {
    en: "Rows have a problem ({detail}).",
    de: "Zeilen haben ein Problem ({detail}).",
  },
  "problem.no-region": {
    en: "Say which column is the region.",
    de: "Sagen Sie, welche Spalte die Region ist.",
  },
  "problem.no-period": {
    en: "Say which column is the period, or which columns are figures of one.",
    de: "Sagen Sie, welche Spalte der Zeitraum ist oder welche Spalten Zahlen eines Zeitraums sind.",
  },
  "problem.no-value": { en: "Say which column is the figure.", de: "Sagen Sie, welche Spalte die Zahl ist." },
  "problem.twice": { en: "Two columns are taken for the same.", de: "Zwei Spalten gelten für dasselbe." },
  "problem.value-and-period": {
    en: "Figures of periods in the heads and a column of periods do not go together.",
    de: "Zahlen mit Zeitraum im Kopf und eine Spalte mit Zeiträumen passen nicht zusammen.",
  },
  "problem.empty-file": { en: "The file is empty.", de: "Die Datei ist leer." },
  "problem.not-a-table": { en: "The file is no table.", de: "Die Datei ist keine Tabelle." },
  "problem.quote-open": {
    en: "In row {detail} a quotation mark opens and never closes.",
    de: "In Zeile {detail} öffnet sich ein Anführungszeichen und schließt sich nie.",
  },
  "problem.not-json-stat": {
    en: "The file is JSON, but not a dataset of JSON-stat 2.0.",
    de: "Die Datei ist JSON, aber kein Datensatz in JSON-stat 2.0.",
  },
  "problem.workbook": {
    en: "The workbook could not be read ({detail}). Larger ones can be saved as CSV.",
    de: "Die Mappe war nicht lesbar ({detail}). Größere lassen sich als CSV speichern.",
  },
  "problem.head-changed": {
    en: "The columns are not those of the last time.",
    de: "Die Spalten sind nicht die vom letzten Mal.",
  },
  "problem.person-gone": {
    en: "Whoever brought it may not keep data here any more.",
    de: "Wer sie eingebracht hat, darf hier keine Daten mehr führen.",
  },
  "problem.address-bad": { en: "This is no address.", de: "Das ist keine Adresse." },
  "problem.address-inside": {
    en: "The address lies inside this house.",
    de: "Die Adresse liegt im eigenen Haus.",
  },
  "problem.not-found": { en: "Nobody is at this address.", de: "Unter dieser Adresse ist niemand." },
  "problem.timeout": {
    en: "The address did not answer in time.",
    de: "Die Adresse hat nicht rechtzeitig geantwortet.",
  },
  "problem.refused": { en: "The address refused.", de: "Die Adresse hat abgelehnt." },
  "problem.failed": { en: "The address could not be read.", de: "Die Adresse war nicht lesbar." },
  "problem.status": { en: "The address answered with {detail}.", de: "Die Adresse antwortete mit {detail}." },
} as const satisfies Messages;

type BringingMessage = keyof typeof bringingMessages;
export const sayBringing = speaker(bringingMessages);

/** What a job or an action called a problem, with its detail behind a colon, as a sentence. */
export function problemSentence(problem: string, locale: "en" | "de"): string {
  const [name = "", detail = ""] = problem.startsWith("status-")
    ? ["status", problem.slice(7)]
    : problem.split(":");
  const key = `problem.${name}`;
  return key in bringingMessages ? sayBringing(locale)(key as BringingMessage, { detail }) : problem;
}
