import type { Messages } from "../../../kernel/messages.ts";

export const invitationMessages = {
  "invitations.title": { en: "Invitations", de: "Einladungen" },
  "invitations.of-cluster": { en: "All invitations", de: "Alle Einladungen" },
  "invitations.lede": {
    en: "{waiting, plural, =0 {No invitation waits for an answer.} one {One invitation waits for an answer.} other {# invitations wait for an answer.}}",
    de: "{waiting, plural, =0 {Keine Einladung wartet auf Antwort.} one {Eine Einladung wartet auf Antwort.} other {# Einladungen warten auf Antwort.}}",
  },
  "invitations.empty": {
    en: "Nobody has been invited yet. An invitation goes by letter and waits fourteen days.",
    de: "Noch niemand ist eingeladen. Eine Einladung geht als Brief hinaus und wartet vierzehn Tage.",
  },
  "invitations.empty.state": {
    en: "No invitation is in this state.",
    de: "Keine Einladung hat diesen Stand.",
  },
  "invitations.all": { en: "All", de: "Alle" },
  "invitations.state": { en: "State", de: "Stand" },
  "invitation.state.waiting": { en: "waiting", de: "wartet" },
  "invitation.state.accepted": { en: "accepted", de: "angenommen" },
  "invitation.state.expired": { en: "expired", de: "abgelaufen" },
  "invitation.state.withdrawn": { en: "withdrawn", de: "zurückgezogen" },
  "invitation.void.inviter-left": {
    en: "void: who invited has no right to any more; send it again",
    de: "ungültig: Wer einlud, darf es nicht mehr; erneut senden",
  },
  "invitation.void.organisation-left": {
    en: "void: the organisation has left the cluster",
    de: "ungültig: Die Organisation hat den Cluster verlassen",
  },
  "invitation.unsent": { en: "not sent yet", de: "noch nicht gesendet" },
  "invitation.to": { en: "Invited to", de: "Eingeladen zu" },
  "invitation.by": { en: "By", de: "Von" },
  "invitation.house": { en: "Kontor", de: "Kontor" },
  "invitation.sent": { en: "Sent", de: "Gesendet" },
  "invitation.until": { en: "Waits until", de: "Wartet bis" },
  "invitation.act": { en: "Act", de: "Handlung" },
  "invitation.resend": { en: "Send again", de: "Erneut senden" },
  "invitation.send": { en: "Send", de: "Senden" },
  "invitation.withdraw": { en: "Withdraw", de: "Zurückziehen" },
  "invitation.withdraw.ask": { en: "Really withdraw?", de: "Wirklich zurückziehen?" },
  "invitation.team": { en: "Team", de: "Team" },
  "invite.title": { en: "Invite", de: "Einladen" },
  "invite.of": { en: "Invite to {name}", de: "Zu {name} einladen" },
  "invite.people": { en: "Addresses", de: "Adressen" },
  "invite.people.hint": {
    en: "One per line, also with a name: Ada Lovelace <ada@example.org>. At most 200.",
    de: "Eine je Zeile, auch mit Namen: Ada Lovelace <ada@example.org>. Höchstens 200.",
  },
  "invite.language": { en: "Language of the letter", de: "Sprache des Briefs" },
  "invite.member": { en: "Member", de: "Mitglied" },
  "invite.member.choose": { en: "Go on", de: "Weiter" },
  "invite.member.lede": {
    en: "Choose the organisation that the people act for, or invite to the team.",
    de: "Die Organisation wählen, für die jemand handeln soll, oder ins Team einladen.",
  },
  "invite.to-team": { en: "Invite to the team", de: "Ins Team einladen" },
  "invite.line": { en: "Line {line}, {text}: {problem}", de: "Zeile {line}, {text}: {problem}" },
  "invite.nothing-done": {
    en: "Nobody was invited: mend these lines first.",
    de: "Noch niemand wurde eingeladen: Erst diese Zeilen richten.",
  },
  "invite.no-line": { en: "Write at least one address.", de: "Mindestens eine Adresse schreiben." },
  "not-an-address": { en: "this is not an e-mail address", de: "das ist keine E-Mail-Adresse" },
  "named-twice": { en: "this address stands here twice", de: "diese Adresse steht hier zweimal" },
  "too-many-lines": { en: "at most 200 at once", de: "höchstens 200 auf einmal" },
  "invited-already": {
    en: "An invitation to this role waits already.",
    de: "Eine Einladung zu dieser Rolle wartet schon.",
  },
  "invitations-made": {
    en: "The invitations are on their way.",
    de: "Die Einladungen sind unterwegs.",
  },
  "invitation-sent": {
    en: "The invitation is on its way. The link of the letter before is worth nothing now.",
    de: "Die Einladung ist unterwegs. Der Link des vorigen Briefs gilt nicht mehr.",
  },
  "invitation-withdrawn": { en: "The invitation is withdrawn.", de: "Die Einladung ist zurückgezogen." },
  "invitation-accepted": {
    en: "Welcome. You act in your new role now.",
    de: "Willkommen. Ab jetzt gilt die neue Rolle.",
  },
  "invitation-settled": {
    en: "This invitation was accepted or withdrawn already.",
    de: "Diese Einladung ist schon angenommen oder zurückgezogen.",
  },

  "accept.title": { en: "An invitation", de: "Eine Einladung" },
  "accept.seat": {
    en: "{inviter} invites you to act for {organisation} as: {role}.",
    de: "{inviter} lädt dazu ein, für {organisation} zu handeln als: {role}.",
  },
  "accept.office": {
    en: "{inviter} invites you to work for {cluster} as: {role}.",
    de: "{inviter} lädt dazu ein, für {cluster} zu arbeiten als: {role}.",
  },
  "accept.somebody": { en: "The team of this platform", de: "Das Team dieser Plattform" },
  "accept.for": { en: "For", de: "Für" },
  "accept.until": { en: "Waits until", de: "Wartet bis" },
  "accept.cluster": { en: "Cluster", de: "Cluster" },
  "accept.button": { en: "Accept", de: "Annehmen" },
  "accept.one-click": {
    en: "You are signed in as {name}. One click and the role is yours.",
    de: "Angemeldet als {name}. Ein Klick, und die Rolle gilt.",
  },
  "accept.new": { en: "Your account", de: "Das eigene Konto" },
  "accept.new.lede": {
    en: "There is no account with this address yet. It takes a name and a password.",
    de: "Zu dieser Adresse gibt es noch kein Konto. Es braucht einen Namen und ein Passwort.",
  },
  "accept.name": { en: "Name", de: "Name" },
  "accept.language": { en: "Language", de: "Sprache" },
  "accept.password": { en: "Password", de: "Passwort" },
  "accept.password.hint": { en: "At least twelve characters.", de: "Mindestens zwölf Zeichen." },
  "accept.make": { en: "Make the account and accept", de: "Konto anlegen und annehmen" },
  "accept.known": {
    en: "There is an account with this address. Sign in, then you come back here.",
    de: "Zu dieser Adresse gibt es ein Konto. Nach dem Anmelden geht es hier weiter.",
  },
  "accept.other": {
    en: "This invitation is for {email}. You are signed in as {own}, and an invitation cannot be passed on.",
    de: "Diese Einladung gilt für {email}. Angemeldet ist {own}, und eine Einladung lässt sich nicht weitergeben.",
  },
  "accept.other.out": {
    en: "Sign out, then open the link again.",
    de: "Abmelden, dann den Link noch einmal öffnen.",
  },
  "refused.accepted": {
    en: "This invitation has been used. It works once; the role stands in the account it was accepted with.",
    de: "Diese Einladung ist schon benutzt. Sie gilt einmal; die Rolle steht im Konto, mit dem sie angenommen wurde.",
  },
  "refused.expired": {
    en: "This invitation has expired. Ask {inviter} to send it again.",
    de: "Diese Einladung ist abgelaufen. {inviter} kann sie erneut senden.",
  },
  "refused.withdrawn": {
    en: "This invitation was withdrawn.",
    de: "Diese Einladung wurde zurückgezogen.",
  },
  "refused.inviter-left": {
    en: "This invitation is void: who made it has no right to invite any more. Ask the organisation for a new one.",
    de: "Diese Einladung ist ungültig: Wer sie ausgesprochen hat, darf nicht mehr einladen. Die Organisation kann eine neue schicken.",
  },
  "refused.organisation-left": {
    en: "This invitation is void: the organisation is no member of the cluster any more.",
    de: "Diese Einladung ist ungültig: Die Organisation ist kein Mitglied des Clusters mehr.",
  },
  "refused.other-address": {
    en: "This invitation is for another address.",
    de: "Diese Einladung gilt für eine andere Adresse.",
  },
  "refused.sign-in-first": {
    en: "There is an account with this address: sign in first.",
    de: "Zu dieser Adresse gibt es ein Konto: Erst anmelden.",
  },
  "refused.unproven": {
    en: "Confirm your address first, on the page of your account under security; or open the link in the letter.",
    de: "Erst die Adresse bestätigen, im Konto unter Sicherheit; oder den Link im Brief öffnen.",
  },
  "refused.held-already": {
    en: "You hold this role already.",
    de: "Diese Rolle gilt schon.",
  },
  "refused.home": { en: "To the first page", de: "Zur Startseite" },
  "mine.title": { en: "Invitations to you", de: "Einladungen an mich" },
  "mine.lede": {
    en: "{count, plural, =0 {No invitation waits for {email}.} one {One invitation waits for {email}.} other {# invitations wait for {email}.}}",
    de: "{count, plural, =0 {Für {email} wartet keine Einladung.} one {Für {email} wartet eine Einladung.} other {Für {email} warten # Einladungen.}}",
  },
  "mine.empty": {
    en: "Invitations to your address would stand here. Who works for an organisation can invite you, or you ask to join it from its page.",
    de: "Hier stünden Einladungen an die eigene Adresse. Einladen kann, wer für eine Organisation handelt; oder auf ihrer Seite um Aufnahme bitten.",
  },

  "invitation.letter.subject.seat": {
    en: "An invitation to act for {organisation}",
    de: "Eine Einladung zu {organisation}",
  },
  "invitation.letter.subject.office": {
    en: "An invitation to work for {cluster}",
    de: "Eine Einladung ins Team von {cluster}",
  },
  "invitation.letter.dear": { en: "Dear {name},", de: "Guten Tag, {name}," },
  "invitation.letter.hello": { en: "Good day,", de: "Guten Tag," },
  "invitation.letter.link": {
    en: "This link leads to the invitation. It is for {email} alone, works once, and until {day}:",
    de: "Dieser Link führt zur Einladung. Er gilt nur für {email}, einmal, und bis zum {day}:",
  },
  "invitation.letter.ignore": {
    en: "Nothing happens when you do not want it: simply leave this letter.",
    de: "Wer das nicht möchte, lässt diesen Brief einfach liegen: Dann geschieht nichts.",
  },
} satisfies Messages;
