import { randomUUID } from "node:crypto";
import type { OrganisationName, World } from "../../../app/testing/world.ts";

interface NeedOf {
  of: OrganisationName;
  title: string;
  text?: string;
  step?: "match" | "teaser" | "named" | "full";
  teaser?: string;
  wall?: OrganisationName[];
  visibility?: "public" | "peers" | "cluster" | "organisation";
  mediated?: boolean;
  across?: boolean;
  competences?: string[];
}

/** An open need as its owner would have said it, without the doors it usually comes through. */
export async function addNeed(world: World, need: NeedOf): Promise<string> {
  const { of, title, text = title, step = "full", wall = [], visibility = "cluster", ...rest } = need;
  const id = randomUUID();
  const clusterId = of === "fern" ? world.cluster.beta : world.cluster.alpha;
  const walls = wall.map((name) => world.organisation[name]);
  await world.house.gateway.system("a need for a test", async ({ db }) => {
    await db
      .insertInto("need")
      .values({
        ...rest,
        clusterId,
        id,
        organisationId: world.organisation[of],
        kind: "partner",
        intent: "joint-project",
        title,
        text,
        step,
        visibility,
        wall: walls,
        state: "open",
        openedAt: new Date(),
      })
      .execute();
    if (step === "teaser")
      await db
        .insertInto("needTeaser")
        .values({
          clusterId,
          needId: id,
          kind: "partner",
          intent: "joint-project",
          text: need.teaser!,
          language: "en",
          since: `${new Date().toISOString().slice(0, 7)}-01`,
          visibility: "cluster",
          wall: walls,
          across: need.across ?? false,
        })
        .execute();
  });
  return id;
}

/** An open offer of a member. */
export async function addOffer(
  world: World,
  offer: { of: OrganisationName; title: string; text?: string; wall?: OrganisationName[]; across?: boolean },
): Promise<string> {
  const { of, title, text = title, wall = [], across = false } = offer;
  const id = randomUUID();
  await world.house.gateway.system("an offer for a test", ({ db }) =>
    db
      .insertInto("offer")
      .values({
        clusterId: of === "fern" ? world.cluster.beta : world.cluster.alpha,
        id,
        organisationId: world.organisation[of],
        kind: "technology",
        intent: "licence",
        title,
        text,
        wall: wall.map((name) => world.organisation[name]),
        across,
        state: "open",
        openedAt: new Date(),
      })
      .execute(),
  );
  return id;
}
