import type { Consortia } from "./data.ts";
import { indexOf, profileIndex, type Ranker, textOf } from "./tracks.ts";

/** The same list for everybody: by number of projects. */
export function popularity({ orgs }: Consortia): Ranker {
  const order = [...orgs].sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  return () => order;
}

/** One text per organisation, made of all its projects, found by BM25. */
export function profiles(data: Consortia): Ranker {
  const index = profileIndex(data);
  const limit = index.size;
  return (query) => index.search(Object.values(textOf(query)).join("\n"), { limit }).map(({ id }) => id);
}

/** Each organisation by the project of its own that resembles the query most: cosine of TF-IDF, then popularity. */
export function projects({ docs, orgs }: Consortia): Ranker {
  const index = indexOf(docs);
  return (query) => {
    const scores = index.scores(textOf(query), { scoring: "cosine" });
    const best = new Map(
      orgs.map((org) => [org.id, Math.max(...org.docs.map((doc) => scores[index.slotOf(doc)]!))]),
    );
    return [...orgs].sort((a, b) => best.get(b.id)! - best.get(a.id)! || b.n - a.n).map(({ id }) => id);
  };
}

/** The projects that resemble the query most vote for those in them, with the squares of their cosines. */
export function votes({ docs, orgs }: Consortia): Ranker {
  const index = indexOf(docs);
  const members = new Map<string, string[]>(docs.map(({ id }) => [id, []]));
  for (const org of orgs) for (const doc of org.docs) members.get(doc)?.push(org.id);
  return (query) => {
    const sums = new Map<string, number>();
    for (const { id, score } of index.search(textOf(query), { scoring: "cosine", limit: 200 })) {
      for (const org of members.get(id)!) sums.set(org, (sums.get(org) ?? 0) + score * score);
    }
    return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
  };
}
