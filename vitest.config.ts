import { defineConfig } from "vitest/config";

const results = process.env.KONTOR_TEST_RESULTS;

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["{src,demo,bench,analytics}/**/*.test.{ts,tsx}"],
    globalSetup: ["src/app/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // For .ci/run, which adds the passes up.
    reporters: results ? ["default", ["json", { outputFile: results }]] : ["default"],
  },
});
