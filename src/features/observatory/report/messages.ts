import { speaker } from "../../../kernel/messages.ts";

export const reportMessages = {
  "nav.reports": { en: "Reports", de: "Berichte" },
  "reports.title": { en: "Annual reports", de: "Jahresberichte" },
  "reports.lede": {
    en: "{count, plural, =0 {No report is out yet.} one {One report is out.} other {# reports are out.}}",
    de: "{count, plural, =0 {Noch ist kein Bericht veröffentlicht.} one {Ein Bericht ist veröffentlicht.} other {# Berichte sind veröffentlicht.}}",
  },
  "reports.out": { en: "Given out", de: "Veröffentlicht" },
  "reports.out.empty": {
    en: "As soon as the team gives a report out, it stands here.",
    de: "Sobald das Team einen Bericht veröffentlicht, steht er hier.",
  },
  "reports.drafts": { en: "Being written", de: "In Arbeit" },
  "reports.drafts.empty": {
    en: "No report is being written. One begins from a template with its figures already in it.",
    de: "Kein Bericht ist in Arbeit. Ein neuer beginnt mit einer Vorlage, in der die Zahlen schon stehen.",
  },
  "reports.begin": { en: "Begin a report", de: "Einen Bericht beginnen" },
  "reports.begin.submit": { en: "Begin", de: "Beginnen" },
  "reports.file": { en: "reports", de: "berichte" },
  "report.begun": {
    en: "The report is begun. Its figures are being computed and stand here in a moment.",
    de: "Der Bericht ist angelegt. Seine Zahlen werden berechnet und stehen gleich hier.",
  },
  headline: {
    en: "the newest annual report{version, plural, =1 {} other {, version #}}",
    de: "der neueste Jahresbericht{version, plural, =1 {} other {, Version #}}",
  },

  "column.report": { en: "Report", de: "Bericht" },
  "column.period": { en: "Period", de: "Zeitraum" },
  "column.version": { en: "Version", de: "Version" },
  "column.frozen": { en: "Frozen", de: "Festgehalten" },
  "column.readers": { en: "For", de: "Für" },
  "column.changed": { en: "Last change", de: "Letzte Änderung" },
  "column.figure": { en: "Figure", de: "Zahl" },
  "column.value": { en: "Value", de: "Wert" },
  "column.part": { en: "Part", de: "Teil" },
  "column.day": { en: "Day", de: "Tag" },
  "column.unit": { en: "Unit", de: "Einheit" },
  "column.formula": { en: "Formula", de: "Formel" },
  "column.source": { en: "Source", de: "Quelle" },
  "column.coverage": { en: "Coverage", de: "Abdeckung" },
  "column.from": { en: "From", de: "Von" },
  "column.to": { en: "To", de: "Bis" },
  "column.section": { en: "Section", de: "Abschnitt" },
  "column.records": { en: "Records", de: "Datensätze" },
  "column.state": { en: "State", de: "Stand" },
  "column.is": { en: "Now", de: "Jetzt" },
  "column.of-version": { en: "Version {number}", de: "Version {number}" },

  "unit.count": { en: "number", de: "Anzahl" },
  "unit.percent": { en: "percent", de: "Prozent" },
  "unit.euro": { en: "euros", de: "Euro" },
  "unit.points": { en: "points of 100", de: "Punkte von 100" },
  "unit.times": { en: "times the mean", de: "mal so viel wie im Mittel" },
  "unit.stage": { en: "stage", de: "Stufe" },

  "level.public": { en: "everybody", de: "alle" },
  "level.peers": {
    en: "federated clusters and authorities that work with the cluster",
    de: "verbundene Cluster und Behörden, die mit dem Cluster arbeiten",
  },
  "level.cluster": { en: "the cluster", de: "den Cluster" },

  "value.kept": { en: "under 3", de: "unter 3" },
  "value.none": { en: "–", de: "–" },
  "value.before": { en: "from {value}", de: "von {value}" },
  "value.more": {
    en: "and {count, plural, one {one more} other {# more}}",
    de: "und {count, plural, one {ein weiterer Eintrag} other {# weitere}}",
  },
  "value.empty": { en: "None in this period.", de: "Keine in diesem Zeitraum." },
  "value.kept.text": {
    en: "Fewer than three organisations stand behind this figure; it is not told.",
    de: "Hinter dieser Zahl stehen weniger als drei Organisationen; sie wird nicht genannt.",
  },
  "value.records": { en: "Records", de: "Datensätze" },

  "report.kicker": { en: "Annual report", de: "Jahresbericht" },
  "report.lede": {
    en: "Figures up to {day}, frozen on {frozen}. Version {number}.",
    de: "Zahlen bis {day}, festgehalten am {frozen}. Version {number}.",
  },
  "report.not-out": {
    en: "This version is not out: the team alone reads it.",
    de: "Diese Version ist nicht veröffentlicht: Nur das Team liest sie.",
  },
  "report.withdrawn": {
    en: "This version was withdrawn on {day}: the team alone reads it.",
    de: "Diese Version wurde am {day} zurückgezogen: Nur das Team liest sie.",
  },
  "report.newer": {
    en: "There is a newer version of this report: version {number}.",
    de: "Es gibt eine neuere Version dieses Berichts: Version {number}.",
  },
  "report.newer.link": { en: "Read it", de: "Lesen" },
  "report.contents": { en: "Contents", de: "Inhalt" },
  "report.pdf": { en: "PDF", de: "PDF" },
  "report.pdf.other": { en: "PDF in German", de: "PDF auf Englisch" },
  "report.annex": { en: "Figures and sources", de: "Zahlen und Quellen" },
  "report.annex.text": {
    en: "Every figure of this report with its period, formula, source and coverage. Made only of what {readers} may know; of what fewer than three organisations stand behind, nothing is told.",
    de: "Jede Zahl dieses Berichts mit Zeitraum, Formel, Quelle und Abdeckung. Nur aus dem, was offen ist für {readers}; wohinter weniger als drei Organisationen stehen, wird nicht genannt.",
  },
  "report.annex.file": { en: "figures", de: "zahlen" },
  "report.versions": { en: "Versions", de: "Versionen" },
  "report.edit": { en: "Go on writing", de: "Weiterschreiben" },
  "report.about": { en: "About {name}", de: "Über {name}" },
  "report.other-language": {
    en: "This text is there in German only.",
    de: "Diesen Text gibt es nur auf Englisch.",
  },
  "report.checksum": { en: "Checksum (SHA-256)", de: "Prüfsumme (SHA-256)" },
  "report.for": { en: "For {readers}", de: "Für {readers}" },
  "report.address": { en: "Permanent address", de: "Dauerhafte Adresse" },

  "draft.kicker": { en: "Being written", de: "In Arbeit" },
  "draft.lede": {
    en: "Figures are live until you freeze them: last computed {day}, with records up to {to}.",
    de: "Zahlen sind lebendig, bis Sie sie festhalten: zuletzt berechnet {day}, mit Datensätzen bis {to}.",
  },
  "draft.computing": {
    en: "The figures are being computed. Load the page again in a moment.",
    de: "Die Zahlen werden berechnet. Laden Sie die Seite gleich noch einmal.",
  },
  "draft.compute": { en: "Compute anew", de: "Neu berechnen" },
  "draft.sections": { en: "Sections", de: "Abschnitte" },
  "draft.sections.empty": {
    en: "Every section was put away. Add one, or put one back.",
    de: "Alle Abschnitte sind entfernt. Fügen Sie einen hinzu oder holen Sie einen zurück.",
  },
  "draft.edit": { en: "Edit", de: "Bearbeiten" },
  "draft.order": { en: "Move, remove", de: "Verschieben, entfernen" },
  "draft.up": { en: "Move {title} up", de: "{title} nach oben" },
  "draft.down": { en: "Move {title} down", de: "{title} nach unten" },
  "draft.remove": { en: "Remove {title}", de: "{title} entfernen" },
  "draft.restore": { en: "Put back", de: "Zurückholen" },
  "draft.removed": { en: "Removed", de: "Entfernt" },
  "draft.removed.text": {
    en: "What was removed can be put back until the report is frozen.",
    de: "Entferntes lässt sich zurückholen, bis der Bericht festgehalten wird.",
  },
  "draft.add": { en: "Add a section", de: "Abschnitt hinzufügen" },
  "draft.add.kind": { en: "What it begins as", de: "Womit er beginnt" },
  "draft.add.full": {
    en: "A report has at most 40 sections, those removed counted.",
    de: "Ein Bericht hat höchstens 40 Abschnitte, entfernte mitgezählt.",
  },
  "draft.holds": {
    en: "{figures, plural, =0 {no figures} one {one figure} other {# figures}}, {stories, plural, =0 {} one {one story, } other {# stories, }}{text, select, both {text in both languages} en {text in English only} de {text in German only} other {no text}}",
    de: "{figures, plural, =0 {keine Zahlen} one {eine Zahl} other {# Zahlen}}, {stories, plural, =0 {} one {eine Geschichte, } other {# Geschichten, }}{text, select, both {Text in beiden Sprachen} en {Text nur auf Englisch} de {Text nur auf Deutsch} other {kein Text}}",
  },
  "draft.preview": { en: "How it reads now", de: "Wie er sich jetzt liest" },
  "draft.preview.text": {
    en: "With the live figures, as {readers} would read it.",
    de: "Mit den lebendigen Zahlen, wie ihn lesen würden: {readers}.",
  },
  "draft.settings": { en: "Title, period, readers", de: "Titel, Zeitraum, Lesende" },
  "draft.title.en": { en: "Title in English", de: "Titel auf Englisch" },
  "draft.title.de": { en: "Title in German", de: "Titel auf Deutsch" },
  "draft.from": { en: "From", de: "Von" },
  "draft.to": { en: "To", de: "Bis" },
  "draft.readers": { en: "Who reads it", de: "Wer ihn liest" },
  "draft.readers.hint": {
    en: "Figures are made only of what all of these may know. With other readers they become other figures.",
    de: "Zahlen entstehen nur aus dem, was diese alle wissen dürfen. Mit anderen Lesenden werden es andere Zahlen.",
  },
  "draft.saved": { en: "Saved.", de: "Gespeichert." },
  "draft.moved": { en: "The order is changed.", de: "Die Reihenfolge ist geändert." },
  "draft.section.added": { en: "The section is added.", de: "Der Abschnitt ist hinzugefügt." },
  "draft.section.removed": {
    en: "Removed. Until the report is frozen it can be put back, below.",
    de: "Entfernt. Bis der Bericht festgehalten wird, lässt es sich unten zurückholen.",
  },
  "draft.section.restored": { en: "It is back in its place.", de: "Es ist wieder an seinem Platz." },
  "draft.freeze": { en: "Freeze", de: "Festhalten" },
  "draft.freeze.text": {
    en: "Figures are computed once more and kept with this version, whatever changes later. Texts are kept as they stand. Nobody but the team reads it before it is given out.",
    de: "Die Zahlen werden noch einmal berechnet und bleiben bei dieser Version, was sich auch ändert. Texte bleiben, wie sie stehen. Vor der Veröffentlichung liest sie nur das Team.",
  },
  "draft.freeze.on": { en: "Records up to", de: "Datensätze bis" },
  "draft.freeze.on.hint": {
    en: "What happened later does not count. At the latest today; after the end of the period, the period's last day counts.",
    de: "Was später geschah, zählt nicht. Spätestens heute; nach dem Ende des Zeitraums zählt dessen letzter Tag.",
  },
  "draft.freeze.publish": {
    en: "Give it out as soon as it is made",
    de: "Gleich veröffentlichen, sobald sie gemacht ist",
  },
  "draft.freeze.submit": { en: "Freeze as version {number}", de: "Als Version {number} festhalten" },
  "draft.frozen": {
    en: "The version is being made. It stands below in a moment.",
    de: "Die Version wird gemacht. Sie steht gleich unten.",
  },
  "draft.checks": { en: "Before you freeze", de: "Vor dem Festhalten" },
  "draft.checks.none": {
    en: "Nothing is missing: every section has something, texts are there in both languages.",
    de: "Es fehlt nichts: Jeder Abschnitt hat einen Inhalt, Texte gibt es in beiden Sprachen.",
  },
  "check.empty": { en: "“{title}” is empty.", de: "„{title}“ ist leer." },
  "check.language": {
    en: "“{title}” has its text in one language only.",
    de: "„{title}“ hat seinen Text nur in einer Sprache.",
  },
  "check.unknown": {
    en: "“{title}”: nothing is known yet of {figures}; it will be left out.",
    de: "„{title}“: Noch nichts bekannt ist zu {figures}; das fehlt dann.",
  },
  "check.level": {
    en: "“{title}”: {figures} may not be told to these readers; it will be left out.",
    de: "„{title}“: {figures} darf diesen Lesenden nicht genannt werden; das fehlt dann.",
  },
  "check.named": {
    en: "A text names {names}. Not all readers may know that they belong here.",
    de: "Ein Text nennt {names}. Nicht alle Lesenden dürfen wissen, dass sie dazugehören.",
  },
  "check.about": {
    en: "The story “{title}” is about an organisation that may not be named to these readers; its name will be left out.",
    de: "Die Geschichte „{title}“ handelt von einer Organisation, die diesen Lesenden nicht genannt werden darf; ihr Name fehlt dann.",
  },

  "section.title.en": { en: "Heading in English", de: "Überschrift auf Englisch" },
  "section.title.de": { en: "Heading in German", de: "Überschrift auf Deutsch" },
  "section.text.en": { en: "Text in English", de: "Text auf Englisch" },
  "section.text.de": { en: "Text in German", de: "Text auf Deutsch" },
  "section.text.hint": {
    en: "Plain text; an empty line begins a paragraph.",
    de: "Einfacher Text; eine Leerzeile beginnt einen Absatz.",
  },
  "section.figures": { en: "Figures and charts", de: "Zahlen und Diagramme" },
  "section.figures.hint": {
    en: "Computed from records. What these readers may not know is not offered.",
    de: "Aus Datensätzen berechnet. Was diese Lesenden nicht wissen dürfen, steht nicht zur Wahl.",
  },
  "section.lede": {
    en: "A section of “{report}”.",
    de: "Ein Abschnitt von „{report}“.",
  },
  "section.stories": { en: "Stories", de: "Geschichten" },
  "section.stories.empty": { en: "No story yet.", de: "Noch keine Geschichte." },
  "section.stories.add": { en: "Add a story", de: "Geschichte hinzufügen" },
  "section.stories.save": { en: "Add", de: "Hinzufügen" },
  "shape.number": { en: "a number", de: "eine Zahl" },
  "shape.bars": { en: "bars", de: "Balken" },
  "shape.line": { en: "a line", de: "eine Linie" },
  "shape.list": { en: "a list", de: "eine Liste" },
  "story.title.en": { en: "Title in English", de: "Titel auf Englisch" },
  "story.title.de": { en: "Title in German", de: "Titel auf Deutsch" },
  "story.about": { en: "Organisation it is about", de: "Organisation, von der sie handelt" },
  "story.about.hint": {
    en: "Only members that all readers may know to be members.",
    de: "Nur Mitglieder, von denen alle Lesenden wissen dürfen, dass sie es sind.",
  },
  "story.lede": { en: "A story in “{section}”.", de: "Eine Geschichte in „{section}“." },

  "versions.title": { en: "Versions", de: "Versionen" },
  "versions.lede": {
    en: "{count, plural, =0 {No version was frozen yet.} one {One version.} other {# versions.}} A version never changes; a later one stands beside it.",
    de: "{count, plural, =0 {Noch wurde keine Version festgehalten.} one {Eine Version.} other {# Versionen.}} Eine Version ändert sich nie; eine spätere steht daneben.",
  },
  "versions.empty": { en: "No version was frozen yet.", de: "Noch wurde keine Version festgehalten." },
  "versions.publish": { en: "Give out", de: "Veröffentlichen" },
  "versions.withdraw": { en: "Withdraw", de: "Zurückziehen" },
  "versions.given-out": { en: "The version is out.", de: "Die Version ist veröffentlicht." },
  "versions.taken-back": {
    en: "The version is withdrawn. Nobody but the team reads it any more.",
    de: "Die Version ist zurückgezogen. Außer dem Team liest sie niemand mehr.",
  },
  "state.making": { en: "being made", de: "wird gemacht" },
  "state.failed": { en: "could not be made", de: "konnte nicht gemacht werden" },
  "state.done": { en: "frozen", de: "festgehalten" },
  "state.out": { en: "out since {day}", de: "veröffentlicht am {day}" },
  "state.withdrawn": { en: "withdrawn on {day}", de: "zurückgezogen am {day}" },
  "compare.title": { en: "What differs", de: "Was abweicht" },
  "compare.live": {
    en: "Version {number} and the records of now",
    de: "Version {number} und die Datensätze von jetzt",
  },
  "compare.live.same": {
    en: "The records of now tell the same figures as version {number}.",
    de: "Die Datensätze von jetzt ergeben dieselben Zahlen wie Version {number}.",
  },
  "compare.live.text": {
    en: "{count, plural, one {One figure has} other {# figures have}} changed since. The version stays as it is; freeze a new one to tell of it.",
    de: "{count, plural, one {Eine Zahl hat} other {# Zahlen haben}} sich seitdem geändert. Die Version bleibt, wie sie ist; halten Sie eine neue fest, um davon zu berichten.",
  },
  "compare.other": {
    en: "Period or readers have changed since version {number}: its figures and the live ones cannot be compared.",
    de: "Zeitraum oder Lesende haben sich seit Version {number} geändert: Ihre Zahlen und die lebendigen sind nicht vergleichbar.",
  },
  "compare.versions": { en: "Version {a} and version {b}", de: "Version {a} und Version {b}" },
  "compare.same": { en: "Both tell the same figures.", de: "Beide nennen dieselben Zahlen." },
  "compare.a": { en: "Version", de: "Version" },
  "compare.b": { en: "with version", de: "mit Version" },
  "compare.submit": { en: "Compare", de: "Vergleichen" },
  "compare.parts": { en: "its parts", de: "seine Teile" },

  "problem.changed-meanwhile": {
    en: "Somebody else has changed this in the meantime, so nothing was saved. What you typed still stands here; what is stored now stands below. Saving again puts yours in its place.",
    de: "Inzwischen hat jemand anderes das geändert, deshalb wurde nichts gespeichert. Was Sie geschrieben haben, steht noch hier; was jetzt gespeichert ist, steht darunter. Nochmaliges Speichern setzt Ihres an dessen Stelle.",
  },
  "problem.stored-now": { en: "Stored now", de: "Jetzt gespeichert" },
  "problem.may-not-be-named": {
    en: "This organisation may not be named to these readers.",
    de: "Diese Organisation darf diesen Lesenden nicht genannt werden.",
  },
  "problem.in-the-future": {
    en: "That day has not come yet.",
    de: "Dieser Tag ist noch nicht gekommen.",
  },
  "problem.before-the-period": {
    en: "That day is before the report's period.",
    de: "Dieser Tag liegt vor dem Zeitraum des Berichts.",
  },
  "problem.being-made": {
    en: "A version is being made right now. Please wait until it stands below.",
    de: "Gerade wird eine Version gemacht. Bitte warten Sie, bis sie unten steht.",
  },
  "problem.for-managers": {
    en: "Reports are given out by the management.",
    de: "Berichte veröffentlicht das Management.",
  },
  "problem.no-sections": {
    en: "A report without sections cannot be frozen.",
    de: "Ein Bericht ohne Abschnitte lässt sich nicht festhalten.",
  },
  "problem.out-of-time": {
    en: "Please choose a day between 1990 and 2100.",
    de: "Bitte einen Tag zwischen 1990 und 2100 wählen.",
  },
  "problem.ends-before-it-starts": {
    en: "The period ends before it begins.",
    de: "Der Zeitraum endet, bevor er beginnt.",
  },
  "problem.too-long-a-time": {
    en: "A report spans five years at most.",
    de: "Ein Bericht umfasst höchstens fünf Jahre.",
  },
} as const;

export const sayReport = speaker(reportMessages);
