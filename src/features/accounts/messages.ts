import { speaker } from "../../kernel/messages.ts";
import { accountMessages } from "./account/messages.ts";
import { roleMessages } from "./role-words.ts";
import { signInMessages } from "./sign-in/messages.ts";

export const messages = {
  ...roleMessages,
  ...signInMessages,
  ...accountMessages,
};

export const say = speaker(messages);
