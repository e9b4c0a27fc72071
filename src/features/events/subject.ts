import type { Context } from "../../access/context.ts";
import { findEvent } from "./event/actions.ts";
import type { EventRow } from "./event/store.ts";
import { findRegistration } from "./registrations/actions.ts";
import { findMeeting } from "./schedule/actions.ts";

interface Asked<P> {
  ctx: Context;
  params: P;
}

/** Loads the event of the address; what may not be seen is not found. */
export const eventSubject = ({ ctx, params }: Asked<{ event: string }>): Promise<EventRow | null> =>
  findEvent(ctx, params.event);
export const registrationSubject = ({ ctx, params }: Asked<{ event: string; registration: string }>) =>
  findRegistration(ctx, params.event, params.registration);
export const meetingSubject = ({ ctx, params }: Asked<{ event: string; meeting: string }>) =>
  findMeeting(ctx, params.event, params.meeting);
export const teamSubject = async ({ ctx }: { ctx: Context }) =>
  ctx.cluster ? { clusterId: ctx.cluster.id } : null;
