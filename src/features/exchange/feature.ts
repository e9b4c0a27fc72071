import { madeOf } from "../../access/made-of.ts";
import { campaignsPlate } from "./campaigns/plate.ts";
import { introductionsPlate } from "./introductions/plate.ts";
import { ladderPlate } from "./ladder/plate.ts";
import { matchingPlate } from "./matching/plate.ts";
import { needsPlate } from "./needs/plate.ts";
import { qualityPlate } from "./quality/plate.ts";
import { teamsPlate } from "./teams/plate.ts";

export { introductionFromMeeting } from "./introductions/from-meeting.ts";
export { introductionKnownTo, introductionSideOf } from "./introductions/visible.ts";
export { syncTeaser } from "./ladder/sync-teaser.ts";
export { needsForOrganisation } from "./matching/fits.ts";
export { exchangeToday } from "./today/sheet.tsx";
export { needsSeenBy, offersSeenBy } from "./visible.ts";
export { type Intent, KIND_WORDS, type Kind, type OpenStep } from "./words.ts";

/** Bringing the right two together: needs and offers, matches, introductions, and what came of them. */
export const exchange = madeOf("exchange", [
  needsPlate,
  ladderPlate,
  matchingPlate,
  introductionsPlate,
  campaignsPlate,
  qualityPlate,
  teamsPlate,
]);
