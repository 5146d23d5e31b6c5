// Looks for planted sentences in every file of a folder, as somebody would who took the disk.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Pairs of file and sentence. A sentence is looked for in the encodings that databases, mails and logs use. */
export async function findIn(folders, sentences) {
  const forms = sentences.flatMap((sentence) => encodings(sentence).map((bytes) => ({ sentence, bytes })));
  const found = [];
  for (const folder of folders) {
    for (const file of await filesIn(folder)) {
      const content = await readFile(file).catch(() => Buffer.alloc(0));
      for (const { sentence, bytes } of forms) if (content.includes(bytes)) found.push(`${file}: ${sentence}`);
    }
  }
  return [...new Set(found)];
}

function encodings(sentence) {
  const utf8 = Buffer.from(sentence, 'utf8');
  const percent = encodeURIComponent(sentence);
  const quoted = sentence.replace(/[^\x20-\x7e]/gu, (letter) =>
    [...Buffer.from(letter)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  // Base64 of the same bytes at each of three offsets, without the letters that depend on the neighbours.
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64').replace(/=+$/, '');
    return Buffer.from(text.slice(4, -3));
  });
  return [
    utf8,
    Buffer.from(sentence, 'utf16le'),
    Buffer.from(utf8.toString('hex')),
    Buffer.from(percent),
    Buffer.from(percent.replaceAll('%20', '+')),
    Buffer.from(quoted),
    ...base64,
  ];
}

async function filesIn(path) {
  const found = await stat(path).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [path];
  if (!found.isDirectory()) return [];
  const inside = await readdir(path).catch(() => []);
  return (await Promise.all(inside.map((name) => filesIn(join(path, name))))).flat();
}
