// Usable at 320 pixels and at 400 % (WCAG 1.4.10: 320 by 256), with the exit always in reach.

import { ChromiumPerson } from '../lib/chromium.js';
import { expect, test } from '../lib/fixtures.js';
import { publicPaths } from '../lib/pages.js';
import { LOCALES } from '../lib/site.js';
import { everyDeskPage, everyFormPage } from '../lib/walks.js';

const SCREENS = [
  { screen: 'a small phone', width: 320, height: 568 },
  { screen: '400 %', width: 320, height: 256 },
  { screen: 'a desktop', width: 1280, height: 800 },
];
/** The smallest side of something that is touched, in pixels. */
const THUMB = 44;

for (const locale of LOCALES) {
  test(`reading pages in ${locale}`, async ({ page, site }) => {
    for (const path of await publicPaths(site, [locale])) {
      await page.goto(path);
      await check(page, locale, path);
    }
  });

  test(`form pages in ${locale}`, async ({ page, site }) => {
    test.slow();
    await everyFormPage(new ChromiumPerson(page, site), locale, (name) => check(page, locale, name));
  });
}

test('the desk', async ({ page, ownSite }) => {
  test.slow();
  await everyDeskPage(new ChromiumPerson(page, ownSite), ownSite, (name) => check(page, 'en', name));
});

test('the checks see what they look for', async ({ page }) => {
  await page.setContent('<a id="leave" style="position:sticky;top:0;width:60px;height:60px;display:block">x</a><p style="height:9000px">');
  expect(await exitAt(page, 1)).toBe('in reach');
  expect(await wider(page)).toEqual([]);
  await page.setContent('<a id="leave">x</a><p style="width:3000px;height:9000px">');
  expect(await exitAt(page, 0)).toMatch(/^only/);
  expect(await wider(page)).toHaveLength(1);
  await page.setContent('<a id="leave" style="display:block;height:60px">x</a><p style="height:9000px">');
  expect(await exitAt(page, 1)).toMatch(/^outside/);
  await page.setContent('<a id="leave" style="display:block;height:60px">x</a><div style="position:fixed;inset:0">');
  expect(await exitAt(page, 0)).toMatch(/^covered/);
});

async function check(page, locale, name) {
  const html = page.locator('html');
  await expect.soft(html, name).toHaveAttribute('lang', locale);
  await expect.soft(html, name).toHaveAttribute('dir', locale === 'ur' ? 'rtl' : 'ltr');
  await expect.soft(page.locator('h1'), name).toHaveCount(1);
  for (const { screen, width, height } of SCREENS) {
    await page.setViewportSize({ width, height });
    expect.soft(await wider(page), `${name} on ${screen} scrolls sideways because of`).toEqual([]);
    for (const part of [0, 0.5, 1]) {
      const where = `${name} on ${screen}: the exit, scrolled to ${part * 100} %`;
      expect.soft(await exitAt(page, part), where).toBe('in reach');
    }
  }
}

/** What makes the page wider than the screen. */
function wider(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const outside = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    });
    return outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Whether the exit is on the screen, large enough, and nothing lies over it. */
function exitAt(page, part) {
  return page.evaluate(
    ({ part, thumb }) => {
      const room = document.documentElement.scrollHeight - innerHeight;
      scrollTo({ top: part * room, behavior: 'instant' });
      const exit = document.getElementById('leave');
      const box = exit.getBoundingClientRect();
      if (box.width < thumb || box.height < thumb) return `only ${box.width} by ${box.height}`;
      if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) return `outside, at ${box.top}`;
      const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return exit.contains(above) ? 'in reach' : `covered by ${above?.outerHTML.slice(0, 120)}`;
    },
    { part, thumb: THUMB },
  );
}
