import { type Messages, speaker } from "../../kernel/messages.ts";
import { targetMessages } from "./target-words.ts";

export const importMessages = {
  ...targetMessages,
  title: { en: "Import", de: "Import" },
  lede: {
    en: "{count, plural, =0 {No sheet has been brought in yet.} one {One sheet has been brought in.} other {# sheets have been brought in.}} Firms, people, relations and notes come from a CSV or XLSX file; nothing is written before you have seen what would be.",
    de: "{count, plural, =0 {Noch keine Tabelle eingelesen.} one {Eine Tabelle wurde eingelesen.} other {# Tabellen wurden eingelesen.}} Firmen, Personen, Beziehungen und Notizen kommen aus einer CSV- oder XLSX-Datei; geschrieben wird erst, wenn zu sehen war, was geschrieben würde.",
  },
  "upload.title": { en: "Bring in a sheet", de: "Tabelle einlesen" },
  "upload.file": { en: "File (CSV or XLSX, at most 60 MB)", de: "Datei (CSV oder XLSX, höchstens 60 MB)" },
  "upload.hint": {
    en: "One sheet may hold firms with a contact person and a note; a workbook may hold a sheet each for firms, people, relations and notes.",
    de: "Ein Blatt kann Firmen mit Ansprechperson und Notiz enthalten; eine Arbeitsmappe kann je ein Blatt für Firmen, Personen, Beziehungen und Notizen haben.",
  },
  "upload.go": { en: "Read the file", de: "Datei lesen" },
  "upload.none": { en: "Choose a file first.", de: "Zuerst eine Datei wählen." },
  templates: { en: "Templates with an example row:", de: "Vorlagen mit Beispielzeile:" },
  "template.xlsx": { en: "Workbook with four sheets (XLSX)", de: "Arbeitsmappe mit vier Blättern (XLSX)" },
  "template.csv": { en: "Firms (CSV)", de: "Firmen (CSV)" },
  history: { en: "Earlier imports", de: "Frühere Importe" },
  "history.empty": {
    en: "Nothing has been imported here. Begin with a template or with a sheet you have.",
    de: "Hier wurde noch nichts importiert. Beginnen lässt sich mit einer Vorlage oder einer vorhandenen Tabelle.",
  },
  "col.file": { en: "File", de: "Datei" },
  "col.state": { en: "State", de: "Stand" },
  "col.who": { en: "By", de: "Von" },
  "col.when": { en: "When", de: "Wann" },
  "col.rows": { en: "Rows", de: "Zeilen" },
  "col.written": { en: "Written", de: "Geschrieben" },
  "col.errors": { en: "Left out", de: "Ausgelassen" },
  "col.sha256": { en: "SHA-256 of the file", de: "SHA-256 der Datei" },
  somebody: { en: "somebody whose account is gone", de: "jemand ohne Konto" },

  "state.read": { en: "to be mapped", de: "zuzuordnen" },
  "state.checking": { en: "being checked", de: "wird geprüft" },
  "state.checked": { en: "checked, not yet written", de: "geprüft, noch nicht geschrieben" },
  "state.writing": { en: "being written", de: "wird geschrieben" },
  "state.done": { en: "imported", de: "importiert" },
  "state.stopped": { en: "stopped", de: "angehalten" },
  "state.undoing": { en: "being undone", de: "wird rückgängig gemacht" },
  "state.undone": { en: "undone", de: "rückgängig gemacht" },

  "read.lede": {
    en: "{rows, plural, one {One row} other {# rows}} in {sheets, plural, one {one sheet} other {# sheets}}. Say what each column means, then check.",
    de: "{rows, plural, one {Eine Zeile} other {# Zeilen}} in {sheets, plural, one {einem Blatt} other {# Blättern}}. Spalten zuordnen, dann prüfen.",
  },
  "read.how": { en: "How the file was read", de: "Wie die Datei gelesen wurde" },
  "read.how.text": {
    en: "Encoding {encoding}, separator {separator}. If letters look wrong or all stands in one column, choose anew.",
    de: "Kodierung {encoding}, Trennzeichen {separator}. Sehen Buchstaben falsch aus oder steht alles in einer Spalte, anders wählen.",
  },
  encoding: { en: "Encoding", de: "Kodierung" },
  separator: { en: "Separator", de: "Trennzeichen" },
  "separator.,": { en: "comma", de: "Komma" },
  "separator.;": { en: "semicolon", de: "Semikolon" },
  "separator.tab": { en: "tabulator", de: "Tabulator" },
  "separator.|": { en: "bar", de: "senkrechter Strich" },
  "read.again": { en: "Read again", de: "Neu lesen" },
  "sheet.title": { en: "Sheet “{name}”", de: "Blatt „{name}“" },
  "sheet.only": { en: "The sheet", de: "Das Blatt" },
  "sheet.kind": { en: "The rows of this sheet are", de: "Die Zeilen dieses Blatts sind" },
  "kind.organisations": { en: "firms", de: "Firmen" },
  "kind.people": { en: "people", de: "Personen" },
  "kind.links": { en: "relations", de: "Beziehungen" },
  "kind.notes": { en: "notes", de: "Notizen" },
  "kind.mixed": { en: "of several kinds, told by a column", de: "gemischt, eine Spalte sagt was" },
  "kind.none": { en: "not to be imported", de: "nicht zu importieren" },
  "sheet.kind.one": {
    en: "{kind, select, organisations {Firm} people {Person} links {Relation} notes {Note} other {}}",
    de: "{kind, select, organisations {Firma} people {Person} links {Beziehung} notes {Notiz} other {}}",
  },
  "sheet.other": {
    en: "Other kind of rows: show its columns",
    de: "Andere Art von Zeilen: Spalten dazu zeigen",
  },
  "sheet.head": { en: "Names of the columns stand in row", de: "Spaltennamen stehen in Zeile" },
  "column.name": { en: "Column", de: "Spalte" },
  "column.examples": { en: "For example", de: "Zum Beispiel" },
  "column.means": { en: "Means", de: "Bedeutet" },
  "column.aside": { en: "leave aside", de: "nicht übernehmen" },
  "column.unnamed": { en: "(column {letter})", de: "(Spalte {letter})" },
  "map.remembered": {
    en: "What the columns mean is remembered for the next file with the same ones.",
    de: "Die Zuordnung wird für die nächste Datei mit denselben Spalten gemerkt.",
  },
  "options.title": { en: "How to go about it", de: "Vorgehen" },
  "option.existing": { en: "Firms that are here already", de: "Firmen, die es hier schon gibt" },
  "option.existing.update": {
    en: "are changed where the sheet says otherwise",
    de: "werden geändert, wo die Tabelle anderes sagt",
  },
  "option.existing.add": {
    en: "keep what stands there; only what is missing is added",
    de: "behalten, was da steht; nur Fehlendes kommt hinzu",
  },
  "option.onError": { en: "Rows that cannot be used", de: "Unbrauchbare Zeilen" },
  "option.onError.skip": {
    en: "are left out; the others are written",
    de: "werden ausgelassen, die übrigen geschrieben",
  },
  "option.onError.stop": {
    en: "keep everything from being written",
    de: "verhindern, dass überhaupt geschrieben wird",
  },
  "option.role": { en: "Firms whose row names no role become", de: "Firmen ohne Rolle in der Zeile werden" },
  "option.role.anchor": { en: "anchor members", de: "Ankermitglieder" },
  "option.role.core": { en: "core members", de: "Kernmitglieder" },
  "option.role.associate": { en: "associate members", de: "assoziierte Mitglieder" },
  "option.role.partner": { en: "partners", de: "Partner" },
  "option.role.none": { en: "no members", de: "keine Mitglieder" },
  "option.factVisibility": {
    en: "Who sees new facts, people and relations",
    de: "Wer neue Angaben, Personen und Beziehungen sieht",
  },
  "option.membershipVisibility": { en: "Who sees new memberships", de: "Wer neue Mitgliedschaften sieht" },
  "level.public": { en: "everybody", de: "alle" },
  "level.peers": { en: "the cluster and federated clusters", de: "der Cluster und verbundene Cluster" },
  "level.cluster": { en: "the cluster", de: "der Cluster" },
  "option.letters": {
    en: "Send letters: invitations to seats go out at once",
    de: "Briefe senden: Einladungen gehen sofort hinaus",
  },
  "option.letters.hint": {
    en: "Without, invitations wait in the list of invitations until somebody sends them.",
    de: "Sonst warten Einladungen in der Einladungsliste, bis sie jemand versendet.",
  },
  check: { en: "Check, without writing anything", de: "Prüfen, ohne etwas zu schreiben" },
  discard: { en: "Throw this sheet away", de: "Diese Tabelle verwerfen" },
  "missing.one": {
    en: "{sheet} has no column for: {targets}.",
    de: "{sheet}: es fehlt eine Spalte für: {targets}.",
  },
  "missing.nothing": { en: "No sheet is to be imported.", de: "Kein Blatt soll importiert werden." },
  or: { en: "or", de: "oder" },
  twice: {
    en: "{sheet}: two columns mean “{target}”. Choose one of them.",
    de: "{sheet}: Zwei Spalten bedeuten „{target}“. Eine davon wählen.",
  },

  "checked.lede": {
    en: "{write, plural, =0 {No row would be written} one {One row would be written} other {# rows would be written}}, {error, plural, =0 {none is wrong} one {one is wrong} other {# are wrong}}. Nothing has been written yet.",
    de: "{write, plural, =0 {Keine Zeile würde geschrieben} one {Eine Zeile würde geschrieben} other {# Zeilen würden geschrieben}}, {error, plural, =0 {keine ist fehlerhaft} one {eine ist fehlerhaft} other {# sind fehlerhaft}}. Noch ist nichts geschrieben.",
  },
  "done.lede": {
    en: "{write, plural, =0 {No row was written} one {One row was written} other {# rows were written}}, {error, plural, =0 {none was left out} one {one was left out} other {# were left out}}.",
    de: "{write, plural, =0 {Keine Zeile wurde geschrieben} one {Eine Zeile wurde geschrieben} other {# Zeilen wurden geschrieben}}, {error, plural, =0 {keine ausgelassen} one {eine ausgelassen} other {# ausgelassen}}.",
  },
  "work.lede": {
    en: "{done} of {total} rows. This page looks again by itself.",
    de: "{done} von {total} Zeilen. Diese Seite schaut von selbst wieder nach.",
  },
  "work.checking": {
    en: "The rows are being checked. This page looks again by itself.",
    de: "Die Zeilen werden geprüft. Diese Seite schaut von selbst wieder nach.",
  },
  "work.undoing": {
    en: "The import is being undone. This page looks again by itself.",
    de: "Der Import wird rückgängig gemacht. Diese Seite schaut von selbst wieder nach.",
  },
  "work.cancelling": {
    en: "Stopping after the rows at hand.",
    de: "Wird nach den laufenden Zeilen angehalten.",
  },
  "stopped.cancelled": {
    en: "Stopped on request after {done} of {total} rows. What was written stays until it is undone.",
    de: "Auf Wunsch nach {done} von {total} Zeilen angehalten. Geschriebenes bleibt, bis es rückgängig gemacht wird.",
  },
  "stopped.person-gone": {
    en: "Stopped after {done} of {total} rows: whoever started it may not import here any more. Somebody else can go on or undo it.",
    de: "Nach {done} von {total} Zeilen angehalten: Wer ihn begann, darf hier nicht mehr importieren. Jemand anderes kann fortfahren oder rückgängig machen.",
  },
  "undone.lede": {
    en: "Taken back. {kept, plural, =0 {Nothing of it is left.} one {One record stayed.} other {# records stayed.}}",
    de: "Zurückgenommen. {kept, plural, =0 {Nichts davon ist geblieben.} one {Ein Eintrag ist geblieben.} other {# Einträge sind geblieben.}}",
  },
  "go.confirm": {
    en: "Import {count, plural, one {one row} other {# rows}}",
    de: "{count, plural, one {Eine Zeile} other {# Zeilen}} importieren",
  },
  "go.back": { en: "Change columns or options", de: "Spalten oder Vorgehen ändern" },
  "go.cancel": {
    en: "Stop here; what is written stays and can be undone",
    de: "Hier anhalten; Geschriebenes bleibt und lässt sich rückgängig machen",
  },
  "go.resume": { en: "Go on with the other rows", de: "Mit den übrigen Zeilen fortfahren" },
  "go.undo": { en: "Undo the whole import", de: "Ganzen Import rückgängig machen" },
  "undo.hint": {
    en: "Removes what this import made and puts back what it changed. What somebody has changed since stays and is listed.",
    de: "Entfernt, was dieser Import angelegt hat, und stellt wieder her, was er geändert hat. Was seitdem jemand geändert hat, bleibt und wird aufgelistet.",
  },
  "problems.download": {
    en: "Rows with problems, to correct and bring in again:",
    de: "Zeilen mit Problemen, zum Berichtigen und erneuten Einlesen:",
  },
  "figure.new": { en: "new", de: "neu" },
  "figure.match": { en: "known here", de: "hier bekannt" },
  "figure.repeat": { en: "repeated in the file", de: "in der Datei wiederholt" },
  "figure.unchanged": { en: "without anything new", de: "ohne Neues" },
  "figure.error": { en: "wrong", de: "fehlerhaft" },
  "figure.placed": {
    en: "addresses found on the map",
    de: "Anschriften auf der Karte gefunden",
  },
  "figure.of": { en: "{some} of {all}", de: "{some} von {all}" },
  "outcome.new": { en: "new", de: "neu" },
  "outcome.match": { en: "matches one that is here", de: "passt zu einer vorhandenen" },
  "outcome.repeat": { en: "adds to a row above", de: "ergänzt eine Zeile weiter oben" },
  "outcome.unchanged": { en: "nothing new", de: "nichts Neues" },
  "outcome.error": { en: "left out", de: "ausgelassen" },
  "outcome.skipped": { en: "left out", de: "ausgelassen" },
  "filter.all": { en: "All rows", de: "Alle Zeilen" },
  "filter.problems": { en: "Only problems", de: "Nur Probleme" },
  "rows.title": { en: "Row by row", de: "Zeile für Zeile" },
  "rows.none": { en: "No row has a problem.", de: "Keine Zeile hat ein Problem." },
  "row.number": { en: "Row", de: "Zeile" },
  "row.sheet": { en: "Sheet", de: "Blatt" },
  "row.kind": { en: "Kind", de: "Art" },
  "row.label": { en: "About", de: "Über" },
  "row.outcome": { en: "Outcome", de: "Ergebnis" },
  "row.problems": { en: "What is wrong, and where", de: "Was ist falsch, und wo" },
  "row.column": { en: "Column", de: "Spalte" },
  "row.reason": { en: "Reason", de: "Grund" },
  "in-column": { en: "{column}: {reason}", de: "{column}: {reason}" },
  "kept.title": { en: "What stayed, and why", de: "Was geblieben ist, und warum" },
  "kept.changed-since": { en: "somebody has changed it since", de: "seitdem von jemandem geändert" },
  "kept.in-use": { en: "other records need it", de: "andere Einträge brauchen es" },
  "kept.accepted": { en: "the invitation was accepted", de: "die Einladung wurde angenommen" },
  "kept.record": { en: "Record", de: "Eintrag" },
  "record.organisation": { en: "firm", de: "Firma" },
  "record.membership": { en: "membership", de: "Mitgliedschaft" },
  "record.fact": { en: "fact", de: "Angabe" },
  "record.note": { en: "note", de: "Notiz" },
  "record.label": { en: "label", de: "Etikett" },
  "record.organisation_label": { en: "label on a firm", de: "Etikett an einer Firma" },
  "record.own_value": { en: "value of an own field", de: "Wert eines eigenen Felds" },
  "record.link": { en: "relation", de: "Beziehung" },
  "record.invitation": { en: "invitation", de: "Einladung" },
  facts: { en: "About this import", de: "Über diesen Import" },
  "not-now": {
    en: "This import has moved on meanwhile. The page shows where it stands.",
    de: "Dieser Import ist inzwischen weiter. Die Seite zeigt den Stand.",
  },
  "has-errors": {
    en: "There are wrong rows, and they were to keep everything from being written.",
    de: "Es gibt fehlerhafte Zeilen, und sie sollen das Schreiben verhindern.",
  },
  "nothing-to-do": { en: "There is nothing to write.", de: "Es gibt nichts zu schreiben." },
  "notice.begun": { en: "The import has begun.", de: "Der Import läuft." },
  "notice.cancelled": {
    en: "The import stops after the rows at hand.",
    de: "Der Import hält nach den laufenden Zeilen an.",
  },
  "notice.undoing": { en: "The import is being undone.", de: "Der Import wird rückgängig gemacht." },
  "notice.discarded": {
    en: "The sheet was thrown away; nothing was written.",
    de: "Die Tabelle wurde verworfen; geschrieben wurde nichts.",
  },
  "notice.read-again": { en: "The file was read again.", de: "Die Datei wurde neu gelesen." },

  "unreadable.empty-file": { en: "The file is empty.", de: "Die Datei ist leer." },
  "unreadable.not-a-table": {
    en: "The file is not a table that can be read: save it as XLSX or CSV and try again.",
    de: "Die Datei ist keine lesbare Tabelle: als XLSX oder CSV speichern und erneut versuchen.",
  },
  "unreadable.old-excel": {
    en: "This is a file of an old Excel (.xls). Open it and save it as XLSX.",
    de: "Das ist eine Datei eines alten Excel (.xls). Öffnen und als XLSX speichern.",
  },
  "unreadable.encrypted": {
    en: "The workbook is protected by a password. Save it without one.",
    de: "Die Arbeitsmappe ist durch ein Kennwort geschützt. Ohne Kennwort speichern.",
  },
  "unreadable.macros": {
    en: "The workbook holds macros. Save it as XLSX, which has none.",
    de: "Die Arbeitsmappe enthält Makros. Als XLSX speichern, dort gibt es keine.",
  },
  "unreadable.pdf": {
    en: "This is a PDF. Tables can be read from XLSX and CSV files only.",
    de: "Das ist ein PDF. Tabellen werden nur aus XLSX- und CSV-Dateien gelesen.",
  },
  "unreadable.other-format": {
    en: "This is a {format} file. Tables can be read from XLSX and CSV files only.",
    de: "Das ist eine {format}-Datei. Tabellen werden nur aus XLSX- und CSV-Dateien gelesen.",
  },
  "unreadable.broken-workbook": {
    en: "The workbook is damaged. Open it in a spreadsheet program and save it anew.",
    de: "Die Arbeitsmappe ist beschädigt. In einem Tabellenprogramm öffnen und neu speichern.",
  },
  "unreadable.zip-bomb": {
    en: "The workbook unpacks to more than {megabytes} MB. It was not opened; split it, or save it as CSV.",
    de: "Die Arbeitsmappe wird ausgepackt größer als {megabytes} MB. Sie wurde nicht geöffnet; aufteilen oder als CSV speichern.",
  },
  "unreadable.quote-open": {
    en: "From row {row} on a quotation mark is not closed; the rest of the file cannot be read.",
    de: "Ab Zeile {row} ist ein Anführungszeichen nicht geschlossen; der Rest der Datei ist nicht lesbar.",
  },
  "unreadable.too-many-rows": {
    en: "The file has more than {most, number} rows. Split it.",
    de: "Die Datei hat mehr als {most, number} Zeilen. Bitte aufteilen.",
  },
  "unreadable.too-many-columns": {
    en: "A row has more than {most} columns.",
    de: "Eine Zeile hat mehr als {most} Spalten.",
  },
  "unreadable.too-many-sheets": {
    en: "The workbook has more than {most} sheets.",
    de: "Die Arbeitsmappe hat mehr als {most} Blätter.",
  },
  "unreadable.too-much-memory": {
    en: "The file is too large to be read here. Split it, or save it as CSV.",
    de: "Die Datei ist zu groß, um hier gelesen zu werden. Aufteilen oder als CSV speichern.",
  },

  "reason.required": { en: "is missing", de: "fehlt" },
  "reason.too-long": {
    en: "is longer than {most, number} characters",
    de: "ist länger als {most, number} Zeichen",
  },
  "reason.not-an-email": { en: "“{said}” is not an e-mail address", de: "„{said}“ ist keine E-Mail-Adresse" },
  "reason.not-a-url": { en: "“{said}” is not a web address", de: "„{said}“ ist keine Webadresse" },
  "reason.not-a-date": {
    en: "“{said}” is not a date; write 2026-11-24 or 24.11.2026",
    de: "„{said}“ ist kein Datum; gemeint sind 2026-11-24 oder 24.11.2026",
  },
  "reason.not-a-number": { en: "“{said}” is not a number", de: "„{said}“ ist keine Zahl" },
  "reason.not-a-country": {
    en: "“{said}” is not a country; write its name or two letters",
    de: "„{said}“ ist kein Land; Name oder zwei Buchstaben schreiben",
  },
  "reason.not-a-nace": {
    en: "“{said}” is not a code of NACE Rev. 2, as C25.62",
    de: "„{said}“ ist kein Code der NACE Rev. 2 wie C25.62",
  },
  "reason.not-a-language": {
    en: "“{said}” is not a language; write its name or two letters",
    de: "„{said}“ ist keine Sprache; Name oder zwei Buchstaben schreiben",
  },
  "reason.not-a-nuts": {
    en: "“{said}” is not a NUTS code, as DE600",
    de: "„{said}“ ist kein NUTS-Code wie DE600",
  },
  "reason.not-a-vat": {
    en: "“{said}” is not a VAT number; it begins with the letters of the country",
    de: "„{said}“ ist keine USt-IdNr.; sie beginnt mit den Buchstaben des Landes",
  },
  "reason.not-a-lei": {
    en: "“{said}” is not an LEI of twenty signs",
    de: "„{said}“ ist kein LEI aus zwanzig Zeichen",
  },
  "reason.not-a-ror": {
    en: "“{said}” is not an address of ror.org",
    de: "„{said}“ ist keine Adresse von ror.org",
  },
  "reason.not-a-kind": {
    en: "“{said}” is no kind of organisation",
    de: "„{said}“ ist keine Art von Organisation",
  },
  "reason.not-a-size": {
    en: "“{said}” is no size class: micro, small, medium or large",
    de: "„{said}“ ist keine Größenklasse: kleinst, klein, mittel oder groß",
  },
  "reason.not-a-role": {
    en: "“{said}” is no role: anchor, core, associate or partner",
    de: "„{said}“ ist keine Rolle: Anker, Kernmitglied, assoziiert oder Partner",
  },
  "reason.not-a-nature": {
    en: "“{said}” is no kind of relation, as “supplies” or “competes with”",
    de: "„{said}“ ist keine Beziehungsart wie „beliefert“ oder „steht im Wettbewerb mit“",
  },
  "reason.not-a-seat-role": {
    en: "“{said}” is no role of a seat: owner, editor or reader",
    de: "„{said}“ ist keine Zugangsrolle: Inhaber, Bearbeiter oder Leser",
  },
  "reason.not-an-issue": {
    en: "“{said}” is no issue of cooperation",
    de: "„{said}“ ist kein Gegenstand der Zusammenarbeit",
  },
  "reason.not-a-row-kind": {
    en: "“{said}” does not say whether the row is a firm, person, relation or note",
    de: "„{said}“ sagt nicht, ob die Zeile Firma, Person, Beziehung oder Notiz ist",
  },
  "reason.not-a-choice": {
    en: "“{said}” is none of the choices: {choices}",
    de: "„{said}“ ist keine der Auswahlen: {choices}",
  },
  "reason.unknown-level": {
    en: "there is no level “{said}” in this cluster",
    de: "die Stufe „{said}“ gibt es in diesem Cluster nicht",
  },
  "reason.unknown-organisation": {
    en: "there is no “{said}”, neither here nor in this file",
    de: "„{said}“ gibt es weder hier noch in dieser Datei",
  },
  "reason.ambiguous": {
    en: "“{said}” may be several; give the VAT number or the id",
    de: "„{said}“ kann mehrere meinen; USt-IdNr. oder ID angeben",
  },
  "reason.ids-differ": {
    en: "VAT number and PIC of “{said}” belong to different organisations",
    de: "USt-IdNr. und PIC von „{said}“ gehören zu verschiedenen Organisationen",
  },
  "reason.with-itself": { en: "both ends are “{said}”", de: "beide Enden sind „{said}“" },
  "reason.no-member": {
    en: "the organisation is no member of this cluster",
    de: "die Organisation ist kein Mitglied dieses Clusters",
  },
  "reason.link-exists": { en: "this relation is here already", de: "diese Beziehung gibt es schon" },
  "reason.ends-before-it-starts": { en: "ends before it starts", de: "endet, bevor es beginnt" },
  "reason.in-the-future": { en: "lies in the future", de: "liegt in der Zukunft" },
  "reason.since-differs": {
    en: "is a member since {said} here; that stays",
    de: "ist hier seit {said} Mitglied; das bleibt",
  },
  "reason.seat-needs-email": {
    en: "a seat needs an e-mail address",
    de: "ein Zugang braucht eine E-Mail-Adresse",
  },
  "reason.seat-not-allowed": {
    en: "only the manager may invite to seats here",
    de: "nur das Clustermanagement darf hier zu Zugängen einladen",
  },
  "reason.not-allowed": { en: "you may not write this", de: "dazu fehlt das Recht" },
  "reason.ragged": {
    en: "the row has another number of cells than the head",
    de: "die Zeile hat eine andere Zahl von Zellen als der Kopf",
  },
  "reason.formula-error": { en: "the formula gave {said}", de: "die Formel ergab {said}" },
  "reason.only-new": {
    en: "differs from what stands here; that stays",
    de: "weicht von dem ab, was hier steht; das bleibt",
  },
  "reason.town-unknown": {
    en: "no town “{said}” is known in that country, so it will not be on the map; check the spelling or give latitude and longitude",
    de: "ein Ort „{said}“ ist in diesem Land nicht bekannt und fehlt dann auf der Karte; Schreibweise prüfen oder Breiten- und Längengrad angeben",
  },
  "reason.looks-like": {
    en: "looks like {said}, which is here already",
    de: "ähnelt {said}, schon vorhanden",
  },
  "reason.waits-for-other-side": {
    en: "counts as membership of the association once “{said}” has confirmed it",
    de: "zählt als Mitgliedschaft im Verband, sobald „{said}“ sie bestätigt hat",
  },
  "reason.failed": { en: "could not be written", de: "ließ sich nicht schreiben" },
} satisfies Messages;

export const say = speaker(importMessages);
