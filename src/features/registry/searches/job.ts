import type { Job, JobHouse } from "../../../access/feature.ts";
import { notify } from "../../notices/feature.ts";
import { saySearch } from "./messages.ts";
import { MOST_WATCHED, type Result, resultsOf } from "./results.ts";
import { remembered, unseen } from "./seen.ts";
import { dueSearches, noteSeen, type SavedSearch, searchById, updateSearch } from "./store.ts";

const MOST_NAMED = 5;
const MOST_LETTERS = 300;

/** Looks whose turn it is, and asks each search in a job of its own: one that fails keeps nobody else waiting. */
export const askDue: Job = (_, house) =>
  house.system("whose saved searches are due", async (unit) => {
    for (const id of await dueSearches(unit.db, house.now()))
      await unit.enqueue("searches.ask", { id }, { key: `search:${id}` });
  });

/** Asks one search again with the eyes of whoever saved it, and tells them what they had not found before. */
export const askOne: Job = async ({ id }, house) => {
  const search = await house.system("a saved search", ({ db }) => searchById(db, String(id)));
  if (!search || search.alert === "off") return;
  const ctx = await house.as(search);
  const results = ctx && (await resultsOf(ctx, search.kind, search.query));
  if (!ctx || !results) return rest(house, search, "role");
  if (results.total > MOST_WATCHED) return rest(house, search, "many");
  const news = search.seen === null ? [] : unseen(search.id, results.ids, search.seen);
  const named = await results.name(news.slice(0, MOST_NAMED));
  await ctx.write(async (unit) => {
    const noted = await noteSeen(unit, search, {
      seen: remembered(search.id, results.ids, search.seen),
      askedAt: house.now(),
      paused: null,
      ...(news.length > 0 ? { alertedAt: house.now() } : {}),
    });
    if (!noted || named.length === 0) return;
    await notify(unit, {
      to: { person: search.personId, acting: search.acting },
      clusterId: search.clusterId,
      topic: "searches",
      text: {
        en: told(search.name, named, news.length, "en"),
        de: told(search.name, named, news.length, "de"),
      },
      // One result is gone to directly, several by the list.
      href: news.length === 1 ? named[0]!.href : `/searches/${search.id}/open`,
      links: news.length === 1 ? [] : named.map(({ name, href }) => ({ text: clean(name), href })),
    });
  });
};

const rest = (house: JobHouse, search: SavedSearch, paused: "role" | "many") =>
  house.system("a saved search that rests", async (unit) => {
    await updateSearch(unit, search.id, { paused, askedAt: house.now() });
  });

/** One sentence that names as many as it has room for. */
export function told(name: string, named: readonly Result[], count: number, locale: "en" | "de"): string {
  const say = saySearch(locale);
  for (let most = named.length; most > 0; most--) {
    const names = named.slice(0, most).map((result) => clean(result.name));
    const results = [names.join(", "), ...(most < count ? ["…"] : [])].join(", ");
    const sentence = say("told.new", { count, name: clean(name), results });
    if (sentence.length <= MOST_LETTERS) return sentence;
  }
  return say("told.new", { count, name: clean(name).slice(0, 80), results: "…" });
}

const clean = (text: string) => text.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, 120);
