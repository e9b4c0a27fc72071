import { type Messages, speaker } from "../../kernel/messages.ts";

export const messages = {
  title: { en: "Export", de: "Export" },
  lede: {
    en: "Everything can be taken along, any day, in open formats.",
    de: "Alles lässt sich mitnehmen, jederzeit, in offenen Formaten.",
  },
  "cluster.title": { en: "The whole cluster", de: "Der ganze Cluster" },
  "cluster.what": {
    en: "Members and their history, profiles, links, notes, labels, own fields and the team, as far as a manager sees them. What members keep to themselves, and the log, which tells of it, come along with the operator's command.",
    de: "Mitglieder und ihre Geschichte, Profile, Verbindungen, Notizen, Etiketten, eigene Felder und das Team, soweit das Management sie sieht. Was Mitglieder für sich behalten, und das Protokoll, das davon erzählt, nimmt der Befehl des Betriebs mit.",
  },
  "organisation.title": { en: "The data of {name}", de: "Die Daten von {name}" },
  "organisation.what": {
    en: "The profile with everything in it, memberships, links, seats and projects of the organisation.",
    de: "Das Profil mit allem darin, Mitgliedschaften, Verbindungen, Sitze und Projekte der Organisation.",
  },
  get: { en: "Export as ZIP", de: "Als ZIP exportieren" },
  format: {
    en: "A ZIP with one file a table, one row a line (JSON lines), the JSON Schema of each, and pictures beside. A cluster's can be brought into another installation: kontor import cluster FILE.",
    de: "Ein ZIP mit einer Datei je Tabelle, einer Zeile je Datensatz (JSON lines), dem JSON-Schema dazu und Bildern daneben. Der eines Clusters lässt sich in eine andere Installation einspielen: kontor import cluster DATEI.",
  },
  "me.title": { en: "My data", de: "Meine Daten" },
  "me.lede": {
    en: "What this house keeps about me, to take along or to have forgotten.",
    de: "Was dieses Haus über mich aufbewahrt: zum Mitnehmen oder zum Vergessen.",
  },
  "me.export": { en: "Take it along", de: "Mitnehmen" },
  "me.what": {
    en: "Account, seats and offices, notices, letters, searches, and a list of what I did. Passwords and keys are in no export.",
    de: "Konto, Sitze und Ämter, Mitteilungen, Briefe, Suchen und eine Liste dessen, was ich getan habe. Passwörter und Schlüssel sind in keinem Export.",
  },
  "erase.title": { en: "Be forgotten", de: "Vergessen werden" },
  "erase.what": {
    en: "The account and everything that is mine alone is deleted at once and for good. What I did for an organisation stays, without my name: memberships, links and projects belong to others too. Seats and offices end today. The log loses my name, address and where I came from; that it did is written there.",
    de: "Das Konto und alles, was mir allein gehört, wird sofort und endgültig gelöscht. Was ich für eine Organisation getan habe, bleibt, ohne meinen Namen: Mitgliedschaften, Verbindungen und Projekte gehören auch anderen. Sitze und Ämter enden heute. Das Protokoll verliert Namen, Adresse und Herkunft; dass es so ist, steht dort.",
  },
  "erase.confirm": { en: "My e-mail address, to be sure", de: "Meine E-Mail-Adresse, zur Sicherheit" },
  "erase.act": { en: "Delete my account", de: "Mein Konto löschen" },
  "erase.other-address": {
    en: "This is not the address of this account.",
    de: "Das ist nicht die Adresse dieses Kontos.",
  },
  "last-operator": {
    en: "Nobody else runs this installation. Make another person operator first.",
    de: "Niemand sonst betreibt diese Installation. Zuerst braucht eine weitere Person den Betrieb.",
  },
  "not-found": { en: "This person is not here any more.", de: "Diese Person ist nicht mehr hier." },
  erased: { en: "The account was deleted.", de: "Das Konto ist gelöscht." },
} satisfies Messages;

export const say = speaker(messages);
