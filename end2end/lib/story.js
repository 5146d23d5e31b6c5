// The main job, end to end: she reads, tells and gets her code; a colleague is notified, sees her report first, answers;
// she comes back and writes again. Then somebody takes the disk and looks for what they said.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { acceptInvitation, answer, comeBack, signIn, tell, writeAgain } from './journeys.js';
import { header, mailsTo } from './mailbox.js';
import { until } from './patience.js';
import { findIn } from './residue.js';

/** Sentences that occur nowhere else, with letters outside ASCII. */
export function sentences() {
  const mark = randomBytes(6).toString('hex');
  return {
    hers: `Sprawdza mój telefon co wieczór i grozi że mnie znajdzie ${mark}`,
    otherFirst: `He says unkind things about my cooking ${mark}`,
    otherSecond: `My neighbour is put down by her husband ${mark}`,
    answer: `Dziękujemy, że to Pani napisała. Możemy pomóc dziś ${mark}`,
    again: `Dziękuję. Jutro będę sama od dziesiątej ${mark}`,
    note: `Ask the refuge about tonight ${mark}`,
  };
}

const REVIEWER = 'Robin Ashby';
const PASSWORD = 'seven ducks on the canal';

/** `phone` is hers, `library` another device that she uses later, `bus` somebody else's, `desk` the colleague's. */
export async function wholeStory({ site, phone, library, bus, desk }) {
  const said = sentences();
  const email = `robin.${randomBytes(4).toString('hex')}@team.test`;
  const keys = await acceptInvitation(desk, await site.invite({ name: REVIEWER, email, role: 'reviewer' }), PASSWORD);

  await lessUrgentOnesComeFirst(bus, said);
  const before = (await mailsTo(email)).length;
  const code = await sheReadsAndTells(phone, said);
  await aNoticeArrives(email, before, said);

  await signIn(desk, email, keys);
  await herReportIsFirst(desk);
  await claimOpenAnswer(desk, said);

  await comeBack(library, 'pl', code);
  await sees(library, '.thread', said.answer);
  await writeAgain(library, said.again);
  await theColleagueSeesIt(desk, said);

  await nothingIsLeftBehind(site, email, said, code);
}

async function lessUrgentOnesComeFirst(person, said) {
  await person.open('/en/tell');
  await tell(person, 'en', {
    safe: { now: 'yes' },
    who: { who: 'me' },
    signs: { list: ['put-down'] },
    words: { text: said.otherFirst },
    way: { way: 'here' },
    language: {},
  });
  await person.open('/en/tell');
  await tell(person, 'en', {
    safe: {},
    who: { who: 'someone' },
    someone: { tie: 'neighbour', how: ['heard'] },
    signs: { list: ['put-down'] },
    words: { text: said.otherSecond },
    way: {},
    language: {},
  });
}

/** She is not safe, which is asked first and answered with numbers to call before anything else. */
async function sheReadsAndTells(person, said) {
  await person.open('/pl/');
  const [start] = await person.texts('h1');
  await person.press('main a[href="/pl/everyday"]');
  await until('the next page is there', async () => {
    const [heading, ...more] = await person.texts('h1');
    return heading && heading !== start && more.length === 0;
  });
  await person.press('a[href="/pl/tell"]');
  return tell(person, 'pl', {
    safe: { now: 'no' },
    now: {},
    who: { who: 'me' },
    signs: { list: ['phone', 'threat'] },
    words: { text: said.hers },
    way: { way: 'here' },
    language: { language: 'pl', between: 'spoken' },
  });
}

/** By a real mail, which says that something waits and nothing of what. */
async function aNoticeArrives(email, before, said) {
  const mails = await until(`a mail for ${email}`, async () => {
    const mails = await mailsTo(email);
    return mails.length > before && mails;
  });
  for (const mail of mails) {
    assert.ok(header(mail, 'Subject'), 'a subject');
    assert.doesNotMatch(mail, /abuse|stalk|control|violen|victim|threat/i);
    Object.values(said).forEach((sentence) => assert.ok(!mail.includes(sentence)));
  }
}

async function herReportIsFirst(desk) {
  const priorities = (await desk.attributes('[data-case]', 'data-priority')).map(Number);
  const due = (await desk.attributes('[data-case]', 'data-due')).map((at) => Number(at) || Date.parse(at));
  assert.equal(priorities.length, 3, 'three reports wait');
  assert.deepEqual(priorities, [...priorities].sort(), 'the most urgent is first');
  assert.ok(priorities[0] < priorities[1], 'hers is more urgent than those that came before');
  assert.ok(due[0] < due[1], 'and hers is due first');
}

async function claimOpenAnswer(desk, said) {
  await desk.press('[data-case] button[value="claim"]');
  await sees(desk, '.thread', said.hers);
  await answer(desk, { note: said.note });
  await desk.press('#work button[value="note"]');
  await sees(desk, '.thread', said.note);
  await answer(desk, { answer: said.answer });
  await desk.press('#work button[value="answer"]');
  await sees(desk, '.thread', said.answer);
}

async function theColleagueSeesIt(desk, said) {
  await desk.open('/desk');
  await desk.press('[data-case] h2 a');
  await sees(desk, '.thread', said.again);
}

/** The power goes off and the disk is taken: data folder with WAL, log, mails, the mail server's queue, PostgreSQL's files. */
async function nothingIsLeftBehind(site, email, said, code) {
  await site.end('SIGKILL');
  const folders = [site.folder, process.env.QUIETDOOR_TEST_SMTP_FOLDER];
  if (site.database === 'postgres') folders.push(process.env.QUIETDOOR_TEST_POSTGRES_DATA);
  const planted = [...Object.values(said), PASSWORD, code.join(' '), code.join('\n'), code.join(',')];
  assert.deepEqual(await findIn(folders, planted), [], 'what was said is on the disk');
  // What does stand there in the clear is found, so the search itself works.
  const control = await findIn(folders, [email]);
  assert.ok(control.some((file) => file.includes(site.database === 'postgres' ? 'postgres' : join('data', 'quietdoor.db'))), control);
  assert.ok(control.some((file) => file.includes('smtp')), control);
}

async function sees(person, selector, text) {
  await until(`“${text}” is on the page`, async () => (await person.texts(selector)).some((found) => found.includes(text)));
}
