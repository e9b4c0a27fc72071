import type { Child } from "hono/jsx";

export type NoticeTone = "plain" | "good" | "wait" | "stop";

/** A word from the house above the page. What went wrong is announced at once, the rest when there is a pause. */
export function Notice({
  tone = "plain",
  title,
  children,
}: {
  tone?: NoticeTone;
  title?: string | undefined;
  children?: Child;
}) {
  return (
    <div class={`notice ${tone}`} role={tone === "stop" ? "alert" : "status"}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </div>
  );
}
