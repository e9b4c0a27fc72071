import type { Messages } from "../../../kernel/messages.ts";

export const actMessages = {} satisfies Messages;
