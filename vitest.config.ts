import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const results = process.env.KONTOR_TEST_RESULTS;

const LONG = /app\/(journeys|walls)\//;

/** What takes minutes begins first, so that no worker waits for the other at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

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
    sequence: { sequencer: LongFirst },
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
