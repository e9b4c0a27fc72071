import { speaker } from "../../kernel/messages.ts";
import { accountMessages } from "./account/messages.ts";
import { firstDayMessages } from "./first-day/messages.ts";
import { invitationMessages } from "./invitations/messages.ts";
import { joiningMessages } from "./joining/messages.ts";
import { officeMessages } from "./offices/messages.ts";
import { peopleMessages } from "./people/messages.ts";
import { resetMessages } from "./reset/messages.ts";
import { roleMessages } from "./role-words.ts";
import { seatMessages } from "./seats/messages.ts";
import { securityMessages } from "./security/messages.ts";
import { signInMessages } from "./sign-in/messages.ts";

export const messages = {
  ...roleMessages,
  ...signInMessages,
  ...accountMessages,
  ...seatMessages,
  ...officeMessages,
  ...resetMessages,
  ...securityMessages,
  ...peopleMessages,
  ...invitationMessages,
  ...joiningMessages,
  ...firstDayMessages,
};

export const say = speaker(messages);
