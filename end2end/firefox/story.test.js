// The whole story in Firefox ESR with scripts on, on both databases.

import { test } from 'node:test';
import { FirefoxPerson, launchFirefox } from '../lib/firefox.js';
import { Site } from '../lib/site.js';
import { wholeStory } from '../lib/story.js';

for (const database of ['sqlite', 'postgres']) {
  test(`she reads, tells, is answered and comes back, on ${database}`, { timeout: 400_000 }, async (t) => {
    const site = await Site.start({ database });
    t.after(() => site.stop());
    const firefox = await launchFirefox();
    t.after(() => firefox.close());
    const someone = async () => new FirefoxPerson(await (await firefox.createBrowserContext()).newPage(), site);
    await wholeStory({ site, phone: await someone(), bus: await someone(), library: await someone(), desk: await someone() });
  });
}
