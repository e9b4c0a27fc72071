import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { addAccount } from "../app/accounts/add-account.ts";
import { MAX_PASSWORD, MIN_PASSWORD } from "../app/accounts/auth.ts";
import { confirmLetter, restore, suspend } from "../features/accounts/feature.ts";
import { erasePerson } from "../features/exports/feature.ts";
import { isLocale } from "../kernel/locale.ts";
import { type Command, withHouse } from "./command.ts";

const USAGE = `kontor user add EMAIL NAME [--operator] [--language en|de] [--password-stdin]
kontor user suspend EMAIL
kontor user restore EMAIL
kontor user erase EMAIL --yes
Without --password-stdin a password is made and printed once.`;

export const userCommand: Command = async (args, config) => {
  const [first, whom, ...more] = args;
  if ((first === "suspend" || first === "restore") && whom && more.length === 0)
    return decide(config, first, whom.toLowerCase());
  if (first === "erase" && whom && more.join() === "--yes") return forget(config, whom.toLowerCase());
  const flags = args.filter((arg) => arg.startsWith("--"));
  const language = valueAfter(args, "--language") ?? "en";
  const words = args.filter((arg, i) => !arg.startsWith("--") && args[i - 1] !== "--language");
  const [verb, email, ...name] = words;
  if (verb !== "add" || !email || name.length === 0 || !isLocale(language)) {
    console.error(USAGE);
    return 1;
  }
  if (!z.email().safeParse(email).success) {
    console.error(`"${email}" is not an e-mail address.`);
    return 1;
  }
  const given = flags.includes("--password-stdin") ? (await text(process.stdin)).replace(/\r?\n$/, "") : null;
  if (given !== null && (given.length < MIN_PASSWORD || given.length > MAX_PASSWORD)) {
    console.error(`A password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters.`);
    return 1;
  }
  const password = given ?? randomBytes(12).toString("base64url");

  return withHouse(config, async (house) => {
    const known = await house.gateway.system("adding an account", ({ db }) =>
      db.selectFrom("person").select("id").where("email", "=", email.toLowerCase()).executeTakeFirst(),
    );
    if (known) {
      console.error(`${email} has an account already; nothing was changed.`);
      return 1;
    }
    const person = { email: email.toLowerCase(), name: name.join(" "), locale: language };
    const id = await addAccount(house, {
      ...person,
      password,
      operator: flags.includes("--operator"),
      verified: false,
    });
    // Typed by somebody else: that it is theirs shows when its letter is answered.
    await house.gateway.system("adding an account", (unit) =>
      confirmLetter(unit, { ...person, id }, { now: house.now(), publicUrl: house.settings.publicUrl }),
    );
    console.log(
      given === null ? `${email} can sign in. Password (shown once): ${password}` : `${email} can sign in.`,
    );
    return 0;
  });
};

const decide = (config: Parameters<Command>[1], act: "suspend" | "restore", email: string) =>
  withHouse(config, async ({ gateway, auth, now }) => {
    const person = await gateway.system("whose address this is", ({ db }) =>
      db.selectFrom("person").select("id").where("email", "=", email).executeTakeFirst(),
    );
    if (!person) {
      console.error(`Nobody here has the address ${email}.`);
      return 1;
    }
    const bouncer = { system: gateway.system, now, endSessions: (id: string) => auth.endSessions(id) };
    if (!(await (act === "suspend" ? suspend : restore)(bouncer, person.id))) {
      console.error(
        `${email} is ${act === "suspend" ? "suspended already" : "not suspended"}; nothing was changed.`,
      );
      return 1;
    }
    await gateway.system(`user ${act}`, async ({ audit }) =>
      audit({ action: `person.${act}`, subjectKind: "person", subjectId: person.id }),
    );
    console.log(
      act === "suspend"
        ? `${email} is suspended: sessions, tokens and feeds stopped.`
        : `${email} can sign in again.`,
    );
    return 0;
  });

/** At the person's own wish: what is theirs goes for good, what they did for others stays without their name. */
const forget = (config: Parameters<Command>[1], email: string) =>
  withHouse(config, async ({ gateway, auth, now }) => {
    const erased = await gateway.system("a person asked to be forgotten", async (unit) => {
      const person = await unit.db
        .selectFrom("person")
        .select("id")
        .where("email", "=", email)
        .executeTakeFirst();
      return person
        ? { ...person, ...(await erasePerson(unit, person.id, now().toISOString().slice(0, 10))) }
        : null;
    });
    if (!erased?.ok) {
      console.error(
        erased
          ? `${email} is the last operator. Make another person operator first.`
          : `Nobody here has the address ${email}.`,
      );
      return 1;
    }
    // The queue of the next start would do it too.
    await auth.remove(erased.id);
    const { removed, ended, redacted } = erased.value;
    const rows = Object.values(removed).reduce((sum, count) => sum + count, 0);
    console.log(
      `Forgotten: ${rows} rows deleted, ${ended} seats and offices ended, ${redacted} entries of the log redacted. Backups made before still hold them.`,
    );
    return 0;
  });

function valueAfter(args: readonly string[], flag: string): string | undefined {
  const at = args.indexOf(flag);
  return at < 0 ? undefined : args[at + 1];
}
