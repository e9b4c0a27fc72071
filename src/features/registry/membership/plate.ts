import { daily, membershipActs } from "./renewal.ts";

/** What membership does by itself and from letters. */
export const membershipPlate = {
  jobs: { "membership.daily": daily },
  recurring: { "membership.daily": "40 4 * * *" },
  acts: membershipActs,
};
