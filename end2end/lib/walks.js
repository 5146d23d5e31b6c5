// Ways through the form that between them meet every page of it, each question answered in the fullest way.

import { atStep, comeBack, sendMistaken, sendOn, tell, writeAgain } from './journeys.js';

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
  await sendMistaken(person, { from: '14', to: '10' });
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
