import { defineConfig } from '@playwright/test';
import { launchSettings } from './scripts/lib/browsers.mjs';

const port = Number(process.env.LAMPLIT_TEST_PORT ?? 4173);
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.js',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // What is waited for comes at its own pace on a busy machine; nothing here is a measure of time.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  retries: 0,
  workers: 2,
  use: { baseURL, trace: 'retain-on-failure' },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', ...launchSettings('chromium') } },
    { name: 'firefox', use: { browserName: 'firefox', ...launchSettings('firefox') } },
  ],
  webServer: {
    // Every page comes with the strict policy, so each test is one of that as well.
    command: `node scripts/serve.mjs --csp --tests --port ${port}`,
    url: baseURL,
    // An old server might serve another checkout.
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
