import { expect, it } from "vitest";
import { ACTIONS } from "../../../access/can.ts";
import { LOCALES } from "../../../kernel/locale.ts";
import { speaker } from "../../../kernel/messages.ts";
import { ruleMessages, ruleWords } from "./rule-words.ts";

const say = speaker(ruleMessages);

it("says of every right in both languages who holds it", () => {
  const unsaid = LOCALES.flatMap((locale) =>
    ACTIONS.filter((action) => ruleWords(say(locale), action) === say(locale)("rule.other", { action })),
  );
  expect(unsaid).toEqual([]);
});

it("names a right that has no words yet", () => {
  expect(ruleWords(say("en"), "something.new" as never)).toContain("something.new");
});
