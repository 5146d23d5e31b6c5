// The whole story in Chromium: on a phone 360 pixels wide and at the desk; by project with scripts and without, on SQLite
// and on PostgreSQL.

import { ChromiumPerson } from '../lib/chromium.js';
import { test, watchOver } from '../lib/fixtures.js';
import { wholeStory } from '../lib/story.js';

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 800 } };

test('she reads, tells, is answered and comes back', async ({ browser, ownSite, javaScriptEnabled, faults }) => {
  const someone = async (device, number) => {
    const headers = { 'X-Forwarded-For': `2001:db8:${number}::1` };
    const context = await browser.newContext({ ...device, javaScriptEnabled, extraHTTPHeaders: headers });
    watchOver(context, faults);
    return new ChromiumPerson(await context.newPage(), ownSite);
  };
  await wholeStory({
    site: ownSite,
    phone: await someone({ ...PHONE, locale: 'pl-PL' }, 1),
    bus: await someone(PHONE, 2),
    library: await someone(DESKTOP, 3),
    desk: await someone(DESKTOP, 4),
  });
});
