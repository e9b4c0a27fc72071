import { ok, type Result, refuse } from "../../../kernel/result.ts";

/** An invitation waits so long; sent again, it waits anew. */
export const WAITS_DAYS = 14;
export const expiryFrom = (now: Date) => new Date(now.getTime() + WAITS_DAYS * 86_400_000);

export const INVITATION_STATES = ["waiting", "accepted", "expired", "withdrawn"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface Dated {
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  expiresAt: Date;
}

export function stateOf({ acceptedAt, withdrawnAt, expiresAt }: Dated, now: Date): InvitationState {
  if (acceptedAt) return "accepted";
  if (withdrawnAt) return "withdrawn";
  return expiresAt <= now ? "expired" : "waiting";
}

/** Whether those an invitation rests on still stand: it is worth no more than the right of who made it. */
export interface Standing {
  /** Who invited still holds the role they invited from, and is not suspended. */
  inviterStands: boolean;
  /** The organisation is still a member of the cluster the invitation is bound to. */
  organisationStands: boolean;
}

export type Void = "inviter-left" | "organisation-left";
export type UseProblem = Exclude<InvitationState, "waiting"> | Void | "other-address";

/** Decides whether an invitation can be accepted now by whom this verified address belongs to. */
export function useInvitation(
  invitation: Dated & { email: string },
  standing: Standing,
  address: string,
  now: Date,
): Result<null, UseProblem> {
  const state = stateOf(invitation, now);
  if (state !== "waiting") return refuse(state);
  const gone = voidReason(standing);
  if (gone) return refuse(gone);
  return address.toLowerCase() === invitation.email ? ok(null) : refuse("other-address");
}

export const voidReason = ({ inviterStands, organisationStands }: Standing): Void | null =>
  !inviterStands ? "inviter-left" : !organisationStands ? "organisation-left" : null;
