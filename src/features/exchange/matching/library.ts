import { setImmediate } from "node:timers/promises";
import { TextIndex } from "@kontor/matching";
import { LRUCache } from "lru-cache";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import {
  answersSeen,
  closedProjectsOf,
  commonsEdition,
  type DocumentSeen,
  needsNamed,
  needsOpen,
  offersOf,
  openProjectsOf,
  profilesSeen,
  type Took,
  teasersOpen,
} from "./documents.ts";
import type { Eyes } from "./sources.ts";
import { textsOf } from "./texts.ts";

/**
 * The words of a cluster's documents, kept between questions. What an asker may use is asked of the database each time; only the
 * words of a text that did not change are not read again. So nothing here can be more open than the database is at this moment.
 */
interface Shelf {
  index: TextIndex;
  editions: Map<string, string>;
  /** The state of the commons that `projects` is of. */
  commons: string;
  /** Of what everybody sees, by organisation. */
  projects: Map<OrganisationId, readonly Took[]>;
}

const HOURS = 3_600_000;
const shelves = new LRUCache<string, Shelf>({ max: 24, ttl: 12 * HOURS });

export interface Read {
  index: TextIndex;
  documents: readonly DocumentSeen[];
}

/** Every document of these organisations that the asker sees, and these needs, with their words in the index. */
export async function readDocuments(
  db: Db,
  eyes: Eyes,
  organisations: readonly OrganisationId[],
  needs: readonly string[],
): Promise<Read> {
  const shelf = await shelfFor(db, eyes);
  const known = new Set(organisations);
  const said = [...(await profilesSeen(db, eyes)), ...(await offersOf(db, eyes))];
  const documents = [
    ...(await projectsSeen(db, eyes, shelf, organisations)),
    ...said.filter((one) => known.has(one.organisations[0]!)),
    ...(await answersSeen(db, eyes)).filter((one) => one.organisations.every((id) => known.has(id))),
    ...(await needsNamed(db, eyes, needs)).filter((one) => known.has(one.organisations[0]!)),
  ];
  await takeIn(db, eyes, shelf, documents);
  return { index: shelf.index, documents };
}

/** The needs of others that the asker knows, with their name or by their teaser. */
export async function readNeeds(db: Db, eyes: Eyes): Promise<Read> {
  const shelf = await shelfFor(db, eyes);
  const documents = [...(await needsOpen(db, eyes)), ...(await teasersOpen(db, eyes))];
  await takeIn(db, eyes, shelf, documents);
  return { index: shelf.index, documents };
}

async function shelfFor(db: Db, { clusterId, across }: Eyes): Promise<Shelf> {
  const commons = await commonsEdition(db);
  const name = [commons.split(":")[0], across ? "across" : clusterId].join(":");
  let shelf = shelves.get(name);
  if (!shelf) {
    shelf = { index: new TextIndex(), editions: new Map(), commons, projects: new Map() };
    shelves.set(name, shelf);
  }
  if (shelf.commons !== commons) {
    shelf.commons = commons;
    shelf.projects = new Map();
  }
  return shelf;
}

async function projectsSeen(
  db: Db,
  eyes: Eyes,
  shelf: Shelf,
  organisations: readonly OrganisationId[],
): Promise<DocumentSeen[]> {
  const { projects } = shelf;
  const missing = organisations.filter((id) => !projects.has(id));
  if (missing.length > 0) {
    const open = Map.groupBy(await openProjectsOf(db, eyes.actor, missing), (one) => one.organisationId);
    for (const id of missing) projects.set(id, open.get(id) ?? []);
  }
  const took = [
    ...organisations.flatMap((id) => projects.get(id) ?? []),
    ...(await closedProjectsOf(db, eyes, organisations)),
  ];
  return [...Map.groupBy(took, (one) => one.projectId)].map(([id, rows]) => ({
    id: `project:${id}`,
    kind: "project",
    edition: rows[0]!.edition,
    organisations: [...new Set(rows.map((row) => row.organisationId))],
    date: rows[0]!.date,
  }));
}

/** How many texts are taken in at a time, so that nobody else waits for long. */
const AT_ONCE = 100;

async function takeIn(db: Db, eyes: Eyes, shelf: Shelf, documents: readonly DocumentSeen[]): Promise<void> {
  const { index, editions } = shelf;
  const news = documents.filter((one) => editions.get(one.id) !== one.edition);
  for (let from = 0; from < news.length; from += AT_ONCE) {
    const some = news.slice(from, from + AT_ONCE);
    const texts = await textsOf(db, eyes, some);
    const textOf = new Map(texts.map(({ id, ...fields }) => [id, fields]));
    for (const { id, edition } of some) {
      const fields = textOf.get(id);
      // Gone in the meantime: an older edition of it must not stay.
      if (fields) index.put({ id, fields });
      else index.remove(id);
      editions.set(id, edition);
    }
    await setImmediate();
  }
}

/** The one thing a test of what is kept needs: an empty room. */
export const emptyShelves = (): void => shelves.clear();
