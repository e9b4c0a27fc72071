import type { Job } from "../../../access/feature.ts";
import type { Letter } from "../../../kernel/gateway.ts";
import { hashToken, newToken } from "../../../kernel/token.ts";
import { displayName, formatDate } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { makeLimit } from "../sign-in/tries.ts";
import { stateOf } from "./rules.ts";
import { type InvitationTold, invitationToldById } from "./store.ts";
import { clusterOf, sentenceOf } from "./words.ts";

/** However many invite, and however often they send again: an address gets so many letters an hour, and the others later. */
const letters = makeLimit({ points: 5, duration: 3600 });
const LATER_MS = 3_600_000;

/**
 * Writes the letter with a link made for it alone. The link is in the letter and nowhere else: only its hash is kept, so that sending
 * again needs a new one. `sending` counts: a job that runs twice sends one letter.
 */
export const sendInvitation: Job = async (payload, { system, now, publicUrl }) => {
  const { invitationId, sending } = payload as { invitationId: string; sending: number };
  await system("sending an invitation", async ({ db, mail, enqueue }) => {
    const invitation = await invitationToldById(db, invitationId);
    if (!invitation || invitation.sendings >= sending || stateOf(invitation, now()) !== "waiting") return;
    if (!(await letters(invitation.email)))
      return enqueue(
        "invitation.send",
        { invitationId, sending },
        { at: new Date(now().getTime() + LATER_MS) },
      );
    const token = newToken();
    await db
      .updateTable("invitation")
      .set({ tokenHash: hashToken(token), sentAt: now(), sendings: sending })
      .where("id", "=", invitationId)
      .execute();
    await mail(invitationLetter(invitation, `${publicUrl}/invitations/${token}`));
  });
};

function invitationLetter(invitation: InvitationTold, link: string): Letter {
  const locale = invitation.locale === "de" ? "de" : "en";
  const t = say(locale);
  const { email, name, expiresAt } = invitation;
  const subject = invitation.organisationId === null ? "office" : "seat";
  return {
    to: email,
    subject: t(`invitation.letter.subject.${subject}`, {
      organisation: displayName(invitation.organisation ?? ""),
      cluster: clusterOf(invitation, locale),
    }),
    body: [
      name ? t("invitation.letter.dear", { name }) : t("invitation.letter.hello"),
      sentenceOf(invitation, locale),
      t("invitation.letter.link", { email, day: formatDate(expiresAt, locale) }),
      link,
      t("invitation.letter.ignore"),
      "",
    ].join("\n\n"),
  };
}
