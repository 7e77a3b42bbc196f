/** Work that is done one after another, in the order it was asked for, also when some of it fails. */
export class Turns {
  #before: Promise<unknown> = Promise.resolve();

  /** Does the work when its turn comes; gives what it gives. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#before.then(work);
    this.#before = done.catch(() => undefined);
    return done;
  }
}
