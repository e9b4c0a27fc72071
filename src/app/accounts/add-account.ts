import type { PersonId } from "../../kernel/actor.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { House } from "../house.ts";

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  locale: Locale;
  operator: boolean;
  /** `false` where nobody has answered a letter to the address yet. */
  verified?: boolean;
}

/** A person who can sign in. An account left over from an addition that was cut short is made anew. */
export async function addAccount(house: House, person: NewAccount): Promise<PersonId> {
  const email = person.email.toLowerCase();
  const known = await house.gateway.system("adding an account", ({ db }) =>
    db.selectFrom("person").select("id").where("email", "=", email).executeTakeFirst(),
  );
  if (known) return known.id;
  const id = uuidv7();
  await house.auth.removeByEmail(email);
  await house.auth.add(id, person.name, email, person.password, person.verified ?? true);
  await house.gateway.system("adding an account", async ({ db, audit }) => {
    await db
      .insertInto("person")
      .values({ id, name: person.name, email, locale: person.locale, operator: person.operator })
      .execute();
    audit({
      action: "person.add",
      subjectKind: "person",
      subjectId: id,
      after: { operator: person.operator },
    });
  });
  return id;
}
