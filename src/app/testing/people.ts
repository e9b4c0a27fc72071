import type { MembershipRole, OfficeRole, SeatRole } from "../../kernel/actor.ts";

/** A small region with everything that may go wrong between rivals: two clusters, ten organisations, people in every role. */
export const CLUSTERS = ["alpha", "beta"] as const;

export const ORGANISATIONS = {
  anker: { name: "ANKER GMBH", kind: "enterprise", city: "HAMBURG", nuts: "DE600", lat: 53.55, lon: 9.99 },
  rivale: { name: "RIVALE GMBH", kind: "enterprise", city: "STADE", nuts: "DE939", lat: 53.6, lon: 9.47 },
  uni: {
    name: "UNIVERSITAET NORD",
    kind: "research",
    city: "LUEBECK",
    nuts: "DEF03",
    lat: 53.87,
    lon: 10.69,
  },
  gruendung: {
    name: "GRUENDUNG GMBH",
    kind: "enterprise",
    city: "HAMBURG",
    nuts: "DE600",
    lat: 53.56,
    lon: 10.01,
  },
  stiftung: {
    name: "STIFTUNG ELBE",
    kind: "association",
    city: "HAMBURG",
    nuts: "DE600",
    lat: 53.54,
    lon: 9.98,
  },
  amt: {
    name: "BEHOERDE FUER WIRTSCHAFT",
    kind: "authority",
    city: "HAMBURG",
    nuts: "DE600",
    lat: 53.55,
    lon: 10.0,
  },
  bewerber: {
    name: "BEWERBER GMBH",
    kind: "enterprise",
    city: "KIEL",
    nuts: "DEF02",
    lat: 54.32,
    lon: 10.13,
  },
  fern: { name: "FERN GMBH", kind: "enterprise", city: "SCHWERIN", nuts: "DE804", lat: 53.63, lon: 11.41 },
  kunde: { name: "KUNDE GMBH", kind: "enterprise", city: "BREMEN", nuts: "DE501", lat: 53.08, lon: 8.8 },
  verborgen: {
    name: "VERBORGEN GMBH",
    kind: "enterprise",
    city: "HAMBURG",
    nuts: "DE600",
    lat: 53.5,
    lon: 10.1,
  },
} as const;
export type OrganisationName = keyof typeof ORGANISATIONS;

interface Membership {
  cluster: (typeof CLUSTERS)[number];
  organisation: OrganisationName;
  role: MembershipRole;
  visibility?: "public" | "cluster";
  wall?: OrganisationName[];
}

export const MEMBERSHIPS: readonly Membership[] = [
  { cluster: "alpha", organisation: "anker", role: "anchor" },
  { cluster: "alpha", organisation: "rivale", role: "core" },
  { cluster: "alpha", organisation: "uni", role: "associate" },
  { cluster: "alpha", organisation: "gruendung", role: "associate" },
  { cluster: "alpha", organisation: "amt", role: "partner" },
  { cluster: "alpha", organisation: "bewerber", role: "applicant", visibility: "cluster" },
  // That it is a member at all is kept from its rival.
  { cluster: "alpha", organisation: "verborgen", role: "core", visibility: "cluster", wall: ["rivale"] },
  { cluster: "beta", organisation: "fern", role: "core" },
  { cluster: "beta", organisation: "uni", role: "partner", visibility: "cluster" },
];

interface PersonaSpec {
  seats?: { organisation: OrganisationName; role: SeatRole; title?: string; since?: string }[];
  offices?: { cluster: (typeof CLUSTERS)[number]; role: OfficeRole }[];
  operator?: boolean;
}

export const PERSONAS = {
  customer: { seats: [{ organisation: "kunde", role: "owner" }] },
  applicant: { seats: [{ organisation: "bewerber", role: "owner" }] },
  reader: { seats: [{ organisation: "anker", role: "reader" }] },
  editor: { seats: [{ organisation: "anker", role: "editor" }] },
  owner: { seats: [{ organisation: "anker", role: "owner" }] },
  rival: { seats: [{ organisation: "rivale", role: "owner" }] },
  elsewhere: { seats: [{ organisation: "fern", role: "owner" }] },
  elsewhereManager: { offices: [{ cluster: "beta", role: "manager" }] },
  authority: { seats: [{ organisation: "amt", role: "editor" }] },
  facilitator: { offices: [{ cluster: "alpha", role: "facilitator" }] },
  manager: { offices: [{ cluster: "alpha", role: "manager" }] },
  analyst: { offices: [{ cluster: "alpha", role: "analyst" }] },
  auditor: { offices: [{ cluster: "alpha", role: "auditor" }] },
  operator: { operator: true },
  professor: {
    seats: [
      { organisation: "uni", role: "editor", title: "Professor", since: "2012-04-01" },
      { organisation: "gruendung", role: "owner", title: "Founder", since: "2019-01-01" },
      { organisation: "stiftung", role: "reader", title: "Board member", since: "2021-06-01" },
    ],
  },
  // Whose roles are ended in the course of a test.
  leaver: {
    seats: [{ organisation: "anker", role: "reader" }],
    offices: [{ cluster: "alpha", role: "auditor" }],
  },
  // One account, two clusters, two employers.
  both: {
    seats: [
      { organisation: "anker", role: "editor", since: "2020-01-01" },
      { organisation: "fern", role: "editor", since: "2021-01-01" },
    ],
  },
} satisfies Record<string, PersonaSpec>;

export type PersonaName = keyof typeof PERSONAS;
export const personaSpec = (name: PersonaName): PersonaSpec => PERSONAS[name];
