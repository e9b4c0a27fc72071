import "hono/jsx";

declare module "hono/jsx" {
  namespace JSX {
    interface IntrinsicElements {
      "passkey-form": Record<string, unknown>;
    }
  }
}
