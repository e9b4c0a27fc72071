import type { Child } from "hono/jsx";

export interface ButtonProps {
  /** With an address it is a link that looks like a button; without, it submits its form. */
  href?: string | undefined;
  /** `main`: the one thing this page asks for. `stop`: takes something away. `quiet`: a way out. */
  kind?: "main" | "stop" | "quiet" | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  /** Posts to another address than its form's. */
  formaction?: string | undefined;
  /** Id of the `Dialog` it opens; the link or form still works where dialogs do not. */
  opens?: string | undefined;
  children?: Child;
}

export function Button({ href, kind, opens, children, ...rest }: ButtonProps) {
  const look = kind ? `btn ${kind}` : "btn";
  if (href !== undefined) {
    return (
      <a class={look} href={href}>
        {children}
      </a>
    );
  }
  return (
    <button
      class={look}
      type={opens ? "button" : "submit"}
      command={opens && "show-modal"}
      commandfor={opens}
      {...rest}
    >
      {children}
    </button>
  );
}
