import { below, type Random, seeded } from "../src/meetings/random.ts";
import { assessTeam, proposeTeam, type TeamInput, type TeamRules } from "../src/teams/index.ts";
import { everyTeam } from "../src/teams/testing.ts";

const CALLS = 60;
const RULES: TeamRules = {
  mostSize: 8,
  leastCountries: 3,
  leastSmeShare: 0.3,
  kinds: [
    { kind: "university", least: 2 },
    { kind: "authority", least: 1 },
  ],
  mostCost: 200,
};
const FEW: TeamRules = {
  mostSize: 4,
  leastCountries: 2,
  leastSmeShare: 0.25,
  kinds: [{ kind: "university", least: 1 }],
  mostCost: 120,
};

/** Teams beside the best of all that are possible where those can be counted, beside the bound where not. */
export function benchTeams(): void {
  console.log(`\nTeams: ${CALLS} calls with 12 candidates, beside the best of all teams`);
  for (const [name, branches] of [
    ["greedy, repaired and exchanged", 0],
    ["with branch and bound", 2000],
  ] as const) {
    const shares = Array.from({ length: CALLS }, (_, seed) =>
      besideTheBest(aCall(12, 6, seed + 1, FEW), branches),
    );
    const found = shares.filter((share) => share !== null);
    const mean = found.reduce((sum, share) => sum + share, 0) / found.length;
    console.log(
      `    ${name}: ${percent(mean)} on average, ${percent(Math.min(...found))} at worst, ${found.length} of ${CALLS} calls have a team`,
    );
  }
  console.log("\nTeams: beside the bound");
  for (const [candidates, competences] of [
    [200, 8],
    [200, 20],
    [1000, 12],
  ] as const) {
    for (const branches of [0, 2000]) benchLarge(candidates, competences, branches);
  }
}

function benchLarge(candidates: number, competences: number, branches: number) {
  const call = aCall(candidates, competences, 1, RULES);
  const started = performance.now();
  const team = proposeTeam(call, { branches });
  const milliseconds = performance.now() - started;
  console.log(
    `    ${candidates} candidates, ${competences} competences, ${branches} branches: ${Math.round(milliseconds)} ms, covers ${percent(team.value)}, at least ${percent(team.share ?? 0)} of the best possible`,
  );
}

function besideTheBest(call: TeamInput, branches: number): number | null {
  let best: number | null = null;
  for (const members of everyTeam(call)) {
    const { rules, value } = assessTeam(call, members, 0);
    if (rules.every(({ isMet }) => isMet)) best = Math.max(best ?? 0, value);
  }
  const team = proposeTeam(call, { branches, leastContribution: 0 });
  if (best === null) return null;
  return team.keepsRules ? team.value / best : 0;
}

function aCall(candidates: number, competences: number, seed: number, rules: TeamRules): TeamInput {
  const random = seeded(seed);
  return {
    competences: Array.from({ length: competences }, (_, c) => ({
      id: `c${c}`,
      weight: 1 + below(random, 3),
    })),
    candidates: Array.from({ length: candidates }, (_, i) => ({
      id: `x${i}`,
      competences: Object.fromEntries(
        Array.from({ length: 1 + below(random, 4) }, () => [
          `c${below(random, competences)}`,
          0.2 + 0.8 * random(),
        ]),
      ),
      relevance: random(),
      cost: 10 + below(random, 40),
      country: one(random, ["DE", "DE", "DE", "PL", "DK", "SE"]),
      kind: one(random, ["company", "company", "university", "authority"]),
      isSme: random() < 0.4,
    })),
    rules,
  };
}

const one = (random: Random, words: readonly string[]): string => words[below(random, words.length)]!;

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
