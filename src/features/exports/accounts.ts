import type { Job } from "../../access/feature.ts";
import { personOfNobody } from "./erase.ts";

/** For people who came along with a cluster: who has an account by now keeps it. */
export const openAccounts: Job = async (payload, { system, accounts }) => {
  const { people } = payload as { people: string[] };
  const found = await system("accounts for people who came along", ({ db }) =>
    db.selectFrom("person").select(["id", "name", "email"]).where("id", "in", people).execute(),
  );
  for (const person of found) if (!personOfNobody(person)) await accounts.open(person);
};

/** From the moment the rows of a person are gone nobody signs in with the account; it goes right after. */
export const closeAccount: Job = async (payload, { accounts }) =>
  accounts.close((payload as { personId: string }).personId);
