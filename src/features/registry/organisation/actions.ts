import type { Context } from "../../../access/context.ts";
import type { Page } from "../../../kernel/page.ts";
import { endsById, type LinkRow, linksOf } from "../links/store.ts";
import { type FactRow, factsOf } from "./facts/store.ts";
import { type SimilarRow, similarTo } from "./similar.ts";
import * as store from "./store.ts";
import { askedAbout } from "./subject.ts";

export interface OrganisationFound {
  organisation: store.OrganisationRow;
  memberships: store.MembershipRow[];
  competences: store.CompetenceRow[];
  projects: store.ProjectRow[];
  partners: Page<store.PartnerRow>;
  similar: SimilarRow[];
  /** The similar ones are not in the cluster one is in. */
  similarElsewhere: boolean;
  links: LinkRow[];
  facts: FactRow[];
  /** Names of the organisations that walls speak of, by id; only for those who may edit. */
  walled: ReadonlyMap<string, string>;
}

const COMPETENCES = 18;
const PROJECTS = 6;
/** Eight in the list, the rest of them on the map. */
const PARTNERS = 40;
const SIMILAR = 6;
const LINKS = 50;

/** Everything the page of an organisation shows, as far as this asker may see, in one look at the database. */
export function readOrganisation(
  ctx: Context,
  slug: string,
  mayEdit: boolean,
): Promise<OrganisationFound | null> {
  const { actor } = ctx;
  const today = ctx.today();
  return ctx.read(async (db) => {
    const organisation = askedAbout(ctx, slug) ?? (await store.findOrganisation(db, actor, slug, today));
    if (!organisation) return null;
    const { id } = organisation;
    const facts = await factsOf(db, actor, id);
    const walls = mayEdit ? await endsById(db, actor, [...new Set(facts.flatMap((fact) => fact.wall))]) : [];
    const clusterId = ctx.cluster?.id ?? null;
    const similarHere = await similarTo(db, actor, organisation, { limit: SIMILAR, clusterId, today });
    const similarElsewhere = clusterId !== null && similarHere.length === 0;
    return {
      organisation,
      memberships: await store.membershipsOf(db, actor, id, today),
      competences: await store.competencesOf(db, id, COMPETENCES),
      projects: await store.projectsOf(db, actor, id, PROJECTS),
      partners: await store.partnersOf(db, actor, organisation, { limit: PARTNERS }),
      similar: similarElsewhere
        ? await similarTo(db, actor, organisation, { limit: SIMILAR, clusterId: null, today })
        : similarHere,
      similarElsewhere,
      links: await linksOf(db, actor, clusterId, id, LINKS),
      facts,
      walled: new Map(walls.map((wall) => [wall.id, wall.name])),
    };
  });
}

export function readPartners(
  ctx: Context,
  slug: string,
  stretch: { limit: number; cursor?: string | undefined },
): Promise<{ organisation: store.OrganisationRow; partners: Page<store.PartnerRow> } | null> {
  return ctx.read(async (db) => {
    const organisation =
      askedAbout(ctx, slug) ?? (await store.findOrganisation(db, ctx.actor, slug, ctx.today()));
    if (!organisation) return null;
    return { organisation, partners: await store.partnersOf(db, ctx.actor, organisation, stretch) };
  });
}
