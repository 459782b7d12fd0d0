import { defineConfig, devices } from '@playwright/test';

const browser = process.env.LECTERN_CHROMIUM;
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './global-setup.ts',
  // One server and one database for the run, and tests that kill them.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser === undefined || browser === '' ? {} : { executablePath: browser }),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--headless',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'] }, testIgnore: /\.phone\.spec\.ts$/ },
    // A test for phones is named so, or carries the tag.
    { name: 'phone', use: { ...devices['Pixel 7'] }, testMatch: [/\.phone\.spec\.ts$/, /smoke\.spec\.ts$/] },
  ],
});
