import { type Messages, speaker } from "../../../../kernel/messages.ts";

export const identityMessages = {
  "identity.title": { en: "Edit {name}", de: "{name} bearbeiten" },
  "identity.lede": {
    en: "The public identity: everybody sees it, in every cluster. What a cluster alone should know is kept as a fact.",
    de: "Die öffentlichen Angaben: Alle sehen sie, in jedem Cluster. Was nur ein Cluster wissen soll, wird als Angabe im Cluster geführt.",
  },
  "identity.name": { en: "Name", de: "Name" },
  "identity.shortName": { en: "Short name", de: "Kurzname" },
  "identity.url": { en: "Website", de: "Website" },
  "identity.sizeClass": { en: "Size class", de: "Größenklasse" },
  "identity.sizeClass.hint": {
    en: "By the EU definition: staff below 10, 50, 250, with the limits of turnover and balance sheet.",
    de: "Nach EU-Definition: unter 10, 50, 250 Beschäftigte, mit den Grenzen für Umsatz und Bilanzsumme.",
  },
  "identity.industries": { en: "Industries", de: "Branchen" },
  "identity.industries.hint": {
    en: "Codes of NACE Rev. 2, divided by commas: C25.62, M71.12",
    de: "Codes nach NACE Rev. 2, durch Komma getrennt: C25.62, M71.12",
  },
  "identity.street": { en: "Street", de: "Straße" },
  "identity.postal": { en: "Postal code", de: "Postleitzahl" },
  "identity.city": { en: "City", de: "Ort" },
  "identity.country": { en: "Country", de: "Land" },
  "identity.country.hint": { en: "Two letters, as in DE.", de: "Zwei Buchstaben, wie DE." },
  "identity.nuts": { en: "Region (NUTS)", de: "Region (NUTS)" },
  "identity.lat": { en: "Latitude", de: "Geografische Breite" },
  "identity.lon": { en: "Longitude", de: "Geografische Länge" },
  "identity.place.hint": {
    en: "In degrees, as in 53.5511. Another city moves them by itself.",
    de: "In Grad, wie 53.5511. Ein anderer Ort zieht sie von selbst mit.",
  },
  "identity.vat": { en: "VAT number", de: "USt-IdNr." },
  "identity.lei": { en: "LEI", de: "LEI" },
  "identity.ror": { en: "ROR", de: "ROR" },
  "identity.registerNumber": { en: "Register number", de: "Registernummer" },
  "identity.not-a-nace": {
    en: "Codes of NACE look like C25.62; divide several by commas.",
    de: "NACE-Codes sehen aus wie C25.62; mehrere durch Komma trennen.",
  },
  "identity.not-a-country": { en: "Two capital letters, as in DE.", de: "Zwei Großbuchstaben, wie DE." },
  "identity.not-a-lei": {
    en: "An LEI has 20 letters and figures.",
    de: "Ein LEI hat 20 Buchstaben und Ziffern.",
  },
  "identity.not-a-ror": {
    en: "A ROR looks like https://ror.org/04t3en479.",
    de: "Eine ROR sieht aus wie https://ror.org/04t3en479.",
  },
  "identity.not-a-nuts": { en: "A NUTS code looks like DE600.", de: "Ein NUTS-Code sieht aus wie DE600." },
  "identity.both-or-none": {
    en: "A place needs both latitude and longitude.",
    de: "Ein Ort braucht Breite und Länge.",
  },
  "identity.conflict": { en: "Somebody changed this meanwhile", de: "Das hat inzwischen jemand geändert" },
  "identity.conflict.text": {
    en: "Below stands what you typed; nothing is lost. These fields read differently now:",
    de: "Unten steht, was Sie eingegeben haben; nichts ist verloren. Diese Felder lauten inzwischen anders:",
  },
  "identity.empty": { en: "empty", de: "leer" },
  "organisation.saved-unplaced": {
    en: "The organisation is saved. Place not found: no town of this name is known there, so the map leaves it out until its latitude and longitude are given.",
    de: "Die Organisation ist gespeichert. Ort nicht gefunden: Dort ist keine Stadt dieses Namens bekannt, darum fehlt sie auf der Karte, bis Breite und Länge angegeben sind.",
  },
  "organisation.saved": { en: "The organisation is saved.", de: "Die Organisation ist gespeichert." },
} satisfies Messages;

export const sayIdentity = speaker(identityMessages);
