import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Act, Feature } from "../../../access/feature.ts";
import type { FEATURES } from "../../../app/features.ts";
import { makeWorld, type PersonaName, type World } from "../../../app/testing/world.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { noticesFeature } from "../feature.ts";
import type { NewNotice } from "./notice.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const tell = (notice: Partial<NewNotice> & Pick<NewNotice, "to">, delivery = uuidv7()) =>
  world.job("notices.deliver", {
    notice: {
      clusterId: world.cluster.alpha,
      topic: "links",
      text: { en: "Something happened.", de: "Etwas ist geschehen." },
      href: "/clusters/alpha/links",
      ...notice,
    },
    delivery,
  });

const told = async (key: string) => {
  const rows = await world.house.gateway.system("looking", ({ db }) =>
    db.selectFrom("notice").select(["personId"]).where("key", "=", key).execute(),
  );
  const names = Object.entries(world.person).map(([name, id]) => [id, name] as const);
  return rows.map((row) => new Map(names).get(row.personId) as PersonaName).sort();
};

describe("a notice", () => {
  it("reaches whoever holds the role, and not the one who did it", async () => {
    await tell({ to: { organisation: world.organisation.anker }, key: "a" });
    await tell({
      to: { organisation: world.organisation.anker, roles: ["owner", "editor"] },
      except: world.person.owner,
      key: "b",
    });
    await tell({ to: { team: world.cluster.alpha }, key: "c" });
    await tell({ to: { person: world.person.customer }, key: "d" });
    expect([await told("a"), await told("b"), await told("c"), await told("d")]).toEqual([
      ["owner"],
      ["both", "editor"],
      ["facilitator", "manager"],
      ["customer"],
    ]);
  });
});
void (0 as unknown as Act | Feature | typeof FEATURES | typeof noticesFeature);
