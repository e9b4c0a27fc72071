import { speaker } from "../../kernel/messages.ts";
import { eventMessages } from "./event/messages.ts";
import { planningMessages } from "./planning/messages.ts";
import { registrationMessages } from "./registrations/messages.ts";
import { scheduleMessages } from "./schedule/messages.ts";
import { wishMessages } from "./wishes/messages.ts";

export const messages = {
  ...eventMessages,
  ...registrationMessages,
  ...wishMessages,
  ...planningMessages,
  ...scheduleMessages,
};

export const sayEvents = speaker(messages);
