import type { Locale } from "../../kernel/locale.ts";
import { speaker, type Values } from "../../kernel/messages.ts";

const messages = {
  missing: {
    en: "There is no built-in PostgreSQL for {machine}. Set DATABASE_URL to a PostgreSQL server (15 to 18); on Linux with x64 or arm64, run “npm ci” first.",
    de: "Für {machine} gibt es kein eingebautes PostgreSQL. DATABASE_URL kann auf einen PostgreSQL-Server (15 bis 18) zeigen; unter Linux mit x64 oder arm64 hilft „npm ci“.",
  },
  closed: {
    en: "PostgreSQL has to run as the account “nobody” here, which cannot enter {folder}. Set KONTOR_DATA to a folder that others may pass through, such as /var/lib/kontor.",
    de: "PostgreSQL muss hier unter dem Konto „nobody“ laufen, das {folder} nicht betreten kann. KONTOR_DATA braucht einen Ordner, durch den andere hindurchgehen dürfen, etwa /var/lib/kontor.",
  },
  running: {
    en: "PostgreSQL already runs on {folder} (process {pid}), started by a Kontor that is still there.",
    de: "Auf {folder} läuft schon PostgreSQL (Prozess {pid}), gestartet von einem Kontor, das noch da ist.",
  },
  notStopping: {
    en: "An earlier PostgreSQL (process {pid}) on {folder} does not stop. Look at it, and stop it with: kill -QUIT {pid}",
    de: "Ein früheres PostgreSQL (Prozess {pid}) auf {folder} hört nicht auf. Ein Blick darauf hilft; beenden mit: kill -QUIT {pid}",
  },
  notWritable: {
    en: "Kontor cannot write to the data folder {folder} ({code}). Give it to the account that runs Kontor, or name another one with KONTOR_DATA.",
    de: "Kontor kann in den Datenordner {folder} nicht schreiben ({code}). Er muss dem Konto gehören, unter dem Kontor läuft; KONTOR_DATA nennt einen anderen.",
  },
  notPrepared: {
    en: "The database folder could not be prepared. {program} says:\n{reason}",
    de: "Der Datenbankordner ließ sich nicht anlegen. {program} meldet:\n{reason}",
  },
  notStarting: {
    en: "PostgreSQL did not start. It says:\n{reason}",
    de: "PostgreSQL ist nicht gestartet. Es meldet:\n{reason}",
  },
} as const;

const say = speaker(messages);

/**
 * The embedded database cannot be had, for a reason that the operator can do something about. The message is English;
 * `inLocale` says it in the operator's language.
 */
export class DatabaseTrouble extends Error {
  readonly what: keyof typeof messages;
  readonly values: Values;

  constructor(what: keyof typeof messages, values: Values, locale: Locale = "en") {
    super(say(locale)(what, values));
    this.name = "DatabaseTrouble";
    this.what = what;
    this.values = values;
  }

  inLocale(locale: Locale): DatabaseTrouble {
    return new DatabaseTrouble(this.what, this.values, locale);
  }
}
