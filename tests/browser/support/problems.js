// What went wrong in a page besides what a test looks at: console errors, uncaught errors, violations of the policy.

/** Marks what the script below reports, so that it is told from the page's own messages. */
const mark = '[policy violation]';

/** Runs in the page before anything else. Not every engine reports a violation on the console by itself. */
function reportViolations(/** @type {string} */ prefix) {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.debug(`${prefix} ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
}

export class Problems {
  /** @type {string[]} */
  #found = [];
  /** @type {(string | RegExp)[]} */
  #expected = [];

  /** @param {import('@playwright/test').Page} page */
  async watch(page) {
    page.on('console', (message) => {
      const text = message.text();
      if (text.startsWith(mark)) this.#found.push(text);
      else if (message.type() === 'error') this.#found.push(`console: ${text} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.#found.push(`uncaught: ${error.message}`));
    await page.addInitScript(reportViolations, mark);
  }

  /**
   * Says that a problem belongs to what is tested.
   * @param {string | RegExp} pattern part of its text, which begins with `console:`, `uncaught:` or `[policy violation]`
   */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  get unexpected() {
    const isExpected = (/** @type {string} */ text) =>
      this.#expected.some((pattern) => (typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text)));
    return this.#found.filter((text) => !isExpected(text));
  }
}
