import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'training/**/*.test.ts', 'bench/**/*.test.ts'],
    // Need Chromium: npx vitest run -c vitest.browser.config.ts
    exclude: ['test/browser/**', '**/node_modules/**'],
    testTimeout: 30_000,
  },
})
