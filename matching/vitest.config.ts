import { join } from "node:path";
import { defineConfig } from "vitest/config";

// The library's tests alone: they need no database.
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  resolve: { conditions: ["kontor-source"] },
  test: {
    include: ["matching/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    maxWorkers: 2,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
