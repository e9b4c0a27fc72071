import { speaker } from "../../kernel/messages.ts";
import { installationMessages } from "./installation/messages.ts";
import { logMessages } from "./log/messages.ts";
import { referenceMessages } from "./reference/messages.ts";
import { todayMessages } from "./today/messages.ts";
import { waitingMessages } from "./waiting/messages.ts";

export const messages = {
  ...todayMessages,
  ...waitingMessages,
  ...installationMessages,
  ...logMessages,
  ...referenceMessages,
};

export const say = speaker(messages);
