import type { Operation } from "./operations.ts";
import { sampleOf } from "./sample.ts";

/** A line for the terminal that makes this very call. */
export function curlLine(operation: Operation, publicUrl: string): string {
  const { method, path, example, body, parameters } = operation;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const schema =
      parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.schema ?? {};
    return encodeURIComponent(example[name] ?? String(sampleOf(schema)));
  });
  const asked = Object.entries(example).filter(([name]) => !path.includes(`{${name}}`));
  const query = asked.length > 0 ? `?${new URLSearchParams(asked)}` : "";
  const needsToken = operation.rule !== "everyone";
  return [
    "curl",
    ...(method === "GET" ? [] : [`-X ${method}`]),
    ...(needsToken ? ['-H "Authorization: Bearer $KONTOR_TOKEN"'] : []),
    ...(body
      ? [
          "-H 'Content-Type: application/json'",
          `-d '${JSON.stringify(sampleOf(body)).replaceAll("'", "'\\''")}'`,
        ]
      : []),
    `'${publicUrl}${filled}${query}'`,
  ].join(" ");
}
