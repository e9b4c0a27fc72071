import type { Context } from "../access/context.ts";
import type { House } from "../app/house.ts";
import { jobHouse } from "../app/jobs.ts";

/** Somebody of the team of a cluster, in whose name a command acts; `null` where they hold no office there. */
export async function teamContext(house: House, slug: string, email: string): Promise<Context | null> {
  const cluster = await house.clusters.bySlug(slug);
  const found = await house.gateway.system("who imports", ({ db }) =>
    db.selectFrom("person").select("id").where("email", "=", email.toLowerCase()).executeTakeFirst(),
  );
  if (!cluster || !found) return null;
  const identity = await house.rolesOf(found.id, house.now().toISOString().slice(0, 10));
  const office = identity?.offices.find((held) => held.clusterId === cluster.id);
  return office
    ? jobHouse(house, "command").as({
        personId: found.id,
        acting: `office:${office.id}`,
        clusterId: cluster.id,
      })
    : null;
}

export function valueAfter(args: readonly string[], flag: string): string | undefined {
  const at = args.indexOf(flag);
  return at < 0 ? undefined : args[at + 1];
}
