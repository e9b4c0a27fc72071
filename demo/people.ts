import type { OfficeRole, SeatRole } from "../src/kernel/actor.ts";
import type { Locale } from "../src/kernel/locale.ts";

/** Of all demo accounts. They hold nothing but what ships with the program. */
export const DEMO_PASSWORD = "hamburg-kontor";

/** Organisations of the region's data, by participant code, in which invented people have a seat. */
export const PICS = {
  atlantec: "998724029",
  napa: "880762814",
  wartsila: "886640044",
  hamburg: "998928602",
  tuhh: "999838753",
  kiel: "999839529",
} as const;

/** The day after the last grant in the data was signed: no office or seat is older than what it rests on. */
export const DEMO_DAY = "2025-01-01";

export interface DemoLogin {
  email: string;
  name: string;
  role: Record<Locale, string>;
  locale: Locale;
  operator?: boolean;
  offices?: readonly { cluster: string; role: OfficeRole }[];
  /** `at` is a participant code, or the slug of an invented organisation. */
  seats?: readonly { at: string; role: SeatRole; title: string; since: string }[];
}

/** Invented people, every one: Muster, Beispiel and Probe are what German forms fill in where a name belongs. */
export const DEMO_LOGINS: readonly DemoLogin[] = [
  {
    email: "manager@example.org",
    name: "Merle Muster",
    role: {
      en: "Manager of the aviation and renewable energies clusters",
      de: "Managerin der Cluster Luftfahrt und Erneuerbare Energien",
    },
    locale: "en",
    offices: [
      { cluster: "aviation", role: "manager" },
      { cluster: "renewable-energies", role: "manager" },
    ],
  },
  {
    email: "manager.maritime@example.org",
    name: "Malte Beispiel",
    role: {
      en: "Manager of the maritime and logistics clusters",
      de: "Manager des maritimen Clusters und des Clusters Logistik",
    },
    locale: "de",
    offices: [
      { cluster: "maritime", role: "manager" },
      { cluster: "logistics", role: "manager" },
    ],
  },
  {
    email: "facilitator@example.org",
    name: "Femke Probe",
    role: { en: "Facilitator of the maritime cluster", de: "Moderatorin des maritimen Clusters" },
    locale: "en",
    offices: [{ cluster: "maritime", role: "facilitator" }],
  },
  {
    email: "analyst@example.org",
    name: "Arne Annahme",
    role: {
      en: "Analyst of the maritime, logistics and health clusters",
      de: "Analyst der Cluster Maritim, Logistik und Gesundheit",
    },
    locale: "en",
    offices: [
      { cluster: "maritime", role: "analyst" },
      { cluster: "logistics", role: "analyst" },
      { cluster: "health", role: "analyst" },
    ],
  },
  {
    email: "auditor@example.org",
    name: "Alma Muster",
    role: { en: "Auditor of the maritime cluster", de: "Prüferin des maritimen Clusters" },
    locale: "en",
    offices: [{ cluster: "maritime", role: "auditor" }],
  },
  {
    email: "authority@example.org",
    name: "Bente Beispiel",
    role: { en: "Authority: a department of the city", de: "Behörde: ein Amt der Stadt" },
    locale: "de",
    seats: [{ at: PICS.hamburg, role: "reader", title: "Innovation policy (invented)", since: DEMO_DAY }],
  },
  {
    email: "member@example.org",
    name: "Jorid Muster",
    role: { en: "Member firm, a rival of the next", de: "Mitgliedsfirma, im Wettbewerb mit der nächsten" },
    locale: "en",
    seats: [{ at: PICS.atlantec, role: "owner", title: "Business development (invented)", since: DEMO_DAY }],
  },
  {
    email: "rival@example.org",
    name: "Ragna Probe",
    role: {
      en: "Member firm, a rival of the one before",
      de: "Mitgliedsfirma, im Wettbewerb mit der vorigen",
    },
    locale: "en",
    seats: [{ at: PICS.napa, role: "owner", title: "Sales (invented)", since: DEMO_DAY }],
  },
  {
    email: "owner@example.org",
    name: "Okka Beispiel",
    role: {
      en: "Owner of an invented firm with a full profile",
      de: "Inhaberin einer erfundenen Firma mit vollem Profil",
    },
    locale: "de",
    seats: [
      {
        at: "elbwerk-schiffstechnik-invented",
        role: "owner",
        title: "Managing director (invented)",
        since: DEMO_DAY,
      },
    ],
  },
  {
    email: "jule@elbwerk.example",
    name: "Jule Muster",
    role: {
      en: "Asks to join that firm and waits for its owner",
      de: "Möchte zu dieser Firma und wartet auf deren Inhaberin",
    },
    locale: "de",
  },
  {
    email: "scientist@example.org",
    name: "Silja Annahme",
    role: { en: "Scientist at a university", de: "Wissenschaftlerin an einer Universität" },
    locale: "de",
    seats: [{ at: PICS.tuhh, role: "editor", title: "Research associate (invented)", since: DEMO_DAY }],
  },
  {
    email: "professor@example.org",
    name: "Prof. Piet Beispiel",
    role: {
      en: "Professor, founder and board member: three roles",
      de: "Professor, Gründer und Vorstand: drei Rollen",
    },
    locale: "en",
    seats: [
      { at: PICS.kiel, role: "editor", title: "Professor (invented)", since: "2021-10-01" },
      { at: "foerde-sensorik-invented", role: "owner", title: "Founder (invented)", since: "2023-04-01" },
      {
        at: "stiftung-meer-und-kueste-invented",
        role: "reader",
        title: "Board member (invented)",
        since: DEMO_DAY,
      },
    ],
  },
  {
    email: "customer@example.org",
    name: "Karla Kundig",
    role: { en: "Customer from outside the clusters", de: "Kundin von außerhalb der Cluster" },
    locale: "de",
    seats: [
      {
        at: "nordsee-ausflugsschiffe-invented",
        role: "owner",
        title: "Purchasing (invented)",
        since: DEMO_DAY,
      },
    ],
  },
  {
    email: "operator@example.org",
    name: "Oda Muster",
    role: { en: "Operator of this installation", de: "Betreiberin dieser Installation" },
    locale: "en",
    operator: true,
  },
];
