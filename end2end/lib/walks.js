// Ways through the form that between them meet every page of it, each question answered in the fullest way.

import { randomBytes } from 'node:crypto';
import { acceptInvitation, answer, atStep, comeBack, sendMistaken, sendOn, signIn, tell, writeAgain } from './journeys.js';
import { until } from './patience.js';

export const MYSELF = {
  safe: { now: 'no' },
  now: {},
  who: { who: 'me' },
  signs: { list: ['phone', 'money', 'followed', 'threat'] },
  words: { text: 'Every evening.\nAnd in the morning <b>too</b> & "more".' },
  way: { way: 'phone' },
  reach: { line: '07700 900123', days: ['mon', 'thu'], from: '10', to: '14', tape: 'no', ask: 'the dentist', until: 'week' },
  language: { language: 'ur', between: 'spoken' },
};

export const SOMEONE = {
  safe: { now: 'yes' },
  who: { who: 'someone' },
  someone: { tie: 'neighbour', how: ['saw', 'heard'], aware: 'no', effect: 'unsure', home: 'yes' },
  signs: { list: ['hurt'] },
  words: { text: 'Through the wall, at night.' },
  way: { way: 'email' },
  reach: { post: 'someone@example.org', days: ['sat'], from: '0', to: '24', until: 'open' },
  language: { language: 'other', other: 'Shona' },
};

export const WORK = {
  safe: { now: 'not-said' },
  who: { who: 'work' },
  work: { place: 'A school', part: 'Teacher', agreed: 'unsure', basis: 'Safeguarding' },
  signs: { list: [] },
  words: { text: 'A pupil said something today.' },
  way: {},
  language: {},
};

/** Meets every page of the form and of coming back, once with mistakes; `look` is called on each with its name. */
export async function everyFormPage(person, locale, look) {
  for (const [name, pages] of Object.entries({ myself: MYSELF, work: WORK })) {
    await person.open(`/${locale}/tell`);
    await tell(person, locale, pages, (step) => look(`${name}: ${step}`));
  }
  await mistakes(person, locale, look);
  await person.open(`/${locale}/tell`);
  const code = await tell(person, locale, SOMEONE, (step) => look(`someone: ${step}`));
  await comeBack(person, locale, code);
  await look('coming back');
  await writeAgain(person, 'One more thing.');
  await look('writing again');
}

async function mistakes(person, locale, look) {
  await person.open(`/${locale}/tell`);
  const until = (last) => Object.fromEntries(Object.entries(MYSELF).slice(0, Object.keys(MYSELF).indexOf(last)));
  await tellUntil(person, { ...until('signs'), signs: {} });
  await sendMistaken(person, {});
  await look('nothing told');
  await tellUntil(person, { words: { text: 'x' }, way: { way: 'phone' } });
  await sendMistaken(person, { from: '14', to: '14' });
  await look('a wrong number and wrong hours');
  await person.open(`/${locale}/reply`);
  await sendMistaken(person, { list: 'one two three' });
  await look('a code that is none');
}

async function tellUntil(person, pages) {
  for (const [step, answers] of Object.entries(pages)) {
    await atStep(person, step);
    await sendOn(person, answers);
  }
}

/** Meets every kind of page at the desk, as a lead; `look` is called on each with its name. */
export async function everyDeskPage(person, site, look) {
  for (const pages of [MYSELF, SOMEONE, WORK]) {
    await person.open('/en/tell');
    await tell(person, 'en', pages);
  }
  await setUp(person, site, look);
  await look('the queue');
  await person.press('[data-case] button[value="claim"]');
  await person.see('#work [name="answer"]');
  await look('a case');
  await person.press('#work button[value="answer"]');
  await person.see('[aria-invalid="true"]');
  await look('a case, nothing answered');
  await answer(person, { answer: 'We can help.' });
  await person.press('#work button[value="answer"]');
  await person.see('.thread .team');
  await look('a case, answered');
  for (const path of ['?view=closed', '/staff', '/staff/recover', '/sessions', '/audit', '/cases/none', '/invitation/none']) {
    await person.open(`/desk${path}`);
    await look(path);
  }
  await person.open('/desk/staff');
  await person.press('#make-kit button');
  await until('the kit is shown', () => person.address().includes('/desk/') && !person.address().endsWith('/staff'));
  await look('the kit');
}

async function setUp(person, site, look) {
  const email = `ash.${randomBytes(4).toString('hex')}@team.test`;
  const link = await site.invite({ name: 'Ash Marlow', email, role: 'lead' });
  await person.open(link);
  await look('the invitation');
  await person.press('main form button');
  await person.see('[aria-invalid="true"]');
  await look('the invitation, filled in wrongly');
  const keys = await acceptInvitation(person, link, 'seven ducks on the canal');
  await look('recovery codes');
  await person.open('/desk/sign-in');
  await look('signing in');
  await signIn(person, email, keys, () => look('the second factor'));
}
