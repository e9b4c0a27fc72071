import type { Section } from "./schema.ts";
import { both } from "./write.ts";

const section = (key: string, en: string, de: string, textEn: string, textDe: string): Section => ({
  key,
  title: both(en, de),
  text: both(textEn, textDe),
});

/** The six sub-potentials, of innovation and of digitalisation alike. */
export const MATERIAL = section(
  "material",
  "Material and technical",
  "Material und Technik",
  "Buildings, machines, laboratories, networks: what work is done with.",
  "Gebäude, Maschinen, Labore, Netze: womit gearbeitet wird.",
);
export const FINANCE = section(
  "finance",
  "Financial and economic",
  "Finanzen und Wirtschaft",
  "What is spent on the new, from where, and what comes back.",
  "Was für Neues ausgegeben wird, woher es kommt und was zurückkommt.",
);
export const SCIENCE = section(
  "science",
  "Scientific",
  "Wissenschaft",
  "Own research, that of others, and the way from one to the other.",
  "Eigene Forschung, die der anderen, und der Weg dazwischen.",
);
export const ORGANISATION = section(
  "organisation",
  "Organisational and managerial",
  "Organisation und Führung",
  "Who decides about the new, how quickly, and who looks after it.",
  "Wer über Neues entscheidet, wie schnell, und wer sich darum kümmert.",
);
export const PERSONNEL = section(
  "personnel",
  "Personnel",
  "Menschen",
  "What people know, learn and are free to try.",
  "Was Menschen können, lernen und ausprobieren dürfen.",
);
export const INFORMATION = section(
  "information",
  "Information and communication",
  "Information und Kommunikation",
  "What is known inside, what is heard from outside, and how it travels.",
  "Was innen gewusst, von außen gehört und wie es weitergegeben wird.",
);

/** The six dimensions that the European hubs for digital innovation look at. */
export const STRATEGY = section(
  "strategy",
  "Digital strategy",
  "Digitale Strategie",
  "Where digital means are to take the organisation, and with what money.",
  "Wohin digitale Mittel die Organisation bringen sollen, und mit welchem Geld.",
);
export const READINESS = section(
  "readiness",
  "Digital readiness",
  "Digitale Ausstattung",
  "Which technologies are in daily use, and which are being tried.",
  "Welche Technik täglich genutzt und welche erprobt wird.",
);
export const HUMAN = section(
  "human-centric",
  "Human-centric digitalisation",
  "Digitalisierung mit den Menschen",
  "How people learn digital work and have a say in it.",
  "Wie Menschen digitales Arbeiten lernen und mitbestimmen.",
);
export const DATA = section(
  "data",
  "Data management",
  "Umgang mit Daten",
  "Whether data are found, trusted, used and kept safe.",
  "Ob Daten gefunden, für richtig gehalten, genutzt und geschützt werden.",
);
export const AUTOMATION = section(
  "automation",
  "Automation and intelligence",
  "Automatisierung und Intelligenz",
  "What machines and programs do and decide by themselves.",
  "Was Maschinen und Programme selbst tun und entscheiden.",
);
export const GREEN = section(
  "green",
  "Green digitalisation",
  "Grüne Digitalisierung",
  "What digital means save, and what they use up themselves.",
  "Was digitale Mittel einsparen und was sie selbst verbrauchen.",
);
