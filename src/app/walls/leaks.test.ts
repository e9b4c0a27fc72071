import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FEATURES } from "../features.ts";
import { addressesOf } from "../testing/addresses.ts";
import { makeWorld, type PERSONA_NAMES, SECRETS, type World } from "../testing/world.ts";

/** Which of the secret words each person may come across; every other one is a leak, wherever it stands. */
const MAY_READ = {
  stranger: ["public"],
  applicant: ["public"],
  operator: ["public"],
  elsewhere: ["public", "beta"],
  authority: ["public", "peers"],
  rival: ["public", "peers", "cluster"],
  manager: [
    "public",
    "peers",
    "cluster",
    "walled",
    "walledLink",
    "hiddenMember",
    "note",
    "label",
    "ownField",
  ],
  // Checks what was done; what the team keeps for itself is not for checking.
  auditor: ["public", "peers", "cluster", "walled", "walledLink", "hiddenMember"],
  reader: ["public", "peers", "cluster", "organisation", "walled", "walledLink", "hiddenMember"],
} satisfies Partial<Record<(typeof PERSONA_NAMES)[number], (keyof typeof SECRETS)[]>>;
const READERS = Object.keys(MAY_READ) as (keyof typeof MAY_READ)[];

const isList = (address: string) =>
  /(organisations|network|projects|links|facts|notes|labels|fields|searches)$/.test(address);

/** Many of its pages are lists of something: each is asked for its file. */
const OF_THE_EXCHANGE =
  /^\/clusters\/[^/]+\/(needs|offers|matches|releases|introductions|campaigns|exchange|events)(\/|$)/;

/** Each list also in its other forms. */
function formsOf(address: string): string[] {
  if (!isList(address)) return OF_THE_EXCHANGE.test(address) ? ["", "?format=csv"] : [""];
  if (address.startsWith("/api/")) return ["", "?limit=200"];
  if (address.endsWith("network")) return ["", "?with=partners", "?format=graphml", "?format=csv"];
  if (address.endsWith("organisations"))
    return ["", "?format=csv", "?view=table", "?view=map", "?limit=200", "?sort=name", "?lang=de"];
  return ["", "?format=csv", "?limit=200"];
}

/** A list is also asked for the beginning of each secret: the word itself must not come back. */
const asksFor = (address: string, word: string) =>
  isList(address) ? [`?query=${encodeURIComponent(word.slice(0, -1))}`] : [];

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

describe("what one may not see", () => {
  it.each(READERS)(
    "stands on no page, in no answer, search, export or graph of %s",
    async (persona) => {
      const visit = await world.as(persona);
      const hidden = (Object.keys(SECRETS) as (keyof typeof SECRETS)[]).filter(
        (key) => !(MAY_READ[persona] as string[]).includes(key),
      );
      const addresses = FEATURES.flatMap((feature) => feature.routes)
        .filter((route) => route.method === "GET")
        .flatMap((route) => addressesOf(route, world));
      let looked = 0;
      const look = async (address: string) => {
        const searches = hidden.flatMap((key) => asksFor(address, SECRETS[key]));
        for (const form of [...formsOf(address), ...searches]) {
          const answer =
            address.startsWith("/api/") && persona !== "operator"
              ? await visit.api("GET", address + form)
              : await visit.get(address + form);
          if (answer.status !== 200) continue;
          looked += 1;
          const text = answer.text.toLowerCase();
          for (const key of hidden) {
            // That the firm exists is public; that it belongs to this cluster is not.
            if (key === "hiddenMember" && !address.includes("/clusters/")) continue;
            const word = SECRETS[key].toLowerCase();
            expect([persona, address + form, word, text.includes(word)]).toEqual([
              persona,
              address + form,
              word,
              false,
            ]);
          }
        }
      };
      // A few at once: the house and its database have a core each.
      const left = [...addresses];
      const looker = async () => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) await look(next);
      };
      await Promise.all([looker(), looker(), looker()]);
      expect(looked).toBeGreaterThan(20);
    },
    400_000,
  );

  it("stays in its cluster although one account is at home in two", async () => {
    const seen = async (actingFor: "anker" | "fern") => {
      const visit = await world.as("both", actingFor);
      const alpha = (await visit.get("/clusters/alpha/organisations/anker")).text;
      const beta = (await visit.get("/clusters/beta/organisations/fern")).text;
      return [alpha.includes(SECRETS.cluster), beta.includes(SECRETS.beta)];
    };
    expect(await seen("anker")).toEqual([true, false]);
    expect(await seen("fern")).toEqual([false, true]);
  });

  it("is there for those who may, so that the search above looks in the right places", async () => {
    const owner = await world.as("owner");
    const page = (await owner.get("/clusters/alpha/organisations/anker")).text.toLowerCase();
    for (const key of ["public", "peers", "cluster", "organisation", "private", "walled"] as const)
      expect(page).toContain(SECRETS[key]);
    const rival = (await (await world.as("rival")).get("/clusters/alpha/organisations/anker")).text;
    expect(rival).toContain(SECRETS.cluster);
    expect(rival).not.toContain(SECRETS.walled);
  });
});
