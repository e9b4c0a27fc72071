import type { Context } from "../../../../access/context.ts";
import type { FactRow } from "../facts/store.ts";
import { factsOf } from "../facts/store.ts";
import { competencesOf, findOrganisation, type OrganisationRow } from "../store.ts";
import { type Completeness, completeness, partsOf } from "./completeness.ts";
import type { Levels } from "./levels.ts";
import * as store from "./store.ts";
import { touchProfile } from "./touch.ts";

export interface ProfileFound {
  organisation: OrganisationRow;
  facts: FactRow[];
  levels: Levels;
  complete: Completeness;
}

/** The profile as somebody keeps it: every item they see, how complete it is, who sees what is added. */
export async function readProfile(ctx: Context, slug: string): Promise<ProfileFound | null> {
  return ctx.read(async (db) => {
    const organisation = await findOrganisation(db, ctx.actor, slug, ctx.today());
    if (!organisation || !ctx.cluster) return null;
    const facts = await factsOf(db, ctx.actor, organisation.id);
    const derived = await competencesOf(db, organisation.id, 1);
    return {
      organisation,
      facts,
      levels: await store.levelsOf(db, ctx.cluster.id, organisation.id),
      complete: howComplete(organisation, facts, derived.length > 0),
    };
  });
}

export const howComplete = (
  organisation: OrganisationRow,
  facts: readonly Pick<FactRow, "field">[],
  derivedCompetences: boolean,
): Completeness =>
  completeness(
    organisation.kind,
    partsOf({
      ...organisation,
      fields: new Set(facts.map((fact) => fact.field)),
      derivedCompetences,
      logo: organisation.logo !== null,
    }),
  );

/** Notes that what the asker sees of it is still true: all of it, or one item. Who said it and when stays as it was. */
export async function stillTrue(ctx: Context, organisationId: string, id?: string): Promise<number> {
  const clusterId = ctx.cluster!.id;
  return ctx.write(async (unit) => {
    const checked = await store.checkFacts(unit, ctx.actor, { clusterId, organisationId, id, at: ctx.now() });
    if (checked.length === 0 && id !== undefined) return 0;
    await touchProfile(unit, organisationId, ctx.now());
    unit.audit({
      action: "profile.still-true",
      subjectKind: "organisation",
      subjectId: organisationId,
      after: { facts: checked },
    });
    return checked.length;
  });
}

export async function changeLevels(ctx: Context, organisationId: string, levels: Levels): Promise<void> {
  const clusterId = ctx.cluster!.id;
  const before = await ctx.read((db) => store.levelsOf(db, clusterId, organisationId));
  await ctx.write(async (unit) => {
    await store.saveLevels(unit, clusterId, organisationId, levels);
    unit.audit({
      action: "profile.levels",
      subjectKind: "organisation",
      subjectId: organisationId,
      before,
      after: levels,
    });
  });
}
