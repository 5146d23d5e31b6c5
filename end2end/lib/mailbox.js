// The mails that the real SMTP server has accepted for somebody.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Every mail for this address so far, as text. */
export async function mailsTo(address) {
  const folder = join(process.env.QUIETDOOR_TEST_MAILDIR, 'new');
  const files = await readdir(folder).catch(() => []);
  const mails = await Promise.all(files.sort().map((file) => readFile(join(folder, file), 'utf8')));
  return mails.filter((mail) => mail.toLowerCase().includes(`envelope-to: ${address.toLowerCase()}`));
}

export function header(mail, name) {
  const found = mail.match(new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im'));
  return found?.[1].replace(/\r?\n[ \t]/g, ' ');
}
