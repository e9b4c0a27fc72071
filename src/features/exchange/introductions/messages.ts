import { type Messages, speaker } from "../../../kernel/messages.ts";

export const introductionMessages = {
  "list.title": { en: "Introductions", de: "Vermittlungen" },
  "list.lede.mine": {
    en: "{total, plural, =0 {No introduction yet} one {One introduction} other {# introductions}}{waiting, plural, =0 {; nothing waits for you.} one {; one waits for you.} other {; # wait for you.}}",
    de: "{total, plural, =0 {Noch keine Vermittlung} one {Eine Vermittlung} other {# Vermittlungen}}{waiting, plural, =0 {; nichts wartet auf Sie.} one {; eine wartet auf Sie.} other {; # warten auf Sie.}}",
  },
  "list.lede.team": {
    en: "{open, plural, =0 {No introduction is under way} one {One introduction is under way} other {# introductions are under way}}{waiting, plural, =0 {; none waits for the team.} one {; one waits for the team.} other {; # wait for the team.}}",
    de: "{open, plural, =0 {Keine Vermittlung läuft} one {Eine Vermittlung läuft} other {# Vermittlungen laufen}}{waiting, plural, =0 {; keine wartet auf das Team.} one {; eine wartet auf das Team.} other {; # warten auf das Team.}}",
  },
  "list.all": { en: "All", de: "Alle" },
  "list.waiting": { en: "Waiting for me", de: "Wartet auf mich" },
  "list.waiting.team": { en: "Waiting for the team", de: "Wartet auf das Team" },
  "list.board": { en: "Board", de: "Tafel" },
  "list.table": { en: "Table", de: "Tabelle" },
  "list.outcomes": { en: "What came of them", de: "Was daraus wurde" },
  "list.settings": { en: "Settings", de: "Einstellungen" },
  "list.empty": {
    en: "No introduction here. They begin with a need: look at what fits it, and ask for an introduction there.",
    de: "Hier ist keine Vermittlung. Sie beginnen mit einem Bedarf: Sehen Sie an, was zu ihm passt, und bitten Sie dort um eine Vermittlung.",
  },
  "list.empty.act": { en: "To the needs", de: "Zu den Bedarfen" },
  "list.filter.state": { en: "State", de: "Stand" },
  "list.filter.outcome": { en: "What came of it", de: "Was daraus wurde" },
  "column.between": { en: "Between", de: "Zwischen" },
  "column.about": { en: "About", de: "Worum es geht" },
  "column.state": { en: "State", de: "Stand" },
  "column.turn": { en: "Whose turn", de: "Am Zug" },
  "column.until": { en: "Until", de: "Bis" },
  "column.moved": { en: "Last moved", de: "Zuletzt bewegt" },
  "column.outcome": { en: "Outcome", de: "Ergebnis" },
  "column.from": { en: "For", de: "Für" },
  "column.to": { en: "With", de: "Mit" },
  "column.asked": { en: "Asked on", de: "Angefragt am" },
  "column.met": { en: "Met on", de: "Gesprochen am" },
  "column.via": { en: "How", de: "Wie" },
  "via.direct": { en: "directly", de: "direkt" },
  "via.team": { en: "through the team", de: "über das Team" },
  "turn.you": { en: "you", de: "Sie" },
  "turn.team": { en: "the team", de: "das Team" },
  "turn.both": { en: "both sides", de: "beide Seiten" },
  "turn.nobody": { en: "nobody", de: "niemand" },
  unnamed: { en: "Somebody unnamed", de: "Jemand Ungenanntes" },
  "unnamed.still": { en: "unnamed for now", de: "vorerst ungenannt" },
  somebody: { en: "an organisation", de: "eine Organisation" },
  "new.messages": { en: "new message", de: "neue Nachricht" },

  "board.column.proposed": { en: "Proposed", de: "Vorgeschlagen" },
  "board.column.asked": { en: "Asked", de: "Angefragt" },
  "board.column.accepted": { en: "Accepted", de: "Zugesagt" },
  "board.column.met": { en: "Met", de: "Gesprochen" },
  "board.column.outcome": { en: "Outcome", de: "Ergebnis" },
  "board.ended": { en: "No longer on the board", de: "Nicht mehr auf der Tafel" },
  "board.none": { en: "Nothing here.", de: "Hier ist nichts." },
  "board.more": { en: "all {count}", de: "alle {count}" },
  "page.asked": { en: "What is asked", de: "Was gefragt wird" },
  "wait.pass-on": {
    en: "waits for the team to pass it on",
    de: "wartet darauf, dass das Team sie weitergibt",
  },
  "wait.from": { en: "waits for the yes of {name}", de: "wartet auf die Zusage von {name}" },
  "wait.to": { en: "waits for the answer of {name}", de: "wartet auf die Antwort von {name}" },
  "wait.times": { en: "no time proposed yet", de: "noch keine Zeit vorgeschlagen" },
  "wait.slot": { en: "times wait for the answer of {name}", de: "Zeiten warten auf die Antwort von {name}" },
  "wait.talk": { en: "talk on {moment}", de: "Gespräch am {moment}" },
  "wait.outcome": { en: "asked what came of it on {day}", de: "am {day} wird gefragt, was daraus wurde" },
  "wait.confirm": { en: "an outcome waits to be confirmed", de: "ein Ergebnis wartet auf Bestätigung" },

  "page.kicker": { en: "Introduction", de: "Vermittlung" },
  "page.title": { en: "{from} and {to}", de: "{from} und {to}" },
  "page.stands": { en: "Where it stands", de: "Wo es steht" },
  "page.about": { en: "About it", de: "Worum es geht" },
  "page.need": { en: "Need", de: "Bedarf" },
  "page.offer": { en: "Offer", de: "Angebot" },
  "page.kind": { en: "Looked for", de: "Gesucht" },
  "page.told": { en: "What is looked for", de: "Was gesucht wird" },
  "page.message.of": { en: "{name} writes", de: "{name} schreibt" },
  "page.team-note": { en: "The team writes", de: "Das Team schreibt" },
  "page.team-knows": {
    en: "The cluster team knows that this introduction exists and what came of it, and not what is written here.",
    de: "Das Clusterteam weiß, dass es diese Vermittlung gibt und was daraus wurde, nicht aber, was hier geschrieben wird.",
  },
  "page.team-reads": {
    en: "This introduction goes through the cluster team: it reads along here.",
    de: "Diese Vermittlung geht über das Clusterteam: Es liest hier mit.",
  },
  "page.team-not": {
    en: "Only the two know of this introduction; the cluster team does not.",
    de: "Nur die beiden wissen von dieser Vermittlung; das Clusterteam nicht.",
  },
  "page.contacts": { en: "Who speaks for {name}", de: "Wer für {name} spricht" },

  "state.proposed.team.from": {
    en: "The cluster team proposes this introduction to you. {to} is asked only after your yes. Without an answer by {day} it expires.",
    de: "Das Clusterteam schlägt Ihnen diese Vermittlung vor. {to} wird erst nach Ihrer Zusage gefragt. Ohne Antwort bis {day} läuft sie ab.",
  },
  "state.proposed.team.team": {
    en: "Proposed to {from}, whose turn it is until {day}; {to} is asked only after a yes. Without an answer it expires.",
    de: "Vorgeschlagen an {from}, wo die Antwort bis {day} erwartet wird; {to} wird erst nach einer Zusage gefragt. Ohne Antwort läuft sie ab.",
  },
  "state.proposed.member.from": {
    en: "The cluster team has been asked to pass this on, and has until {day}. {to} knows nothing yet. Without an answer it expires.",
    de: "Das Clusterteam ist gebeten, dies weiterzugeben, und hat bis {day} Zeit. {to} weiß noch nichts. Ohne Antwort läuft sie ab.",
  },
  "state.proposed.member.team": {
    en: "{from} asks the team to pass this on to {to}. It is your turn until {day}; without an answer it expires, and {from} is told.",
    de: "{from} bittet das Team, dies an {to} weiterzugeben. Sie sind bis {day} am Zug; ohne Antwort läuft sie ab, und {from} erfährt es.",
  },
  "state.asked.from": {
    en: "{to} has been asked and has until {day} to answer. Without an answer it expires, and both of you are told.",
    de: "{to} ist gefragt und hat bis {day} Zeit zu antworten. Ohne Antwort läuft sie ab, und beide erfahren es.",
  },
  "state.asked.to": {
    en: "{from} asks for an introduction to you. Your answer is waited for until {day}; without one it expires, and both of you are told.",
    de: "{from} bittet um eine Vermittlung mit Ihnen. Ihre Antwort wird bis {day} erwartet; ohne sie läuft die Anfrage ab, und beide erfahren es.",
  },
  "state.asked.to.unnamed": {
    en: "Somebody who stays unnamed for now asks for an introduction to you. With your yes each of you is told who the other is; with a no nothing is told.",
    de: "Jemand, der vorerst ungenannt bleibt, bittet um eine Vermittlung mit Ihnen. Mit Ihrer Zusage erfahren beide, wer die anderen sind; mit einer Absage erfährt es niemand.",
  },
  "state.asked.to.owner": {
    en: "{from} asks for an introduction about a need you keep in confidence. Only with your yes is it told whose it is. Your answer is waited for until {day}.",
    de: "{from} bittet um eine Vermittlung zu einem Bedarf, den Sie vertraulich halten. Erst mit Ihrer Zusage erfährt jemand, wessen Bedarf es ist. Ihre Antwort wird bis {day} erwartet.",
  },
  "state.asked.team": {
    en: "{to} has been asked and has until {day} to answer. Without an answer it expires, and both are told.",
    de: "{to} ist gefragt und hat bis {day} Zeit zu antworten. Ohne Antwort läuft sie ab, und beide erfahren es.",
  },
  "state.accepted": {
    en: "Both have said yes. Arrange a talk; if none takes place by {day}, the introduction expires.",
    de: "Beide haben zugesagt. Vereinbaren Sie ein Gespräch; findet bis {day} keines statt, läuft die Vermittlung ab.",
  },
  "state.accepted.talk": {
    en: "Both have said yes, and the talk is on {moment}.",
    de: "Beide haben zugesagt, und das Gespräch ist am {moment}.",
  },
  "state.accepted.team": {
    en: "{from} and {to} have both said yes and arrange a talk; if none takes place by {day}, the introduction expires.",
    de: "{from} und {to} haben zugesagt und vereinbaren ein Gespräch; findet bis {day} keines statt, läuft die Vermittlung ab.",
  },
  "state.met": {
    en: "You spoke on {day}. Both sides are asked what came of it two weeks and three months after that; on {end} it closes by itself.",
    de: "Sie haben am {day} gesprochen. Beide Seiten werden nach zwei Wochen und drei Monaten gefragt, was daraus wurde; am {end} schließt sie sich von selbst.",
  },
  "state.met.team": {
    en: "They spoke on {day}. Both sides are asked what came of it two weeks and three months after that; on {end} it closes by itself.",
    de: "Sie haben am {day} miteinander gesprochen. Beide Seiten werden nach zwei Wochen und drei Monaten gefragt, was daraus wurde; am {end} schließt sie sich von selbst.",
  },
  "state.closed": { en: "Closed on {day} by {who}.", de: "Am {day} abgeschlossen von {who}." },
  "state.closed.later": {
    en: "What comes of it later can still be said here.",
    de: "Was später daraus wird, lässt sich hier noch sagen.",
  },
  "state.declined": { en: "Declined on {day} by {who}.", de: "Am {day} abgelehnt von {who}." },
  "state.expired": {
    en: "Expired on {day}: nobody acted in time.",
    de: "Am {day} abgelaufen: Niemand hat rechtzeitig gehandelt.",
  },
  "state.withdrawn": { en: "Taken back on {day} by {who}.", de: "Am {day} zurückgezogen von {who}." },
  "state.reason": { en: "Reason: {reason}", de: "Grund: {reason}" },
  "by.from": { en: "{name}", de: "{name}" },
  "by.you": { en: "your side", de: "Ihrer Seite" },
  "by.team": { en: "the team", de: "vom Team" },
  "by.house": { en: "itself", de: "selbst" },

  "act.pass-on": { en: "Pass it on", de: "Weitergeben" },
  "act.accept": { en: "Say yes", de: "Zusagen" },
  "act.accept.told": { en: "Say yes and be told", de: "Zusagen und erfahren" },
  "act.decline": { en: "Decline", de: "Ablehnen" },
  "act.withdraw": { en: "Take it back", de: "Zurückziehen" },
  "act.met": { en: "We have spoken", de: "Wir haben gesprochen" },
  "act.met.team": { en: "They have spoken", de: "Sie haben gesprochen" },
  "act.close": { en: "Close it", de: "Abschließen" },
  "act.reason": { en: "Reason", de: "Grund" },
  "act.reason.decline": {
    en: "The other side reads it; it need not be long.",
    de: "Die andere Seite liest ihn; er muss nicht lang sein.",
  },
  "act.note": { en: "Your words to {name}", de: "Ihre Worte an {name}" },
  "act.ask": { en: "Ask for an introduction", de: "Um eine Vermittlung bitten" },

  "done.asked": { en: "The other side has been asked.", de: "Die andere Seite ist gefragt." },
  "done.proposed": { en: "The introduction is proposed.", de: "Die Vermittlung ist vorgeschlagen." },
  "done.accepted": {
    en: "You have said yes. Each side now knows the other: propose times for a talk.",
    de: "Sie haben zugesagt. Beide Seiten kennen sich nun: Schlagen Sie Zeiten für ein Gespräch vor.",
  },
  "done.declined": { en: "Declined; the other side is told.", de: "Abgelehnt; die andere Seite erfährt es." },
  "done.withdrawn": { en: "Taken back.", de: "Zurückgezogen." },
  "done.met": {
    en: "Noted. What came of it is asked in two weeks.",
    de: "Vermerkt. In zwei Wochen wird gefragt, was daraus wurde.",
  },
  "done.closed": { en: "Closed.", de: "Abgeschlossen." },
  "done.written": { en: "Your message is sent.", de: "Ihre Nachricht ist gesendet." },

  "form.title": { en: "Ask for an introduction", de: "Um eine Vermittlung bitten" },
  "form.title.team": { en: "Propose an introduction", de: "Eine Vermittlung vorschlagen" },
  "form.lede": {
    en: "{to} is asked whether they want to speak with you. They have {days} days to answer. You have asked for {asked} of {most} introductions this week.",
    de: "{to} wird gefragt, ob sie mit Ihnen sprechen wollen, und hat {days} Tage für die Antwort. Diese Woche haben Sie um {asked} von {most} Vermittlungen gebeten.",
  },
  "form.lede.unnamed-from": {
    en: "{to} is asked without being told who you are: only the words below are shown. Both of you are told who the other is once both have said yes.",
    de: "{to} wird gefragt, ohne zu erfahren, wer Sie sind: Gezeigt werden nur die Worte unten. Erst wenn beide zugesagt haben, erfahren beide, wer die anderen sind.",
  },
  "form.lede.unnamed-to": {
    en: "Whose need this is stays unsaid until its owner says yes. The owner sees who you are and what you write.",
    de: "Wessen Bedarf das ist, bleibt ungesagt, bis die Zusage kommt. Gesehen wird, wer Sie sind und was Sie schreiben.",
  },
  "form.lede.team": {
    en: "{from} is asked first; only after their yes {to} is asked.",
    de: "{from} wird zuerst gefragt; erst nach der Zusage wird {to} gefragt.",
  },
  "form.owner": { en: "The owner of this need", de: "Wer diesen Bedarf hat" },
  "form.via": { en: "How", de: "Wie" },
  "form.via.direct": { en: "Directly", de: "Direkt" },
  "form.via.direct.hint": {
    en: "The other side is asked at once.",
    de: "Die andere Seite wird gleich gefragt.",
  },
  "form.via.team": { en: "Through the cluster team", de: "Über das Clusterteam" },
  "form.via.team.hint": {
    en: "The team passes it on with a word of its own, and reads along.",
    de: "Das Team gibt es mit eigenen Worten weiter und liest mit.",
  },
  "form.message": { en: "Your message", de: "Ihre Nachricht" },
  "form.message.hint": {
    en: "What brings you together, and what you would like to speak about.",
    de: "Was Sie zusammenbringt und worüber Sie sprechen möchten.",
  },
  "form.message.unnamed": {
    en: "Do not name yourself here: the other side reads it before it knows who you are.",
    de: "Nennen Sie sich hier nicht: Die andere Seite liest es, bevor sie weiß, wer Sie sind.",
  },
  "form.told": {
    en: "What you look for, in words the other side may read",
    de: "Was Sie suchen, in Worten, die die andere Seite lesen darf",
  },
  "form.mediated": {
    en: "The cluster team may know of this introduction, to help and to count it",
    de: "Das Clusterteam darf von dieser Vermittlung wissen, um zu helfen und sie zu zählen",
  },
  "form.submit": { en: "Ask", de: "Anfragen" },
  "form.submit.team": { en: "Propose", de: "Vorschlagen" },
  "form.between": { en: "Who with whom", de: "Wer mit wem" },
  "form.whom.lede": {
    en: "An introduction is between two. Choose who is to speak with whom.",
    de: "Eine Vermittlung ist zwischen zweien. Wählen Sie, wer mit wem sprechen soll.",
  },
  "form.go-on": { en: "Go on", de: "Weiter" },

  "thread.title": { en: "Conversation", de: "Unterhaltung" },
  "thread.empty": { en: "Nothing is written yet.", de: "Noch ist nichts geschrieben." },
  "thread.text": { en: "Your message", de: "Ihre Nachricht" },
  "thread.send": { en: "Send", de: "Senden" },
  "thread.team": { en: "the cluster team", de: "das Clusterteam" },

  "problem.with-itself": {
    en: "An introduction needs two different organisations.",
    de: "Eine Vermittlung braucht zwei verschiedene Organisationen.",
  },
  "problem.walled": {
    en: "This need or offer is walled off from one of the two.",
    de: "Dieser Bedarf oder dieses Angebot ist vor einer der beiden verborgen.",
  },
  "problem.not-open": {
    en: "This need or offer is not open any more.",
    de: "Dieser Bedarf oder dieses Angebot ist nicht mehr offen.",
  },
  "problem.already-open": {
    en: "An introduction about this is already under way.",
    de: "Eine Vermittlung hierzu läuft schon.",
  },
  "problem.declined-lately": {
    en: "This was declined less than 30 days ago. Ask again later.",
    de: "Das wurde vor weniger als 30 Tagen abgelehnt. Fragen Sie später wieder.",
  },
  "problem.too-many": {
    en: "You have asked for as many introductions as are allowed in a week. Ask again in some days.",
    de: "Sie haben um so viele Vermittlungen gebeten, wie in einer Woche erlaubt sind. Fragen Sie in einigen Tagen wieder.",
  },
  "problem.team-does-not-know": {
    en: "The team does not know of this need: ask directly.",
    de: "Das Team weiß nichts von diesem Bedarf: Fragen Sie direkt.",
  },
  "problem.names-itself": {
    en: "Your text names you. Leave your name out, so that you stay unnamed.",
    de: "Ihr Text nennt Ihren Namen. Lassen Sie ihn weg, damit Sie ungenannt bleiben.",
  },
  "problem.unknown-about": {
    en: "This need, offer or organisation is not to be found.",
    de: "Dieser Bedarf, dieses Angebot oder diese Organisation ist nicht zu finden.",
  },
  "problem.whom": { en: "Choose with whom.", de: "Wählen Sie, mit wem." },
  "problem.for-whom": { en: "Choose for whom.", de: "Wählen Sie, für wen." },
  "problem.not-yours": {
    en: "This is not for you to ask: you work for one of the two, or for none.",
    de: "Das können Sie nicht anfragen: Sie arbeiten für eine der beiden oder für keine.",
  },
  "problem.needs-reason": { en: "Say why in a few words.", de: "Sagen Sie in wenigen Worten, warum." },
  "problem.not-your-turn": {
    en: "It is not your turn, or it stands differently by now.",
    de: "Sie sind nicht am Zug, oder es steht inzwischen anders.",
  },
  "problem.changed-meanwhile": {
    en: "It stands differently by now. Look again.",
    de: "Es steht inzwischen anders. Sehen Sie noch einmal nach.",
  },

  "settings.title": { en: "How introductions are asked for", de: "Wie um Vermittlungen gebeten wird" },
  "settings.lede": {
    en: "Each organisation may ask for {perWeek} introductions a week, and an answer may take {answerDays} days.",
    de: "Jede Organisation darf um {perWeek} Vermittlungen in der Woche bitten, und eine Antwort darf {answerDays} Tage dauern.",
  },
  "settings.per-week": {
    en: "Introductions an organisation may ask for in a week",
    de: "Vermittlungen, um die eine Organisation in einer Woche bitten darf",
  },
  "settings.answer-days": { en: "Days an answer may take", de: "Tage, die eine Antwort dauern darf" },
  "settings.saved": { en: "Saved.", de: "Gespeichert." },

  "act-mail.gone": {
    en: "This introduction has been answered in another way.",
    de: "Diese Vermittlung ist auf andere Weise beantwortet worden.",
  },
  "act-mail.accept": { en: "Say yes to the introduction", de: "Der Vermittlung zusagen" },
  "act-mail.decline": { en: "Decline the introduction", de: "Die Vermittlung ablehnen" },
  topic: { en: "Introductions and talks", de: "Vermittlungen und Gespräche" },
} satisfies Messages;

export const sayIntroduction = speaker(introductionMessages);

export type IntroductionNotice = keyof typeof introductionMessages;
/** A sentence the next page shows once, under the name by which the whole feature knows it. */
export const told = (key: IntroductionNotice) => `introductions.${key}`;
export const underOneName = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, value]) => [`introductions.${key}`, value]));
