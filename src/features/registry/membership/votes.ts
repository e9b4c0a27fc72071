import { createHash } from "node:crypto";
import type { MemberOn } from "./members-on.ts";

/** Who has votes on a day, applicants left out. */
export const voters = (members: readonly MemberOn[]): MemberOn[] =>
  members.filter((member) => member.role !== "applicant");

/**
 * The same list has the same fingerprint, whoever prints it and whenever: one line for each organisation in the order of their ids,
 * with how it belongs, through whom and with how many votes. Names may change; they are not in it.
 */
export function fingerprint(clusterId: string, date: string, members: readonly MemberOn[]): string {
  const lines = voters(members)
    .map((member) =>
      [
        member.id,
        member.direct ? "direct" : "indirect",
        member.through
          .map(({ id }) => id)
          .sort()
          .join(","),
        member.votes,
      ].join(";"),
    )
    .sort();
  return createHash("sha256")
    .update([clusterId, date, ...lines].join("\n"))
    .digest("hex");
}
