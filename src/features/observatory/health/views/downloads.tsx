import type { Stage } from "./stage.ts";

/** The picture above as a file of its own; its figures are the table's. */
export const Downloads = ({ stage: { say, to } }: { stage: Stage }) => (
  <p class="exports">
    {say("download.picture")}{" "}
    <a href={to.here({ format: "svg" })} download="">
      SVG
    </a>{" "}
    <a href={to.here({ format: "png" })} download="">
      PNG
    </a>
  </p>
);
