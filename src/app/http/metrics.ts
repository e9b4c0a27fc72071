import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

export function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "kontor_" });
  const requests = new Counter({
    name: "kontor_http_requests_total",
    help: "Requests answered, by route and status.",
    labelNames: ["method", "route", "status"],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "kontor_http_request_seconds",
    help: "Time to answer, by route.",
    labelNames: ["method", "route"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  return {
    type: registry.contentType,
    // The route's pattern, never the address: an address names people and organisations.
    request(method: string, route: string, status: number, ms: number) {
      requests.inc({ method, route, status });
      seconds.observe({ method, route }, ms / 1000);
    },
    print: () => registry.metrics(),
  };
}
