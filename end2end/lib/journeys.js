// What people do here, written once for every browser. `person` is one of lib/chromium.js and lib/firefox.js.

import assert from 'node:assert/strict';
import { totp, nextTotp } from './totp.js';

const FORM = 'main form';
/** The button that Enter would press. */
const ON = `${FORM} .actions button`;

/**
 * Goes through the form with these answers, in the order of its pages, and sends. Returns the eight words. `look` is
 * called on every page on the way, with its name.
 */
export async function tell(person, locale, pages, look = async () => {}) {
  for (const [step, answers] of Object.entries(pages)) {
    await atStep(person, step);
    await look(step);
    await sendOn(person, answers);
  }
  await atStep(person, 'check');
  assert.equal((await person.attributes('html', 'lang'))[0], locale);
  await look('check');
  await person.press(ON);
  const code = await codeOf(person);
  await look('sent');
  return code;
}

export async function atStep(person, step) {
  await person.see(`${FORM} input[name="step"][value="${step}"]`);
  await person.see(ON); // the buttons come last
}

/** Field names and values: a list ticks several, a long text is typed. */
export async function answer(person, answers) {
  for (const [name, values] of Object.entries(answers)) {
    const field = `${FORM} [name="${name}"]`;
    const list = `${FORM} select[name="${name}"]`;
    const [type] = await person.attributes(field, 'type');
    for (const value of [values].flat()) {
      if (type === 'radio' || type === 'checkbox') await person.choose(`${field}[value="${value}"]`);
      else if ((await person.attributes(list, 'name')).length > 0) await person.pick(list, value);
      else await person.type(field, value);
    }
  }
}

export async function sendOn(person, answers) {
  await answer(person, answers);
  await person.press(ON);
}

/** Sends this page as it is and meets it again, with what is wrong. */
export async function sendMistaken(person, answers) {
  await sendOn(person, answers);
  await person.see(`${FORM} [aria-invalid="true"], .summary, [role="alert"]`);
  await person.see(ON);
}

export async function codeOf(person) {
  await person.see('#code li');
  const words = await person.texts('#code li');
  assert.equal(words.length, 8, 'the code has eight words');
  return words;
}

/** Comes back with the words, typed as one would type a shopping list. */
export async function comeBack(person, locale, words) {
  await person.open(`/${locale}/reply`);
  await person.type(`${FORM} [name="list"]`, words.join(', '));
  await person.press(ON);
  await person.see('.thread');
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

export async function signIn(person, email, { password, secret }, look = async () => {}) {
  await person.open('/desk/sign-in');
  await person.type(`${FORM} [name="email"]`, email);
  await person.type(`${FORM} [name="password"]`, password);
  await person.press(`${FORM} button`);
  await person.see(`${FORM} [name="code"]`);
  await look();
  await person.type(`${FORM} [name="code"]`, nextTotp(secret));
  await person.press(`${FORM} button`);
  await person.see('[data-case]');
}
