import type { Question, Questionnaire, Value } from "../src/features/potential/feature.ts";

/** Every word of it is invented: neither the answers nor the platforms say anything of a real organisation. */
export const INVENTED_NOTE =
  "Invented for the demo: no answer is true of the organisation. · Für die Demo erfunden: Keine Antwort stimmt für die Organisation.";
export const INVENTED_PLATFORM = "Invented for the demo. · Für die Demo erfunden.";

/** The same number from 0 to 1 for the same words, whatever the machine. */
export function chance(...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of words.join("|")) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296;
}

/** How sections lean in this region: strong in science and material, weak in green and in money. */
const LEANS: Readonly<Record<string, number>> = {
  material: 0.08,
  finance: -0.12,
  science: 0.12,
  organisation: -0.02,
  personnel: 0.02,
  information: -0.06,
  strategy: 0.04,
  readiness: 0.1,
  "human-centric": -0.02,
  data: -0.05,
  automation: -0.16,
  green: -0.1,
};

/** What an organisation answers; `gain` is what it learnt since the round before. */
export function inventedAnswers(questionnaire: Questionnaire, who: string, gain = 0): Record<string, Value> {
  const able = 0.3 + 0.48 * chance(who, "able") + gain;
  const answers: Record<string, Value> = {};
  for (const question of questionnaire.questions) {
    if (question.kind === "text" || chance(who, question.key, "skips") < 0.05) continue;
    if (
      question.when &&
      ![answers[question.when.question]].flat().some((one) => question.when!.is.includes(String(one)))
    )
      continue;
    const lean = (LEANS[question.section] ?? 0) + 0.3 * (chance(who, question.section) - 0.5);
    const p = Math.min(1, Math.max(0, able + lean + 0.35 * (chance(who, question.key) - 0.5)));
    const value = answer(question, who, p);
    if (value !== null) answers[question.key] = value;
  }
  return answers;
}

function answer(question: Question, who: string, p: number): Value | null {
  if (question.kind === "scale") return String(Math.round(p * 4));
  if (question.kind === "yes-no") return p > 0.42 ? "yes" : "no";
  const choices = question.choices ?? [];
  if (question.kind === "choice")
    return choices[Math.min(choices.length - 1, Math.floor(p * choices.length))]!.key;
  if (question.kind === "several") {
    const chosen = choices.filter(({ key }) => chance(who, question.key, key) < p).map(({ key }) => key);
    return chosen.length > 0 ? chosen : null;
  }
  const [low, high] = [question.low ?? 0, question.high ?? 100];
  return Math.round((low + p * (high - low) * 0.9) * 2) / 2;
}

/** What a cluster manager judged of the six sub-potentials, in pairs in the order of the sections. */
export const JUDGED: readonly number[] = [1 / 3, 1 / 5, 1, 1 / 3, 1, 1, 3, 1, 3, 3, 1, 5, 1 / 3, 1, 3];

interface InventedPlatform {
  name: string;
  text: string;
  area: string;
  level: "process" | "operations" | "public";
  scale: "local" | "national" | "global";
  side: "inner" | "outer";
  common?: boolean;
  /** For which processes, and how large a share of those asked uses it for each. */
  uses: Readonly<Record<string, number>>;
}

export const PLATFORMS: readonly InventedPlatform[] = [
  {
    ...{ name: "Nordwerk ERP", area: "planning", level: "operations", scale: "national", side: "inner" },
    text: "Orders, stock and invoices.",
    uses: { planning: 0.4, administration: 0.45, purchasing: 0.3 },
  },
  {
    ...{ name: "Kontorbuch", area: "planning", level: "process", scale: "local", side: "inner" },
    text: "Accounts for smaller firms.",
    uses: { administration: 0.3, planning: 0.1 },
  },
  {
    ...{ name: "Elbe-PLM", area: "design", level: "operations", scale: "global", side: "inner" },
    text: "Product data from draft to retirement.",
    uses: { development: 0.45, production: 0.2 },
  },
  {
    ...{ name: "Zeichensaal", area: "design", level: "process", scale: "national", side: "inner" },
    text: "Drawings and their versions.",
    uses: { development: 0.3 },
  },
  {
    ...{ name: "Kabinendatenraum", area: "data-space", level: "operations", scale: "local", side: "inner" },
    ...{ common: true, text: "Data of cabin parts, shared along the chain by agreed rules." },
    uses: { cooperation: 0.5, development: 0.25, production: 0.2 },
  },
  {
    ...{ name: "Teamraum Nord", area: "collaboration", level: "process", scale: "local", side: "inner" },
    ...{ common: true, text: "Rooms for joint projects." },
    uses: { cooperation: 0.45, people: 0.15 },
  },
  {
    ...{ name: "Prüfstand-Kalender", area: "collaboration", level: "process", scale: "local", side: "inner" },
    ...{ common: true, text: "Booking of shared test beds." },
    uses: { development: 0.3 },
  },
  {
    ...{ name: "MaschinenBlick", area: "machines", level: "process", scale: "national", side: "inner" },
    text: "State and energy of machines.",
    uses: { production: 0.35, service: 0.1 },
  },
  {
    ...{ name: "Lernwerft", area: "learning", level: "process", scale: "local", side: "inner" },
    ...{ common: true, text: "Joint training of members." },
    uses: { people: 0.3 },
  },
  {
    ...{
      name: "Zulieferbörse Luft",
      area: "marketplace",
      level: "operations",
      scale: "national",
      side: "outer",
    },
    text: "Parts and free capacity.",
    uses: { purchasing: 0.3, sales: 0.35 },
  },
  {
    ...{ name: "Partsworld", area: "marketplace", level: "operations", scale: "global", side: "outer" },
    text: "Spare parts world-wide.",
    uses: { sales: 0.2, purchasing: 0.15 },
  },
  {
    ...{ name: "Kundenkreis", area: "customers", level: "process", scale: "global", side: "outer" },
    text: "Customers, enquiries, quotes.",
    uses: { sales: 0.4 },
  },
  {
    ...{ name: "Zollfenster", area: "public-service", level: "public", scale: "national", side: "outer" },
    text: "Customs declarations.",
    uses: { administration: 0.2 },
  },
  {
    ...{ name: "Förderportal Nord", area: "public-service", level: "public", scale: "local", side: "outer" },
    text: "Applications for grants.",
    uses: { administration: 0.35 },
  },
];
