import type { Messages } from "../../../kernel/messages.ts";

export const listMessages = {} satisfies Messages;
