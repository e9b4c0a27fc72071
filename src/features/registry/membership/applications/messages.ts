import type { Messages } from "../../../../kernel/messages.ts";

export const applicationMessages = {
  "apply.title": { en: "Apply for membership", de: "Mitgliedschaft beantragen" },
} satisfies Messages;
