// `npm run screenshots`: what people see, as pictures in out/screenshots/. No test: somebody looks at them.

import base from './playwright.config.js';

const [{ use }] = base.projects;

export default {
  ...base,
  testDir: 'screenshots',
  globalSetup: undefined,
  timeout: 300_000,
  reporter: 'list',
  projects: [{ name: 'screenshots', use: { ...use, database: 'sqlite', javaScriptEnabled: true } }],
};
