import { speaker } from "../../kernel/messages.ts";
import { accountMessages } from "./account/messages.ts";
import { signInMessages } from "./sign-in/messages.ts";

export const messages = {
  ...signInMessages,
  ...accountMessages,
};

export const say = speaker(messages);
