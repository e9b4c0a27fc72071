import "hono/jsx";

declare module "hono/jsx" {
  namespace JSX {
    interface IntrinsicElements {
      "draft-keeper": Record<string, unknown>;
    }
  }
}
