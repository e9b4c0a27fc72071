import type { Messages } from "../../../kernel/messages.ts";

export const joiningMessages = {
  "join.work-there": { en: "Work there?", de: "Dort tätig?" },
  "join.link": { en: "Ask to join", de: "Beitritt anfragen" },
  "join.title": { en: "Join {organisation}", de: "{organisation} beitreten" },
  "join.lede": {
    en: "Your address {email} belongs to {organisation}. Ask to join, and {whom} confirms with one click.",
    de: "Die Adresse {email} gehört zu {organisation}. Auf die Bitte um Aufnahme bestätigt {whom} mit einem Klick.",
  },
  "join.whom.owner": { en: "its owner", de: "die Inhaberrolle" },
  "join.whom.team": { en: "the team of {clusters}", de: "das Team von {clusters}" },
  "join.whom.nobody": { en: "nobody at present", de: "zurzeit niemand" },
  "join.ask": { en: "Ask to join", de: "Um Aufnahme bitten" },
  "join.has-seat": {
    en: "You act for {organisation} already.",
    de: "Für {organisation} gilt schon eine Rolle.",
  },
  "join.other-domain": {
    en: "Your address {email} is not of a domain that {organisation} has declared as its own. Ask somebody there for an invitation.",
    de: "Die Adresse {email} gehört zu keiner Domain, die {organisation} als eigene angegeben hat. Jemand von dort kann einladen.",
  },
  "join.unproven": {
    en: "Your address {email} is not confirmed yet. Confirm it on the page of your account, under security; then ask to join {organisation}.",
    de: "Die Adresse {email} ist noch nicht bestätigt. Erst im Konto unter Sicherheit bestätigen, dann um Aufnahme bei {organisation} bitten.",
  },
  "join.waits": {
    en: "You have asked already; it waits for {whom}.",
    de: "Die Bitte ist schon gestellt; sie wartet auf {whom}.",
  },
  "join.declined": {
    en: "Your request was declined lately. You can ask again thirty days after.",
    de: "Die Bitte wurde kürzlich abgelehnt. Nach dreißig Tagen lässt sie sich neu stellen.",
  },
  "join.nobody": {
    en: "{organisation} has neither an owner here nor a cluster whose team could answer.",
    de: "{organisation} hat hier weder eine Inhaberrolle noch einen Cluster, dessen Team antworten könnte.",
  },
  "join.account": { en: "To my account", de: "Zum Konto" },
  "join-asked": { en: "The request is on its way.", de: "Die Bitte ist unterwegs." },
  "join-withdrawn": { en: "The request is withdrawn.", de: "Die Bitte ist zurückgezogen." },
  "join-reminded": { en: "The reminder is on its way.", de: "Die Erinnerung ist unterwegs." },
  "request.state.waiting": { en: "waiting", de: "wartet" },
  "request.state.confirmed": { en: "confirmed", de: "bestätigt" },
  "request.state.declined": { en: "declined", de: "abgelehnt" },
  "request.state.withdrawn": { en: "withdrawn", de: "zurückgezogen" },
  "request.waits": {
    en: "Waits for {whom} since {day}.",
    de: "Wartet auf {whom} seit {day}.",
  },
  "request.answered": { en: "{state} on {day}", de: "{state} am {day}" },
  "request.withdraw": { en: "Withdraw", de: "Zurückziehen" },
  "request.remind": { en: "Remind", de: "Erinnern" },
  "request.remind.from": {
    en: "A reminder is possible from {day}, once a week.",
    de: "Erinnern ist ab {day} möglich, einmal in der Woche.",
  },
  "request.once-a-week": {
    en: "One reminder a week is enough. Please wait a little.",
    de: "Eine Erinnerung in der Woche genügt. Bitte etwas warten.",
  },
  "requests.mine": { en: "Asked to join", de: "Bitten um Aufnahme" },
  "arrival.title": { en: "Welcome", de: "Willkommen" },
  "arrival.lede": {
    en: "You hold no role yet. What you wait for stands here.",
    de: "Noch gilt keine Rolle. Worauf es wartet, steht hier.",
  },
  "arrival.invitations": {
    en: "{count, plural, one {One invitation waits for you.} other {# invitations wait for you.}}",
    de: "{count, plural, one {Eine Einladung wartet.} other {# Einladungen warten.}}",
  },
  "arrival.invitations.open": { en: "Look at invitations", de: "Einladungen ansehen" },

  "joining.title": { en: "Joining", de: "Beitreten" },
  "joining.lede": {
    en: "{waiting, plural, =0 {Nobody waits for an answer.} one {One person waits for an answer.} other {# people wait for an answer.}}",
    de: "{waiting, plural, =0 {Niemand wartet auf Antwort.} one {Eine Person wartet auf Antwort.} other {# Personen warten auf Antwort.}}",
  },
  "joining.requests": { en: "Asked to join", de: "Bitten um Aufnahme" },
  "joining.requests.empty": {
    en: "Nobody has asked yet. Whoever has an address at a declared domain can.",
    de: "Noch hat niemand gebeten. Das kann, wer eine Adresse bei einer angegebenen Domain hat.",
  },
  "joining.asked": { en: "Asked", de: "Gefragt" },
  "joining.confirm": { en: "Confirm", de: "Bestätigen" },
  "joining.decline": { en: "Decline", de: "Ablehnen" },
  "joining.domains": { en: "Own mail domains", de: "Eigene Mail-Domains" },
  "joining.domains.what": {
    en: "Whoever has a proven address at one of these may ask to join. Nobody joins without a yes.",
    de: "Wer eine bestätigte Adresse bei einer davon hat, darf um Aufnahme bitten. Ohne ein Ja tritt niemand bei.",
  },
  "joining.domains.empty": { en: "No domain is declared yet.", de: "Noch ist keine Domain angegeben." },
  "joining.domain": { en: "Domain", de: "Domain" },
  "joining.domain.hint": {
    en: "What stands behind the @, as example.org. An owner declares the domain of their own address.",
    de: "Was hinter dem @ steht, wie example.org. Eine Inhaberrolle gibt die Domain der eigenen Adresse an.",
  },
  "joining.domain.declare": { en: "Declare", de: "Angeben" },
  "joining.domain.by-owner": {
    en: "declared by an owner, {day}",
    de: "von einer Inhaberrolle angegeben, {day}",
  },
  "joining.domain.by-team": { en: "declared by the team, {day}", de: "vom Team angegeben, {day}" },
  "joining.domain.end": { en: "End", de: "Beenden" },
  "joining.link": {
    en: "The page on which they ask:",
    de: "Die Seite, auf der sie fragen:",
  },
  "domain-declared": { en: "The domain is declared.", de: "Die Domain ist angegeben." },
  "domain-ended": { en: "The domain is not used any more.", de: "Die Domain gilt nicht mehr." },
  "request-answered": { en: "The answer is on its way.", de: "Die Antwort ist unterwegs." },
  "request.answered-already": {
    en: "This request was answered or withdrawn already.",
    de: "Diese Bitte ist schon beantwortet oder zurückgezogen.",
  },
  "not-a-domain": {
    en: "Write a domain, as example.org.",
    de: "Eine Domain schreiben, wie example.org.",
  },
  "domain.freemail": {
    en: "At this domain anybody gets an address; it cannot stand for an organisation.",
    de: "Bei dieser Domain bekommt jede und jeder eine Adresse; sie kann nicht für eine Organisation stehen.",
  },
  "domain.not-yours": {
    en: "Your own address is not at this domain. The team of your cluster can declare it for you.",
    de: "Die eigene Adresse liegt nicht bei dieser Domain. Das Team des Clusters kann sie angeben.",
  },
  "domain.unproven": {
    en: "Confirm your own address first, on the page of your account under security.",
    de: "Erst die eigene Adresse bestätigen, im Konto unter Sicherheit.",
  },
  "domain.shared": {
    en: "People of other organisations have addresses at this domain as well. The team of your cluster can decide whose it is.",
    de: "Auch andere Organisationen haben Adressen bei dieser Domain. Das Team des Clusters kann entscheiden, wem sie gehört.",
  },
  "domain.taken": {
    en: "An organisation has declared this domain already.",
    de: "Diese Domain hat schon eine Organisation angegeben.",
  },

  "topic.joining": { en: "People who ask to join", de: "Personen, die um Aufnahme bitten" },
  "notice.asked": {
    en: "{name} ({email}) asks to join {organisation}.",
    de: "{name} ({email}) bittet um Aufnahme bei {organisation}.",
  },
  "notice.confirm": { en: "Let them in", de: "Aufnehmen" },
  "notice.confirmed": {
    en: "You act for {organisation} now, as: {role}.",
    de: "Ab jetzt gilt für {organisation} die Rolle: {role}.",
  },
  "notice.declined": {
    en: "{organisation} has declined your request to join.",
    de: "{organisation} hat die Bitte um Aufnahme abgelehnt.",
  },
  "act.confirm.title": { en: "Let {name} in?", de: "{name} aufnehmen?" },
  "act.confirm.text": {
    en: "{name} ({email}) asks to join {organisation} and would act for it as: {role}.",
    de: "{name} ({email}) bittet um Aufnahme bei {organisation} und hätte die Rolle: {role}.",
  },
  "act.confirm.done": {
    en: "{name} acts for {organisation} now.",
    de: "{name} gehört jetzt zu {organisation}.",
  },
  "act.decline.title": { en: "Decline {name}?", de: "{name} ablehnen?" },
  "act.decline.text": {
    en: "{name} ({email}) asks to join {organisation}. They are told that it was declined.",
    de: "{name} ({email}) bittet um Aufnahme bei {organisation}. Die Ablehnung wird mitgeteilt.",
  },
  "act.decline.done": { en: "The request of {name} is declined.", de: "Die Bitte von {name} ist abgelehnt." },

  "sign-up.title": { en: "Join your organisation", de: "Der eigenen Organisation beitreten" },
  "sign-up.lede": {
    en: "With an address at work you can ask to join your organisation, if it is here and has declared its mail domain.",
    de: "Mit einer Adresse bei der Arbeit lässt sich um Aufnahme bitten, wenn die Organisation hier ist und ihre Mail-Domain angegeben hat.",
  },
  "sign-up.email.hint": { en: "The one at your organisation.", de: "Die bei der eigenen Organisation." },
  "sign-up.send": { en: "Send me the letter", de: "Brief schicken" },
  "sign-up.later": {
    en: "Too many tries. Please wait an hour.",
    de: "Zu viele Versuche. Bitte eine Stunde warten.",
  },
  "sign-up.sent.title": { en: "A letter is on its way", de: "Ein Brief ist unterwegs" },
  "sign-up.sent": {
    en: "It says how to go on; a link in it works for a day. If nothing comes, look into the folder for unwanted mail.",
    de: "Darin steht, wie es weitergeht; ein Link darin gilt einen Tag. Kommt nichts an, hilft ein Blick in den Ordner für unerwünschte Post.",
  },
  "sign-up.account": { en: "Your account", de: "Das eigene Konto" },
  "sign-up.account.lede": {
    en: "The address is proven. With the account goes a request to join {organisation}.",
    de: "Die Adresse ist bestätigt. Mit dem Konto geht die Bitte um Aufnahme bei {organisation} hinaus.",
  },
  "sign-up.make": { en: "Make the account and ask", de: "Konto anlegen und bitten" },
  "sign-up.dead": {
    en: "This link has been used or has expired. Ask for a new letter.",
    de: "Dieser Link ist benutzt oder abgelaufen. Ein neuer Brief hilft weiter.",
  },
  "sign-up.again": { en: "New letter", de: "Neuer Brief" },
  "sign-up.letter.subject": { en: "Join {organisation}", de: "{organisation} beitreten" },
  "sign-up.letter.body": {
    en: "Good day, {name},\n\nthis link proves your address and leads on to your account. It works once, and until {day}:",
    de: "Guten Tag, {name},\n\ndieser Link bestätigt die Adresse und führt weiter zum Konto. Er gilt einmal, bis zum {day}:",
  },
  "sign-up.letter.known": {
    en: "Good day,\n\nthere is an account with this address already. Sign in to ask to join {organisation}:",
    de: "Guten Tag,\n\nzu dieser Adresse gibt es schon ein Konto. Angemeldet lässt sich um Aufnahme bei {organisation} bitten:",
  },
  "sign-up.letter.subject.nobody": {
    en: "Joining your organisation",
    de: "Der eigenen Organisation beitreten",
  },
  "sign-up.letter.nobody": {
    en: "Good day,\n\nsomebody asked, with this address, to join an organisation in Kontor. None here has declared {domain} as its own domain. Whoever acts for yours here can invite you.",
    de: "Guten Tag,\n\nmit dieser Adresse wurde um Aufnahme in eine Organisation in Kontor gebeten. Keine hat hier {domain} als eigene Domain angegeben. Wer hier für die eigene Organisation handelt, kann einladen.",
  },
  "sign-up.letter.not-you": {
    en: "If you did not ask for this, leave this letter: nothing happens.",
    de: "Wer das nicht wollte, lässt diesen Brief liegen: Dann geschieht nichts.",
  },
} satisfies Messages;
