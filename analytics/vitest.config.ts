import { defineConfig } from "vitest/config";

// The library's tests alone: they need no database.
export default defineConfig({
  resolve: { conditions: ["kontor-source"] },
  test: {
    include: ["analytics/**/*.test.ts"],
    exclude: ["**/node_modules/**", "analytics/dist/**"],
    maxWorkers: 2,
  },
});
