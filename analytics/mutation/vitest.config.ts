import { defineConfig } from "vitest/config";

// The tests of the modules whose mutants are tried, see stryker.config.json.
export default defineConfig({
  resolve: { conditions: ["kontor-source"] },
  test: { include: ["src/{core,composite}/*.test.ts"] },
});
