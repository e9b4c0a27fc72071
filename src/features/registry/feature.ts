import type { Feature } from "../../access/feature.ts";
import { directoryMessages } from "./directory/messages.ts";
import { directoryRoutes } from "./directory/routes.tsx";
import { labelMessages } from "./labels/messages.ts";
import { linkMessages } from "./links/messages.ts";
import { linkRoutes } from "./links/routes.ts";
import { membershipMessages } from "./membership/messages.ts";
import { membershipNav } from "./membership/nav.ts";
import { membershipRoutes } from "./membership/routes.ts";
import { noteMessages } from "./notes/messages.ts";
import { teamNav } from "./notes/nav.ts";
import { teamRoutes } from "./notes/routes-of-team.ts";
import { organisationMessages } from "./organisation/messages.ts";
import { organisationRoutes } from "./organisation/routes.ts";
import { fieldMessages } from "./own-fields/messages.ts";

export { NATURES, type Nature } from "./links/schema.ts";
export { type Added, addOrganisation } from "./membership/add-organisation.ts";
export { type MemberName, type MemberOn, membersOn } from "./membership/members-on.ts";
export { LEAVING_REASONS, type LeavingReason, NewOrganisation } from "./membership/schema.ts";
export {
  type Beginning,
  beginMembership,
  type Ending,
  endMembership,
  membershipsChanged,
} from "./membership/write.ts";
export { addNote, MOST_NOTE, type NewNote } from "./notes/add-note.ts";
export {
  type OwnField,
  type OwnValue,
  readOwnValue,
  type ValueProblem,
} from "./own-fields/rules.ts";
export { type SetOwnValue, setOwnValue } from "./own-fields/set-value.ts";
export { ownFieldsOf } from "./own-fields/store.ts";

/** Who is here, what is known of them, how they are linked, and how to find them. */
export const registry: Feature = {
  name: "registry",
  routes: [...directoryRoutes, ...organisationRoutes, ...linkRoutes, ...teamRoutes, ...membershipRoutes],
  messages: {
    ...membershipMessages,
    ...directoryMessages,
    ...organisationMessages,
    ...linkMessages,
    ...noteMessages,
    ...labelMessages,
    ...fieldMessages,
  },
  nav: (ctx) => [...teamNav(ctx), ...membershipNav(ctx)],
  topics: {
    membership: { en: "Membership and applications", de: "Mitgliedschaft und Anträge" },
    links: { en: "Links with other organisations", de: "Verbindungen mit anderen Organisationen" },
  },
};
