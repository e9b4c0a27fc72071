import { plain } from "../mapping/words.ts";
import type { Entry } from "../rows/entry.ts";
import { type Candidate, referenceOf, splitPlace, vatKey } from "./match.ts";

/** Everybody a sheet may mean, found by name and number without looking at all of them. */
export class Directory {
  private readonly by = new Map<string, Candidate[]>();
  private readonly ids = new Set<string>();

  /** One that is known already stays as it is known: rows before may have changed it. */
  add(candidate: Candidate): void {
    if (candidate.id !== null && this.ids.has(candidate.id)) return;
    if (candidate.id !== null) this.ids.add(candidate.id);
    for (const name of namesOf(candidate)) this.by.set(name, [...(this.by.get(name) ?? []), candidate]);
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  near(entry: Entry): Candidate[] {
    const wanted =
      entry.kind === "organisations"
        ? namesOf({ ...NOBODY, ...entry.identity, id: entry.id ?? null })
        : entry.kind === "links"
          ? [...referred(entry.from), ...referred(entry.to)]
          : referred(entry.organisation);
    return [...new Set(wanted.flatMap((name) => this.by.get(name) ?? []))];
  }
}

type Named = Pick<Candidate, "id" | "name" | "shortName" | "vat" | "pic">;
const NOBODY: Named = { id: null, name: "", shortName: null, vat: null, pic: null };

const namesOf = ({ id, name, shortName, vat, pic }: Named): string[] => [
  ...(id === null ? [] : [`id ${id}`]),
  ...(plain(name) === "" ? [] : [`name ${plain(name)}`]),
  ...(shortName === null || shortName === undefined ? [] : [`name ${plain(shortName)}`]),
  ...(vat ? [`vat ${vatKey(vat)}`] : []),
  ...(pic ? [`pic ${pic}`] : []),
];

function referred(text: string): string[] {
  const { by, text: wanted } = referenceOf(text);
  const split = splitPlace(text);
  return [
    by === "name" ? `name ${plain(wanted)}` : `${by} ${wanted}`,
    ...(split ? [`name ${plain(split.name)}`] : []),
  ];
}
