// Phone and desktop, left to right and right to left, light and dark. Whole pages in out/screenshots/.

import { fileURLToPath } from 'node:url';
import { ChromiumPerson } from '../lib/chromium.js';
import { test } from '../lib/fixtures.js';
import { acceptInvitation, answer, comeBack, signIn, tell } from '../lib/journeys.js';
import { MYSELF, SOMEONE, WORK } from '../lib/walks.js';

const folder = fileURLToPath(new URL('../out/screenshots/', import.meta.url));
const DEVICES = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};
const SCHEMES = ['light', 'dark'];

for (const device of Object.keys(DEVICES)) {
  for (const colorScheme of SCHEMES) {
    for (const locale of ['en', 'ur']) {
      test(`${locale}, ${device}, ${colorScheme}`, async ({ browser, site }) => {
        const page = await pageOn(browser, device, colorScheme);
        const person = new ChromiumPerson(page, site);
        const shoot = (name) => picture(page, `${name}-${locale}-${device}-${colorScheme}`);
        for (const name of ['', 'everyday', 'places', 'devices', 'languages', 'there-is-no-such-page']) {
          await person.open(`/${locale}/${name}`);
          await shoot(name || 'start');
        }
        await person.open(`/${locale}/tell`);
        let number = 0;
        const code = await tell(person, locale, { ...MYSELF, words: { text: WORDS[locale] } }, (step) => shoot(`tell-${++number}-${step}`));
        await comeBack(person, locale, code);
        await shoot('reply');
      });
    }
  }
}

test('the desk', async ({ browser, ownSite: site }) => {
  const bus = new ChromiumPerson(await pageOn(browser, 'phone', 'light'), site);
  for (const [locale, pages] of [['en', WORK], ['ur', SOMEONE], ['en', { ...MYSELF, safe: { now: 'yes' }, now: undefined }], ['pl', MYSELF]]) {
    await bus.open(`/${locale}/tell`);
    await tell(bus, locale, Object.fromEntries(Object.entries(pages).filter(([, answers]) => answers)));
  }
  const desk = new ChromiumPerson(await pageOn(browser, 'desktop', 'light'), site);
  const email = 'robin.ashby@team.test';
  const link = await site.invite({ name: 'Robin Ashby', email, role: 'lead' });
  await desk.open(link);
  await picture(desk.page, 'desk-invitation-desktop-light');
  const keys = await acceptInvitation(desk, link, 'seven ducks on the canal');
  await signIn(desk, email, keys);
  const queue = desk.address();
  await desk.press('[data-case] button[value="claim"]');
  await answer(desk, { note: 'Rang the refuge: a room is free tonight.' });
  await desk.press('#work button[value="note"]');
  await desk.see('.thread .text');
  const openCase = desk.address();
  const storageState = await desk.page.context().storageState();
  for (const device of Object.keys(DEVICES)) {
    for (const colorScheme of SCHEMES) {
      const page = await pageOn(browser, device, colorScheme, storageState);
      for (const [name, address] of Object.entries({ queue, case: openCase, staff: '/desk/staff', audit: '/desk/audit', sessions: '/desk/sessions' })) {
        await page.goto(new URL(address, site.url).href);
        await picture(page, `desk-${name}-${device}-${colorScheme}`);
      }
    }
  }
});

const WORDS = {
  en: 'He reads my messages every evening. On Monday he said he would find me wherever I go.',
  ur: 'وہ ہر شام میرے پیغامات پڑھتا ہے۔ پیر کو اس نے کہا کہ میں جہاں بھی جاؤں وہ مجھے ڈھونڈ لے گا۔',
};

async function pageOn(browser, device, colorScheme, storageState) {
  return (await browser.newContext({ ...DEVICES[device], colorScheme, storageState })).newPage();
}

/** The first screen too: that is what README shows, from docs/screenshots/. */
async function picture(page, name) {
  await page.screenshot({ path: `${folder}first-screen/${name}.png` });
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
}
