import { type Messages, speaker } from "../../../kernel/messages.ts";

export const ladderMessages = {
  "told.asked.owner": {
    en: "Somebody asks to be told more of something you keep in confidence.",
    de: "Jemand möchte mehr über etwas erfahren, das Sie vertraulich halten.",
  },
  "told.agreed.owner": {
    en: "Somebody has agreed to your terms of secrecy.",
    de: "Jemand hat Ihren Bedingungen zur Geheimhaltung zugestimmt.",
  },
  "told.expired.owner": {
    en: "Nobody answered in time: somebody's wish to be told more of something you keep in confidence has expired.",
    de: "Niemand hat rechtzeitig geantwortet: Der Wunsch, mehr über etwas Vertrauliches von Ihnen zu erfahren, ist abgelaufen.",
  },
  "told.expired.reader": {
    en: "Nobody answered in time: what you asked for in confidence has expired.",
    de: "Niemand hat rechtzeitig geantwortet: Ihre vertrauliche Anfrage ist abgelaufen.",
  },
  "told.granted.reader": {
    en: "There is an answer to something you asked for in confidence: you are told more.",
    de: "Zu etwas, wonach Sie vertraulich gefragt haben, gibt es eine Antwort: Sie erfahren mehr.",
  },
  "told.offered.reader": {
    en: "You may be told more of something confidential, once you agree to its terms of secrecy.",
    de: "Sie können mehr über etwas Vertrauliches erfahren, wenn Sie den Bedingungen zur Geheimhaltung zustimmen.",
  },
  "told.refused.reader": {
    en: "There is an answer to something you asked for in confidence.",
    de: "Zu etwas, wonach Sie vertraulich gefragt haben, gibt es eine Antwort.",
  },
  "told.revoked.reader": {
    en: "Something you were told in confidence has been taken back.",
    de: "Etwas, das Sie vertraulich erfahren haben, wurde zurückgenommen.",
  },
  "told.restored.reader": {
    en: "Something that had been taken back is open to you again.",
    de: "Etwas, das zurückgenommen war, steht Ihnen wieder offen.",
  },
  "act.look": { en: "See who asks, and answer", de: "Ansehen, wer fragt, und antworten" },
  "releases.title": { en: "Told in confidence", de: "Vertraulich erfahren" },
  "releases.lede": {
    en: "{asks, plural, =0 {Nobody waits for your answer.} one {One organisation waits for your answer.} other {# organisations wait for your answer.}} {own, plural, =0 {} one {You wait for one answer.} other {You wait for # answers.}}",
    de: "{asks, plural, =0 {Niemand wartet auf Ihre Antwort.} one {Eine Organisation wartet auf Ihre Antwort.} other {# Organisationen warten auf Ihre Antwort.}} {own, plural, =0 {} one {Sie warten auf eine Antwort.} other {Sie warten auf # Antworten.}}",
  },
  "releases.of-you": { en: "Others ask you", de: "Andere fragen Sie" },
  "releases.you": { en: "You asked, or were told", de: "Sie haben gefragt oder erfahren" },
  "releases.of-you.none": {
    en: "Nobody has been told, or has asked for, anything your organisation keeps in confidence.",
    de: "Niemand hat etwas Vertrauliches Ihrer Organisation erfahren oder danach gefragt.",
  },
  "releases.you.none": {
    en: "You have asked for nothing. On the page of a need without a name you can ask whose it is.",
    de: "Sie haben nach nichts gefragt. Auf der Seite eines Bedarfs ohne Namen können Sie fragen, von wem er ist.",
  },
  "releases.look": { en: "Look at the needs", de: "Bedarfe ansehen" },
  "releases.write": { en: "Your needs", de: "Ihre Bedarfe" },
  "need.without-name": { en: "A need without a name", de: "Ein Bedarf ohne Namen" },
  "need.gone": { en: "A need that is no longer told", de: "Ein Bedarf, von dem nicht mehr erzählt wird" },

  "step.named": { en: "The name", de: "Der Name" },
  "step.agreed": { en: "What stands behind the terms", de: "Was hinter den Bedingungen steht" },
  "step.full": { en: "All of it, with files", de: "Alles, mit Dateien" },

  "state.asked": { en: "asked", de: "angefragt" },
  "state.offered": { en: "waits for a yes to the terms", de: "wartet auf das Ja zu den Bedingungen" },
  "state.granted": { en: "told", de: "mitgeteilt" },
  "state.refused": { en: "not told", de: "nicht mitgeteilt" },
  "state.revoked": { en: "taken back", de: "zurückgenommen" },
  "state.withdrawn": { en: "no longer asked", de: "Anfrage zurückgezogen" },
  "state.expired": { en: "expired unanswered", de: "unbeantwortet abgelaufen" },
  "state.until": { en: "{state}, until {day}", de: "{state}, bis {day}" },
  "state.since": { en: "{state} · {day}", de: "{state} · {day}" },

  "column.need": { en: "Need", de: "Bedarf" },
  "column.organisation": { en: "Organisation", de: "Organisation" },
  "column.step": { en: "What", de: "Was" },
  "column.state": { en: "Stands", de: "Stand" },
  "column.asked": { en: "Asked", de: "Angefragt" },
  "column.until": { en: "Until", de: "Bis" },
  "column.answered": { en: "Answered", de: "Beantwortet" },
  "column.message": { en: "Message", de: "Nachricht" },
  "column.reason": { en: "Reason", de: "Grund" },
  "column.agreed": { en: "Agreed to the terms", de: "Bedingungen zugestimmt" },
  "column.acts": { en: "Change", de: "Ändern" },
  "column.day": { en: "Day", de: "Tag" },
  "column.who": { en: "Who of you", de: "Wer von Ihnen" },
  "column.done": { en: "Did what", de: "Was" },
  somebody: { en: "An organisation", de: "Eine Organisation" },

  "ladder.title": { en: "What you are told", de: "Was Sie erfahren" },
  "ladder.teaser": { en: "The teaser", de: "Der Anriss" },
  "ladder.told": { en: "told", de: "erfahren" },
  "ladder.not-yet": { en: "not yet", de: "noch nicht" },
  "ladder.team": {
    en: "The team knows this need to bring the two together. What stands behind the terms, and files, remain with its owner.",
    de: "Das Team kennt diesen Bedarf, um zu vermitteln. Was hinter den Bedingungen steht und Dateien bleiben bei der Organisation.",
  },
  "ladder.nobody": {
    en: "Whoever writes for an organisation of the cluster can ask to be told more.",
    de: "Wer für eine Organisation des Clusters schreibt, kann um mehr bitten.",
  },

  "ask.title.named": { en: "Ask whose need it is", de: "Fragen, von wem der Bedarf ist" },
  "ask.title.agreed": {
    en: "Agree to the terms, and ask for what stands behind them",
    de: "Den Bedingungen zustimmen und nach dem fragen, was dahinter steht",
  },
  "ask.title.full": { en: "Ask for the files", de: "Nach den Dateien fragen" },
  "ask.lede": {
    en: "The other side sees who asks, with your message, and has {days} days to answer. You are told what it says.",
    de: "Die andere Seite sieht, wer fragt, samt Ihrer Nachricht, und hat {days} Tage Zeit. Sie erfahren die Antwort.",
  },
  "ask.message": {
    en: "Why you ask, and what you have to give",
    de: "Warum Sie fragen und was Sie zu bieten haben",
  },
  "ask.message.hint": {
    en: "The other side does not know you yet: two sentences open more doors than none.",
    de: "Die andere Seite kennt Sie noch nicht: Zwei Sätze öffnen mehr Türen als keiner.",
  },
  "ask.send": { en: "Ask", de: "Fragen" },
  "ask.agree-and-send": { en: "Agree, and ask", de: "Zustimmen und fragen" },
  "ask.back": { en: "Back to the need", de: "Zurück zum Bedarf" },
  "ask.for.named": { en: "Ask whose need it is", de: "Fragen, von wem er ist" },
  "ask.for.agreed": { en: "Read the terms, and ask for more", de: "Bedingungen lesen und um mehr bitten" },
  "ask.for.full": { en: "Ask for the files", de: "Nach den Dateien fragen" },
  "ask.more": { en: "Ask to be told more", de: "Um mehr bitten" },
  "ask.withdraw": { en: "Ask no longer", de: "Anfrage zurückziehen" },
  "ask.standing": {
    en: "You asked for “{step}”. It is the other side’s turn until {day}; after that the request expires, and both are told.",
    de: "Sie haben nach „{step}“ gefragt. Bis {day} ist die andere Seite am Zug; danach läuft die Anfrage ab, und beide erfahren es.",
  },
  "ask.done": {
    en: "Asked. You are told what the other side says.",
    de: "Gefragt. Sie erfahren, was die andere Seite sagt.",
  },
  "ask.withdrawn": { en: "You ask no longer.", de: "Ihre Anfrage ist zurückgezogen." },

  "terms.title": { en: "Terms of secrecy", de: "Bedingungen zur Geheimhaltung" },
  "terms.read": { en: "Read the terms", de: "Bedingungen lesen" },
  "terms.lede": {
    en: "By typing your name you agree to these terms for your organisation. The text is kept as you read it, with your name and the time.",
    de: "Mit Ihrem Namen stimmen Sie diesen Bedingungen für Ihre Organisation zu. Der Text wird so aufbewahrt, wie Sie ihn lesen, mit Ihrem Namen und der Zeit.",
  },
  "terms.name": { en: "Your full name", de: "Ihr voller Name" },
  "terms.agree": { en: "Agree, and read on", de: "Zustimmen und weiterlesen" },
  "terms.offered": {
    en: "The other side will tell you more once you agree to its terms.",
    de: "Die andere Seite teilt mehr mit, sobald Sie ihren Bedingungen zustimmen.",
  },
  "terms.done": { en: "You have agreed to the terms.", de: "Sie haben den Bedingungen zugestimmt." },
  "terms.agreed-by": { en: "{name}, {day}", de: "{name}, {day}" },
  "terms.show": { en: "The terms you agreed to", de: "Die Bedingungen, denen Sie zugestimmt haben" },

  "readers.title": { en: "Who knows what", de: "Wer was weiß" },
  "readers.open": { en: "Look, tell, take back", de: "Ansehen, mitteilen, zurücknehmen" },
  "readers.answer": { en: "Answer", de: "Antworten" },
  "readers.count": {
    en: "{told, plural, =0 {No organisation has been told more than the others.} one {One organisation has been told more.} other {# organisations have been told more.}} {asks, plural, =0 {} one {One asks, and waits for your answer.} other {# ask, and wait for your answer.}}",
    de: "{told, plural, =0 {Keine Organisation weiß mehr als die anderen.} one {Eine Organisation weiß mehr.} other {# Organisationen wissen mehr.}} {asks, plural, =0 {} one {Eine fragt und wartet auf Ihre Antwort.} other {# fragen und warten auf Ihre Antwort.}}",
  },
  "level.draft": {
    en: "It is a draft: nobody else knows of it.",
    de: "Es ist ein Entwurf: Niemand sonst weiß davon.",
  },
  "level.over": {
    en: "It is over: nobody new learns of it.",
    de: "Er ist beendet: Niemand Neues erfährt davon.",
  },
  "level.organisation": {
    en: "It is open to your organisation alone.",
    de: "Er steht nur Ihrer Organisation offen.",
  },
  "level.match": {
    en: "Nobody is told of it: only the search for what fits knows it.",
    de: "Niemand erfährt davon: Nur die Suche nach Passendem kennt ihn.",
  },
  "level.teaser": {
    en: "Others read the teaser and not whose it is.",
    de: "Andere lesen den Anriss und nicht, von wem er ist.",
  },
  "level.named": {
    en: "Others know whose it is and what is looked for.",
    de: "Andere wissen, von wem er ist und was gesucht wird.",
  },
  "level.full": { en: "Others read all of it, files included.", de: "Andere lesen alles, auch die Dateien." },
  "level.team": {
    en: "The team mediates and knows it with its name.",
    de: "Das Team vermittelt und kennt ihn mit Namen.",
  },
  "readers.waiting": { en: "Waiting for your answer", de: "Wartet auf Ihre Antwort" },
  "readers.asks": {
    en: "{name} asks for “{step}” and waits until {day}.",
    de: "{name} fragt nach „{step}“ und wartet bis {day}.",
  },
  "readers.agreed": {
    en: "{person} agreed to your terms on {day}.",
    de: "{person} hat Ihren Bedingungen am {day} zugestimmt.",
  },
  "readers.table": {
    en: "Everybody who was told or asked",
    de: "Alle, die etwas erfahren oder gefragt haben",
  },
  "readers.none": {
    en: "No organisation has asked, and you have told none.",
    de: "Keine Organisation hat gefragt, und Sie haben keiner etwas mitgeteilt.",
  },
  "readers.tell": { en: "Tell an organisation unasked", de: "Einer Organisation ungefragt mitteilen" },
  "readers.tell.hint": {
    en: "It learns that the need is yours, and as much as you choose. You can take it back at any time; what was read stays known.",
    de: "Sie erfährt, dass der Bedarf von Ihnen ist, und so viel, wie Sie wählen. Sie können es jederzeit zurücknehmen; was gelesen wurde, bleibt bekannt.",
  },
  "readers.organisation": { en: "Organisation", de: "Organisation" },
  "readers.step": { en: "How much", de: "Wie viel" },
  "readers.tell.send": { en: "Tell it", de: "Mitteilen" },
  "readers.history": { en: "What you did", de: "Was ihr getan habt" },
  "readers.preview": { en: "What others see", de: "Was andere sehen" },
  "readers.preview.lede": {
    en: "Look at it with the eyes of others before they do.",
    de: "Sehen Sie es mit den Augen anderer, bevor sie es tun.",
  },
  "readers.own-words": {
    en: "Your teaser contains words that tell who you are: {words}. Others read them.",
    de: "Ihr Anriss enthält Wörter, die verraten, wer Sie sind: {words}. Andere lesen sie.",
  },
  "act.grant": { en: "Tell them", de: "Mitteilen" },
  "act.grant-after-all": { en: "Tell them after all", de: "Doch mitteilen" },
  "act.refuse": { en: "Do not tell them", de: "Nicht mitteilen" },
  "act.refuse.reason": {
    en: "Reason for a no, which the other side reads",
    de: "Grund für ein Nein, den die andere Seite liest",
  },
  "act.revoke": { en: "Take back", de: "Zurücknehmen" },
  "act.restore": { en: "Undo: open again", de: "Rückgängig: wieder öffnen" },
  "done.granted": { en: "told", de: "mitgeteilt" },
  "done.offered": {
    en: "offered, once they agree to the terms",
    de: "angeboten, sobald den Bedingungen zugestimmt ist",
  },
  "done.refused": { en: "did not tell", de: "nicht mitgeteilt" },
  "done.revoked": { en: "took back", de: "zurückgenommen" },
  "done.restored": { en: "opened again", de: "wieder geöffnet" },
  "noted.grant": {
    en: "Told. You can take it back on this page.",
    de: "Mitgeteilt. Auf dieser Seite können Sie es zurücknehmen.",
  },
  "noted.offered": {
    en: "Offered. They read it once they have agreed to your terms.",
    de: "Angeboten. Sie lesen es, sobald sie Ihren Bedingungen zugestimmt haben.",
  },
  "noted.refuse": {
    en: "Answered: not told. You can still tell them later.",
    de: "Beantwortet: nicht mitgeteilt. Sie können es später noch tun.",
  },
  "noted.revoke": {
    en: "Taken back, with everything above it. It can be undone here.",
    de: "Zurückgenommen, mit allem darüber. Hier lässt es sich rückgängig machen.",
  },
  "noted.restore": { en: "Open again.", de: "Wieder geöffnet." },

  "preview.title": { en: "As others see it", de: "Wie andere es sehen" },
  "preview.lede": {
    en: "This is shown to you alone. {who}: {what}",
    de: "Das sehen nur Sie. {who}: {what}",
  },
  "as.stranger": { en: "A stranger", de: "Fremde" },
  "as.authority": { en: "An authority", de: "Eine Behörde" },
  "as.member": { en: "Any other member", de: "Jedes andere Mitglied" },
  "as.team": { en: "The cluster team", de: "Das Clusterteam" },
  "as.named": { en: "Whoever was told the name", de: "Wer den Namen erfahren hat" },
  "as.agreed": { en: "Whoever agreed to the terms", de: "Wer den Bedingungen zugestimmt hat" },
  "as.full": { en: "Whoever was told all", de: "Wer alles erfahren hat" },
  "sees.nothing": { en: "nothing; for them it does not exist.", de: "nichts; für sie gibt es ihn nicht." },
  "sees.teaser": { en: "the teaser, and not whose it is.", de: "den Anriss, und nicht, von wem er ist." },
  "sees.named": { en: "the need and whose it is.", de: "den Bedarf und von wem er ist." },
  "sees.agreed": { en: "also what stands behind the terms.", de: "auch, was hinter den Bedingungen steht." },
  "sees.full": { en: "all of it, files included.", de: "alles, auch die Dateien." },
  "preview.nothing": {
    en: "Under its address they find what stands at every address without a page.",
    de: "Unter seiner Adresse finden sie, was unter jeder Adresse ohne Seite steht.",
  },
  "preview.short": { en: "In short", de: "In Kürze" },
  "preview.kind": { en: "Looks for", de: "Sucht" },
  "preview.intent": { en: "In mind", de: "Vorhaben" },
  "preview.since": { en: "Open since", de: "Offen seit" },
  "preview.deadline": { en: "Answers until", de: "Antworten bis" },
  "preview.place": { en: "Place", de: "Ort" },
  "preview.once-open": {
    en: "It is a draft still. Once it is open they see this:",
    de: "Noch ist es ein Entwurf. Sobald er offen ist, sehen sie dies:",
  },
  "preview.detail": { en: "Behind the terms", de: "Hinter den Bedingungen" },
  "preview.files": { en: "Files", de: "Dateien" },
  "preview.owner": { en: "Whose", de: "Von wem" },

  "mail.title": { en: "{name} asks to be told more", de: "{name} möchte mehr erfahren" },
  "mail.text": { en: "{need}: {step}. {message}", de: "{need}: {step}. {message}" },
  "mail.button": { en: "Tell {name}", de: "{name} mitteilen" },
  "mail.gone": { en: "There is nothing to answer any more.", de: "Hier gibt es nichts mehr zu beantworten." },

  "problem.own": { en: "It is your own need.", de: "Es ist Ihr eigener Bedarf." },
  "problem.over": { en: "This need is no longer open.", de: "Dieser Bedarf ist nicht mehr offen." },
  "problem.at-the-top": { en: "You are told all there is.", de: "Sie erfahren schon alles." },
  "problem.asked-already": {
    en: "Your organisation has asked already.",
    de: "Ihre Organisation hat schon gefragt.",
  },
  "problem.offered-already": {
    en: "It is offered already, and waits for a yes to the terms.",
    de: "Es ist schon angeboten und wartet auf das Ja zu den Bedingungen.",
  },
  "problem.refused-lately": {
    en: "The answer was no. You can ask again {days} days after it.",
    de: "Die Antwort war nein. {days} Tage danach können Sie wieder fragen.",
  },
  "problem.too-many": {
    en: "Your organisation has asked {count} times within a week. Wait for answers first.",
    de: "Ihre Organisation hat in einer Woche {count}-mal gefragt. Warten Sie erst auf Antworten.",
  },
  "problem.agree-first": {
    en: "First the terms have to be agreed to.",
    de: "Zuerst muss den Bedingungen zugestimmt werden.",
  },
  "problem.name-missing": {
    en: "Type your full name: it stands under the terms.",
    de: "Geben Sie Ihren vollen Namen an: Er steht unter den Bedingungen.",
  },
  "problem.terms-changed": {
    en: "The terms have changed meanwhile. Read them again, please.",
    de: "Die Bedingungen haben sich inzwischen geändert. Bitte lesen Sie sie noch einmal.",
  },
  "problem.walled": {
    en: "A wall of this need stands before this organisation.",
    de: "Vor dieser Organisation steht eine Mauer dieses Bedarfs.",
  },
  "problem.draft": { en: "Open the need first.", de: "Öffnen Sie den Bedarf zuerst." },
  "problem.nothing-to-agree": {
    en: "The need has no terms to agree to.",
    de: "Der Bedarf hat keine Bedingungen.",
  },
  "problem.granted-already": {
    en: "This organisation is told that already.",
    de: "Diese Organisation weiß das schon.",
  },
  "problem.changed-meanwhile": {
    en: "Somebody was faster: it stands differently now.",
    de: "Jemand war schneller: Es steht jetzt anders.",
  },
  "problem.unknown-organisation": {
    en: "There is no such organisation.",
    de: "Diese Organisation gibt es nicht.",
  },
} satisfies Messages;

export const sayLadder = speaker(ladderMessages);
