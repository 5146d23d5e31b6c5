// Usable at 320 pixels and at 400 % (WCAG 1.4.10: 320 by 256), with the exit always in reach.

import { expect, test } from '../lib/fixtures.js';
import { publicPaths } from '../lib/pages.js';
import { LOCALES } from '../lib/site.js';

const SCREENS = [
  { name: 'a small phone', width: 320, height: 568 },
  { name: '400 %', width: 320, height: 256 },
  { name: 'a desktop', width: 1280, height: 800 },
];
/** The smallest side of something that is touched, in pixels. */
const THUMB = 44;

for (const locale of LOCALES) {
  for (const { name, width, height } of SCREENS) {
    test(`${locale} on ${name}`, async ({ page, site }) => {
      await page.setViewportSize({ width, height });
      for (const path of await publicPaths(site, [locale])) {
        await page.goto(path);
        await test.step(path, () => check(page, locale, path));
      }
    });
  }
}

async function check(page, locale, path) {
  const html = page.locator('html');
  await expect.soft(html, path).toHaveAttribute('lang', locale);
  await expect.soft(html, path).toHaveAttribute('dir', locale === 'ur' ? 'rtl' : 'ltr');
  await expect.soft(page.locator('h1'), path).toHaveCount(1);
  expect.soft(await wider(page), `${path} scrolls sideways because of`).toEqual([]);
  for (const part of [0, 0.5, 1]) {
    expect.soft(await exitAt(page, part), `${path}: the exit, scrolled to ${part * 100} %`).toBe('in reach');
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
