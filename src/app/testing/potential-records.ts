import { innovationPotential } from "../../features/potential/feature.ts";
import type { Db } from "../../kernel/gateway.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import type { OrganisationName } from "./people.ts";

interface Ids {
  cluster: Record<"alpha" | "beta", string>;
  organisation: Record<OrganisationName, string>;
}

/** A firm that was asked and has begun to answer, and a platform it uses without telling: both hold a word that is its own. */
export async function fillPotential(
  db: Db,
  { cluster, organisation }: Ids,
  secret: string,
): Promise<Record<string, string>> {
  const id = {
    assessmentRound: uuidv7(),
    assessment: uuidv7(),
    platform: uuidv7(),
    platformUse: uuidv7(),
  };
  const asked = { clusterId: cluster.alpha, organisationId: organisation.anker };
  await db
    .insertInto("assessmentRound")
    .values({
      ...{ clusterId: cluster.alpha, id: id.assessmentRound, about: "member", due: "2099-12-31" },
      ...{ questionnaire: "innovation-potential", questionnaireVersion: 1 },
      content: JSON.stringify(innovationPotential),
      openedAt: new Date("2026-01-01T00:00:00Z"),
    })
    .execute();
  await db
    .insertInto("assessment")
    .values({ ...asked, id: id.assessment, roundId: id.assessmentRound })
    .execute();
  await db
    .insertInto("assessmentAnswer")
    .values({
      ...{ ...asked, assessmentId: id.assessment, question: "obstacle" },
      ...{ value: JSON.stringify(`Only ${secret}`), evidence: "" },
    })
    .execute();
  await db
    .insertInto("platform")
    .values({
      ...{ clusterId: cluster.alpha, id: id.platform, name: "Hafenportal", area: "collaboration" },
      ...{ level: "operations", scale: "local", side: "outer" },
    })
    .execute();
  await db
    .insertInto("platformUse")
    .values({
      ...{ ...asked, id: id.platformUse, platformId: id.platform, process: "logistics" },
      visibility: "organisation",
    })
    .execute();
  return id;
}
