import type { Messages } from "../../../kernel/messages.ts";

export const accountMessages = {
  "account.title": { en: "Account", de: "Konto" },
} satisfies Messages;
