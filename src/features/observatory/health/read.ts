import { createHash } from "node:crypto";
import type { Db } from "../../../kernel/gateway.ts";
import { type Eyes, links, members, withVisibleEvidence } from "../../network/feature.ts";
import type { HealthNetwork } from "./graph.ts";
import type { Grounds } from "./measures/introductions.ts";
import type { Traits } from "./measures/picture.ts";
import { sectionOf } from "./sections.ts";
import { type CompetenceOf, clusterRegions, competencesOf, placesOf, wallsOf } from "./store.ts";

/** The members of today and the links between them, as far as these eyes see. */
export async function readNetwork(
  db: Db,
  sees: Eyes,
  clusterId: string,
  today: string,
): Promise<HealthNetwork> {
  const inside = await members(db, sees, clusterId, today);
  const insideIds = inside.map((actor) => actor.id);
  const found = await withVisibleEvidence(db, sees, await links(db, sees, clusterId, insideIds, []));
  const places = await placesOf(db, sees, insideIds);
  const regions = await clusterRegions(db, clusterId);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const at = new Map(insideIds.map((id, i) => [id, i]));
  return {
    regions,
    actors: inside.map((actor) => {
      const place = placeOf.get(actor.id);
      return {
        id: actor.id,
        slug: actor.slug,
        name: actor.name,
        shortName: actor.shortName,
        kind: actor.kind,
        city: actor.city,
        country: actor.country,
        nuts: place?.nuts ?? null,
        lat: place?.lat ?? null,
        lon: place?.lon ?? null,
        sector: sectionOf(place?.industries ?? []),
      };
    }),
    links: found.map((link) => ({
      id: link.id,
      from: at.get(link.fromId)!,
      to: at.get(link.toId)!,
      strength: link.strength,
      since: link.since,
      until: link.until,
    })),
  };
}

/** Two networks of one digest have the same figures: nothing else goes into them but what everybody may know of an actor. */
export function digestOf({ actors, links: found, regions }: HealthNetwork, year: number): string {
  const hash = createHash("sha256").update(`${year} ${regions.join()}\n`);
  for (const { id, kind, nuts, country, lat, lon, sector } of actors)
    hash.update(`${id} ${kind} ${nuts} ${country} ${lat} ${lon} ${sector}\n`);
  for (const { id, from, to, strength, since, until } of found)
    hash.update(`${id} ${from} ${to} ${strength} ${since} ${until}\n`);
  return hash.digest("hex");
}

/** What the measures ask of actors beyond the graph. */
export interface Beside {
  traits: Traits;
  grounds: Grounds;
}

export async function readBeside(
  db: Db,
  sees: Eyes,
  clusterId: string,
  network: HealthNetwork,
): Promise<Beside> {
  const { actors } = network;
  const found = await competencesOf(
    db,
    actors.map(({ id }) => id),
  );
  const walls = await wallsOf(db, sees, clusterId);
  const byActor = Map.groupBy(found, (competence) => competence.organisationId);
  const ofActor = (id: string) => byActor.get(id) ?? [];
  return {
    traits: {
      kind: actors.map(({ kind }) => kind),
      field: actors.map(({ id }) => fieldOf(ofActor(id))),
      sector: actors.map(({ sector }) => sector),
    },
    grounds: {
      competences: actors.map(({ id }) =>
        ofActor(id)
          .filter(({ direct, depth }) => direct && depth > 2)
          .map(({ code }) => code),
      ),
      walled: (a, b) => {
        const [one, other] = [actors[a]!.id, actors[b]!.id];
        return Boolean(walls.get(one)?.includes(other) || walls.get(other)?.includes(one));
      },
    },
  };
}

/** The field of science most of its projects were in. */
function fieldOf(competences: readonly CompetenceOf[]): string | null {
  const fields = competences.filter(({ depth }) => depth === 2);
  const best = fields.toSorted((a, b) => b.projects - a.projects || (a.code < b.code ? -1 : 1))[0];
  return best?.code ?? null;
}
