// Leaving, and what Back shows afterwards. She comes from a search result, as people do: a page that was opened by its
// address is not kept by the browser, and Back would look harmless.

import { ChromiumPerson } from '../lib/chromium.js';
import { expect, test } from '../lib/fixtures.js';
import { answer, atStep, sendOn, tell } from '../lib/journeys.js';
import { until } from '../lib/patience.js';

const TYPED = 'He waits outside my work, seven geese';

test('the exit leads away and says nothing about where from', async ({ page, site }) => {
  const person = await arrive(page, site);
  await person.press('#leave');
  await expect(page).toHaveURL(site.decoy.url);
  const arrived = site.decoy.requests.filter(({ url }) => url === '/weather').pop();
  expect(arrived.referrer).toBeUndefined();
});

test('Back never shows what she typed and did not send', async ({ page, site }) => {
  const person = await arrive(page, site);
  await person.press('a[href="/en/tell"]');
  for (const [step, answers] of [['safe', {}], ['who', { who: 'me' }], ['signs', { list: ['phone'] }]]) {
    await atStep(person, step);
    await sendOn(person, answers);
  }
  await atStep(person, 'words');
  await answer(person, { text: TYPED });
  await person.press('#leave');
  await backNeverShows(page, site, [TYPED]);
});

test('Back never shows what she sent, nor her code', async ({ page, site }) => {
  const person = await arrive(page, site);
  await person.press('a[href="/en/tell"]');
  const pages = { safe: {}, who: { who: 'me' }, signs: { list: ['phone'] }, words: { text: TYPED }, way: {}, language: {} };
  const code = await tell(person, 'en', pages);
  await person.press('#leave');
  await backNeverShows(page, site, [TYPED, code.join(' ')]);
});

test('a reload brings her code again, and Back does not', async ({ page, site }) => {
  const person = await arrive(page, site);
  await person.press('a[href="/en/tell"]');
  const pages = { safe: {}, who: { who: 'me' }, signs: { list: ['phone'] }, words: { text: TYPED }, way: {}, language: {} };
  const code = await tell(person, 'en', pages);
  await page.reload();
  expect(await person.texts('#code li')).toEqual(code);
  await person.press('#leave');
  await backNeverShows(page, site, [TYPED, code.join(' ')]);
});

test('Back would show it: an ordinary form does', async ({ page, site }) => {
  await page.goto(site.decoy.found('/form'));
  await page.locator('#found').click();
  await page.locator('textarea').fill(TYPED);
  await page.locator('#leave').click();
  await expect(page).toHaveURL(site.decoy.url);
  await expect(backNeverShows(page, site, [TYPED])).rejects.toThrow(TYPED);
});

async function arrive(page, site) {
  await page.goto(site.decoy.found(`${site.url}/en/`));
  await page.locator('#found').click();
  await page.locator('h1').waitFor();
  return new ChromiumPerson(page, site);
}

/** Goes back all the way, and forward again. */
async function backNeverShows(page, site, sentences) {
  await expect(page).toHaveURL(site.decoy.url);
  for (const direction of ['goBack', 'goForward']) {
    for (let more = true; more; ) {
      const address = page.url();
      // A page that the browser kept does not load again, and waiting for it to would not end.
      await page[direction]({ waitUntil: 'commit', timeout: 3000 }).catch(() => {});
      more = page.url() !== address;
      const [shown] = await until('a page is there', () => everythingOn(page).catch(() => null));
      for (const sentence of sentences) expect(shown, `${direction} to ${page.url()}`).not.toContain(sentence);
    }
  }
}

/** Text and what stands in fields, with its white space folded. */
function everythingOn(page) {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
    return [[document.body.innerText, ...fields].join('\n').replace(/\s+/g, ' ')];
  });
}
