import type { Locale } from "../kernel/locale.ts";
import { speaker } from "../kernel/messages.ts";
import type { Holder } from "./lock.ts";

const messages = {
  serving: {
    en: "Another Kontor already runs on the data folder {folder}: process {pid}, since {since, date, medium} {since, time, short}. Stop it first (kill {pid}), or give this one a folder of its own with KONTOR_DATA.",
    de: "Auf dem Datenordner {folder} läuft schon ein Kontor: Prozess {pid}, seit {since, date, medium} {since, time, short}. Erst jenes beenden (kill {pid}) oder diesem mit KONTOR_DATA einen eigenen Ordner geben.",
  },
  working: {
    en: "A Kontor command still works on the data folder {folder}: process {pid}, since {since, date, medium} {since, time, short}. Try again when it is done.",
    de: "Auf dem Datenordner {folder} arbeitet noch ein Kontor-Befehl: Prozess {pid}, seit {since, date, medium} {since, time, short}. Danach noch einmal versuchen.",
  },
  somebody: {
    en: "Another Kontor is just starting on the data folder {folder}. Give this one a folder of its own with KONTOR_DATA.",
    de: "Auf dem Datenordner {folder} startet gerade ein anderes Kontor. Diesem mit KONTOR_DATA einen eigenen Ordner geben.",
  },
} as const;

const say = speaker(messages);

/** Why this process may not use the data folder, and what to do about it. */
export function takenText(holder: Holder | undefined, folder: string, locale: Locale): string {
  if (!holder) return say(locale)("somebody", { folder });
  const values = { folder, pid: String(holder.pid), since: new Date(holder.since) };
  return say(locale)(holder.purpose === "serve" ? "serving" : "working", values);
}
