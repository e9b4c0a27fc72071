import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { addAccount } from "../app/accounts/add-account.ts";
import { MAX_PASSWORD, MIN_PASSWORD } from "../app/accounts/auth.ts";
import { isLocale } from "../kernel/locale.ts";
import { type Command, withHouse } from "./command.ts";

const USAGE = `kontor user add EMAIL NAME [--operator] [--language en|de] [--password-stdin]
Without --password-stdin a password is made and printed once.`;

export const userCommand: Command = async (args, config) => {
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
    await addAccount(house, {
      email,
      name: name.join(" "),
      password,
      locale: language,
      operator: flags.includes("--operator"),
    });
    console.log(
      given === null ? `${email} can sign in. Password (shown once): ${password}` : `${email} can sign in.`,
    );
    return 0;
  });
};

function valueAfter(args: readonly string[], flag: string): string | undefined {
  const at = args.indexOf(flag);
  return at < 0 ? undefined : args[at + 1];
}
