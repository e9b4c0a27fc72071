import { type Messages, speaker } from "../../../kernel/messages.ts";
import { linkWords } from "../../link-words/feature.ts";

export const linkMessages = {
  ...linkWords,
  "links.title": { en: "Links", de: "Verbindungen" },
  "links.lede": {
    en: "{total, plural, =0 {No link is known here yet.} one {One link in the cluster, as far as you may see.} other {# links in the cluster, as far as you may see.}}",
    de: "{total, plural, =0 {Noch ist hier keine Verbindung bekannt.} one {Eine Verbindung im Cluster, soweit für Sie sichtbar.} other {# Verbindungen im Cluster, soweit für Sie sichtbar.}}",
  },
  "links.lede.waiting": {
    en: "{total, plural, =0 {No link waits for your answer.} one {One link waits for your answer.} other {# links wait for your answer.}}",
    de: "{total, plural, =0 {Keine Verbindung wartet auf Ihre Antwort.} one {Eine Verbindung wartet auf Ihre Antwort.} other {# Verbindungen warten auf Ihre Antwort.}}",
  },
  "links.empty": {
    en: "No link matches. Whoever is linked with another organisation can declare it.",
    de: "Keine Verbindung passt. Wer mit einer anderen Organisation verbunden ist, kann das angeben.",
  },
  "links.all": { en: "Show all links", de: "Alle Verbindungen zeigen" },
  "links.waiting": { en: "Waiting for you", de: "Wartet auf Sie" },
  "links.of": { en: "Links of {name}", de: "Verbindungen von {name}" },
  registry: { en: "Registry", de: "Register" },

  "column.from": { en: "Organisation", de: "Organisation" },
  "column.nature": { en: "Relation", de: "Beziehung" },
  "column.to": { en: "With", de: "Mit" },
  "column.type": { en: "Type", de: "Art" },
  "column.issue": { en: "About", de: "Worum es geht" },
  "column.time": { en: "Time", de: "Zeit" },
  "column.since": { en: "Since", de: "Seit" },
  "column.until": { en: "Until", de: "Bis" },
  "column.strength": { en: "Strength", de: "Stärke" },
  "column.digital": { en: "Digital level", de: "Digitale Stufe" },
  "column.origin": { en: "Origin", de: "Herkunft" },
  "column.evidence": { en: "Evidence", de: "Belege" },
  "column.visibility": { en: "Who sees it", de: "Wer es sieht" },

  "origin.derived": { en: "derived", de: "abgeleitet" },

  "nature.contract": { en: "has a contract with", de: "hat einen Vertrag mit" },
  "nature.joint-venture": {
    en: "runs a joint venture with",
    de: "betreibt ein Gemeinschaftsunternehmen mit",
  },
  "nature.alliance": { en: "is in an alliance with", de: "ist verbündet mit" },
  "nature.joint-project": { en: "works in projects with", de: "arbeitet in Projekten mit" },
  "nature.knows": { en: "is in personal contact with", de: "steht in persönlichem Kontakt mit" },
  "nature.neighbours": { en: "is a neighbour of", de: "ist Nachbar von" },

  "issue.training": { en: "training", de: "Ausbildung" },
  "issue.technology": { en: "technology", de: "Technologie" },
  "issue.design": { en: "design", de: "Entwicklung und Gestaltung" },
  "issue.marketing": { en: "marketing", de: "Vermarktung" },
  "issue.export": { en: "export", de: "Export" },
  "issue.distribution": { en: "distribution", de: "Vertrieb" },

  "digital.none": { en: "none", de: "keine" },
  "digital.mail": { en: "mail", de: "E-Mail" },
  "digital.shared-file": { en: "shared file", de: "gemeinsame Datei" },
  "digital.portal": { en: "portal", de: "Portal" },
  "digital.system": { en: "system to system", de: "System zu System" },
  "digital.wanting": { en: "to digitalise", de: "zu digitalisieren" },

  "strength.1": { en: "now and then", de: "gelegentlich" },
  "strength.2": { en: "regular", de: "regelmäßig" },
  "strength.3": { en: "important", de: "wichtig" },
  "strength.4": { en: "very important", de: "sehr wichtig" },
  "strength.5": { en: "neither could do without", de: "füreinander unverzichtbar" },
  "strength.derived": { en: "weight {value}", de: "Gewicht {value}" },

  "time.since": { en: "since {since}", de: "seit {since}" },
  "time.until": { en: "until {until}", de: "bis {until}" },
  "time.both": { en: "{since} to {until}", de: "{since} bis {until}" },

  "link.title": { en: "{from} {nature} {to}", de: "{from} {nature} {to}" },
  "link.kicker": { en: "Link · {type}", de: "Verbindung · {type}" },
  "state.declared": {
    en: "Declared by {declarer}; {other} has been asked to confirm it by {day}.",
    de: "Angegeben von {declarer}; {other} ist gebeten, bis {day} zu bestätigen.",
  },
  "state.unanswered": {
    en: "Declared by {declarer}. {other} was asked until {day} and has not answered: it stays the word of one side, and can still be confirmed.",
    de: "Angegeben von {declarer}. {other} war bis {day} gefragt und hat nicht geantwortet: Es bleibt das Wort einer Seite und kann weiterhin bestätigt werden.",
  },
  "state.confirmed": {
    en: "Declared by {declarer} and confirmed by {other} on {day}.",
    de: "Angegeben von {declarer}, bestätigt von {other} am {day}.",
  },
  "state.ended": { en: "It ended on {day}.", de: "Sie endete am {day}." },
  "state.derived": {
    en: "Derived from {count, plural, one {one shared project} other {# shared projects}}; it changes with them.",
    de: "Abgeleitet aus {count, plural, one {einem gemeinsamen Projekt} other {# gemeinsamen Projekten}}; sie ändert sich mit ihnen.",
  },
  "turn.you": { en: "It is your turn.", de: "Sie sind am Zug." },
  "turn.other": { en: "It is the turn of {name}.", de: "Am Zug ist {name}." },
  "turn.nobody": { en: "Nobody has to act.", de: "Niemand muss etwas tun." },
  "facts.about": { en: "About the link", de: "Über die Verbindung" },
  "facts.stands": { en: "Where it stands", de: "Wie es steht" },
  "facts.note": { en: "Note", de: "Notiz" },
  "facts.evidence": { en: "The projects it follows from", de: "Die Projekte, aus denen sie folgt" },
  "facts.walls": { en: "Hidden from", de: "Verborgen vor" },
  "facts.others": { en: "Also between the two", de: "Außerdem zwischen beiden" },
  "evidence.project": { en: "Project", de: "Projekt" },
  "evidence.signed": { en: "Signed", de: "Bewilligt" },
  "evidence.all": { en: "as a list", de: "als Liste" },
  "evidence.empty": { en: "None of them is visible to you.", de: "Keines davon ist für Sie sichtbar." },

  "act.confirm": { en: "Confirm", de: "Bestätigen" },
  "act.dispute": { en: "Dispute", de: "Bestreiten" },
  "act.withdraw": { en: "Withdraw", de: "Zurückziehen" },
  "act.end": { en: "It has ended", de: "Sie ist beendet" },
  "act.declare": { en: "Declare a link", de: "Verbindung angeben" },

  "declare.title": { en: "Declare a link", de: "Verbindung angeben" },
  "declare.lede": {
    en: "{own} says what links it with another organisation. The other side gets a letter and confirms it, or says that it is not so.",
    de: "{own} gibt an, was sie mit einer anderen Organisation verbindet. Die andere Seite erhält eine Nachricht und bestätigt, oder sagt, dass es nicht stimmt.",
  },
  "field.statement": { en: "{own} …", de: "{own} …" },
  "field.other": { en: "Which organisation", de: "Welche Organisation" },
  "field.issue": { en: "Issue of cooperation", de: "Gegenstand der Zusammenarbeit" },
  "field.since": { en: "Since", de: "Seit" },
  "field.until": { en: "Until", de: "Bis" },
  "field.strength": { en: "How strong", de: "Wie stark" },
  "field.digital": { en: "Digital level", de: "Digitale Stufe" },
  "field.digital.hint": {
    en: "How orders, drawings and data go between the two today.",
    de: "Wie Bestellungen, Zeichnungen und Daten heute zwischen beiden laufen.",
  },
  "field.note": { en: "Note", de: "Notiz" },
  "field.visibility": { en: "Who sees it", de: "Wer es sieht" },
  "field.wall": { en: "Never shown to", de: "Niemals sichtbar für" },
  "field.wall.hint": {
    en: "These organisations do not see the link, whatever stands above. Both ends always see it.",
    de: "Diese Organisationen sehen die Verbindung nicht, was auch immer oben steht. Beide Enden sehen sie immer.",
  },
  "visibility.public": { en: "Everybody", de: "Alle" },
  "visibility.peers": {
    en: "The cluster, authorities and federated clusters",
    de: "Cluster, Behörden und verbundene Cluster",
  },
  "visibility.cluster": { en: "The cluster", de: "Der Cluster" },
  "visibility.organisation": { en: "Only the two organisations", de: "Nur die beiden Organisationen" },

  "problem.with-itself": {
    en: "An organisation is not linked with itself.",
    de: "Mit sich selbst ist eine Organisation nicht verbunden.",
  },
  "problem.already-declared": {
    en: "This link is already known for that time. If the other side declared it, confirm theirs.",
    de: "Diese Verbindung ist für diese Zeit schon bekannt. Hat die andere Seite sie angegeben, genügt die Bestätigung.",
  },
  "problem.would-wall-an-end": {
    en: "Both ends see the link: neither can be among those who never see it.",
    de: "Beide Enden sehen die Verbindung: Keines kann zu denen gehören, die sie nie sehen.",
  },
  "problem.would-not-see-it": {
    en: "One of your own organisations is on this list: you would not see the link any more.",
    de: "Eine Ihrer eigenen Organisationen steht auf dieser Liste: Sie würden die Verbindung selbst nicht mehr sehen.",
  },
  "problem.unknown-organisation": {
    en: "This organisation is not known here.",
    de: "Diese Organisation ist hier nicht bekannt.",
  },
  "problem.ends-before-it-starts": {
    en: "The end lies before the beginning.",
    de: "Das Ende liegt vor dem Anfang.",
  },

  "link.declared": {
    en: "The link is declared. The other side has been asked to confirm it.",
    de: "Die Verbindung ist angegeben. Die andere Seite ist um Bestätigung gebeten.",
  },
  "link.confirmed": {
    en: "The link is confirmed by both sides now.",
    de: "Die Verbindung ist jetzt von beiden Seiten bestätigt.",
  },
  "link.withdrawn": { en: "The link is withdrawn.", de: "Die Verbindung ist zurückgezogen." },
  "link.ended": { en: "The link has ended today.", de: "Die Verbindung ist heute beendet worden." },

  "told.declared": {
    en: "{writer} has declared a link: {sentence}.",
    de: "{writer} hat eine Verbindung angegeben: {sentence}.",
  },
  "told.confirmed": { en: "{writer} has confirmed: {sentence}.", de: "{writer} hat bestätigt: {sentence}." },
  "told.disputed": {
    en: "{writer} disputes that this holds: {sentence}.",
    de: "{writer} bestreitet, dass das zutrifft: {sentence}.",
  },
  "told.amended": {
    en: "{writer} has said a link anew: {sentence}.",
    de: "{writer} hat eine Verbindung neu angegeben: {sentence}.",
  },
  "told.proposed": {
    en: "{writer} proposes to change a link: {sentence}.",
    de: "{writer} schlägt vor, eine Verbindung zu ändern: {sentence}.",
  },
  "told.accepted": {
    en: "{writer} has accepted the change of a link: {sentence}.",
    de: "{writer} hat die Änderung einer Verbindung angenommen: {sentence}.",
  },
  "told.refused": {
    en: "{writer} has refused the change of a link: {sentence}.",
    de: "{writer} hat die Änderung einer Verbindung abgelehnt: {sentence}.",
  },
  "told.granted": {
    en: "{writer} has changed what you may do with its records: {sentence}.",
    de: "{writer} hat geändert, was mit den eigenen Angaben erlaubt ist: {sentence}.",
  },
  "link.disputed": {
    en: "The link is disputed. Only both sides and the team see it now.",
    de: "Die Verbindung ist bestritten. Nur beide Seiten und das Team sehen sie jetzt.",
  },
  "link.amended": { en: "The link is said anew.", de: "Die Verbindung ist neu angegeben." },
  "link.proposed": {
    en: "The other side is asked to accept the change.",
    de: "Die andere Seite ist gebeten, die Änderung anzunehmen.",
  },
  "link.accepted": { en: "The change is accepted.", de: "Die Änderung ist angenommen." },
  "link.refused": { en: "The change is refused.", de: "Die Änderung ist abgelehnt." },
  "link.proposal.withdrawn": { en: "The proposal is taken back.", de: "Der Vorschlag ist zurückgezogen." },
  "link.granted": {
    en: "What the other side may do is changed.",
    de: "Was die andere Seite darf, ist geändert.",
  },
  "state.disputed": {
    en: "Declared by {declarer}, disputed by {other} on {day}: {reason} Only both sides and the team see it.",
    de: "Angegeben von {declarer}, bestritten von {other} am {day}: {reason} Nur beide Seiten und das Team sehen sie.",
  },
  "act.edit": { en: "Change", de: "Ändern" },
  "act.propose": { en: "Propose the change", de: "Änderung vorschlagen" },
  "act.amend": { en: "Say it anew", de: "Neu angeben" },
  "act.accept": { en: "Accept", de: "Annehmen" },
  "act.refuse": { en: "Refuse", de: "Ablehnen" },
  "act.takeBack": { en: "Take back", de: "Zurücknehmen" },
  "field.dispute": { en: "What is not so", de: "Was nicht stimmt" },
  "edit.title": { en: "Change the link", de: "Verbindung ändern" },
  "edit.lede.amend": {
    en: "It is your word alone so far: the other side is asked again.",
    de: "Bisher ist es nur euer Wort: Die andere Seite wird neu gefragt.",
  },
  "edit.lede.propose": {
    en: "Both sides have said it: the change holds once the other side accepts it.",
    de: "Beide Seiten haben es gesagt: Die Änderung gilt, sobald die andere Seite sie annimmt.",
  },
  "proposal.title": { en: "A change is proposed", de: "Eine Änderung ist vorgeschlagen" },
  "proposal.by": { en: "Proposed by {name} on {day}.", de: "Vorgeschlagen von {name} am {day}." },
  "proposal.empty": { en: "nothing", de: "nichts" },
  "grant.title": { en: "What the other side may do", de: "Was die andere Seite darf" },
  "grant.what": {
    en: "With what is yours in this cluster. It can be taken back at once, and ends with the link.",
    de: "Mit euren Angaben in diesem Cluster. Es lässt sich sofort zurücknehmen und endet mit der Verbindung.",
  },
  "grant.field": { en: "{name} may", de: "{name} darf" },
  "grant.none": { en: "nothing more than others", de: "nicht mehr als andere" },
  "grant.see": { en: "see what only you see", de: "sehen, was nur ihr seht" },
  "grant.edit": { en: "see it and edit your profile", de: "es sehen und euer Profil bearbeiten" },
  "grant.keep": { en: "Keep", de: "Speichern" },
  "grant.given": {
    en: "{name} lets you do this since {day}: {may}.",
    de: "{name} erlaubt euch seit {day}: {may}.",
  },
  "problem.nothing-new": { en: "That is how it is already.", de: "So ist es bereits." },
  "problem.counts-for-votes": {
    en: "Votes hang on this link: its beginning stays, and it ends today or later.",
    de: "An dieser Verbindung hängen Stimmen: Ihr Beginn bleibt, und sie endet heute oder später.",
  },
  "problem.proposed-already": {
    en: "A change is proposed already.",
    de: "Eine Änderung ist bereits vorgeschlagen.",
  },
  "confirm.title": { en: "Confirm a link", de: "Verbindung bestätigen" },
  "confirm.gone": {
    en: "There is nothing to confirm here any more.",
    de: "Hier gibt es nichts mehr zu bestätigen.",
  },
} satisfies Messages;

export const sayLink = speaker(linkMessages);
