// What people do here, written once for every browser. `person` is one of lib/chromium.js and lib/firefox.js.

import assert from 'node:assert/strict';
import { totp, nextTotp } from './totp.js';

const FORM = 'main form';
/** The button that Enter would press. */
const ON = `${FORM} .actions button`;

/** Goes through the form with these answers, in the order of its pages, and sends. Returns the seven words. */
export async function tell(person, locale, pages) {
  for (const [step, answers] of Object.entries(pages)) {
    await atStep(person, step);
    await answer(person, answers);
    await person.press(ON);
  }
  await atStep(person, 'check');
  assert.equal(await language(person), locale);
  await person.press(ON);
  return codeOf(person);
}

export async function atStep(person, step) {
  await person.see(`${FORM} input[name="step"][value="${step}"]`);
  await person.see(ON); // the buttons come last
}

/** Field names and values: a list ticks several, a long text is typed. */
export async function answer(person, answers) {
  for (const [name, values] of Object.entries(answers)) {
    for (const value of [values].flat()) {
      const choice = `${FORM} input[name="${name}"][value="${value}"]`;
      if ((await person.attributes(choice, 'type')).some((type) => type === 'radio' || type === 'checkbox')) {
        await person.choose(choice);
      } else {
        await person.type(`${FORM} [name="${name}"]`, value);
      }
    }
  }
}

export async function codeOf(person) {
  await person.see('#code li');
  const words = await person.texts('#code li');
  assert.equal(words.length, 7, 'the code has seven words');
  return words;
}

/** Comes back with the words, typed as one would type a shopping list. */
export async function comeBack(person, locale, words) {
  await person.open(`/${locale}/reply`);
  await person.type(`${FORM} [name="list"]`, words.join(', '));
  await person.press(ON);
  await person.see('.thread li');
}

export async function writeAgain(person, text) {
  await person.type(`${FORM} [name="text"]`, text);
  await person.press(ON);
  await person.see('[role="status"]');
}

/** Sets a password and a second factor by the one-time link. Returns what signing in takes. */
export async function acceptInvitation(person, link, password) {
  await person.open(link);
  await person.see('#totp-secret');
  const [secret] = await person.texts('#totp-secret');
  await person.type(`${FORM} [name="password"]`, password);
  await person.type(`${FORM} [name="again"]`, password);
  await person.type(`${FORM} [name="digits"]`, totp(secret));
  await person.press(`${FORM} button`);
  await person.see('a[href="/desk/sign-in"]');
  return { password, secret };
}

export async function signIn(person, email, { password, secret }) {
  await person.open('/desk/sign-in');
  await person.type(`${FORM} [name="email"]`, email);
  await person.type(`${FORM} [name="password"]`, password);
  await person.press(`${FORM} button`);
  await person.type(`${FORM} [name="code"]`, nextTotp(secret));
  await person.press(`${FORM} button`);
  await person.see('[data-case]');
}

async function language(person) {
  return (await person.attributes('html', 'lang'))[0];
}
