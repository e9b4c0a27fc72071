import { type Atoms, type Settled, sensitive } from "./figures.ts";

/** A group of contributors of whom nothing may be told. */
export interface Target {
  atoms: Int32Array;
  because: "few" | "dominated";
  figure: number | null;
}

/**
 * What may not be worked out: figures that say too much, atoms that do, and pairs of atoms so small that both together still are too few.
 * Every sum of fewer contributors than the minimum that any reader could form is a sum of such atoms.
 */
export function targetsOf(atoms: Atoms, rules: Settled): Target[] {
  const targets: Target[] = [];
  const seen = new Set<string>();
  const add = (group: Int32Array, figure: number | null) => {
    const because = sensitive(atoms, group, rules);
    const key = group.toSorted().join(",");
    if (!because || seen.has(key)) return;
    seen.add(key);
    targets.push({ atoms: group, because, figure });
  };
  atoms.figures.forEach((group, figure) => {
    add(group, figure);
  });
  const small: number[] = [];
  for (let atom = 0; atom < atoms.sizes.length; atom++) {
    add(Int32Array.of(atom), null);
    if (atoms.sizes[atom]! < rules.minimum) small.push(atom);
  }
  const together = (group: number[], count: number, from: number) => {
    for (let i = from; i < small.length; i++) {
      const next = count + atoms.sizes[small[i]!]!;
      if (next >= rules.minimum) continue;
      const larger = [...group, small[i]!];
      if (larger.length > 1) add(Int32Array.from(larger), null);
      together(larger, next, i + 1);
    }
  };
  together([], 0, 0);
  return targets;
}
