import { type Messages, speaker } from "../../kernel/messages.ts";

export const messages = {
  title: { en: "Seats from your directory", de: "Sitze aus dem eigenen Verzeichnis" },
  lede: {
    en: "{count, plural, =0 {No directory keeps people of {organisation} here yet.} one {A directory keeps one person of {organisation} here.} other {A directory keeps # people of {organisation} here.}}",
    de: "{count, plural, =0 {Noch kein Verzeichnis führt hier Menschen von {organisation}.} one {Ein Verzeichnis führt hier eine Person von {organisation}.} other {Ein Verzeichnis führt hier # Personen von {organisation}.}}",
  },
  seats: { en: "Seats", de: "Sitze" },
  connect: { en: "Connect", de: "Verbinden" },
  "connect.what": {
    en: "Microsoft Entra ID, Okta and others that speak SCIM 2.0 give, change and end seats here as people come and go.",
    de: "Microsoft Entra ID, Okta und andere, die SCIM 2.0 sprechen, vergeben, ändern und beenden hier Sitze, wie Menschen kommen und gehen.",
  },
  address: { en: "Address (tenant URL, base URL)", de: "Adresse (Mandanten-URL, Basis-URL)" },
  token: { en: "Token (secret token, bearer)", de: "Schlüssel (geheimes Token, Bearer)" },
  "token.how": {
    en: "An API token that may write, made while acting in this very role. It is worth nothing once the role ends: a seat of its own for the directory outlives people.",
    de: "Ein API-Schlüssel, der schreiben darf, erzeugt in genau dieser Rolle. Er gilt nicht mehr, wenn die Rolle endet: Ein eigener Sitz für das Verzeichnis überdauert Personen.",
  },
  "token.make": { en: "Make a token", de: "Schlüssel erzeugen" },
  "user.name.how": {
    en: "the address at which the person gets mail, as mail in Entra ID; it cannot be changed from outside",
    de: "die Adresse, unter der die Person Post bekommt, wie mail in Entra ID; von außen nicht zu ändern",
  },
  "user.active.how": {
    en: "false ends the seat today, true lets in anew as for the first time; history stays",
    de: "false beendet den Sitz heute, true lässt neu ein wie beim ersten Mal; die Geschichte bleibt",
  },
  "user.group.how": {
    en: "Owner, Editor and Reader; who moves from one to another changes role. New people are readers.",
    de: "Owner, Editor und Reader; wer wechselt, wechselt die Rolle. Neue beginnen als Reader (liest).",
  },
  "user.title.how": { en: "the title of the seat", de: "die Bezeichnung des Sitzes" },
  "user.other.how": {
    en: "used when the account is made; afterwards people are called what they call themselves",
    de: "gelten, wenn das Konto entsteht; danach heißen Menschen, wie sie sich selbst nennen",
  },
  "user.external.how": {
    en: "your directory's own key; kept, and never shown to anybody else",
    de: "der eigene Schlüssel des Verzeichnisses; wird bewahrt und niemandem sonst gezeigt",
  },
  attributes: { en: "What is understood", de: "Was verstanden wird" },
  attribute: { en: "Attribute", de: "Attribut" },
  meaning: { en: "Meaning here", de: "Bedeutung hier" },
  domains: { en: "Who is let in at once", de: "Wer sofort eintritt" },
  "domains.some": {
    en: "People with an address at {domains} have their seat at once, without an invitation. They choose a password by mail, or sign in as your installation offers. Everybody else is invited and inactive until they accept.",
    de: "Menschen mit einer Adresse bei {domains} haben ihren Sitz sofort, ohne Einladung. Ein Passwort wählen sie per Mail, oder sie melden sich an, wie diese Installation es anbietet. Alle anderen werden eingeladen und sind inaktiv, bis sie annehmen.",
  },
  "domains.none": {
    en: "Nobody yet: no mail domain is declared, so everybody is invited and inactive until they accept.",
    de: "Noch niemand: Es ist keine Mail-Domain angegeben, also werden alle eingeladen und sind inaktiv, bis sie annehmen.",
  },
  "domains.declare": { en: "Mail domains", de: "Mail-Domains" },
  "letter.subject": { en: "An account for {organisation}", de: "Ein Konto für {organisation}" },
  "letter.body": {
    en: "Dear {name},\n\n{organisation} has made an account for {email} here, so that you can act for it.\nNobody knows its password. Choose one at this address:",
    de: "Guten Tag, {name},\n\n{organisation} hat hier ein Konto für {email} angelegt, um für die Organisation handeln zu können.\nDas Passwort kennt niemand. Ein eigenes lässt sich hier wählen:",
  },
} satisfies Messages;

export const say = speaker(messages);
