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
    en: "No account yet? Whoever runs this installation adds it.",
    de: "Noch kein Konto? Der Betrieb dieser Installation legt es an.",
  },
  "demo.title": { en: "Look around", de: "Umsehen" },
  "demo.lede": {
    en: "This is a demonstration. The organisations and projects are real; these people are invented. One click signs you in.",
    de: "Dies ist eine Vorführung. Organisationen und Projekte sind echt, diese Personen sind erfunden. Ein Klick meldet an.",
  },
  "demo.as": { en: "Sign in as {name}", de: "Als {name} anmelden" },
  "signed-out": { en: "You are signed out.", de: "Abgemeldet." },
} satisfies Messages;
