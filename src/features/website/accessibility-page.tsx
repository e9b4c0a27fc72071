import type { Context } from "../../access/context.ts";
import { PageHead } from "../../ui/index.ts";
import { sayOfWebsite } from "./messages.ts";

export function AccessibilityPage({ ctx }: { ctx: Context }) {
  const say = sayOfWebsite(ctx.locale);
  return (
    <>
      <PageHead title={say("accessibility.title")} lede={say("accessibility.lede")} />
      <h2>{say("accessibility.how")}</h2>
      <ul>
        <li>{say("accessibility.script")}</li>
        <li>{say("accessibility.keyboard")}</li>
        <li>{say("accessibility.charts")}</li>
        <li>{say("accessibility.colour")}</li>
      </ul>
      <h2>{say("accessibility.limits")}</h2>
      <p>{say("accessibility.limits.text")}</p>
    </>
  );
}
