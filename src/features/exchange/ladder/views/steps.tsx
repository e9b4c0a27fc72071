import type { Context } from "../../../../access/context.ts";
import { Facts, Tag } from "../../../../ui/index.ts";
import { rankOf } from "../../words.ts";
import { sayLadder } from "../messages.ts";
import type { Reading } from "../reading.ts";
import { CLIMBED, isUnderWay } from "../rules.ts";
import { stateWords, TONES } from "../words.ts";

/** The ladder from the bottom: what is told, what was asked for, what is still closed. */
export function Steps({ ctx, reading }: { ctx: Context; reading: Reading }) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  const steps = CLIMBED.filter(
    (step) => step !== "agreed" || reading.terms !== "" || reading.offered !== null,
  );
  return (
    <Facts
      facts={steps.map((step) => {
        const [latest] = reading.releases
          .filter((release) => release.step === step)
          .sort((a, b) => Number(isUnderWay(b)) - Number(isUnderWay(a)));
        const told = reading.reads >= rankOf(step);
        return [
          say(`step.${step}`),
          latest && (!told || latest.state === "granted") ? (
            <Tag tone={TONES[latest.state]}>{stateWords(latest, locale)}</Tag>
          ) : (
            <Tag tone={told ? "good" : "plain"}>{say(told ? "ladder.told" : "ladder.not-yet")}</Tag>
          ),
        ];
      })}
    />
  );
}
