import { join } from "node:path";
import { defineConfig } from "vitest/config";

// The library's tests alone: they need no database.
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  resolve: { conditions: ["kontor-source"] },
  test: {
    include: ["analytics/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.stryker-tmp/**"],
    maxWorkers: 2,
    isolate: false,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
