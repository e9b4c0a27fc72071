import { type Messages, speaker } from "../../../kernel/messages.ts";

export const ladderMessages = {
  "told.asked.owner": {
    en: "Somebody asks to be told more of something you keep in confidence.",
    de: "Jemand möchte mehr über etwas erfahren, das du vertraulich hältst.",
  },
  "told.agreed.owner": {
    en: "Somebody has agreed to your terms of secrecy.",
    de: "Jemand hat deinen Bedingungen zur Geheimhaltung zugestimmt.",
  },
  "told.expired.owner": {
    en: "Nobody answered in time: somebody's wish to be told more of something you keep in confidence has expired.",
    de: "Niemand hat rechtzeitig geantwortet: Der Wunsch, mehr über etwas Vertrauliches von dir zu erfahren, ist abgelaufen.",
  },
  "told.expired.reader": {
    en: "Nobody answered in time: what you asked for in confidence has expired.",
    de: "Niemand hat rechtzeitig geantwortet: Deine vertrauliche Anfrage ist abgelaufen.",
  },
  "told.granted.reader": {
    en: "There is an answer to something you asked for in confidence: you are told more.",
    de: "Zu etwas, wonach du vertraulich gefragt hast, gibt es eine Antwort: Du erfährst mehr.",
  },
  "told.offered.reader": {
    en: "You may be told more of something confidential, once you agree to its terms of secrecy.",
    de: "Du kannst mehr über etwas Vertrauliches erfahren, wenn du den Bedingungen zur Geheimhaltung zustimmst.",
  },
  "told.refused.reader": {
    en: "There is an answer to something you asked for in confidence.",
    de: "Zu etwas, wonach du vertraulich gefragt hast, gibt es eine Antwort.",
  },
  "told.revoked.reader": {
    en: "Something you were told in confidence has been taken back.",
    de: "Etwas, das du vertraulich erfahren hast, wurde zurückgenommen.",
  },
  "told.restored.reader": {
    en: "Something that had been taken back is open to you again.",
    de: "Etwas, das zurückgenommen war, steht dir wieder offen.",
  },
  "act.look": { en: "See who asks, and answer", de: "Ansehen, wer fragt, und antworten" },
} satisfies Messages;

export const sayLadder = speaker(ladderMessages);
