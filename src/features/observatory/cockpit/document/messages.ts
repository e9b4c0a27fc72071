import { speaker } from "../../../../kernel/messages.ts";

const documentMessages = {
  subtitle: { en: "Self-check, no label", de: "Selbstprüfung, kein Label" },
  frozen: { en: "Frozen on {date}", de: "Festgehalten am {date}" },
  version: { en: "Version {version} of the set", de: "Version {version} des Satzes" },
  computed: { en: "Figures computed on {date}", de: "Werte berechnet am {date}" },
  checksum: {
    en: "Checksum of figures and records (SHA-256)",
    de: "Prüfsumme der Werte und Datensätze (SHA-256)",
  },
  summary: { en: "Summary", de: "Zusammenfassung" },
  "summary.text": {
    en: "{reached} of {total} indicators reach their threshold; {missed} lack something; of {unknown} nothing is known yet.",
    de: "{reached} von {total} Indikatoren erreichen ihre Schwelle; {missed} haben eine Lücke; von {unknown} ist noch nichts bekannt.",
  },
  counted: {
    en: "Counted is what is open to the whole cluster and behind no wall; nothing confidential. Lists that only manager and facilitator read are not part of this document; their number is.",
    de: "Gezählt wird, was dem ganzen Cluster offensteht und hinter keiner Mauer liegt; nichts Vertrauliches. Listen, die nur Management und Vermittlung lesen, gehören nicht zu diesem Dokument; ihre Anzahl schon.",
  },
  indicators: { en: "The indicators", de: "Die Indikatoren" },
  value: { en: "Value", de: "Wert" },
  threshold: { en: "Threshold", de: "Schwelle" },
  standing: { en: "Standing", de: "Stand" },
  source: { en: "From", de: "Woher" },
  formula: { en: "Formula", de: "Formel" },
  missing: { en: "What is missing", de: "Was fehlt" },
  evidence: { en: "Evidence", de: "Belege" },
  "evidence.more": {
    en: "{count, plural, one {One record counts} other {# records count}}; all of them in annex {number}.",
    de: "{count, plural, one {Ein Datensatz zählt} other {# Datensätze zählen}}; alle in Anhang {number}.",
  },
  "evidence.inner": { en: "Kept by manager and facilitator.", de: "Liegt bei Management und Vermittlung." },
  "evidence.none": { en: "None yet.", de: "Noch keine." },
  annex: { en: "Annex: the records", de: "Anhang: die Datensätze" },
  "annex.of": { en: "Annex {number}: {name}", de: "Anhang {number}: {name}" },
  indicator: { en: "Indicator", de: "Indikator" },
} as const;

export const sayDocument = speaker(documentMessages);
