import type { Context as HonoContext } from "hono";
import type { Desk } from "../../access/route.ts";
import { addAccount } from "../accounts/add-account.ts";
import type { House } from "../house.ts";
import { actAs } from "./visit.ts";

export const deskOf = (house: House, http: HonoContext, address: string): Desk => ({
  signIn: (email, password) => house.auth.signIn(email, password, http.req.raw.headers),
  signOut: () => house.auth.signOut(http.req.raw.headers),
  addAccount: (person) => addAccount(house, { ...person, operator: false }),
  address,
  routes: () =>
    house.features.flatMap((feature) => feature.routes.map((route) => ({ feature: feature.name, route }))),
  demoLogins: house.settings.demoLogins,
  mail: house.settings.mail.kind,
  version: house.settings.version,
  engine: house.engine,
  as: actAs(house, { door: "page", address }),
});
