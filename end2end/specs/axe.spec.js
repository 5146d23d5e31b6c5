// No fault that axe-core can see, on any page, in any language, light and dark.

import AxeBuilder from '@axe-core/playwright';
import { ChromiumPerson } from '../lib/chromium.js';
import { expect, test } from '../lib/fixtures.js';
import { publicPaths } from '../lib/pages.js';
import { LOCALES } from '../lib/site.js';
import { everyDeskPage, everyFormPage } from '../lib/walks.js';

for (const colorScheme of ['light', 'dark']) {
  test(`the desk, ${colorScheme}`, async ({ page, ownSite }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    const person = new ChromiumPerson(page, ownSite);
    await everyDeskPage(person, ownSite, async (name) => expect.soft(await faultsOf(page), name).toEqual([]));
  });

  for (const locale of LOCALES) {
    test(`public pages in ${locale}, ${colorScheme}`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme });
      for (const path of await publicPaths(site, [locale])) {
        await page.goto(path);
        expect.soft(await faultsOf(page), path).toEqual([]);
      }
    });

    test(`form pages in ${locale}, ${colorScheme}`, async ({ page, site }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      const person = new ChromiumPerson(page, site);
      await everyFormPage(person, locale, async (name) => expect.soft(await faultsOf(page), name).toEqual([]));
    });
  }
}

async function faultsOf(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}
