import "hono/jsx";

declare module "hono/jsx" {
  namespace JSX {
    interface IntrinsicElements {
      "card-board": Record<string, unknown>;
    }
  }
}
