// One person at one Firefox page, in the few words that journeys use. Playwright needs a Firefox of its own making;
// this one is Debian's, driven by WebDriver BiDi. Its waits for navigation race, so everything here looks again until
// it sees what it waits for.

import puppeteer from 'puppeteer-core';

const PATIENCE = 20_000;

export async function launchFirefox() {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.QUIETDOOR_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
  });
}

export class FirefoxPerson {
  constructor(page, site) {
    this.page = page;
    this.site = site;
  }

  async open(address) {
    await this.page.goto(new URL(address, this.site.url).href);
  }

  async press(selector) {
    await this.#at(selector, (element) => element.click());
  }

  async type(selector, text) {
    await this.#at(selector, async (element) => {
      await element.evaluate((field) => field.select());
      await element.type(text);
    });
  }

  async choose(selector) {
    await this.#at(selector, async (element) => {
      if (!(await element.evaluate((box) => box.checked))) await element.click();
    });
  }

  async pick(selector, value) {
    await this.#at(selector, (element) => element.select(value));
  }

  async see(selector) {
    await this.page.waitForSelector(selector, { timeout: PATIENCE });
  }

  texts(selector) {
    return this.#all(selector, (elements) => elements.map((element) => element.textContent.replace(/\s+/g, ' ').trim()));
  }

  attributes(selector, name) {
    const read = (elements, attribute) => elements.map((element) => element.getAttribute(attribute)).filter((value) => value !== null);
    return this.#all(selector, read, name);
  }

  address() {
    return this.page.url();
  }

  /** An element of a page that is just being replaced cannot be acted on: the same one of the next page can. */
  async #at(selector, act) {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const element = await this.page.waitForSelector(selector, { timeout: PATIENCE });
      try {
        return await act(element);
      } catch (error) {
        if (!/not clickable|no such node|detached/i.test(error.message) || Date.now() > until) throw error;
      }
    }
  }

  /** A page that is just being replaced answers with an error: the next one will know. */
  async #all(selector, read, ...more) {
    const until = Date.now() + PATIENCE;
    for (;;) {
      try {
        return await this.page.$$eval(selector, read, ...more);
      } catch (error) {
        if (Date.now() > until) throw error;
      }
    }
  }
}
