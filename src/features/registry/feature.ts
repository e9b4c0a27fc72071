import type { Feature } from "../../access/feature.ts";
import { directoryMessages } from "./directory/messages.ts";
import { directoryRoutes } from "./directory/routes.tsx";
import { duplicatesNav, duplicatesPlate } from "./duplicates/plate.ts";
import { labelMessages } from "./labels/messages.ts";
import { linkActs } from "./links/acts.ts";
import { linkMessages } from "./links/messages.ts";
import { linkRoutes } from "./links/routes.ts";
import { membershipMessages } from "./membership/messages.ts";
import { membershipNav } from "./membership/nav.ts";
import { membershipPlate } from "./membership/plate.ts";
import { membershipRoutes } from "./membership/routes.ts";
import { noteMessages } from "./notes/messages.ts";
import { teamNav } from "./notes/nav.ts";
import { teamRoutes } from "./notes/routes-of-team.ts";
import { organisationMessages } from "./organisation/messages.ts";
import { profileNav } from "./organisation/nav.ts";
import { profilePlate } from "./organisation/plate.ts";
import { organisationRoutes } from "./organisation/routes.ts";
import { fieldMessages } from "./own-fields/messages.ts";
import { searches } from "./searches/plate.ts";

export { findDuplicates } from "./duplicates/find.ts";
export { type Draft, type Likely, likelyDuplicates } from "./duplicates/likely.ts";
export { openPairs, pairsSeen } from "./duplicates/store.ts";
export { type LinkNews, tellOther } from "./links/letters.ts";
export { NATURES, type Nature } from "./links/schema.ts";
export { type Added, addOrganisation } from "./membership/add-organisation.ts";
export { type MemberName, type MemberOn, membersOn } from "./membership/members-on.ts";
export { LEAVING_REASONS, type LeavingReason, NewOrganisation } from "./membership/schema.ts";
export { applicationNotice } from "./membership/sheet.tsx";
export {
  type Beginning,
  beginMembership,
  type Ending,
  endMembership,
  membershipsChanged,
} from "./membership/write.ts";
export { movedTo } from "./merge/alias.ts";
export { addNote, MOST_NOTE, type NewNote } from "./notes/add-note.ts";
export {
  type FactField,
  type FactValues,
  FIELDS,
  factItem,
  factShape,
  factValues,
  isFactField,
} from "./organisation/facts/shapes.ts";
export { readProfile } from "./organisation/profile/actions.ts";
export { listingsOf } from "./organisation/profile/people.ts";
export { isSilent, SILENT_MONTHS, silentSince } from "./organisation/profile/silent.ts";
export { touchProfile } from "./organisation/profile/touch.ts";
export { findSubject } from "./organisation/subject.ts";
export { languageCalled } from "./organisation/vocabulary/languages.ts";
export { plainWord } from "./organisation/vocabulary/near.ts";
export { type Word, wordFor } from "./organisation/vocabulary/words.ts";
export { kindWords, sizeWords } from "./organisation/words.ts";
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
  routes: [
    ...directoryRoutes,
    ...organisationRoutes,
    ...linkRoutes,
    ...teamRoutes,
    ...duplicatesPlate.routes,
    ...membershipRoutes,
    ...searches.routes,
  ],
  messages: {
    ...membershipMessages,
    ...directoryMessages,
    ...organisationMessages,
    ...linkMessages,
    ...noteMessages,
    ...labelMessages,
    ...fieldMessages,
    ...searches.messages,
    ...duplicatesPlate.messages,
  },
  nav: (ctx) => [
    ...profileNav(ctx),
    ...teamNav(ctx),
    ...searches.nav(ctx),
    ...duplicatesNav(ctx),
    ...membershipNav(ctx),
  ],
  jobs: { ...membershipPlate.jobs, ...searches.jobs, ...duplicatesPlate.jobs, ...profilePlate.jobs },
  recurring: {
    ...membershipPlate.recurring,
    ...searches.recurring,
    ...duplicatesPlate.recurring,
    ...profilePlate.recurring,
  },
  acts: { ...profilePlate.acts, ...linkActs, ...membershipPlate.acts },
  topics: {
    ...searches.topics,
    ...duplicatesPlate.topics,
    ...profilePlate.topics,
    membership: { en: "Membership and applications", de: "Mitgliedschaft und Anträge" },
    links: { en: "Links with other organisations", de: "Verbindungen mit anderen Organisationen" },
  },
};
