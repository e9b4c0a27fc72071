import type { Messages } from "../../kernel/messages.ts";

/** What links are called wherever they are shown. `back` is what the second says of the first, where it says it differently. */
export const linkWords = {
  "type.formal": { en: "formal", de: "formell" },
  "type.informal": { en: "informal", de: "informell" },
  "type.industry": { en: "industry", de: "Branche" },
  "type.production": { en: "production", de: "Produktion" },
  "type.geographic": { en: "geographic", de: "räumlich" },

  "origin.declared": { en: "declared", de: "angegeben" },
  "origin.confirmed": { en: "confirmed", de: "bestätigt" },

  "nature.supplies": { en: "supplies", de: "beliefert" },
  "back.supplies": { en: "is supplied by", de: "wird beliefert von" },
  "nature.services": { en: "serves", de: "ist Dienstleister für" },
  "back.services": { en: "is served by", de: "nutzt Dienste von" },
  "nature.owns": { en: "owns part of", de: "ist beteiligt an" },
  "back.owns": { en: "is partly owned by", de: "gehört teilweise" },
  "nature.licences": { en: "licences to", de: "vergibt Lizenzen an" },
  "back.licences": { en: "has licences from", de: "nutzt Lizenzen von" },
  "nature.competes": { en: "competes with", de: "steht im Wettbewerb mit" },
  "nature.complements": { en: "complements", de: "ergänzt sich mit" },
  "nature.member": { en: "is a member of", de: "ist Mitglied bei" },
  "back.member": { en: "has as a member", de: "hat als Mitglied" },
  "nature.shares-staff": { en: "shares staff with", de: "teilt sich Personal mit" },
  "nature.exchange": { en: "sends people to", de: "entsendet Personal an" },
  "back.exchange": { en: "takes in people from", de: "nimmt Personal auf von" },
} satisfies Messages;
