// One person at one Chromium page, in the few words that journeys use.

export class ChromiumPerson {
  constructor(page, site) {
    this.page = page;
    this.site = site;
  }

  open(address) {
    return this.page.goto(new URL(address, this.site.url).href);
  }

  press(selector) {
    return this.page.locator(selector).first().click();
  }

  type(selector, text) {
    return this.page.locator(selector).fill(text);
  }

  choose(selector) {
    return this.page.locator(selector).check();
  }

  pick(selector, value) {
    return this.page.locator(selector).selectOption(value);
  }

  /** Waits until the element is there. */
  see(selector) {
    return this.page.locator(selector).first().waitFor({ state: 'attached' });
  }

  /** The text of every such element, with its white space folded. */
  async texts(selector) {
    return (await this.page.locator(selector).allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** An attribute of every such element that has it. */
  attributes(selector, name) {
    const read = (elements, attribute) => elements.map((element) => element.getAttribute(attribute)).filter((value) => value !== null);
    return this.page.locator(selector).evaluateAll(read, name);
  }

  address() {
    return this.page.url();
  }
}
