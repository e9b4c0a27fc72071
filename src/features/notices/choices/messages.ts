import type { Messages } from "../../../kernel/messages.ts";

export const choiceMessages = {} satisfies Messages;
