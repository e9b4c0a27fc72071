import type { SeatRole } from "../src/kernel/actor.ts";
import type { Locale } from "../src/kernel/locale.ts";

export interface InventedPerson {
  email: string;
  name: string;
  at: string;
  role: SeatRole;
  title: string;
  locale: Locale;
}

const person = (
  first: string,
  last: string,
  at: string,
  role: SeatRole,
  title: string,
  locale: Locale = "de",
): InventedPerson => ({
  email: `${first.toLowerCase()}@example.org`,
  name: `${first} ${last}`,
  at: `${at}-invented`,
  role,
  title: `${title} (invented)`,
  locale,
});

/** Who speaks for invented firms without an account to sign in with. */
export const INVENTED_PEOPLE: readonly InventedPerson[] = [
  person("Eske", "Annahme", "elbwerk-schiffstechnik", "editor", "Design office"),
  person("Finja", "Muster", "foerde-sensorik", "editor", "Development", "en"),
  person("Deike", "Muster", "deichtor-hydraulik", "owner", "Managing director"),
  person("Dirk", "Probe", "deichtor-hydraulik", "editor", "Sales"),
  person("Lorenz", "Probe", "lotsenkai-software", "owner", "Founder", "en"),
  person("Lale", "Beispiel", "lotsenkai-software", "editor", "Customers"),
  person("Pia", "Annahme", "priel-messtechnik", "owner", "Managing director"),
  person("Peer", "Muster", "priel-messtechnik", "editor", "Test stands"),
  person("Sina", "Beispiel", "sielbau-nord", "owner", "Managing director"),
  person("Nils", "Muster", "nordlicht-bootsbau", "owner", "Master boatbuilder"),
  person("Nele", "Probe", "nordlicht-bootsbau", "editor", "Purchasing"),
  person("Vera", "Annahme", "verband-kuestentechnik", "owner", "Managing director"),
];
