import type { Messages } from "../../../kernel/messages.ts";

export const signInMessages = {
  "sign-in.title": { en: "Sign in", de: "Anmelden" },
  "sign-in.lede": {
    en: "For people of the clusters' members, teams and partners.",
    de: "Für die Menschen in den Mitgliedern, Teams und Partnern der Cluster.",
  },
  "sign-in.account": { en: "Your account", de: "Das eigene Konto" },
  "sign-in.email": { en: "E-mail", de: "E-Mail" },
  "sign-in.password": { en: "Password", de: "Passwort" },
  "sign-in.wrong": {
    en: "E-mail and password do not belong together.",
    de: "E-Mail und Passwort gehören nicht zusammen.",
  },
  "sign-in.later": {
    en: "Too many tries for this account. It works again in a quarter of an hour.",
    de: "Zu viele Versuche für dieses Konto. In einer Viertelstunde geht es weiter.",
  },
  "sign-in.no-account": {
    en: "No account yet? It comes with an invitation, or with your address at work:",
    de: "Noch kein Konto? Es kommt mit einer Einladung, oder mit der Adresse bei der Arbeit:",
  },
  "sign-in.other": { en: "Other ways", de: "Andere Wege" },

  "second.title": { en: "Second factor", de: "Zweiter Faktor" },
  "second.lede": {
    en: "The password was right. Now the code that the other device shows.",
    de: "Das Passwort stimmt. Jetzt fehlt der Code, den das andere Gerät zeigt.",
  },
  "second.code": { en: "Code", de: "Code" },
  "second.code.hint": {
    en: "Six digits from the authenticator app, or one of the recovery codes.",
    de: "Sechs Ziffern aus der Authenticator-App oder einer der Notfallcodes.",
  },
  "second.go": { en: "Go on", de: "Weiter" },
  "second.wrong": {
    en: "This code does not fit, or was used already. The next one appears within half a minute.",
    de: "Dieser Code passt nicht oder wurde schon benutzt. Der nächste erscheint innerhalb einer halben Minute.",
  },
  "second.outdated": {
    en: "That took too long, or there were too many tries. Please begin again with the password.",
    de: "Das hat zu lange gedauert, oder es waren zu viele Versuche. Bitte noch einmal mit dem Passwort beginnen.",
  },
  "second.later": {
    en: "Too many wrong codes for this account. It works again in a quarter of an hour.",
    de: "Zu viele falsche Codes für dieses Konto. In einer Viertelstunde geht es weiter.",
  },

  "passkey.sign-in": { en: "Sign in with a passkey", de: "Mit Passkey anmelden" },
  "passkey.script": {
    en: "Passkeys need JavaScript; the password works without.",
    de: "Passkeys brauchen JavaScript; das Passwort geht ohne.",
  },
  "passkey.none": {
    en: "This browser knows no passkeys here.",
    de: "Dieser Browser kann hier keine Passkeys verwenden.",
  },
  "passkey.cancelled": {
    en: "Nothing happened: the browser gave no passkey.",
    de: "Es ist nichts geschehen: Der Browser gab keinen Passkey her.",
  },
  "passkey.refused": {
    en: "This passkey does not open an account here, or the question was too old. Please try again.",
    de: "Dieser Passkey öffnet hier kein Konto, oder die Frage war zu alt. Bitte noch einmal versuchen.",
  },

  "provider.sign-in": { en: "Sign in with {name}", de: "Mit {name} anmelden" },
  "provider.failed": {
    en: "The other sign-in service did not say who you are.",
    de: "Der andere Anmeldedienst hat nicht gesagt, um wen es sich handelt.",
  },
  "provider.outdated": {
    en: "That took too long, or began in another browser. Please try again.",
    de: "Das hat zu lange gedauert oder begann in einem anderen Browser. Bitte noch einmal versuchen.",
  },
  "provider.silent": {
    en: "The other sign-in service does not answer at the moment.",
    de: "Der andere Anmeldedienst antwortet gerade nicht.",
  },
  "provider.unverified": {
    en: "The other sign-in service has not verified the e-mail address. Without that nobody is let in: have it verified there, or sign in with the password.",
    de: "Der andere Anmeldedienst hat die E-Mail-Adresse nicht geprüft. Ohne das wird niemand eingelassen: bitte dort bestätigen oder mit dem Passwort anmelden.",
  },
  "provider.unverified-here": {
    en: "There is an account with this address, but the address was never confirmed here. Sign in with the password and confirm it first.",
    de: "Es gibt ein Konto mit dieser Adresse, aber sie wurde hier nie bestätigt. Bitte mit dem Passwort anmelden und sie zuerst bestätigen.",
  },
  "provider.unknown": {
    en: "No account here belongs to this address, and no invitation waits for it.",
    de: "Zu dieser Adresse gehört hier kein Konto, und es wartet keine Einladung.",
  },
  "provider.taken": {
    en: "This identity belongs to another account already.",
    de: "Diese Identität gehört schon zu einem anderen Konto.",
  },

  "demo.title": { en: "Look around", de: "Umsehen" },
  "demo.lede": {
    en: "This is a demonstration. The organisations and projects are real; these people are invented. One click signs you in.",
    de: "Dies ist eine Vorführung. Organisationen und Projekte sind echt, diese Personen sind erfunden. Ein Klick meldet an.",
  },
  "demo.as": { en: "Sign in as {name}", de: "Als {name} anmelden" },
  "signed-out": { en: "You are signed out.", de: "Abgemeldet." },
} satisfies Messages;
