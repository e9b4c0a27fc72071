import type { Context } from "../../../../access/context.ts";
import { displayName, Notice } from "../../../../ui/index.ts";
import type { Preview } from "../preview.ts";
import { sayProfile } from "./messages.ts";

/** Above a page seen through somebody else's eyes: whose they are, and the way back. */
export function PreviewBanner({
  ctx,
  preview,
  home,
  exists,
}: {
  ctx: Context;
  preview: Preview;
  home: string;
  exists: boolean;
}) {
  const say = sayProfile(ctx.locale);
  const who = preview.as === "organisation" ? displayName(preview.name ?? "") : say(`preview.${preview.as}`);
  return (
    <Notice tone="wait" title={say("preview.banner", { who })}>
      <p>{say(exists ? "preview.banner.text" : "preview.nothing", { who })}</p>
      <p>
        <a href={home}>{say("preview.end")}</a> · <a href={`${home}/profile`}>{say("profile.open")}</a>
      </p>
    </Notice>
  );
}
