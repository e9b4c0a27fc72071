import { defineConfig } from "vitest/config";

const results = process.env.KONTOR_TEST_RESULTS;

export default defineConfig({
  // The libraries of this repository are read from their sources.
  resolve: { conditions: ["kontor-source"] },
  ssr: { resolve: { conditions: ["kontor-source"] } },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // A module is read by many files' tests, and again on the second PostgreSQL.
    fsModuleCache: true,
    // For .ci/run, which adds the passes up.
    reporters: results ? ["default", ["json", { outputFile: results }]] : ["default"],
    projects: [
      {
        extends: true,
        test: {
          name: "house",
          include: ["{src,demo,bench}/**/*.test.{ts,tsx}"],
          globalSetup: ["src/app/testing/global-setup.ts"],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      // The libraries need no database, and their tests leave nothing behind that the next would find.
      { extends: "./analytics/vitest.config.ts", test: { name: "analytics", root: "." } },
      { extends: "./matching/vitest.config.ts", test: { name: "matching", root: "." } },
    ],
  },
});
