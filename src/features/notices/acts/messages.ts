import type { Messages } from "../../../kernel/messages.ts";

export const actMessages = {
  "act.for": {
    en: "This is done in the name of {name}, once, without signing in. Nothing has happened yet.",
    de: "Das geschieht im Namen von {name}, einmalig und ohne Anmeldung. Noch ist nichts geschehen.",
  },
  "act.what": { en: "What will happen", de: "Was geschehen wird" },
  "act.look": { en: "Look first", de: "Erst ansehen" },
  "act.used": { en: "Done", de: "Erledigt" },
  "act.used.at": {
    en: "Done by this link on {moment}. It works once.",
    de: "Über diesen Link erledigt am {moment}. Er gilt einmal.",
  },
  "act.to": { en: "Go there", de: "Dorthin" },
  "act.over": { en: "Nothing is left to do here", de: "Hier ist nichts mehr zu tun" },
  "act.over.text": {
    en: "It has been settled in another way, or is no longer asked of this role.",
    de: "Es ist anders erledigt worden oder wird von dieser Rolle nicht mehr erwartet.",
  },
  "act.gone": { en: "This link does not work", de: "Dieser Link funktioniert nicht" },
  "act.gone.text": {
    en: "Links in letters work once and for a limited time. What they are about can be found after signing in.",
    de: "Links in Briefen gelten einmal und für begrenzte Zeit. Worum es geht, findet sich nach der Anmeldung.",
  },
  "act.refused": { en: "This was not possible", de: "Das war nicht möglich" },
} satisfies Messages;
