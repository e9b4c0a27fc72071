import type { Messages } from "../../../kernel/messages.ts";

export const eventMessages = {
  "list.title": { en: "Events", de: "Veranstaltungen" },
  "list.lede": {
    en: "{total, plural, =0 {No event is coming up.} one {One event is coming up.} other {# events are coming up.}}",
    de: "{total, plural, =0 {Keine Veranstaltung steht bevor.} one {Eine Veranstaltung steht bevor.} other {# Veranstaltungen stehen bevor.}}",
  },
  "list.lede.past": {
    en: "{total, plural, =0 {No event is over yet.} one {One event is over.} other {# events are over.}}",
    de: "{total, plural, =0 {Noch keine Veranstaltung ist vorbei.} one {Eine Veranstaltung ist vorbei.} other {# Veranstaltungen sind vorbei.}}",
  },
  "list.lede.all": {
    en: "{total, plural, =0 {There is no event yet.} one {One event, past or to come.} other {# events, past and to come.}}",
    de: "{total, plural, =0 {Es gibt noch keine Veranstaltung.} one {Eine Veranstaltung, vergangen oder künftig.} other {# Veranstaltungen, vergangene und künftige.}}",
  },
  "when.coming": { en: "Coming up", de: "Bevorstehend" },
  "when.past": { en: "Over", de: "Vorbei" },
  "when.all": { en: "All", de: "Alle" },
  "list.parts": { en: "Which events", de: "Welche Veranstaltungen" },
  "list.none": {
    en: "Matchmaking events bring many together for short talks: everybody says whom they would like to meet, and the plan seats as many of these wishes as it can.",
    de: "Auf Kontaktbörsen kommen viele zu kurzen Gesprächen zusammen: Alle sagen, wen sie treffen möchten, und der Plan erfüllt so viele dieser Wünsche wie möglich.",
  },
  "act.new": { en: "Prepare an event", de: "Veranstaltung vorbereiten" },
  "column.event": { en: "Event", de: "Veranstaltung" },
  "column.day": { en: "Begins", de: "Beginn" },
  "column.place": { en: "Place", de: "Ort" },
  "column.state": { en: "State", de: "Stand" },
  "column.comers": { en: "Registered", de: "Angemeldet" },
  "column.mine": { en: "You", de: "Eigene Anmeldung" },
  "column.ends": { en: "Ends", de: "Ende" },
  registered: { en: "Registered", de: "Angemeldet" },

  "lede.draft": {
    en: "A draft that only the team sees. Next the team opens it for registration.",
    de: "Ein Entwurf, den nur das Team sieht. Als Nächstes öffnet das Team die Anmeldung.",
  },
  "lede.registration": {
    en: "Members register until {until}. After that they say whom they would like to meet, until {wishes}.",
    de: "Mitglieder melden sich bis {until} an. Danach sagen sie bis {wishes}, wen sie treffen möchten.",
  },
  "lede.wishes": {
    en: "Those who come say until {until} whom they would like to meet. Then it closes by itself, and the team plans the talks.",
    de: "Wer kommt, sagt bis {until}, wen er treffen möchte. Dann schließt sie von selbst, und das Team plant die Gespräche.",
  },
  "lede.planning": {
    en: "The team plans the talks. Everybody has their schedule before it begins, {until}.",
    de: "Das Team plant die Gespräche. Alle haben ihren Plan vor dem Beginn, {until}.",
  },
  "lede.published": {
    en: "The talks are planned; it begins {until}. Whoever cannot come says so here, and the others are told.",
    de: "Die Gespräche sind geplant; Beginn ist {until}. Wer nicht kommen kann, sagt es hier, und die anderen erfahren es.",
  },
  "lede.running": {
    en: "It is under way until {until}. Say of each talk what came of it; it takes one click.",
    de: "Sie läuft bis {until}. Zu jedem Gespräch lässt sich mit einem Klick sagen, was daraus wurde.",
  },
  "lede.results": {
    en: "It is over. Those who talked say until {until} what came of it.",
    de: "Sie ist vorbei. Wer gesprochen hat, sagt bis {until}, was daraus wurde.",
  },
  "lede.over": { en: "It is over.", de: "Sie ist vorbei." },
  "lede.cancelled": { en: "It was called off.", de: "Sie wurde abgesagt." },
  "lede.cancelled.because": { en: "It was called off: {because}", de: "Sie wurde abgesagt: {because}" },

  "sheet.about": { en: "What it is", de: "Worum es geht" },
  "fact.when": { en: "When", de: "Wann" },
  "fact.where": { en: "Where", de: "Wo" },
  "fact.talks": { en: "Talks", de: "Gespräche" },
  "fact.talks.value": {
    en: "{slots, plural, one {# slot} other {# slots}} of {minutes} minutes at {tables, plural, one {# table} other {# tables}}",
    de: "{slots, plural, one {# Termin} other {# Termine}} zu {minutes} Minuten an {tables, plural, one {# Tisch} other {# Tischen}}",
  },
  "fact.room": { en: "Room", de: "Platz" },
  "fact.room.value": {
    en: "for {talks, plural, one {one talk} other {# talks}}; whoever registers in time comes, and the plan shares them out",
    de: "für {talks, plural, one {ein Gespräch} other {# Gespräche}}; wer sich rechtzeitig anmeldet, kommt, und der Plan teilt sie auf",
  },
  "room.crowded": {
    en: "{comers} come, and there is room for {talks, plural, one {one talk} other {# talks}}: some will have none. Add tables or slots before you plan.",
    de: "{comers} kommen, und es ist Platz für {talks, plural, one {ein Gespräch} other {# Gespräche}}: Manche bekommen keines. Fügen Sie vor dem Planen Tische oder Termine hinzu.",
  },
  "fact.roles": { en: "One comes as", de: "Man kommt als" },
  "fact.mutual": { en: "Who talks", de: "Wer spricht" },
  "fact.mutual.only": { en: "Only those who both wish it", de: "Nur wer es beiderseits wünscht" },
  "fact.mutual.any": {
    en: "Who wishes it, first those who both do",
    de: "Wer es wünscht, zuerst wer es beiderseits tut",
  },
  "fact.register": { en: "Registration until", de: "Anmeldung bis" },
  "fact.wish": { en: "Wishes until", de: "Wünsche bis" },
  "fact.visibility": { en: "Open to", de: "Offen für" },
  "zone.note": { en: "Times in {zone}.", de: "Uhrzeiten in {zone}." },
  "level.public": {
    en: "Everybody may see it; members register",
    de: "Alle dürfen sie sehen; Mitglieder melden sich an",
  },
  "level.peers": { en: "Members and authorities", de: "Mitglieder und Behörden" },
  "level.cluster": { en: "Members", de: "Mitglieder" },
  "sign-in.note": {
    en: "Members register after signing in.",
    de: "Mitglieder melden sich nach der Anmeldung im Haus an.",
  },

  "sheet.team": { en: "For the team", de: "Für das Team" },
  "figure.comers": { en: "registered", de: "angemeldet" },
  "figure.comers.change": {
    en: "from {count, plural, one {# organisation} other {# organisations}}",
    de: "aus {count, plural, one {# Organisation} other {# Organisationen}}",
  },
  "figure.wished": { en: "have said wishes", de: "haben Wünsche genannt" },
  "figure.withdrawn": { en: "dropped out", de: "abgesprungen" },
  "figure.talks": { en: "talks planned", de: "Gespräche geplant" },
  "figure.held": { en: "talks held", de: "Gespräche geführt" },
  "figure.no-show": { en: "not held", de: "ausgefallen" },
  "figure.goes-on": { en: "go on", de: "gehen weiter" },

  "act.edit": { en: "Change", de: "Ändern" },
  "act.tables": { en: "Tables", de: "Tische" },
  "act.rules": { en: "Rules", de: "Regeln" },
  "act.plan": { en: "Plan", de: "Plan" },
  "act.open": { en: "Open for registration", de: "Anmeldung öffnen" },
  "act.close": { en: "Close registration and wishes", de: "Anmeldung und Wünsche schließen" },
  "act.reopen": { en: "Open again", de: "Wieder öffnen" },
  "act.cancel": { en: "Call off", de: "Absagen" },
  "act.drop": { en: "Delete the draft", de: "Entwurf löschen" },
  "part.event": { en: "Event", de: "Veranstaltung" },
  "part.participants": { en: "Participants", de: "Teilnehmende" },
  "part.schedule": { en: "My talks", de: "Eigene Gespräche" },
  "part.schedules": { en: "All schedules", de: "Alle Pläne" },
  parts: { en: "Parts of the event", de: "Teile der Veranstaltung" },

  "new.title": { en: "Prepare an event", de: "Veranstaltung vorbereiten" },
  "new.lede": {
    en: "It stays a draft until you open it for registration.",
    de: "Sie bleibt ein Entwurf, bis die Anmeldung geöffnet wird.",
  },
  "edit.title": { en: "Change: {title}", de: "Ändern: {title}" },
  "edit.lede": {
    en: "Times can be changed until the talks are planned. A plan that is not published yet is made anew.",
    de: "Zeiten lassen sich ändern, bis die Gespräche geplant sind. Ein Plan, der noch nicht veröffentlicht ist, wird neu gemacht.",
  },
  "edit.lede.planned": {
    en: "The talks are planned: their times stay. Title, text and place can be changed.",
    de: "Die Gespräche sind geplant: Ihre Zeiten bleiben. Titel, Text und Ort lassen sich ändern.",
  },
  "field.title": { en: "Title", de: "Titel" },
  "field.text": { en: "What it is about", de: "Worum es geht" },
  "field.place": { en: "Place", de: "Ort" },
  "field.place.hint": {
    en: "A hall with its address, or “online”.",
    de: "Ein Saal mit Anschrift, oder „online“.",
  },
  "field.zone": { en: "Times are those of", de: "Uhrzeiten sind die von" },
  "field.sessions": { en: "Sessions", de: "Blöcke" },
  "field.sessions.hint": {
    en: "A morning, an afternoon: between two there is a break. Rows left empty do not count.",
    de: "Ein Vormittag, ein Nachmittag: Dazwischen ist Pause. Leere Zeilen zählen nicht.",
  },
  "field.day": { en: "Day", de: "Tag" },
  "field.session": { en: "Session {at}, {part}", de: "Block {at}, {part}" },
  "field.from": { en: "from", de: "von" },
  "field.to": { en: "to", de: "bis" },
  "field.talk": { en: "Minutes of a talk", de: "Minuten je Gespräch" },
  "field.pause": { en: "Minutes between two talks", de: "Minuten zwischen zwei Gesprächen" },
  "field.tables": { en: "How many tables", de: "Wie viele Tische" },
  "field.tables.hint": {
    en: "Their names, and addresses for talks online, can be given later.",
    de: "Namen, und Adressen für Gespräche online, lassen sich später angeben.",
  },
  "field.register-until": { en: "Registration until the end of", de: "Anmeldung bis zum Ende des" },
  "field.wish-until": { en: "Wishes until the end of", de: "Wünsche bis zum Ende des" },
  "field.wish-until.hint": {
    en: "Leave a few days after registration, so that everybody sees who comes.",
    de: "Einige Tage nach der Anmeldung, damit alle sehen, wer kommt.",
  },
  "field.only-mutual": {
    en: "Only those talk who both wish it",
    de: "Es sprechen nur, die es beide wünschen",
  },
  "field.once": {
    en: "Two organisations talk at most once, whoever comes for them",
    de: "Zwei Organisationen sprechen höchstens einmal, wer auch für sie kommt",
  },
  "field.most": { en: "Most talks for one", de: "Höchstens Gespräche je Person" },
  "field.roles": { en: "Roles", de: "Rollen" },
  "field.roles.hint": {
    en: "Only where it matters who meets whom, as “Buyer, Supplier”; the rules then say which roles meet.",
    de: "Nur wo zählt, wer wen trifft, etwa „Einkauf, Zulieferung“; die Regeln sagen dann, welche Rollen sich treffen.",
  },
  "field.visibility": { en: "Open to", de: "Offen für" },
  "field.wall": { en: "Organisations that never hear of it", de: "Organisationen, die nie davon erfahren" },
  "act.prepare": { en: "Prepare", de: "Vorbereiten" },

  "tables.title": { en: "Tables of {title}", de: "Tische: {title}" },
  "tables.lede": {
    en: "{count, plural, one {One table holds one talk at a time.} other {# tables hold as many talks at a time.}}",
    de: "{count, plural, one {An einem Tisch ist immer ein Gespräch.} other {An # Tischen sind ebenso viele Gespräche zugleich.}}",
  },
  "tables.lede.fixed": {
    en: "Talks are planned at these tables: they stay as they are.",
    de: "An diesen Tischen sind Gespräche geplant: Sie bleiben, wie sie sind.",
  },
  "field.table-lines": { en: "One table a line", de: "Ein Tisch je Zeile" },
  "field.table-lines.hint": {
    en: "An address at the end of a line is where a talk online is held: Room 1 https://meet.example.org/1",
    de: "Eine Adresse am Ende der Zeile führt zum Gespräch online: Raum 1 https://meet.example.org/1",
  },
  "column.table": { en: "Table", de: "Tisch" },
  "column.link": { en: "Address", de: "Adresse" },

  "rules.title": { en: "Who meets whom: {title}", de: "Wer wen trifft: {title}" },
  "rules.lede": {
    en: "{count, plural, =0 {No rule: everybody may meet everybody, apart from walls.} one {One rule, which only the team sees.} other {# rules, which only the team sees.}}",
    de: "{count, plural, =0 {Keine Regel: Alle dürfen alle treffen, bis auf Mauern.} one {Eine Regel, die nur das Team sieht.} other {# Regeln, die nur das Team sieht.}}",
  },
  "rules.note": {
    en: "Walls that members have set hold without a rule, and so do wishes not to meet: nobody needs to say so here.",
    de: "Mauern der Mitglieder gelten ohne Regel, ebenso der Wunsch, jemanden nicht zu treffen: Das muss hier niemand sagen.",
  },
  "rule.meet": { en: "{one} meets {other}", de: "{one} trifft {other}" },
  "rule.apart": { en: "Never at one table: {names}", de: "Nie an einem Tisch: {names}" },
  "rule.remove": { en: "Remove", de: "Entfernen" },
  "rules.meet": { en: "Two roles that may meet", de: "Zwei Rollen, die sich treffen dürfen" },
  "rules.meet.hint": {
    en: "Once there is such a rule, no others meet.",
    de: "Sobald es eine solche Regel gibt, treffen sich keine anderen.",
  },
  "rules.meet.none": {
    en: "The event has no roles; they are given where the event is changed.",
    de: "Die Veranstaltung hat keine Rollen; sie werden beim Ändern der Veranstaltung angegeben.",
  },
  "rules.apart": { en: "Two that never sit at one table", de: "Zwei, die nie an einem Tisch sitzen" },
  "field.one": { en: "One", de: "Eine Seite" },
  "field.other": { en: "Other", de: "Andere Seite" },
  "act.add-rule": { en: "Add the rule", de: "Regel hinzufügen" },
  "rules.apart.none": {
    en: "Nobody has registered yet.",
    de: "Noch hat sich niemand angemeldet.",
  },

  "cancel.title": { en: "Call off {title}", de: "{title} absagen" },
  "cancel.lede": {
    en: "Everybody who registered is told, and the talks go out of their calendars. This cannot be taken back.",
    de: "Alle Angemeldeten erfahren es, und die Gespräche verschwinden aus ihren Kalendern. Das lässt sich nicht zurücknehmen.",
  },
  "field.because": { en: "Why", de: "Weshalb" },
  "because.none": { en: "no reason was given", de: "ohne Angabe von Gründen" },
  "place.none": { en: "the place is still to be said", de: "der Ort steht noch aus" },

  "done.prepared": {
    en: "Prepared. Look it over, then open it for registration.",
    de: "Vorbereitet. Nach einem Blick darauf lässt sich die Anmeldung öffnen.",
  },
  "done.changed": { en: "Changed.", de: "Geändert." },
  "done.tables": { en: "The tables are changed.", de: "Die Tische sind geändert." },
  "done.rule": { en: "The rules are changed.", de: "Die Regeln sind geändert." },
  "done.open": { en: "Open. The members are told.", de: "Geöffnet. Die Mitglieder erfahren es." },
  "done.close": {
    en: "Closed. Now the talks can be planned.",
    de: "Geschlossen. Jetzt lassen sich die Gespräche planen.",
  },
  "done.reopen": { en: "Open again.", de: "Wieder geöffnet." },
  "done.cancel": { en: "Called off. Everybody is told.", de: "Abgesagt. Alle erfahren es." },
  "done.drop": { en: "The draft is deleted.", de: "Der Entwurf ist gelöscht." },

  "problem.time": { en: "Write the time as 09:30.", de: "Die Uhrzeit als 09:30 schreiben." },
  "problem.sessions": { en: "At least one session is needed.", de: "Mindestens ein Block wird gebraucht." },
  "problem.ends-before-it-starts": {
    en: "It has to end after it begins.",
    de: "Das Ende muss nach dem Beginn liegen.",
  },
  "problem.sessions-overlap": { en: "Two sessions overlap.", de: "Zwei Blöcke überschneiden sich." },
  "problem.no-slot-fits": {
    en: "Not a single talk fits into one of the sessions.",
    de: "In einen der Blöcke passt kein einziges Gespräch.",
  },
  "problem.too-many-slots": {
    en: "At most 200 slots can be planned.",
    de: "Höchstens 200 Termine lassen sich planen.",
  },
  "problem.in-the-past": {
    en: "It has to begin in the future.",
    de: "Der Beginn muss in der Zukunft liegen.",
  },
  "problem.wishes-before-registration": {
    en: "Wishes end with registration or later.",
    de: "Die Zeit für Wünsche endet frühestens mit der Anmeldung.",
  },
  "problem.too-late-for-registration": {
    en: "Registration ends before the event begins.",
    de: "Die Anmeldung endet vor dem Beginn.",
  },
  "problem.unknown-wall": {
    en: "One of these organisations is not known here.",
    de: "Eine dieser Organisationen ist hier nicht bekannt.",
  },
  "problem.laid-out": {
    en: "Talks are planned: times and tables stay as they are.",
    de: "Gespräche sind geplant: Zeiten und Tische bleiben, wie sie sind.",
  },
  "problem.over": { en: "The event is over.", de: "Die Veranstaltung ist vorbei." },
  "problem.no-slots": { en: "It has no slots yet.", de: "Es gibt noch keine Termine." },
  "problem.no-tables": { en: "It has no tables yet.", de: "Es gibt noch keine Tische." },
  "problem.too-late": { en: "The time for that is over.", de: "Die Zeit dafür ist vorbei." },
  "problem.changed-meanwhile": {
    en: "It has changed meanwhile. Look at it again.",
    de: "Inzwischen hat sich etwas geändert. Bitte noch einmal ansehen.",
  },
  "problem.unknown-organisation": {
    en: "This organisation is not known here.",
    de: "Diese Organisation ist hier nicht bekannt.",
  },
  "problem.unknown-role": {
    en: "The event has no such role.",
    de: "Diese Rolle hat die Veranstaltung nicht.",
  },
  "problem.two": { en: "Choose two that differ.", de: "Zwei verschiedene auswählen." },
} satisfies Messages;
