// Looks again until it is so.

import { setTimeout } from 'node:timers/promises';

/** Returns the first answer that is not false; fails with `what` when there is none in time. */
export async function until(what, look, patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`still not so after ${patience / 1000} s: ${what}`);
    await setTimeout(100);
  }
}
