import type { Locale } from "../../../kernel/locale.ts";
import { Sheet } from "../../../ui/index.ts";
import { sayPictures } from "./messages.ts";

const PERSONAS = ["manager", "policy", "science", "firm"] as const;

interface Answer {
  question: string;
  /** What the figures say to it; the link leads to the whole. */
  answer: string;
  href: string;
}

/** With which question somebody comes, and where the answer is. */
export function Questions({
  locale,
  answers,
}: {
  locale: Locale;
  answers: Record<(typeof PERSONAS)[number], Answer>;
}) {
  const say = sayPictures(locale);
  return (
    <Sheet title={say("region.persona")} id="questions">
      <dl class="facts">
        {PERSONAS.map((persona) => {
          const { question, answer, href } = answers[persona];
          return (
            <>
              <dt>{say(`persona.${persona}`)}</dt>
              <dd>
                <b>{question}</b> <a href={href}>{answer}</a>
              </dd>
            </>
          );
        })}
      </dl>
    </Sheet>
  );
}
