import { speaker } from "../../kernel/messages.ts";
import { referenceMessages } from "./reference/messages.ts";

export const messages = {
  ...referenceMessages,
};

export const say = speaker(messages);
