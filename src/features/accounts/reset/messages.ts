import type { Messages } from "../../../kernel/messages.ts";

export const resetMessages = {
  "reset.title": { en: "New password", de: "Neues Passwort" },
  "reset.lede": {
    en: "A letter with a link comes to the address of the account. The link works once and for one hour.",
    de: "An die Adresse des Kontos geht ein Brief mit einem Link. Er gilt einmal und eine Stunde lang.",
  },
  "reset.send": { en: "Send the letter", de: "Brief schicken" },
  "reset.sent": {
    en: "If there is an account with this address, a letter is on its way. It may take a minute.",
    de: "Gibt es ein Konto mit dieser Adresse, ist ein Brief unterwegs. Das kann eine Minute dauern.",
  },
  "reset.sent.title": { en: "Look into the mailbox", de: "Bitte ins Postfach schauen" },
  "reset.later": {
    en: "Too many letters were asked for. It works again in a quarter of an hour.",
    de: "Es wurden zu viele Briefe angefordert. In einer Viertelstunde geht es weiter.",
  },
  "reset.forgotten": { en: "Forgotten the password?", de: "Passwort vergessen?" },
  "reset.choose": {
    en: "For the account {email}. All browsers that are signed in will be signed out. A second factor stays as it is.",
    de: "Für das Konto {email}. Alle angemeldeten Browser werden abgemeldet. Ein zweiter Faktor bleibt bestehen.",
  },
  "reset.password": { en: "New password", de: "Neues Passwort" },
  "reset.password.hint": {
    en: "At least 12 characters; a few unrelated words are good.",
    de: "Mindestens 12 Zeichen; einige Wörter ohne Zusammenhang sind gut.",
  },
  "reset.keep": { en: "Set the password", de: "Passwort setzen" },
  "reset.dead.title": { en: "This link is no longer valid", de: "Dieser Link gilt nicht mehr" },
  "reset.dead": {
    en: "It was used, is too old, or a newer one was sent.",
    de: "Er wurde benutzt, ist zu alt, oder es gibt einen neueren.",
  },
  "reset.again": { en: "Ask for a new letter", de: "Neuen Brief anfordern" },
  "reset-done": {
    en: "The new password is set. It opens the account from now on.",
    de: "Das neue Passwort ist gesetzt und öffnet ab jetzt das Konto.",
  },

  "letter.reset.subject": { en: "New password for Kontor", de: "Neues Passwort für Kontor" },
  "letter.reset.body": {
    en: "Hello {name},\n\nwith this link a new password can be set, once and within one hour:",
    de: "Guten Tag {name},\n\nmit diesem Link lässt sich ein neues Passwort setzen, einmal und innerhalb einer Stunde:",
  },
  "letter.reset.not-you": {
    en: "Whoever did not ask for it need do nothing: the old password stays.",
    de: "Wer das nicht angefordert hat, braucht nichts zu tun: Das alte Passwort bleibt.",
  },
  "letter.address.subject": { en: "Is this address right?", de: "Stimmt diese Adresse?" },
  "letter.address.body": {
    en: "Hello {name},\n\n{email} is to be the address of an account in Kontor. This link confirms it, within two days:",
    de: "Guten Tag {name},\n\n{email} soll die Adresse eines Kontos in Kontor sein. Dieser Link bestätigt sie, innerhalb von zwei Tagen:",
  },
  "letter.address.not-you": {
    en: "Whoever does not know about this need do nothing.",
    de: "Wer davon nichts weiß, braucht nichts zu tun.",
  },
  "letter.change.body": {
    en: "Hello {name},\n\n{what}\nThat was on {when}, from the address {address}.\n\nIf that was somebody else, set a new password at once and look at your account's security:",
    de: "Guten Tag {name},\n\n{what}\nDas war am {when} von der Adresse {address}.\n\nWar es jemand anderes, hilft sofort ein neues Passwort und ein Blick auf die Sicherheit des Kontos:",
  },
  "letter.change.password": {
    en: "The password of your account was changed.",
    de: "Das Passwort des Kontos wurde geändert.",
  },
  "letter.change.second-factor-on": {
    en: "Your account now asks for a second factor.",
    de: "Das Konto verlangt jetzt einen zweiten Faktor.",
  },
  "letter.change.second-factor-off": {
    en: "Your account no longer asks for a second factor.",
    de: "Das Konto verlangt keinen zweiten Faktor mehr.",
  },
  "letter.change.recovery-codes": {
    en: "Your account has new recovery codes; the old ones are worthless.",
    de: "Das Konto hat neue Notfallcodes; die alten gelten nicht mehr.",
  },
  "letter.change.passkey-add": {
    en: "A passkey was added to your account.",
    de: "Zum Konto kam ein Passkey hinzu.",
  },
  "letter.change.passkey-remove": {
    en: "A passkey was removed from your account.",
    de: "Ein Passkey des Kontos wurde entfernt.",
  },
  "letter.change.address": {
    en: "The address of your account was changed.",
    de: "Die Adresse des Kontos wurde geändert.",
  },
  "letter.change.link": {
    en: "Your account can now be opened by another sign-in service.",
    de: "Das Konto lässt sich jetzt auch über einen anderen Anmeldedienst öffnen.",
  },
  "letter.change.unlink": {
    en: "Your account can no longer be opened by another sign-in service.",
    de: "Das Konto lässt sich nicht mehr über einen anderen Anmeldedienst öffnen.",
  },
} satisfies Messages;
