import { SEAT_ROLES, type SeatRole } from "../../kernel/actor.ts";
import type { SEAT_STATES } from "./definitions.ts";

export type SeatState = (typeof SEAT_STATES)[number];

export interface SeatHeld {
  id: string;
  personId: string;
  name: string;
  email: string;
  role: string;
  title: string | null;
  since: string;
  until: string | null;
}

export interface InvitationMade {
  id: string;
  email: string;
  name: string | null;
  role: string;
  title: string | null;
  createdAt: Date;
  acceptedBy: string | null;
  /** Neither accepted, withdrawn nor expired. */
  waiting: boolean;
}

/** What the organisation's directory was told of somebody. */
export interface Kept {
  id: string;
  personId: string | null;
  invitationId: string | null;
  externalId: string | null;
}

/** One person of the organisation, or one invited, as a directory sees them. */
export interface User {
  id: string;
  /** Whether the directory keeps them: then their id stays, whatever becomes of the seat. */
  kept: boolean;
  personId: string | null;
  email: string;
  name: string | null;
  title: string | null;
  role: SeatRole;
  state: SeatState;
  active: boolean;
  externalId: string | null;
  created: string;
  /** Seats that have not ended, the strongest first. */
  seats: readonly SeatHeld[];
  invitations: readonly InvitationMade[];
}

const strength = (role: string) => SEAT_ROLES.indexOf(role as SeatRole);
export const isStronger = (role: string, than: string) => strength(role) < strength(than);
const strongestFirst = (a: { role: string }, b: { role: string }) => strength(a.role) - strength(b.role);

/**
 * Who is a user: whoever has a seat or is invited to one today, and whom the directory keeps although the seat has ended. One person with
 * several seats is one user, with the strongest role.
 */
export function usersOf(
  seats: readonly SeatHeld[],
  made: readonly InvitationMade[],
  kept: readonly Kept[],
  today: string,
): User[] {
  const addresses = new Map(seats.map((seat) => [seat.personId, seat.email.toLowerCase()]));
  // Whoever accepted may have another address by now.
  const invitations = made.filter(({ acceptedBy }) => acceptedBy === null || addresses.has(acceptedBy));
  const addressOf = (invitation: InvitationMade) =>
    (invitation.acceptedBy && addresses.get(invitation.acceptedBy)) ?? invitation.email;
  const invited = new Map(invitations.map((invitation) => [invitation.id, addressOf(invitation)]));
  const seatsBy = Map.groupBy(seats, (seat) => seat.email.toLowerCase());
  const invitationsBy = Map.groupBy(invitations, addressOf);
  const keptBy = new Map(
    kept.map((row) => [
      (row.personId && addresses.get(row.personId)) ?? invited.get(row.invitationId ?? "") ?? row.id,
      row,
    ]),
  );
  return [...new Set([...seatsBy.keys(), ...invitationsBy.keys()])]
    .map((email) =>
      userOf(email, seatsBy.get(email) ?? [], invitationsBy.get(email) ?? [], keptBy.get(email), today),
    )
    .filter((user) => user !== null)
    .sort((a, b) => a.created.localeCompare(b.created) || a.id.localeCompare(b.id));
}

function userOf(
  email: string,
  all: readonly SeatHeld[],
  invitations: readonly InvitationMade[],
  row: Kept | undefined,
  today: string,
): User | null {
  const seats = all.filter(({ until }) => until === null || until > today).sort(strongestFirst);
  const waiting = invitations.filter((invitation) => invitation.waiting).sort(strongestFirst);
  const state: SeatState = seats.length > 0 ? "seat" : waiting.length > 0 ? "invited" : "ended";
  if (state === "ended" && !row) return null;
  // What has ended is told as it was last.
  const latest = (one: SeatHeld, other: SeatHeld) => (other.until! > one.until! ? other : one);
  const last = state === "ended" && all.length > 0 ? all.reduce(latest) : undefined;
  const told = seats[0] ?? waiting[0] ?? last ?? invitations[0]!;
  const personId = all[0]?.personId ?? null;
  const begun = [
    ...all.map(({ since }) => since),
    ...invitations.map(({ createdAt }) => createdAt.toISOString().slice(0, 10)),
  ];
  return {
    id: row?.id ?? personId ?? told.id,
    kept: row !== undefined,
    personId,
    email,
    name: all[0]?.name ?? invitations.find(({ name }) => name)?.name ?? null,
    title: told.title,
    role: told.role as SeatRole,
    state,
    active: seats.some(({ since }) => since <= today),
    externalId: row?.externalId ?? null,
    created: begun.sort()[0]!,
    seats,
    invitations: waiting,
  };
}
