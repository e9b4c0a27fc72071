import type { Child } from "hono/jsx";
import { Button } from "./button.tsx";

/** An empty place says why it is empty and offers the next act. */
export const Empty = ({
  children,
  act,
}: {
  children?: Child;
  act?: { label: string; href: string } | undefined;
}) => (
  <div class="empty">
    <p>{children}</p>
    {act ? (
      <p>
        <Button href={act.href}>{act.label}</Button>
      </p>
    ) : null}
  </div>
);
