import { defineConfig } from 'vitest/config'

/** Tests of the report in a real browser: `npm run build`, then `npx vitest run -c vitest.browser.config.ts`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One browser at a time: the timings of the large story are told apart from the load of other tests.
    fileParallelism: false,
  },
})
