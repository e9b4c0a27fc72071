import type { Context } from "../../../access/context.ts";
import type { SeatHeld } from "../../../access/identity.ts";
import type { Desk } from "../../../access/route.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { domainOf, isFreemail } from "../joining/freemail.ts";
import { type Step, type StepName, stepsOf } from "./rules.ts";

/** How complete a profile is, as its own people see it. */
export type HowComplete = (
  ctx: Context,
  slug: string,
) => Promise<{ percent: number; missing: string[] } | null>;

export interface FirstDay {
  seat: SeatHeld;
  percent: number;
  steps: (Step & { href: string })[];
  dismissed: boolean;
}

const seatActed = ({ identity, acting }: Context): SeatHeld | undefined =>
  identity?.seats.find((seat) => acting === `seat:${seat.id}`);

/** The first steps of who writes for a member, each computed from the records it leaves behind; `null` for everybody else. */
export async function firstDayOf(
  ctx: Context,
  desk: Pick<Desk, "accounts">,
  howComplete: HowComplete,
): Promise<FirstDay | null> {
  const seat = seatActed(ctx);
  const { role } = seat ?? {};
  if (!seat || !ctx.cluster || ctx.actor.readOnly || (role !== "owner" && role !== "editor")) return null;
  if (!ctx.actor.levels.includes("cluster")) return null;
  const personId = ctx.identity!.personId;
  const { dismissed, ...records } = await ctx.read((db) => recordsOf(db, personId, seat.organisationId));
  const cluster = `/clusters/${ctx.cluster.slug}`;
  // What is put aside is not worked out.
  if (dismissed) return { seat, percent: 0, steps: [], dismissed };
  const [profile, security] = await Promise.all([
    howComplete(ctx, seat.organisationSlug),
    desk.accounts.security(personId),
  ]);
  const { percent, missing } = profile ?? { percent: 0, missing: [] };
  const steps = stepsOf(
    {
      ...records,
      percent,
      missing,
      ownDomain: !isFreemail(domainOf(ctx.identity!.email)),
      secondFactor: security.secondFactor === "on",
    },
    role,
  );
  return {
    seat,
    percent,
    dismissed,
    steps: steps.map((step) => ({ ...step, href: hrefOf(step.name, cluster, seat.organisationSlug) })),
  };
}

function hrefOf(step: StepName, cluster: string, slug: string): string {
  const home = `${cluster}/organisations/${slug}`;
  const where: Record<StepName, string> = {
    profile: `${home}/profile`,
    logo: `${home}/profile#logo`,
    competence: `${home}/facts/new?field=competences&from=profile`,
    colleague: `${home}/invitations#invite`,
    domain: `${home}/joining#domains`,
    link: `${cluster}/links/new`,
    "second-factor": "/account/security/second-factor",
    notices: "/account/notices",
  };
  return where[step];
}

async function recordsOf(db: Db, personId: string, organisationId: string) {
  const found = await db
    .selectNoFrom((eb) => [
      eb
        .exists(
          eb
            .selectFrom("seat")
            .select("id")
            .where("organisationId", "=", organisationId)
            .where("personId", "<>", personId),
        )
        .as("seated"),
      eb
        .exists(
          eb
            .selectFrom("invitation")
            .select("id")
            .where("organisationId", "=", organisationId)
            // Not the one by which they came themselves.
            .where("acceptedBy", "is distinct from", personId),
        )
        .as("invited"),
      eb
        .exists(
          eb
            .selectFrom("mailDomain")
            .select("id")
            .where("organisationId", "=", organisationId)
            .where("endedAt", "is", null),
        )
        .as("domain"),
      eb.exists(eb.selectFrom("link").select("id").where("declaredFor", "=", organisationId)).as("link"),
      eb.exists(eb.selectFrom("noticeChoice").select("topic").where("personId", "=", personId)).as("notices"),
      eb
        .exists(
          eb
            .selectFrom("firstDay")
            .select("personId")
            .where("personId", "=", personId)
            .where("organisationId", "=", organisationId),
        )
        .as("dismissed"),
    ])
    .executeTakeFirstOrThrow();
  return {
    colleague: Boolean(found.seated) || Boolean(found.invited),
    domain: Boolean(found.domain),
    link: Boolean(found.link),
    notices: Boolean(found.notices),
    dismissed: Boolean(found.dismissed),
  };
}

/** Puts the list aside for the organisation one acts for, or brings it back. */
export async function keepFirstDay(ctx: Context, shown: boolean): Promise<boolean> {
  const organisationId = ctx.actor.organisationId;
  const personId = ctx.actor.personId;
  if (organisationId === null || personId === null) return false;
  await ctx.write(async ({ db }) => {
    if (shown)
      await db
        .deleteFrom("firstDay")
        .where("personId", "=", personId)
        .where("organisationId", "=", organisationId)
        .execute();
    else
      await db
        .insertInto("firstDay")
        .values({ personId, organisationId, dismissedAt: ctx.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
  return true;
}

/** For whom it was put aside: the organisation one acts for. */
export async function putAside(ctx: Context): Promise<SeatHeld | null> {
  const seat = seatActed(ctx);
  if (!seat) return null;
  const row = await ctx.read((db) =>
    db
      .selectFrom("firstDay")
      .select("organisationId")
      .where("personId", "=", ctx.actor.personId)
      .where("organisationId", "=", seat.organisationId)
      .executeTakeFirst(),
  );
  return row ? seat : null;
}
