import { sql } from "kysely";
import { inviteToSeat } from "../../accounts/feature.ts";
import { beginMembership, membershipsChanged, setOwnValue } from "../../registry/feature.ts";
import type { Write } from "../planning/plan.ts";
import type { Hand } from "./hand.ts";
import { searchAgain } from "./search-again.ts";

/** What concerns a record that is here, or a person. */
export async function aboutExisting(hand: Hand, write: Write, id: string): Promise<void> {
  const { ctx, unit, run, recorder } = hand;
  const { clusterId, options } = run;
  switch (write.do) {
    case "change-organisation":
      return changeIdentity(hand, id, write.changes);
    case "begin-membership": {
      const { role, since, levelId } = write;
      await recorder.changingMemberships(clusterId, id, () =>
        beginMembership(unit, {
          clusterId,
          organisationId: id,
          role,
          since,
          levelId,
          visibility: options.membershipVisibility,
        }),
      );
      return;
    }
    case "change-membership":
      return changeMembership(hand, write.id, write.changes);
    case "set-own":
      await recorder.changing(
        "own_value",
        { cluster_id: clusterId, organisation_id: id, field_id: write.field.id },
        () =>
          setOwnValue(unit, {
            clusterId,
            organisationId: id,
            field: write.field,
            value: write.value,
            locale: ctx.locale,
            setBy: ctx.actor.personId,
          }),
      );
      return;
    case "invite": {
      const { email, name, title } = write.person;
      const invited = await inviteToSeat(unit, {
        organisationId: id,
        clusterId,
        email,
        name,
        title: title ?? null,
        role: write.role,
        locale: ctx.locale,
        quiet: options.quiet,
      });
      // Who is there already, or was invited by somebody else meanwhile, needs no second one.
      if (invited.ok) recorder.made("invitation", { id: invited.value });
      return;
    }
    default:
      throw new Error(`${write.do} is written with others of its kind.`);
  }
}

async function changeIdentity(
  { ctx, unit, recorder }: Hand,
  id: string,
  changes: Record<string, unknown>,
): Promise<void> {
  await recorder.changing("organisation", { id }, () =>
    unit.db
      .updateTable("organisation")
      .set({
        ...changes,
        source: "declared",
        sourceOn: ctx.today(),
        updatedAt: ctx.now(),
        version: sql`version + 1`,
      })
      .where("id", "=", id)
      .execute(),
  );
  await searchAgain(unit, [id]);
}

async function changeMembership(
  { unit, run, recorder }: Hand,
  id: string,
  changes: { role?: string; levelId?: string },
): Promise<void> {
  const { clusterId } = run;
  await recorder.changing("membership", { cluster_id: clusterId, id }, () =>
    unit.db
      .updateTable("membership")
      .set(changes)
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .execute(),
  );
  await membershipsChanged(unit, clusterId);
  unit.audit({ action: "membership.change", subjectKind: "membership", subjectId: id, after: changes });
}
