import { type Ranked, shareExposure } from "@kontor/matching";
import { sql } from "kysely";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { isConfidential } from "../needs/rules.ts";
import { GOOD, type Matchable } from "./found.ts";
import type { Candidate } from "./sources.ts";

/** The places of a list that are shared out, and how far below somebody may stand to come up. */
const PLACES = 20;
const REACH = 40;
/** Newcomers and small firms get at least this part of them, if no more than so much of the fit is lost by it. */
const SHARE = 0.2;
const LOSS = 0.05;
/** For so long somebody is a newcomer, and suggestions are remembered. */
const NEW_DAYS = 365;
const REMEMBERED_DAYS = 180;

/**
 * The list with a fair share for newcomers and small firms; of two that fit about alike, who was suggested less goes first. What is
 * suggested for needs in confidence counts nowhere: nobody's place may tell of them.
 */
export async function fairShare(
  db: Db,
  { need, today, shown }: { need: Matchable; today: string; shown: ReadonlyMap<OrganisationId, number> },
  ranked: readonly Ranked[],
  candidates: ReadonlyMap<OrganisationId, Candidate>,
): Promise<Ranked[]> {
  const { rows } = await sql<{ organisationId: OrganisationId; shown: number }>`
    select organisation_id, shown from suggestions_open(${daysBefore(today, REMEMBERED_DAYS)}::timestamptz)`.execute(
    db,
  );
  const exposure = new Map(rows.map((row) => [row.organisationId, row.shown]));
  // That they were shown for this very need must not push them down its list the next time.
  if (countsOpenly(need))
    for (const [organisation, place] of shown)
      if (place <= 5) exposure.set(organisation, Math.max(0, (exposure.get(organisation) ?? 0) - 1));
  const newSince = daysBefore(today, NEW_DAYS);
  // A share among those who fit: being small is no answer to a need.
  const good = new Set(ranked.filter(({ score }) => score >= GOOD).map(({ organisation }) => organisation));
  const { list } = shareExposure(
    ranked.slice(0, REACH).map((one) => ({ ...one })),
    {
      favoured: (id) => good.has(id) && isFavoured(candidates.get(id), newSince),
      exposure,
      share: SHARE,
      loss: LOSS,
      limit: PLACES,
    },
  );
  const placed = new Set(list.map(({ organisation }) => organisation));
  return [...list, ...ranked.filter(({ organisation }) => !placed.has(organisation))];
}

const isFavoured = (one: Candidate | undefined, newSince: string) =>
  one !== undefined &&
  (one.sizeClass === "micro" ||
    one.sizeClass === "small" ||
    one.sizeClass === "sme" ||
    (one.since !== null && one.since >= newSince));

/** As `suggestions_open` counts in the database. */
const countsOpenly = ({ step, visibility, wall }: Matchable) =>
  !isConfidential({ step }) && visibility !== "organisation" && wall.length === 0;

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
