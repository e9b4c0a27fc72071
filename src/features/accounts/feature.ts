import type { Feature, NavEntry } from "../../access/feature.ts";
import { accountRoutes } from "./account/routes.tsx";
import { choiceRoutes } from "./choices.ts";
import { firstDayRoutes } from "./first-day/routes.ts";
import { acceptRoutes } from "./invitations/accept-routes.tsx";
import { sendInvitation } from "./invitations/letter.ts";
import { invitationListRoutes } from "./invitations/list-routes.tsx";
import { joiningActs } from "./joining/acts.ts";
import { joiningMessages } from "./joining/messages.ts";
import { allJoiningRoutes } from "./joining/routes.tsx";
import { messages } from "./messages.ts";
import { officeRoutes } from "./offices/routes.tsx";
import { peopleRoutes } from "./people/routes.tsx";
import { sendReset } from "./reset/actions.ts";
import { resetRoutes } from "./reset/routes.tsx";
import { allSeatRoutes } from "./seats/routes.tsx";
import { securityApi } from "./security/api.ts";
import { changeRoutes } from "./security/change-routes.tsx";
import { securityRoutes } from "./security/routes.tsx";
import { signInRoutes } from "./sign-in/routes.tsx";

export { type FirstDay, firstDayOf, type HowComplete } from "./first-day/actions.ts";
export { firstDayApi } from "./first-day/routes.ts";
export { FirstDaySheet } from "./first-day/view.tsx";
export { waitingInvitation } from "./invitations/accept.ts";
export { inviteMany, withdrawInvitation } from "./invitations/actions.ts";
export { type InvitedToSeat, type InviteProblem, inviteToSeat } from "./invitations/invite.ts";
export { arrivalPage } from "./joining/arrival.tsx";
export { domainOf, isFreemail } from "./joining/freemail.ts";
export { JoinLink } from "./joining/link.tsx";
export { domainsOf } from "./joining/store.ts";
export { FORMATS, type Format, listFile } from "./list-file.ts";
export { restore, suspend } from "./people/actions.ts";
export { datesHeld, isHeld, officeWord, seatWord } from "./role-words.ts";
export { changeSeat, endSeat, giveVouchedSeat } from "./seats/actions.ts";
export { organisationById, organisationBySlug, type SeatedOrganisation } from "./seats/store.ts";
export { confirmLetter } from "./security/actions.ts";
export { signOutWithoutRole } from "./terms/leaving.ts";
export { personByEmail } from "./terms/person-by-email.ts";

export const accounts: Feature = {
  name: "accounts",
  routes: [
    ...signInRoutes,
    ...resetRoutes,
    ...securityRoutes,
    ...changeRoutes,
    ...securityApi,
    ...peopleRoutes,
    ...choiceRoutes,
    ...accountRoutes,
    ...allSeatRoutes,
    ...acceptRoutes,
    // Before the team's: `/team/invitations` is not an office.
    ...invitationListRoutes,
    ...officeRoutes,
    ...allJoiningRoutes,
    ...firstDayRoutes,
  ],
  messages,
  jobs: { "account.reset": sendReset, "invitation.send": sendInvitation },
  acts: joiningActs,
  topics: { joining: joiningMessages["topic.joining"] },
  nav: (ctx) => {
    const entries: NavEntry[] = [];
    if (ctx.identity)
      entries.push({ section: "own", label: { en: "Account", de: "Konto" }, href: "/account", order: 90 });
    if (ctx.actor.operator)
      entries.push({
        section: "installation",
        label: { en: "People", de: "Personen" },
        href: "/installation/people",
        order: 15,
      });
    if (ctx.cluster && ctx.actor.levels.includes("cluster"))
      entries.push({
        section: "cluster",
        label: { en: "Team", de: "Team" },
        href: `/clusters/${ctx.cluster.slug}/team`,
        order: 80,
      });
    return entries;
  },
};
