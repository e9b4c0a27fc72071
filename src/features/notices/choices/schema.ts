import { z } from "zod";
import { FREQUENCIES } from "../telling/rules.ts";

const Frequency = z.enum(FREQUENCIES);

/** `everything` stands for every topic that is not chosen for itself; `null` leaves it to the house. */
export const NewChoices = z.strictObject({
  everything: Frequency.nullable().optional(),
  topics: z.record(z.string().max(40), Frequency.nullable()).optional(),
});
export type NewChoices = z.output<typeof NewChoices>;

export const ChoicesAnswer = z.object({
  everything: Frequency.nullable(),
  topics: z.array(
    z.object({
      topic: z.string(),
      label: z.string(),
      chosen: Frequency.nullable(),
    }),
  ),
});
