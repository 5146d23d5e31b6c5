// Before the first test: yesterday's pictures and pages are not today's.

import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export default async function setup() {
  const pages = fileURLToPath(new URL('../out/pages/', import.meta.url));
  await rm(pages, { recursive: true, force: true });
  await mkdir(pages, { recursive: true });
}
