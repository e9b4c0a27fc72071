import { type Messages, speaker } from "../../../kernel/messages.ts";

const messages = {
  need: { en: "Need", de: "Bedarf" },
  offer: { en: "Offer", de: "Angebot" },
  "list.need": { en: "Needs", de: "Bedarfe" },
  "list.offer": { en: "Offers", de: "Angebote" },
  "lede.need": {
    en: "{total, plural, =0 {Nobody here looks for anything like this at the moment.} one {One need that you may see.} other {# needs that you may see.}}",
    de: "{total, plural, =0 {Niemand sucht hier gerade so etwas.} one {Ein Bedarf, den Sie sehen dürfen.} other {# Bedarfe, die Sie sehen dürfen.}}",
  },
  "lede.offer": {
    en: "{total, plural, =0 {Nobody here offers anything like this at the moment.} one {One offer that you may see.} other {# offers that you may see.}}",
    de: "{total, plural, =0 {Niemand bietet hier gerade so etwas an.} one {Ein Angebot, das Sie sehen dürfen.} other {# Angebote, die Sie sehen dürfen.}}",
  },
  "lede.teasers": {
    en: "{total, plural, =0 {Nobody here looks for something without giving a name.} one {One organisation looks for something and does not say who it is.} other {# needs whose owners do not say who they are.}}",
    de: "{total, plural, =0 {Niemand sucht hier etwas, ohne den Namen zu nennen.} one {Eine Organisation sucht etwas und sagt nicht, wer sie ist.} other {# Bedarfe, deren Eigentümer nicht sagen, wer sie sind.}}",
  },
  "lede.of.need": {
    en: "{total, plural, =0 {{name} looks for nothing that you may see.} one {{name} looks for one thing that you may see.} other {{name} looks for # things that you may see.}}",
    de: "{total, plural, =0 {{name} sucht nichts, was Sie sehen dürfen.} one {{name} sucht eines, das Sie sehen dürfen.} other {{name} sucht #, die Sie sehen dürfen.}}",
  },
  "lede.of.offer": {
    en: "{total, plural, =0 {{name} offers nothing that you may see.} one {{name} offers one thing that you may see.} other {{name} offers # things that you may see.}}",
    de: "{total, plural, =0 {{name} bietet nichts an, was Sie sehen dürfen.} one {{name} bietet eines an, das Sie sehen dürfen.} other {{name} bietet # an, die Sie sehen dürfen.}}",
  },
  "tab.named": { en: "With a name", de: "Mit Namen" },
  "tab.teasers": { en: "Without a name", de: "Ohne Namen" },
  "empty.need": {
    en: "Nothing here fits. Say what you look for: the platform finds who has it.",
    de: "Hier passt nichts. Sagen Sie, was Sie suchen: Die Plattform findet, wer es hat.",
  },
  "empty.offer": {
    en: "Nothing here fits. Say what you have: the platform finds who looks for it.",
    de: "Hier passt nichts. Sagen Sie, was Sie haben: Die Plattform findet, wer es sucht.",
  },
  "empty.reader": { en: "Nothing here fits.", de: "Hier passt nichts." },
  "empty.teasers": {
    en: "Nobody looks for something without a name at the moment.",
    de: "Gerade sucht niemand etwas ohne Namen.",
  },
  all: { en: "Show all", de: "Alle zeigen" },
  search: { en: "Search in titles, texts and competences", de: "In Titeln, Texten und Kompetenzen suchen" },

  "facet.kind": { en: "Kind", de: "Art" },
  "facet.intent": { en: "Intent", de: "Absicht" },
  "facet.state": { en: "State", de: "Stand" },
  "facet.competence": { en: "Competence", de: "Kompetenz" },
  "facet.ends": { en: "Ends", de: "Endet" },
  "ends.month": { en: "within a month", de: "binnen eines Monats" },
  "ends.quarter": { en: "within three months", de: "binnen dreier Monate" },
  "ends.later": { en: "later", de: "später" },
  "ends.open-ended": { en: "without a day", de: "ohne festen Tag" },
  "ends.over": { en: "is over", de: "ist vorbei" },

  "col.title": { en: "Title", de: "Titel" },
  "col.text": { en: "Text", de: "Text" },
  "col.organisation": { en: "Organisation", de: "Organisation" },
  "col.kind": { en: "Kind", de: "Art" },
  "col.intent": { en: "Intent", de: "Absicht" },
  "col.state": { en: "State", de: "Stand" },
  "col.competences": { en: "Competences", de: "Kompetenzen" },
  "col.place": { en: "Place", de: "Ort" },
  "col.opened": { en: "Open since", de: "Offen seit" },
  "col.since": { en: "Month", de: "Monat" },
  "col.deadline": { en: "Ends on", de: "Endet am" },
  "col.visibility": { en: "Who sees it", de: "Wer es sieht" },
  "col.origin": { en: "Origin", de: "Herkunft" },
  "col.address": { en: "Address", de: "Adresse" },

  "new.need": { en: "Say what you look for", de: "Sagen, was Sie suchen" },
  "new.offer": { en: "Say what you have", de: "Sagen, was Sie haben" },
  "new.lede.need": {
    en: "For {name}. A title is enough to keep a draft; once it is open, the platform shows at once who fits and why.",
    de: "Für {name}. Ein Titel genügt für einen Entwurf; ist der Bedarf offen, zeigt die Plattform sofort, wer passt und warum.",
  },
  "new.lede.offer": {
    en: "For {name}. A title is enough to keep a draft; once it is open, it is found by those who look for it.",
    de: "Für {name}. Ein Titel genügt für einen Entwurf; ist das Angebot offen, finden es alle, die so etwas suchen.",
  },
  "edit.need": { en: "Change the need", de: "Bedarf ändern" },
  "edit.offer": { en: "Change the offer", de: "Angebot ändern" },
  "gather.need": { en: "Write down a member's need", de: "Bedarf eines Mitglieds aufschreiben" },
  "gather.offer": { en: "Write down a member's offer", de: "Angebot eines Mitglieds aufschreiben" },
  "gather.lede": {
    en: "What a member told you in a visit. It stays a draft that only you and the member read, until the member says yes: by a click in the letter, or on its page.",
    de: "Was Ihnen ein Mitglied bei einem Besuch gesagt hat. Es bleibt ein Entwurf, den nur Sie und das Mitglied lesen, bis das Mitglied Ja sagt: mit einem Klick im Brief oder auf der Seite.",
  },
  "gather.save": { en: "Save and ask the member", de: "Speichern und das Mitglied fragen" },

  "field.organisation": { en: "Member", de: "Mitglied" },
  "field.title": { en: "Title", de: "Titel" },
  "field.title.hint.need": {
    en: "What is looked for, in one line: “Partner for lightweight cabin parts of flax fibre”.",
    de: "Was gesucht wird, in einer Zeile: „Partner für leichte Kabinenteile aus Flachsfaser“.",
  },
  "field.title.hint.offer": {
    en: "What there is, in one line: “Climate chamber, 40 m³, free two days a week”.",
    de: "Was es gibt, in einer Zeile: „Klimakammer, 40 m³, zwei Tage je Woche frei“.",
  },
  "field.text": { en: "Text", de: "Text" },
  "field.text.hint": {
    en: "Sentences as you would say them to a colleague: what for, how much, what it has to be able to do. Matching reads every word.",
    de: "Sätze, wie Sie sie einem Kollegen sagen würden: wofür, wie viel, was es können muss. Die Suche nach Passendem liest jedes Wort.",
  },
  "field.kind.need": { en: "What is looked for", de: "Was gesucht wird" },
  "field.kind.offer": { en: "What is offered", de: "Was angeboten wird" },
  "field.intent": { en: "With what in mind", de: "Mit welcher Absicht" },
  "field.language": { en: "Language of the text", de: "Sprache des Textes" },
  "language.en": { en: "English", de: "Englisch" },
  "language.de": { en: "German", de: "Deutsch" },
  "field.competences": { en: "Competences", de: "Kompetenzen" },
  "field.competences.hint": {
    en: "Separated by commas. Used here already: {words}.",
    de: "Durch Kommas getrennt. Hier schon in Gebrauch: {words}.",
  },
  "field.competences.hint.none": { en: "Separated by commas.", de: "Durch Kommas getrennt." },
  "field.deadline": { en: "Ends on", de: "Endet am" },
  "field.deadline.hint": {
    en: "A week before you are told; after that day it is no longer shown to others.",
    de: "Eine Woche vorher bekommen Sie Bescheid; nach diesem Tag wird es anderen nicht mehr gezeigt.",
  },
  "field.availableFrom": { en: "Available from", de: "Verfügbar ab" },
  "field.repeats": { en: "Comes again", de: "Kehrt wieder" },
  "field.repeats.hint": {
    en: "When it is over, the next one waits for you as a draft.",
    de: "Ist es vorbei, wartet das nächste als Entwurf auf Sie.",
  },
  "repeats.monthly": { en: "every month", de: "jeden Monat" },
  "repeats.quarterly": { en: "every three months", de: "alle drei Monate" },
  "repeats.yearly": { en: "every year", de: "jedes Jahr" },
  "field.place": { en: "Place", de: "Ort" },
  "field.place.hint": {
    en: "A town, as in “Stade” or “Frankfurt, DE”.",
    de: "Eine Stadt, wie „Stade“ oder „Frankfurt, DE“.",
  },
  "field.radiusKm": { en: "Within how many kilometres", de: "Im Umkreis von Kilometern" },
  "field.countries": { en: "Countries", de: "Länder" },
  "field.countries.hint": {
    en: "Two letters each, separated by commas, as in “DE, NL”. Left empty: anywhere.",
    de: "Je zwei Buchstaben, durch Kommas getrennt, wie „DE, NL“. Leer heißt: überall.",
  },
  "field.personId": { en: "Who looks after it", de: "Wer sich darum kümmert" },
  "field.visibility": { en: "Whom it is for", de: "Für wen es ist" },
  "visibility.public": { en: "Everybody", de: "Alle" },
  "visibility.peers": { en: "This cluster and federated ones", de: "Dieser Cluster und verbündete" },
  "visibility.cluster": { en: "This cluster", de: "Dieser Cluster" },
  "visibility.organisation": { en: "Only your own organisation", de: "Nur die eigene Organisation" },
  "field.step": { en: "How much they are told", de: "Wie viel sie erfahren" },
  "step.full": { en: "All of it, with its files", de: "Alles, mit den Dateien" },
  "step.named": {
    en: "The need and your name; details and files only when you grant it",
    de: "Den Bedarf und Ihren Namen; Einzelheiten und Dateien erst, wenn Sie sie freigeben",
  },
  "step.teaser": {
    en: "Only a short text without your name",
    de: "Nur einen kurzen Text ohne Ihren Namen",
  },
  "step.match": {
    en: "Nothing: only matching reads it, and you see who fits",
    de: "Nichts: Nur die Suche liest es, und Sie sehen, wer passt",
  },
  "confidence.title": { en: "In confidence", de: "Im Vertrauen" },
  "confidence.hint": {
    en: "Only for what is not told in full at once. Everything is asked for, granted by you, logged, and can be taken back.",
    de: "Nur für das, was nicht gleich ganz erzählt wird. Alles wird erfragt, von Ihnen freigegeben, aufgezeichnet und kann zurückgenommen werden.",
  },
  "field.teaser": { en: "Teaser", de: "Anriss" },
  "field.teaser.hint": {
    en: "What others read instead of the need. Leave out everything that tells who you are: names, places, products, numbers.",
    de: "Was andere anstelle des Bedarfs lesen. Lassen Sie alles weg, was verrät, wer Sie sind: Namen, Orte, Produkte, Zahlen.",
  },
  "field.detail": { en: "Details", de: "Einzelheiten" },
  "field.detail.hint": {
    en: "Told only after an agreement of secrecy.",
    de: "Wird erst nach einer Geheimhaltungsvereinbarung erzählt.",
  },
  "field.secrecy": { en: "Terms of secrecy", de: "Bedingungen der Geheimhaltung" },
  "field.secrecy.hint": {
    en: "What others have to agree to before they read the details. They sign with their name.",
    de: "Worauf sich andere einlassen, bevor sie die Einzelheiten lesen. Sie unterzeichnen mit ihrem Namen.",
  },
  "field.mediated": {
    en: "The cluster's team knows it and whose it is, and brings us together",
    de: "Das Team des Clusters kennt es und weiß, von wem es ist, und bringt uns zusammen",
  },
  "field.mediated.hint": {
    en: "Without it not even the team learns that it exists.",
    de: "Ohne das erfährt nicht einmal das Team, dass es existiert.",
  },
  "field.across": {
    en: "Also for the other clusters of this installation",
    de: "Auch für die anderen Cluster dieser Installation",
  },
  "field.wall": { en: "Never for these", de: "Nie für diese" },
  "field.wall.hint": {
    en: "Organisations that never learn of it, whatever else you choose, and are never suggested for it.",
    de: "Organisationen, die nie davon erfahren, was auch immer Sie sonst wählen, und nie dafür vorgeschlagen werden.",
  },
  more: { en: "More: where, when again, who looks after it", de: "Mehr: wo, wann wieder, wer sich kümmert" },

  "act.open": { en: "Open it", de: "Öffnen" },
  "act.draft": { en: "Save as draft", de: "Als Entwurf speichern" },
  "draft.kept": { en: "Kept as a draft.", de: "Als Entwurf gespeichert." },
  "act.save": { en: "Save", de: "Speichern" },
  "act.edit": { en: "Change", de: "Ändern" },
  "act.close": { en: "Close", de: "Schließen" },
  "act.reopen": { en: "Open it again", de: "Wieder öffnen" },
  "act.duplicate": { en: "Duplicate", de: "Duplizieren" },
  "act.remove": { en: "Remove the draft", de: "Entwurf entfernen" },
  "act.gather.need": { en: "Write down a need", de: "Bedarf aufschreiben" },
  "act.gather.offer": { en: "Write down an offer", de: "Angebot aufschreiben" },
  "act.introduction": { en: "Ask for an introduction", de: "Um Vermittlung bitten" },
  "act.team": { en: "Put a team together", de: "Team zusammenstellen" },
  "act.fits": { en: "Who looks for this", de: "Wer das sucht" },
  "confirm.need": { en: "Yes, open this need", de: "Ja, diesen Bedarf öffnen" },
  "confirm.offer": { en: "Yes, open this offer", de: "Ja, dieses Angebot öffnen" },

  "close.need": { en: "Close the need", de: "Bedarf schließen" },
  "close.offer": { en: "Close the offer", de: "Angebot schließen" },
  "close.lede": {
    en: "Why do you close “{title}”? The answer is how the cluster learns what it is good for. You can open it again at any time.",
    de: "Warum schließen Sie „{title}“? Die Antwort zeigt dem Cluster, wofür er gut ist. Sie können es jederzeit wieder öffnen.",
  },
  "close.because": { en: "Because", de: "Weil" },
  "because.found-here": { en: "found through this cluster", de: "durch diesen Cluster gefunden" },
  "because.found-elsewhere": { en: "found elsewhere", de: "anderswo gefunden" },
  "because.membership-ended": {
    en: "the organisation is no longer a member",
    de: "die Organisation ist nicht mehr Mitglied",
  },
  "because.not-needed": { en: "no longer needed", de: "nicht mehr nötig" },

  "standing.draft": {
    en: "A draft: only {name} reads it.",
    de: "Ein Entwurf: Nur {name} liest ihn.",
  },
  "standing.gathered": {
    en: "Written down by the cluster's team. It waits for a yes of {name}, and nobody else reads it before.",
    de: "Vom Team des Clusters aufgeschrieben. Es wartet auf ein Ja von {name}, und niemand sonst liest es vorher.",
  },
  "standing.open": { en: "Open since {day}.", de: "Offen seit {day}." },
  "standing.open.until": { en: "Open since {day}, until {end}.", de: "Offen seit {day}, bis {end}." },
  "standing.in-talks": { en: "In talks. Open since {day}.", de: "Im Gespräch. Offen seit {day}." },
  "standing.met": { en: "Met on {day}.", de: "Gedeckt am {day}." },
  "standing.closed": { en: "Closed on {day}.", de: "Geschlossen am {day}." },
  "standing.closed.because": {
    en: "Closed on {day}: {because}.",
    de: "Geschlossen am {day}: {because}.",
  },
  "standing.expired": {
    en: "Its day was over on {day}. It can be opened again with a later one.",
    de: "Sein Tag war am {day} vorbei. Mit einem späteren lässt es sich wieder öffnen.",
  },
  "standing.step.match": {
    en: "Nobody reads it; only matching knows it.",
    de: "Niemand liest es; nur die Suche nach Passendem kennt es.",
  },
  "standing.step.teaser": {
    en: "Others read only the teaser, without your name.",
    de: "Andere lesen nur den Anriss, ohne Ihren Namen.",
  },
  "standing.step.named": {
    en: "Others read the need and your name; details and files when you grant it.",
    de: "Andere lesen den Bedarf und Ihren Namen; Einzelheiten und Dateien, wenn Sie sie freigeben.",
  },
  "standing.kept": {
    en: "In confidence: you know it because it was released to you or you mediate.",
    de: "Im Vertrauen: Sie kennen es, weil es Ihnen freigegeben wurde oder Sie vermitteln.",
  },

  "sheet.facts": { en: "What and when", de: "Was und wann" },
  "sheet.text.need": { en: "What is looked for", de: "Was gesucht wird" },
  "sheet.text.offer": { en: "What is offered", de: "Was angeboten wird" },
  "sheet.detail": { en: "Details, in confidence", de: "Einzelheiten, im Vertrauen" },
  "sheet.teaser": { en: "The teaser others read", de: "Der Anriss, den andere lesen" },
  "sheet.files": { en: "Files", de: "Dateien" },
  "sheet.doors": { en: "Who may see it", de: "Wer es sehen darf" },
  "teaser.lede": {
    en: "Somebody looks for this since {month} and does not say who. Ask for the name: they see who asks, and decide.",
    de: "Das sucht jemand seit {month} und sagt nicht, wer es ist. Fragt nach dem Namen: Dort sieht man, wer fragt, und entscheidet.",
  },
  "text.none": { en: "Nothing has been said yet.", de: "Noch ist nichts gesagt." },
  "fact.organisation": { en: "Organisation", de: "Organisation" },
  "fact.person": { en: "Looked after by", de: "Kümmert sich" },
  "fact.radius": { en: "within {km}", de: "im Umkreis von {km}" },
  "fact.where": { en: "Where", de: "Wo" },
  "fact.countries": { en: "Countries", de: "Länder" },
  "fact.state": { en: "State", de: "Stand" },
  "fact.cluster": { en: "Cluster", de: "Cluster" },
  "fact.across": { en: "Other clusters of the installation", de: "Andere Cluster der Installation" },
  yes: { en: "yes", de: "ja" },
  no: { en: "no", de: "nein" },
  "fact.mediated": { en: "The team mediates", de: "Das Team vermittelt" },
  "fact.walled": { en: "Never for", de: "Nie für" },
  "origin.demo": {
    en: "Made for the demonstration from {source}",
    de: "Für die Vorführung gemacht aus {source}",
  },
  "origin.visit": { en: "written down in a visit", de: "bei einem Besuch aufgeschrieben" },
  "origin.campaign": { en: "from a survey of needs", de: "aus einer Bedarfserhebung" },
  "origin.typed": { en: "said by the organisation", de: "von der Organisation gesagt" },
  "origin.import": { en: "imported", de: "importiert" },

  "files.none": { en: "No files.", de: "Keine Dateien." },
  "files.name": { en: "File", de: "Datei" },
  "files.size": { en: "Size", de: "Größe" },
  "files.step": { en: "Read", de: "Lesbar" },
  "files.from.named": { en: "with the name", de: "mit dem Namen" },
  "files.from.agreed": { en: "after an agreement of secrecy", de: "nach einer Geheimhaltungsvereinbarung" },
  "files.from.full": { en: "only with everything", de: "erst mit allem" },
  "files.add": { en: "Add the file", de: "Datei hinzufügen" },
  "files.hint": { en: "At most 10 MB; at most 20 files.", de: "Höchstens 10 MB; höchstens 20 Dateien." },
  "files.remove": { en: "Remove {name}", de: "{name} entfernen" },
  "files.from": { en: "From which step on it is read", de: "Ab welcher Stufe sie gelesen wird" },

  "own.title": { en: "My needs and offers", de: "Meine Bedarfe und Angebote" },
  "own.lede": {
    en: "{name} has {needs, plural, =0 {no needs} one {one need} other {# needs}} and {offers, plural, =0 {no offers} one {one offer} other {# offers}}; {open, plural, =0 {none of them is open} one {one of them is open} other {# of them are open}}.",
    de: "{name} hat {needs, plural, =0 {keine Bedarfe} one {einen Bedarf} other {# Bedarfe}} und {offers, plural, =0 {keine Angebote} one {ein Angebot} other {# Angebote}}; {open, plural, =0 {offen ist davon nichts} one {offen ist davon eines} other {offen sind davon #}}.",
  },
  "own.need": { en: "What we look for", de: "Was wir suchen" },
  "own.offer": { en: "What we have", de: "Was wir haben" },
  "own.empty.need": {
    en: "You have not said yet what you look for.",
    de: "Sie haben noch nicht gesagt, was Sie suchen.",
  },
  "own.empty.offer": {
    en: "You have not said yet what you have.",
    de: "Sie haben noch nicht gesagt, was Sie haben.",
  },
  "own.waiting": {
    en: "{count, plural, one {One was written down by the team and waits for your yes.} other {# were written down by the team and wait for your yes.}}",
    de: "{count, plural, one {Eines hat das Team aufgeschrieben; es wartet auf Ihr Ja.} other {# hat das Team aufgeschrieben; sie warten auf Ihr Ja.}}",
  },
  "own.turn": { en: "What is next", de: "Was ansteht" },
  "turn.confirm": { en: "say yes or change it", de: "Ja sagen oder ändern" },
  "turn.finish": { en: "finish and open it", de: "fertig schreiben und öffnen" },
  "turn.prolong": { en: "prolong it, or let it end", de: "verlängern oder enden lassen" },
  "turn.reopen": { en: "open it again, if it still holds", de: "wieder öffnen, wenn es noch gilt" },

  saved: { en: "Saved.", de: "Gespeichert." },
  "saved.fit": {
    en: "Saved. {fit, plural, =0 {No organisation fits well yet.} one {One organisation fits.} other {# organisations fit.}}",
    de: "Gespeichert. {fit, plural, =0 {Noch passt keine Organisation gut.} one {Eine Organisation passt.} other {# Organisationen passen.}}",
  },
  "gathered.waiting": {
    en: "{count, plural, one {One that you wrote down waits for the member's yes.} other {# that you wrote down wait for the members' yes.}}",
    de: "{count, plural, one {Ein von Ihnen notierter Eintrag wartet auf das Ja des Mitglieds.} other {# von Ihnen notierte Einträge warten auf das Ja der Mitglieder.}}",
  },
  "saved.draft": { en: "Saved as a draft.", de: "Als Entwurf gespeichert." },
  opened: { en: "It is open now.", de: "Jetzt ist es offen." },
  closed: {
    en: "Closed. You can open it again at any time.",
    de: "Geschlossen. Sie können es jederzeit wieder öffnen.",
  },
  reopened: { en: "It is open again.", de: "Es ist wieder offen." },
  duplicated: {
    en: "This is a copy, as a draft. Change what is different and open it.",
    de: "Das ist eine Kopie, als Entwurf. Ändern Sie, was anders ist, und öffnen Sie sie.",
  },
  removed: { en: "The draft is removed.", de: "Der Entwurf ist entfernt." },
  gathered: {
    en: "Saved. The member is asked for a yes.",
    de: "Gespeichert. Das Mitglied wird um ein Ja gebeten.",
  },
  "file.added": { en: "The file is there.", de: "Die Datei ist da." },
  "file.removed": { en: "The file is removed.", de: "Die Datei ist entfernt." },

  "problem.needs-title": { en: "Please give it a title.", de: "Bitte einen Titel geben." },
  "problem.needs-text": {
    en: "To open it, say in a sentence or two what it is about.",
    de: "Zum Öffnen bitte in ein, zwei Sätzen sagen, worum es geht.",
  },
  "problem.needs-teaser": {
    en: "Others read only the teaser: please write one.",
    de: "Andere lesen nur den Anriss: bitte einen schreiben.",
  },
  "problem.deadline-over": {
    en: "That day is over. Choose a later one, or none.",
    de: "Dieser Tag ist vorbei. Bitte einen späteren wählen oder keinen.",
  },
  "problem.ends-before-it-starts": {
    en: "It ends before it begins.",
    de: "Es endet, bevor es beginnt.",
  },
  "problem.public-and-confidential": {
    en: "What is for everybody cannot be kept in confidence. Choose this cluster, or tell more.",
    de: "Was für alle ist, kann nicht vertraulich bleiben. Wählen Sie diesen Cluster oder erzählen Sie mehr.",
  },
  "problem.would-wall-the-owner": {
    en: "That is the organisation it belongs to.",
    de: "Das ist die Organisation, der es gehört.",
  },
  "problem.would-not-see-it": {
    en: "You work for that organisation, too: you would not see it yourself.",
    de: "Sie arbeiten auch für diese Organisation: Sie selbst würden es nicht sehen.",
  },
  "problem.unknown-wall": {
    en: "One of these organisations is not known here.",
    de: "Eine dieser Organisationen ist hier nicht bekannt.",
  },
  "problem.unknown-person": {
    en: "That person does not work for the organisation.",
    de: "Diese Person arbeitet nicht für die Organisation.",
  },
  "problem.unknown-organisation": {
    en: "Please choose a member of this cluster; for your own organisation you write yourself.",
    de: "Bitte ein Mitglied dieses Clusters wählen; für die eigene Organisation schreiben Sie selbst.",
  },
  "problem.changed-meanwhile": {
    en: "Somebody has changed it meanwhile. What you typed is still here; look at what it says now, and save again.",
    de: "Jemand hat es inzwischen geändert. Was Sie getippt haben, steht noch hier; sehen Sie nach, was dort jetzt steht, und speichern Sie noch einmal.",
  },
  "problem.not-from-here": {
    en: "That is not possible in its present state.",
    de: "Das geht in seinem jetzigen Stand nicht.",
  },
  "problem.country": { en: "Two letters for each country, please.", de: "Bitte je Land zwei Buchstaben." },
  "problem.no-file": { en: "Please choose a file.", de: "Bitte eine Datei wählen." },
  "problem.too-large": { en: "The file is larger than 10 MB.", de: "Die Datei ist größer als 10 MB." },
  "problem.too-many-files": { en: "There are 20 files already.", de: "Es sind schon 20 Dateien." },

  "told.gathered.need": {
    en: "The cluster's team wrote down a need for you after a visit: {title}. May it be opened?",
    de: "Das Team des Clusters hat nach einem Besuch einen Bedarf für Sie aufgeschrieben: {title}. Darf er geöffnet werden?",
  },
  "told.gathered.offer": {
    en: "The cluster's team wrote down an offer for you after a visit: {title}. May it be opened?",
    de: "Das Team des Clusters hat nach einem Besuch ein Angebot für Sie aufgeschrieben: {title}. Darf es geöffnet werden?",
  },
  "told.gathered.kept": {
    en: "The cluster's team wrote something down for you in confidence after a visit. May it be opened?",
    de: "Das Team des Clusters hat nach einem Besuch etwas im Vertrauen für Sie aufgeschrieben. Darf es geöffnet werden?",
  },
  "told.ends.need": { en: "Your need “{title}” ends on {day}.", de: "Ihr Bedarf „{title}“ endet am {day}." },
  "told.ends.offer": {
    en: "Your offer “{title}” ends on {day}.",
    de: "Ihr Angebot „{title}“ endet am {day}.",
  },
  "told.ends.kept": {
    en: "Something you keep in confidence ends on {day}.",
    de: "Etwas, das Sie im Vertrauen halten, endet am {day}.",
  },
  "told.over.need": {
    en: "The day of your need “{title}” is over: it is shown to nobody any more. Open it again if it still holds.",
    de: "Der Tag Ihres Bedarfs „{title}“ ist vorbei: Er wird niemandem mehr gezeigt. Öffnen Sie ihn wieder, wenn er noch gilt.",
  },
  "told.over.offer": {
    en: "The day of your offer “{title}” is over: it is shown to nobody any more. Open it again if it still holds.",
    de: "Der Tag Ihres Angebots „{title}“ ist vorbei: Es wird niemandem mehr gezeigt. Öffnen Sie es wieder, wenn es noch gilt.",
  },
  "told.over.kept": {
    en: "The day of something you keep in confidence is over. Open it again if it still holds.",
    de: "Der Tag von etwas, das Sie im Vertrauen halten, ist vorbei. Öffnen Sie es wieder, wenn es noch gilt.",
  },
  "told.series.need": {
    en: "The next need of your series “{title}” waits as a draft.",
    de: "Der nächste Bedarf Ihrer Reihe „{title}“ wartet als Entwurf.",
  },
  "told.series.offer": {
    en: "The next offer of your series “{title}” waits as a draft.",
    de: "Das nächste Angebot Ihrer Reihe „{title}“ wartet als Entwurf.",
  },
  "told.series.kept": {
    en: "The next of a series you keep in confidence waits as a draft.",
    de: "Das Nächste einer Reihe, die Sie im Vertrauen halten, wartet als Entwurf.",
  },
  "act.confirm.title": { en: "Say yes", de: "Ja sagen" },
  "act.confirm.done": { en: "It is open now.", de: "Jetzt ist es offen." },
  "act.confirm.gone": {
    en: "There is nothing to say yes to any more.",
    de: "Hier gibt es nichts mehr, wozu ein Ja gefragt wäre.",
  },
  "act.confirm.incomplete": {
    en: "Something is missing before it can be opened. Please look at its page.",
    de: "Vor dem Öffnen fehlt noch etwas. Bitte auf der Seite nachsehen.",
  },
  topic: { en: "Needs and offers", de: "Bedarfe und Angebote" },
} satisfies Messages;

export type NeedsMessage = keyof typeof messages;
export const sayNeeds = speaker(messages);
export const isNeedsMessage = (key: string): key is NeedsMessage => key in messages;

/** The parts of the exchange share one name plate: each keeps its words under its own name. */
export const needsMessages: Messages = Object.fromEntries(
  Object.entries(messages).map(([key, words]) => [`needs.${key}`, words]),
);
/** The name under which the next page finds a sentence. */
export const noticed = (key: NeedsMessage) => `needs.${key}`;
