// What every browser test gets: a site of its worker's own, and a watch over what the pages do.

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { Site } from './site.js';

export { expect };

const kept = fileURLToPath(new URL('../out/pages/', import.meta.url));

export const test = base.extend({
  database: ['sqlite', { option: true, scope: 'worker' }],

  /** Shared by the tests of one worker. */
  site: [
    async ({ database }, use) => {
      const site = await Site.start({ database });
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  /** For a test that needs to be alone, or that ends the program. */
  ownSite: async ({ database }, use) => {
    const site = await Site.start({ database });
    await use(site);
    await site.stop();
  },

  baseURL: async ({ site }, use) => use(site.url),

  /** Fails a test whose pages ask anybody else for anything, break their own content policy, or throw. */
  faults: async ({}, use) => {
    const faults = [];
    await use(faults);
    expect(faults, 'what the pages did besides').toEqual([]);
  },

  context: async ({ context, faults }, use) => {
    watchOver(context, faults);
    await use(context);
  },
});

/** Also for contexts that a test opens itself. */
export function watchOver(context, faults) {
  const allowed = (origin) => [...Site.running].some((site) => [site.url, site.decoy.url].some((url) => new URL(url).origin === origin));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'about:'].includes(protocol) && !allowed(origin)) faults.push(`asked ${origin}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4|5)\d\d/.test(message.text())) faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  context.on('response', keep);
}

/** Keeps every page that was served, for the HTML checker. */
async function keep(response) {
  const ours = [...Site.running].some((site) => response.url().startsWith(site.url));
  if (!ours || !/^text\/html/.test(response.headers()['content-type'] ?? '')) return;
  const body = await response.body().catch(() => null);
  if (!body?.length) return;
  const path = new URL(response.url()).pathname.replace(/[^a-z0-9]+/gi, '-').slice(0, 40);
  const name = `${response.status()}${path}-${createHash('sha256').update(body).digest('hex').slice(0, 8)}.html`;
  await writeFile(kept + name, body);
}
