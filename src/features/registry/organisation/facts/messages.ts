import { type Messages, speaker } from "../../../../kernel/messages.ts";

export const factMessages = {
  "facts.title": { en: "In its own words", de: "Was die Organisation über sich sagt" },
  "facts.add": { en: "Add a fact", de: "Angabe hinzufügen" },
  "facts.empty": {
    en: "Nothing has been said yet beyond the public identity.",
    de: "Über die öffentlichen Angaben hinaus ist noch nichts gesagt.",
  },
  "facts.empty.public": {
    en: "Nothing beyond the register data is public.",
    de: "Über die Registerdaten hinaus ist nichts öffentlich.",
  },
  "facts.who": {
    en: "{open, plural, =0 {Nothing of it is public} one {One fact is public} other {# facts are public}}; {inner, plural, =0 {none is} one {one is} other {# are}} for fewer eyes.",
    de: "{open, plural, =0 {Nichts davon ist öffentlich} one {Eine Angabe ist öffentlich} other {# Angaben sind öffentlich}}; {inner, plural, =0 {keine ist} one {eine ist} other {# sind}} für weniger Augen bestimmt.",
  },
  "facts.walls": { en: "Never shown to {names}.", de: "Niemals sichtbar für {names}." },
  "facts.checked": { en: "still true {age}", de: "noch wahr {age}" },
  "facts.edit": { en: "edit", de: "bearbeiten" },
  "facts.remove": { en: "Remove", de: "Entfernen" },

  "field.description": { en: "Description", de: "Beschreibung" },
  "field.industries": { en: "Industries", de: "Branchen" },
  "field.competences": { en: "Competences", de: "Kompetenzen" },
  "field.people": { en: "People to talk to", de: "Ansprechpersonen" },
  "field.products": { en: "Products and services", de: "Produkte und Leistungen" },
  "field.capacity": { en: "Free capacity", de: "Freie Kapazität" },
  "field.certificates": { en: "Certificates", de: "Zertifikate" },
  "field.machines": { en: "Machines and equipment", de: "Maschinen und Ausstattung" },
  "field.contact": { en: "Contact", de: "Kontakt" },
  "field.languages": { en: "Languages", de: "Sprachen" },
  "field.staff": { en: "Staff", de: "Beschäftigte" },
  "field.turnover": { en: "Turnover", de: "Umsatz" },
  "field.interests": { en: "Interests", de: "Interessen" },

  "item.products": { en: "Product or service", de: "Produkt oder Leistung" },
  "item.products.text": { en: "What it is", de: "Was es ist" },
  "item.products.url": { en: "Page about it", de: "Seite darüber" },
  "item.certificates": { en: "Kind, as in ISO 9001", de: "Art, etwa ISO 9001" },
  "item.certificates.number": { en: "Number", de: "Nummer" },
  "item.certificates.issuer": { en: "Issued by", de: "Ausgestellt von" },
  "item.certificates.validUntil": { en: "Valid until", de: "Gültig bis" },
  "item.certificates.hint": {
    en: "A reminder comes 60 and 14 days before.",
    de: "60 und 14 Tage vorher kommt eine Erinnerung.",
  },
  "item.machines": { en: "Kind, as in five-axis mill", de: "Art, etwa Fünf-Achs-Fräse" },
  "item.machines.maker": { en: "Maker", de: "Hersteller" },
  "item.machines.model": { en: "Model", de: "Modell" },
  "item.machines.count": { en: "How many", de: "Anzahl" },
  "item.machines.year": { en: "Built in", de: "Baujahr" },
  "item.people": { en: "Name", de: "Name" },
  "item.people.title": { en: "What for, as in Head of sales", de: "Wofür, etwa Leitung Vertrieb" },
  "item.people.email": { en: "E-mail", de: "E-Mail" },
  "item.people.email.hint": {
    en: "The person is told at this address and can take themselves off the list.",
    de: "Die Person erfährt es unter dieser Adresse und kann sich selbst streichen.",
  },
  "item.people.phone": { en: "Phone", de: "Telefon" },
  "item.languages": { en: "Language", de: "Sprache" },
  "item.expired": { en: "expired on {day}", de: "abgelaufen am {day}" },
  "item.until": { en: "valid until {day}", de: "gültig bis {day}" },
  "item.ends": { en: "ends on {day}", de: "endet am {day}" },
  "item.issuer": { en: "issued by {who}", de: "ausgestellt von {who}" },
  "item.number": { en: "no. {number}", de: "Nr. {number}" },
  "item.built": { en: "built {year}", de: "Baujahr {year}" },

  "find.industries": { en: "Find an activity", de: "Tätigkeit suchen" },
  "find.industries.hint": {
    en: "By a word or a code, as in machining or C25.62 (NACE Rev. 2).",
    de: "Mit einem englischen Wort oder dem Code, etwa machining oder C25.62 (NACE Rev. 2).",
  },
  "find.industries.choose": { en: "Activity", de: "Tätigkeit" },
  "find.industries.none": {
    en: "No activity reads like “{words}”. A shorter word finds more.",
    de: "Keine Tätigkeit liest sich wie „{words}“. Ein kürzeres Wort findet mehr.",
  },
  "find.competences": { en: "Find a word for it", de: "Ein Wort dafür suchen" },
  "find.competences.hint": {
    en: "A word that others use already makes you easier to find. What is missing becomes the cluster's own word.",
    de: "Mit einem Wort, das andere schon nutzen, wird man leichter gefunden. Was fehlt, wird ein eigenes Wort des Clusters.",
  },
  "find.competences.choose": { en: "Which word", de: "Welches Wort" },
  "find.competences.used": { en: "Used most in this cluster", de: "In diesem Cluster am meisten genutzt" },
  "find.from.cluster": {
    en: "used by {count, plural, one {one organisation} other {# organisations}} here",
    de: "hier von {count, plural, one {einer Organisation} other {# Organisationen}} genutzt",
  },
  "find.from.euroscivoc": { en: "EuroSciVoc", de: "EuroSciVoc" },
  "find.from.esco": { en: "ESCO", de: "ESCO" },
  "find.own": { en: "“{word}”, as it is", de: "„{word}“, wie es da steht" },
  "find.own.hint": { en: "a word of the cluster's own", de: "ein eigenes Wort des Clusters" },
  "find.near": {
    en: "Words that read nearly the same are there already. One word for one thing is easier to find.",
    de: "Fast gleiche Wörter gibt es schon. Ein Wort für eine Sache wird leichter gefunden.",
  },
  "find.save": { en: "Add it", de: "Hinzufügen" },

  "language.en": { en: "English", de: "Englisch" },
  "language.de": { en: "German", de: "Deutsch" },

  "form.new": { en: "Say something about {name}", de: "Etwas über {name} sagen" },
  "form.edit": { en: "Change what is said about {name}", de: "Ändern, was über {name} gesagt ist" },
  "form.lede": {
    en: "One statement, with who sees it. It carries your name and today's date.",
    de: "Eine Aussage, und wer sie sieht. Sie trägt Ihren Namen und das heutige Datum.",
  },
  "form.item.new": { en: "{field}: add to {name}", de: "{field}: ergänzen bei {name}" },
  "form.item.edit": { en: "{field}: change at {name}", de: "{field}: ändern bei {name}" },
  "form.field": { en: "About", de: "Worüber" },
  "form.value": { en: "What is the case", de: "Was der Fall ist" },
  "form.language": { en: "Written in", de: "Geschrieben auf" },
  "form.language.hint": {
    en: "Leave open what reads the same in every language.",
    de: "Offen lassen, was in jeder Sprache gleich lautet.",
  },
  "form.visibility": { en: "Who sees it", de: "Wer es sieht" },
  "form.wall": { en: "Never shown to", de: "Niemals sichtbar für" },
  "form.wall.hint": {
    en: "For rivals: whoever is ticked does not see it, whatever stands above.",
    de: "Für Wettbewerber: Wer angekreuzt ist, sieht es nicht, was auch immer oben steht.",
  },
  "visibility.public": { en: "Everybody, also outside", de: "Alle, auch außerhalb" },
  "visibility.peers": {
    en: "The cluster, authorities and federated clusters",
    de: "Cluster, Behörden und verbundene Cluster",
  },
  "visibility.cluster": { en: "The cluster", de: "Der Cluster" },
  "visibility.organisation": { en: "Only people of the organisation", de: "Nur Personen der Organisation" },
  "visibility.private": { en: "Only you", de: "Nur für Sie" },

  "problem.would-not-see-it": {
    en: "You would not see it yourself any more: choose another level, or take your own organisation off the list.",
    de: "Sie würden es selbst nicht mehr sehen: eine andere Stufe wählen oder die eigene Organisation von der Liste nehmen.",
  },
  "problem.would-wall-the-owner": {
    en: "It is about this organisation: it cannot be hidden from it.",
    de: "Es geht um diese Organisation: Vor ihr lässt es sich nicht verbergen.",
  },
  "problem.other-field": {
    en: "What it is about cannot be changed: remove it and say it anew.",
    de: "Worum es geht, lässt sich nicht ändern: entfernen und neu angeben.",
  },
  "problem.unknown-code": {
    en: "This word is not known: find it above, or take it as the cluster's own.",
    de: "Dieses Wort ist nicht bekannt: oben suchen oder als eigenes Wort des Clusters nehmen.",
  },
  "problem.already-there": { en: "This is in the profile already.", de: "Das steht schon im Profil." },
  "problem.wrong-shape": {
    en: "This does not fit its field.",
    de: "Das passt nicht zu dieser Art von Angabe.",
  },
  "problem.not-a-nace": {
    en: "This is not an activity of NACE Rev. 2: find one by a word, or write its code as in C25.62.",
    de: "Das ist keine Tätigkeit nach NACE Rev. 2: mit einem Wort suchen oder den Code wie C25.62 schreiben.",
  },
  "problem.not-a-language": { en: "This language is not known.", de: "Diese Sprache ist nicht bekannt." },
  "problem.unknown-wall": {
    en: "One of these organisations is not known here.",
    de: "Eine dieser Organisationen ist hier nicht bekannt.",
  },

  "conflict.title": { en: "Somebody changed this meanwhile", de: "Das hat inzwischen jemand geändert" },
  "conflict.text": {
    en: "Below stands what you typed; nothing is lost. This is what {who} wrote {age}:",
    de: "Unten steht, was Sie eingegeben haben; nichts ist verloren. Das hat {who} {age} geschrieben:",
  },
  "conflict.somebody": { en: "somebody else", de: "jemand anderes" },
  "conflict.save": { en: "Save mine instead", de: "Meine Fassung speichern" },

  "fact.added": { en: "The fact is saved.", de: "Die Angabe ist gespeichert." },
  "fact.changed": { en: "The change is saved.", de: "Die Änderung ist gespeichert." },
  "fact.restored": { en: "The fact is back.", de: "Die Angabe ist wieder da." },
  "fact.gone": { en: "The fact is removed.", de: "Die Angabe ist entfernt." },
  "fact.undo": { en: "Undo", de: "Rückgängig machen" },
} satisfies Messages;

export const sayFact = speaker(factMessages);
