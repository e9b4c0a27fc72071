import type { Messages } from "../../../kernel/messages.ts";

export const accountMessages = {
  "account.title": { en: "Account", de: "Konto" },
  "account.lede": {
    en: "{count, plural, =0 {You are signed in as {email} and hold no role yet.} one {You are signed in as {email} and hold one role.} other {You are signed in as {email} and hold # roles.}}",
    de: "{count, plural, =0 {Angemeldet als {email}, noch ohne Rolle.} one {Angemeldet als {email} mit einer Rolle.} other {Angemeldet als {email} mit # Rollen.}}",
  },
  "account.operator": {
    en: "You also run this installation.",
    de: "Dazu kommt der Betrieb dieser Installation.",
  },
  "sign-out": { en: "Sign out", de: "Abmelden" },

  "roles.title": { en: "Roles", de: "Rollen" },
  "roles.empty": {
    en: "No role yet. The owner of an organisation gives seats, the manager of a cluster gives offices.",
    de: "Noch keine Rolle. Sitze vergibt die Inhaberrolle einer Organisation, Ämter vergibt das Clustermanagement.",
  },
  "roles.role": { en: "Role", de: "Rolle" },
  "roles.where": { en: "Where", de: "Wo" },
  "roles.dates": { en: "Dates", de: "Zeitraum" },
  "roles.now": { en: "Now", de: "Jetzt" },
  "roles.acting": { en: "acting now", de: "handelt gerade" },
  "roles.act": { en: "Act as this", de: "So handeln" },
  "roles.ended": { en: "ended", de: "beendet" },
  "roles.hidden": {
    en: "an organisation not visible from here",
    de: "eine von hier nicht sichtbare Organisation",
  },

  "language.title": { en: "Language", de: "Sprache" },
  "language.hint": {
    en: "Pages and letters come in this language.",
    de: "Seiten und Briefe kommen in dieser Sprache.",
  },
  "language.kept": { en: "The language is kept.", de: "Die Sprache ist gemerkt." },

  "tokens.title": { en: "API tokens", de: "API-Schlüssel" },
  "tokens.what": {
    en: "A token lets a program act for you from the role you act in now. It can do no more than that role, and only read if you say so.",
    de: "Mit einem Schlüssel handelt ein Programm in der Rolle, in der man gerade handelt. Es kann nicht mehr als diese Rolle, und auf Wunsch nur lesen.",
  },
  "tokens.reference": { en: "API reference", de: "API-Referenz" },
  "tokens.empty": { en: "No tokens yet.", de: "Noch keine Schlüssel." },
  "tokens.name": { en: "What it is for", de: "Wofür" },
  "tokens.scope": { en: "May", de: "Darf" },
  "scope.read": { en: "read", de: "lesen" },
  "scope.write": { en: "read and write", de: "lesen und schreiben" },
  "tokens.role": { en: "Acts as", de: "Handelt als" },
  "tokens.days": { en: "Ends after", de: "Endet nach" },
  "tokens.days.choice": {
    en: "{days, plural, one {# day} other {# days}}",
    de: "{days, plural, one {# Tag} other {# Tagen}}",
  },
  "tokens.expires": { en: "Ends", de: "Endet" },
  "tokens.used": { en: "Last used", de: "Zuletzt benutzt" },
  "tokens.never": { en: "never", de: "nie" },
  "tokens.state.live": { en: "in use", de: "gültig" },
  "tokens.state.expired": { en: "expired", de: "abgelaufen" },
  "tokens.state.revoked": { en: "revoked", de: "widerrufen" },
  "tokens.state": { en: "State", de: "Stand" },
  "tokens.new": { en: "New token", de: "Neuer Schlüssel" },
  "tokens.make": { en: "Make token", de: "Schlüssel erzeugen" },
  "tokens.made": {
    en: "The token is made. Copy it now: it is not shown again.",
    de: "Der Schlüssel ist erzeugt. Jetzt kopieren: Er wird nicht noch einmal gezeigt.",
  },
  "tokens.copy": { en: "Copy", de: "Kopieren" },
  "tokens.copied": { en: "Copied", de: "Kopiert" },
  "tokens.revoke": { en: "Revoke", de: "Widerrufen" },
  "tokens.revoke.ask": { en: "Really revoke?", de: "Wirklich widerrufen?" },
  "token-revoked": {
    en: "The token is revoked. Programs that use it are refused from now on.",
    de: "Der Schlüssel ist widerrufen. Programme, die ihn benutzen, werden ab sofort abgewiesen.",
  },
  "token.no-role": {
    en: "A token acts from a role, and you hold none.",
    de: "Ein Schlüssel handelt aus einer Rolle heraus; es gibt noch keine.",
  },
  "token.too-many": {
    en: "Twenty tokens are in use. Revoke one first.",
    de: "Zwanzig Schlüssel sind gültig. Zuerst einen widerrufen.",
  },
} satisfies Messages;
