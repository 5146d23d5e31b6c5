import { defineConfig } from '@playwright/test';

const chromium = {
  browserName: 'chromium',
  launchOptions: {
    executablePath: process.env.QUIETDOOR_CHROMIUM ?? '/usr/bin/chromium',
    // Playwright switches the back-forward cache off, and with it a test of what Back shows would pass falsely.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: ['--disable-dev-shm-usage'],
  },
};

const project = (name, use, more = {}) => ({ name, use: { ...chromium, ...use }, ...more });
// Everything a person does, with scripts and without, on both databases.
const journeys = ['sqlite', 'postgres'].flatMap((database) => [
  project(`${database}-nojs`, { database, javaScriptEnabled: false }, { testMatch: 'story.spec.js' }),
  project(`${database}-js`, { database, javaScriptEnabled: true }, { testMatch: 'story.spec.js' }),
]);

export default defineConfig({
  testDir: 'specs',
  outputDir: 'out/results',
  globalSetup: './lib/setup.js',
  // Two cores and argon2id: more at once only wait for each other.
  workers: 2,
  forbidOnly: true,
  // A test that passes at the second try has failed.
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['html', { outputFolder: 'out/report', open: 'never' }]],
  use: { screenshot: 'only-on-failure', actionTimeout: 15_000, navigationTimeout: 30_000 },
  projects: [
    ...journeys,
    project('nojs', { javaScriptEnabled: false }, { testMatch: ['layout.spec.js', 'leaving.spec.js'] }),
    project('js', { javaScriptEnabled: true }, { testMatch: ['layout.spec.js', 'leaving.spec.js'] }),
    // axe is a script: it needs them on, and hangs without.
    project('axe', {}, { testMatch: 'axe.spec.js' }),
  ],
});
