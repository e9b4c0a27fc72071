import { z } from "zod";

/** How an import deals with what it finds. */
export const Options = z.strictObject({
  /** Rows that cannot be used are left out, or keep all the others from being written. */
  onError: z.enum(["skip", "stop"]).default("skip"),
  /** What is known of an organisation already is changed, or only added to. */
  existing: z.enum(["update", "add"]).default("update"),
  /** No letters and no notices. */
  quiet: z.boolean().default(true),
  /** The role of firms whose row names none; `none` makes no members. */
  role: z.enum(["anchor", "core", "associate", "partner", "none"]).default("core"),
  factVisibility: z.enum(["public", "peers", "cluster"]).default("cluster"),
  membershipVisibility: z.enum(["public", "peers", "cluster"]).default("public"),
});
export type Options = z.output<typeof Options>;
export const DEFAULT_OPTIONS: Options = Options.parse({});

/** As a form sends it: a box that is not ticked is not sent at all. */
export const OptionsForm = z
  .object({
    onError: Options.shape.onError.catch("skip"),
    existing: Options.shape.existing.catch("update"),
    letters: z.string().optional(),
    role: Options.shape.role.catch("core"),
    factVisibility: Options.shape.factVisibility.catch("cluster"),
    membershipVisibility: Options.shape.membershipVisibility.catch("public"),
  })
  .transform(({ letters, ...rest }): Options => ({ ...rest, quiet: letters === undefined }));
