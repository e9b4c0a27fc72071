import { type Draft, ROUNDING } from "./draft.ts";
import type { RuleState } from "./input.ts";
import type { TeamModel } from "./model.ts";

/** Every rule that was given, with what a team has. Size is always one. */
export function ruleStates(draft: Draft): RuleState[] {
  const { model, members } = draft;
  const { rules, candidates, cost } = model;
  const states: RuleState[] = [
    {
      name: "size",
      rule: "size",
      have: draft.size,
      least: rules.leastSize,
      most: rules.mostSize,
      isMet: draft.size >= rules.leastSize && draft.size <= rules.mostSize,
    },
  ];
  const names = (of: Int32Array, name: (i: number) => string | undefined) => [
    ...new Set(members.filter((i) => of[i]! >= 0).map((i) => name(i)!)),
  ];
  if (rules.leastCountries !== undefined) {
    const have = names(model.country, (i) => candidates[i]!.country);
    states.push({
      name: "countries",
      rule: "countries",
      have: have.length,
      least: rules.leastCountries,
      names: have,
      isMet: have.length >= rules.leastCountries,
    });
  }
  if (rules.leastRegions !== undefined) {
    const have = names(model.region, (i) => candidates[i]!.region);
    states.push({
      name: "regions",
      rule: "regions",
      have: have.length,
      least: rules.leastRegions,
      names: have,
      isMet: have.length >= rules.leastRegions,
    });
  }
  if (rules.leastSmeShare !== undefined) {
    const have = draft.size > 0 ? draft.smes / draft.size : 0;
    const isMet = draft.smes >= rules.leastSmeShare * draft.size - 1e-9;
    states.push({ name: "sme-share", rule: "sme-share", have, least: rules.leastSmeShare, isMet });
  }
  states.push(...kindStates(draft));
  if (rules.mostCost !== undefined) {
    const isMet = draft.cost <= rules.mostCost * ROUNDING;
    states.push({ name: "cost", rule: "cost", have: draft.cost, most: rules.mostCost, isMet });
  }
  if (rules.mostCostPerPartner !== undefined) {
    const most = rules.mostCostPerPartner;
    const dear = idsOf(
      model,
      members.filter((i) => cost[i]! > most),
    );
    states.push({
      name: "partner-cost",
      rule: "partner-cost",
      candidates: dear,
      most,
      isMet: dear.length === 0,
    });
  }
  states.push(...namedStates(draft));
  return states;
}

function kindStates({ model, perKind, costPerKind }: Draft): RuleState[] {
  return (model.rules.kinds ?? []).flatMap(({ kind, least = 0, most, mostCost }) => {
    const k = model.kinds.indexOf(kind);
    const have = perKind[k]!;
    const states: RuleState[] = [];
    if (least > 0 || most !== undefined) {
      const isMet = have >= least && have <= (most ?? Number.POSITIVE_INFINITY);
      states.push({ name: `kind ${kind}`, rule: "kind", kind, have, least, most: most ?? null, isMet });
    }
    if (mostCost !== undefined) {
      const isMet = costPerKind[k]! <= mostCost * ROUNDING;
      states.push({
        name: `kind-cost ${kind}`,
        rule: "kind-cost",
        kind,
        have: costPerKind[k]!,
        most: mostCost,
        isMet,
      });
    }
    return states;
  });
}

function namedStates({ model, members }: Draft): RuleState[] {
  const { rules, at } = model;
  const isIn = (id: string) => members.includes(at.get(id)!);
  const states: RuleState[] = (rules.rivals ?? []).map((between) => ({
    name: `rivals ${between.join(" ")}`,
    rule: "rivals",
    between,
    isMet: !between.every(isIn),
  }));
  if (rules.include && rules.include.length > 0) {
    const missing = rules.include.filter((id) => !isIn(id));
    states.push({ name: "include", rule: "include", candidates: missing, isMet: missing.length === 0 });
  }
  if (rules.exclude && rules.exclude.length > 0) {
    const unwanted = rules.exclude.filter(isIn);
    states.push({ name: "exclude", rule: "exclude", candidates: unwanted, isMet: unwanted.length === 0 });
  }
  return states;
}

const idsOf = (model: TeamModel, members: readonly number[]) => members.map((i) => model.candidates[i]!.id);

export const keepsRules = (draft: Draft): boolean => ruleStates(draft).every(({ isMet }) => isMet);
