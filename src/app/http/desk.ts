import type { Context as HonoContext } from "hono";
import type { Desk } from "../../access/route.ts";
import { accountsOf, stepOf } from "../accounts/accounts.ts";
import { addAccount } from "../accounts/add-account.ts";
import { withAddress } from "../accounts/auth.ts";
import type { House } from "../house.ts";
import { makeOutside } from "../outside/outside.ts";
import { actAs } from "./visit.ts";

export const deskOf = (house: House, http: HonoContext, address: string): Desk => ({
  signIn: async (email, password) => {
    const setCookies = await house.auth.signIn(email, password, withAddress(http.req.raw.headers, address));
    return setCookies && { step: stepOf(setCookies), setCookies };
  },
  signOut: () => house.auth.signOut(http.req.raw.headers),
  accounts: accountsOf(house, http, address),
  addAccount: (person) => addAccount(house, { ...person, operator: false }),
  address,
  routes: () =>
    house.features.flatMap((feature) => feature.routes.map((route) => ({ feature: feature.name, route }))),
  demoLogins: house.settings.demoLogins,
  mail: house.settings.mail.kind,
  version: house.settings.version,
  engine: house.engine,
  outside: makeOutside({ allowed: house.settings.outside ?? [] }),
  as: actAs(house, { door: "page", address }),
});
