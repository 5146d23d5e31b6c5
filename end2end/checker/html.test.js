// The Nu HTML checker has nothing to say about any page that was served: every public page in every language, and every
// page that the browser tests met on the way, form steps and desk included.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publicPaths } from '../lib/pages.js';
import { LOCALES, Site } from '../lib/site.js';

const jar = createRequire(import.meta.url)('vnu-jar');
const pages = fileURLToPath(new URL('../out/pages/', import.meta.url));

test('every page is valid HTML', { timeout: 300_000 }, async () => {
  await mkdir(pages, { recursive: true });
  await fetchPublicPages();
  const files = await readdir(pages);
  for (const part of ['tell', 'reply', 'desk']) {
    assert.ok(files.some((file) => file.includes(`-${part}`)), `no ${part} page was kept: run the browser tests first`);
  }
  const faults = await check(files.map((file) => join(pages, file)));
  assert.deepEqual(faults, [], `faults in ${files.length} pages`);
});

test('the checker sees what it looks for', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'quietdoor-checker-')), 'bad.html');
  await writeFile(file, '<!DOCTYPE html><html lang="en"><title>x</title><p><h1>y</p></b>');
  assert.notDeepEqual(await check([file]), []);
  await rm(dirname(file), { recursive: true });
});

async function fetchPublicPages() {
  const site = await Site.start();
  try {
    for (const path of await publicPaths(site, LOCALES)) {
      const response = await fetch(site.url + path);
      await writeFile(join(pages, `${path.replaceAll('/', '-').slice(1)}.html`), Buffer.from(await response.arrayBuffer()));
    }
  } finally {
    await site.stop();
  }
}

async function check(files) {
  const words = ['-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', ...files];
  const { stdout } = await promisify(execFile)('java', words, { maxBuffer: 1 << 28 });
  const messages = JSON.parse(stdout).messages.filter(({ type }) => type !== 'info');
  // One fault is often on many pages: each is told once, with one place.
  const places = new Map();
  for (const found of messages) places.set(found.message, [...(places.get(found.message) ?? []), found]);
  return [...places].map(([message, [{ url, lastLine, extract }, ...more]]) =>
    `${message} (${url.split('/').pop()}:${lastLine}, and ${more.length} more): ${extract ?? ''}`);
}
