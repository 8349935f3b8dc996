// What went wrong, for programs (`code`) and for people (`message`).

/** The error that `load()` rejects with and that `lamplit-error` carries. */
export class Failure extends Error {
  /**
   * @param {string} code stable: hosts may switch on it
   * @param {string} message one sentence, ending in what to do
   * @param {string} [path] the place in the document
   */
  constructor(code, message, path = '') {
    super(message);
    this.name = 'LamplitError';
    this.code = code;
    this.path = path;
  }

  /**
   * Whatever was thrown, as a failure.
   * @param {unknown} thrown
   * @param {string} [code] what it means where it was caught
   */
  static of(thrown, code = 'core') {
    return thrown instanceof Failure ? thrown : new Failure(code, `${thrown}`);
  }

  /**
   * What a core throws on purpose is plain data. Anything else that it throws is none of this, and means that it is broken.
   * @param {unknown} thrown
   */
  static ofRefusal(thrown) {
    if (typeof thrown !== 'object' || thrown === null || thrown instanceof Error) return null;
    const { code, message, path } = /** @type {Partial<import('lamplit-core').Refusal>} */ (thrown);
    return typeof code === 'string' ? new Failure(code, `${message}`, path) : null;
  }

  /** The same as plain data, for events. */
  get detail() {
    return { code: this.code, message: this.message, path: this.path };
  }
}

/** Another load took over, or the element left the page. */
export const aborted = () => new Failure('aborted', 'The load was given up for another.');
