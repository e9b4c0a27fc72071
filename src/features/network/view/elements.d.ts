import "hono/jsx";

declare module "hono/jsx" {
  namespace JSX {
    interface IntrinsicElements {
      "network-graph": Record<string, unknown>;
    }
  }
}
