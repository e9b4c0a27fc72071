export const STEPS = [
  "profile",
  "logo",
  "competence",
  "colleague",
  "domain",
  "link",
  "second-factor",
  "notices",
] as const;
export type StepName = (typeof STEPS)[number];

/** A profile from here on tells others enough to find it. */
export const ENOUGH_PERCENT = 60;

/** What records say, each step asked of the records it would leave behind. */
export interface Records {
  percent: number;
  /** Parts of the profile that are still expected of this kind of organisation. */
  missing: readonly string[];
  colleague: boolean;
  domain: boolean;
  /** An address at a provider for everybody stands for no organisation. */
  ownDomain: boolean;
  link: boolean;
  secondFactor: boolean;
  notices: boolean;
}

export interface Step {
  name: StepName;
  done: boolean;
}

/** The steps for an owner; an editor has those that an editor can do. */
export function stepsOf(records: Records, role: "owner" | "editor"): Step[] {
  const done: Record<StepName, boolean> = {
    profile: records.percent >= ENOUGH_PERCENT,
    logo: !records.missing.includes("logo"),
    competence: !records.missing.includes("competences"),
    colleague: records.colleague,
    domain: records.domain,
    link: records.link,
    "second-factor": records.secondFactor,
    notices: records.notices,
  };
  return STEPS.filter((name) => {
    if (name === "colleague") return role === "owner";
    if (name === "domain") return role === "owner" && (records.ownDomain || records.domain);
    return true;
  }).map((name) => ({ name, done: done[name] }));
}
