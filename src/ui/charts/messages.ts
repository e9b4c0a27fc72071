import { speaker } from "../../kernel/messages.ts";

/** Of the charts alone; what they share with the other components is said there. */
export const chartSay = speaker({
  address: { en: "Permanent address", de: "Dauerhafte Adresse" },
});
