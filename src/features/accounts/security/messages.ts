import type { Messages } from "../../../kernel/messages.ts";

export const securityMessages = {
  "security.title": { en: "Sign-in and security", de: "Anmeldung und Sicherheit" },
  "security.lede": {
    en: "{sessions, plural, =0 {Signed in nowhere} one {Signed in with one browser} other {Signed in with # browsers}}, {factor, select, on {with a second factor} other {without a second factor}}, with {passkeys, plural, =0 {no passkey} one {one passkey} other {# passkeys}}.",
    de: "{sessions, plural, =0 {Nirgends angemeldet} one {In einem Browser angemeldet} other {In # Browsern angemeldet}}, {factor, select, on {mit zweitem Faktor} other {ohne zweiten Faktor}}, mit {passkeys, plural, =0 {keinem Passkey} one {einem Passkey} other {# Passkeys}}.",
  },
  "security.on": { en: "on", de: "an" },
  "security.off": { en: "off", de: "aus" },
  "security.later": {
    en: "Too many tries. It works again in a quarter of an hour.",
    de: "Zu viele Versuche. In einer Viertelstunde geht es weiter.",
  },
  "security.password-wrong": { en: "This is not the password.", de: "Das ist nicht das Passwort." },
  "security.sign-in-anew": {
    en: "This account has no password, so this needs a fresh sign-in: sign out, sign in again, and come back within ten minutes.",
    de: "Dieses Konto hat kein Passwort, darum braucht das eine frische Anmeldung: abmelden, wieder anmelden und innerhalb von zehn Minuten zurückkommen.",
  },
  "security.password-now": { en: "Your password", de: "Das eigene Passwort" },
  "security.password-why": {
    en: "So that nobody else does this in a browser left open.",
    de: "Damit es niemand anderes in einem offen gelassenen Browser tut.",
  },

  "sessions.title": { en: "Sessions", de: "Sitzungen" },
  "sessions.device": { en: "Browser", de: "Browser" },
  "sessions.on": { en: "{browser} on {system}", de: "{browser} auf {system}" },
  "sessions.unknown": { en: "a program or unknown browser", de: "ein Programm oder unbekannter Browser" },
  "sessions.address": { en: "Address", de: "Adresse" },
  "sessions.since": { en: "Since", de: "Seit" },
  "sessions.seen": { en: "Last seen", de: "Zuletzt gesehen" },
  "sessions.state": { en: "State", de: "Stand" },
  "sessions.this": { en: "this one", de: "diese hier" },
  "sessions.end": { en: "End", de: "Beenden" },
  "sessions.end.ask": { en: "Really end?", de: "Wirklich beenden?" },
  "sessions.end-others": { en: "End all others", de: "Alle anderen beenden" },
  "session-ended": {
    en: "The session is ended. That browser is signed out.",
    de: "Die Sitzung ist beendet. Jener Browser ist abgemeldet.",
  },
  "sessions-ended": {
    en: "All other sessions are ended.",
    de: "Alle anderen Sitzungen sind beendet.",
  },

  "password.title": { en: "Password", de: "Passwort" },
  "password.change": { en: "Change password", de: "Passwort ändern" },
  "password.old": { en: "Old password", de: "Altes Passwort" },
  "password.new": { en: "New password", de: "Neues Passwort" },
  "password.what": {
    en: "A change ends all other sessions.",
    de: "Eine Änderung beendet alle anderen Sitzungen.",
  },
  "password.none": {
    en: "This account has no password yet. A letter with a link lets you set one.",
    de: "Dieses Konto hat noch kein Passwort. Ein Brief mit einem Link hilft, eines zu setzen.",
  },
  "password.set": { en: "Set a password", de: "Passwort setzen" },
  "password-changed": {
    en: "The password is changed; all other sessions are ended.",
    de: "Das Passwort ist geändert; alle anderen Sitzungen sind beendet.",
  },

  "address.title": { en: "Address", de: "Adresse" },
  "address.verified": { en: "confirmed", de: "bestätigt" },
  "address.unverified": { en: "not confirmed", de: "nicht bestätigt" },
  "address.change": { en: "Change address", de: "Adresse ändern" },
  "address.new": { en: "New address", de: "Neue Adresse" },
  "address.lede": {
    en: "The new address counts once its letter was answered. Until then {email} stays.",
    de: "Die neue Adresse gilt, sobald ihr Brief beantwortet ist. Bis dahin bleibt {email}.",
  },
  "address.send": { en: "Send the letter", de: "Brief schicken" },
  "address.confirm.title": { en: "Confirm the address", de: "Adresse bestätigen" },
  "address.confirm.lede": {
    en: "{email} becomes the confirmed address of your account.",
    de: "{email} wird die bestätigte Adresse des Kontos.",
  },
  "address.confirm": { en: "Confirm", de: "Bestätigen" },
  "address.again": { en: "To your account", de: "Zum Konto" },
  "address-sent": {
    en: "A letter is on its way to this address. Its link confirms it.",
    de: "An diese Adresse ist ein Brief unterwegs. Sein Link bestätigt sie.",
  },
  "address-confirmed": { en: "The address is confirmed.", de: "Die Adresse ist bestätigt." },

  "factor.title": { en: "Second factor", de: "Zweiter Faktor" },
  "factor.what": {
    en: "With the password alone nobody gets in any more: a code from another device is asked for as well.",
    de: "Mit dem Passwort allein kommt niemand mehr hinein: Dazu wird ein Code von einem anderen Gerät verlangt.",
  },
  "factor.which": {
    en: "It is also asked for after a new password by letter and after signing in by another service. A passkey checks its holder itself and stands for both.",
    de: "Er wird auch nach einem neuen Passwort per Brief und nach der Anmeldung über einen anderen Dienst verlangt. Ein Passkey prüft selbst, wer ihn hält, und steht für beides.",
  },
  "factor.begin": { en: "Turn on", de: "Einschalten" },
  "factor.goes-on": { en: "Go on with turning it on", de: "Einschalten fortsetzen" },
  "factor.end": { en: "Turn off", de: "Ausschalten" },
  "factor.end.title": { en: "Turn the second factor off", de: "Zweiten Faktor ausschalten" },
  "factor.setup.lede": {
    en: "Three steps: let an authenticator app read the code, keep the recovery codes, type in what the app shows.",
    de: "Drei Schritte: Code mit einer Authenticator-App lesen, Notfallcodes aufheben, eintippen, was die App zeigt.",
  },
  "factor.step.scan": { en: "1. Read with the app", de: "1. Mit der App lesen" },
  "factor.qr": { en: "QR code for the authenticator app", de: "QR-Code für die Authenticator-App" },
  "factor.secret": { en: "Or type in this key:", de: "Oder diesen Schlüssel eintippen:" },
  "factor.step.keep": { en: "2. Keep the recovery codes", de: "2. Notfallcodes aufheben" },
  "factor.step.type": { en: "3. Type in the code", de: "3. Code eintippen" },
  "factor.code": { en: "Six digits from the app", de: "Sechs Ziffern aus der App" },
  "factor.wrong": {
    en: "This code does not fit. The next one appears within half a minute; the clock of the device must be right.",
    de: "Dieser Code passt nicht. Der nächste erscheint innerhalb einer halben Minute; die Uhr des Geräts muss stimmen.",
  },
  "factor-on": { en: "The second factor is on.", de: "Der zweite Faktor ist an." },
  "factor-off": { en: "The second factor is off.", de: "Der zweite Faktor ist aus." },

  "codes.title": { en: "Recovery codes", de: "Notfallcodes" },
  "codes.what": {
    en: "For the day the device is lost. Each opens the account once. They are not shown again.",
    de: "Für den Tag, an dem das Gerät fehlt. Jeder öffnet das Konto einmal. Sie werden nicht noch einmal gezeigt.",
  },
  "codes.left": {
    en: "{left, plural, =0 {No recovery code is left.} one {One recovery code is left.} other {# recovery codes are left.}}",
    de: "{left, plural, =0 {Kein Notfallcode ist übrig.} one {Ein Notfallcode ist übrig.} other {# Notfallcodes sind übrig.}}",
  },
  "codes.download": { en: "Download as text", de: "Als Text herunterladen" },
  "codes.copy": { en: "Copy", de: "Kopieren" },
  "codes.copied": { en: "Copied", de: "Kopiert" },
  "codes.new": { en: "New recovery codes", de: "Neue Notfallcodes" },
  "codes.new.lede": {
    en: "The old ones are worthless from then on.",
    de: "Die alten gelten dann nicht mehr.",
  },
  "codes.done": { en: "Kept them", de: "Aufgehoben" },

  "passkeys.title": { en: "Passkeys", de: "Passkeys" },
  "passkeys.empty": {
    en: "No passkey yet. With one you sign in by finger, face or PIN of the device, without a password.",
    de: "Noch kein Passkey. Mit einem meldet man sich per Finger, Gesicht oder PIN des Geräts an, ohne Passwort.",
  },
  "passkeys.add": { en: "Add a passkey", de: "Passkey hinzufügen" },
  "passkeys.name": { en: "Name", de: "Name" },
  "passkeys.name.hint": {
    en: "Where it is kept: laptop, key ring",
    de: "Wo er liegt: Laptop, Schlüsselbund",
  },
  "passkeys.since": { en: "Since", de: "Seit" },
  "passkeys.used": { en: "Last used", de: "Zuletzt benutzt" },
  "passkeys.never": { en: "never", de: "nie" },
  "passkeys.kept": { en: "Kept", de: "Liegt" },
  "passkeys.synced": {
    en: "with a keeper, on several devices",
    de: "bei einem Dienst, auf mehreren Geräten",
  },
  "passkeys.bound": { en: "on this one device", de: "auf diesem einen Gerät" },
  "passkeys.rename": { en: "Rename", de: "Umbenennen" },
  "passkeys.remove": { en: "Remove", de: "Entfernen" },
  "passkeys.remove.ask": { en: "Really remove?", de: "Wirklich entfernen?" },
  "passkeys.refused": {
    en: "The browser's answer was not one to our question, or came too late. Please try again.",
    de: "Die Antwort des Browsers passte nicht zur Frage oder kam zu spät. Bitte noch einmal versuchen.",
  },
  "passkeys.lede": {
    en: "The browser asks for finger, face or PIN and makes a key for this account. It is kept by the device; only its public half comes here.",
    de: "Der Browser fragt nach Finger, Gesicht oder PIN und erzeugt einen Schlüssel für dieses Konto. Er bleibt beim Gerät; hierher kommt nur die öffentliche Hälfte.",
  },
  "passkey-added": { en: "The passkey is added.", de: "Der Passkey ist hinzugefügt." },
  "passkey-named": { en: "The passkey has a new name.", de: "Der Passkey hat einen neuen Namen." },
  "passkey-removed": {
    en: "The passkey is removed and opens nothing any more.",
    de: "Der Passkey ist entfernt und öffnet nichts mehr.",
  },

  "linked.title": { en: "Sign-in service", de: "Anmeldedienst" },
  "linked.yes": { en: "{name} opens this account as well.", de: "Auch {name} öffnet dieses Konto." },
  "linked.no": {
    en: "{name} can open this account as well, once it is linked.",
    de: "Auch {name} kann dieses Konto öffnen, wenn es verbunden ist.",
  },
  "linked.link": { en: "Link with {name}", de: "Mit {name} verbinden" },
  "linked.what": {
    en: "Whoever can sign in there can then enter this account.",
    de: "Wer sich dort anmelden kann, kommt danach auch in dieses Konto.",
  },
  "linked.go": { en: "Go on to {name}", de: "Weiter zu {name}" },
  "linked.go.lede": {
    en: "{name} asks who you are and leads back here. This way is open for ten minutes, in this browser alone.",
    de: "{name} fragt, um wen es sich handelt, und führt hierher zurück. Dieser Weg steht zehn Minuten offen, nur in diesem Browser.",
  },
  "linked.unlink": { en: "Unlink", de: "Trennen" },
  "linked.unlink.ask": { en: "Really unlink?", de: "Wirklich trennen?" },
  "linked.only-way": {
    en: "There is no password yet, so this stays.",
    de: "Es gibt noch kein Passwort, darum bleibt das so.",
  },
  "provider-linked": { en: "Linked.", de: "Verbunden." },
  "provider-unlinked": { en: "Unlinked.", de: "Getrennt." },
} satisfies Messages;
