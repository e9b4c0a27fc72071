import { type Messages, speaker } from "../../kernel/messages.ts";
import { actMessages } from "./acts/messages.ts";
import { choiceMessages } from "./choices/messages.ts";
import { listMessages } from "./list/messages.ts";
import { letterMessages } from "./telling/messages.ts";

export const messages = {
  ...letterMessages,
  ...actMessages,
  ...choiceMessages,
  ...listMessages,
} satisfies Messages;

export const say = speaker(messages);
