import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { AnswerValues, Question } from "./schema.ts";

/**
 * How a campaign lives:
 *
 *     draft --sent: the letters go out--> open --its last day has passed, or the team ends it--> closed
 *
 * While it is open everybody asked may answer, and mend what they answered; each who has not is reminded at most twice.
 */
export type CampaignState = "draft" | "open" | "closed";

export type SendProblem = "not-a-draft" | "over-already" | "nobody-to-ask";

export function mayBeSent(
  campaign: { state: CampaignState; due: string },
  today: string,
): Result<true, SendProblem> {
  if (campaign.state !== "draft") return refuse("not-a-draft");
  if (campaign.due < today) return refuse("over-already");
  return ok(true);
}

export const takesAnswers = (campaign: { state: CampaignState; due: string }, today: string): boolean =>
  campaign.state === "open" && campaign.due >= today;

export type AnswerProblem = "nothing-said" | "over" | "not-a-choice" | "unknown-question" | "needs-text";

export interface Wrong {
  problem: AnswerProblem;
  /** The field of the form where it can be mended; `""` is the form as a whole. */
  field: string;
}

/** What is in the way of keeping an answer, if anything. */
export function wrongWith(questions: readonly Question[], { answers, needs }: AnswerValues): Wrong | null {
  for (const [key, value] of Object.entries(answers)) {
    const question = questions.find((one) => one.key === key);
    if (!question) return { problem: "unknown-question", field: key };
    if (value === "" || question.kind === "text") continue;
    const choices = question.kind === "choice" ? question.choices : ["yes", "no"];
    if (!choices.includes(value)) return { problem: "not-a-choice", field: key };
  }
  const bare = needs.findIndex((need) => need.as !== "draft" && need.text === "");
  if (bare >= 0) return { problem: "needs-text", field: `text-${bare + 1}` };
  if (needs.length === 0 && Object.values(answers).every((value) => value === ""))
    return { problem: "nothing-said", field: "" };
  return null;
}
