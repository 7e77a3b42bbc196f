// How long the rest will take, told by how long the last ones took.

/** What a directive takes before anything is known of this person, in milliseconds. */
const USUAL = 8_000;
/** Somebody who went for tea does not read slowly. */
const LONGEST = 60_000;
/** How many of the last ones are looked at, and how many usual ones count beside them. */
const LOOKED_AT = 8;
const WEIGHT = 3;

export class Pace {
  readonly #times: readonly number[];

  constructor(times: readonly number[] = []) {
    this.#times = times;
  }

  /** The pace with one more directive. */
  with(milliseconds: number): Pace {
    const time = Math.min(Math.max(milliseconds, 0), LONGEST);
    return new Pace([...this.#times, time].slice(-LOOKED_AT));
  }

  /** About how many minutes so many directives take; at least one while there is one. */
  minutes(left: number): number {
    if (left === 0) return 0;
    const sum = this.#times.reduce((all, time) => all + time, USUAL * WEIGHT);
    const each = sum / (this.#times.length + WEIGHT);
    return Math.max(1, Math.round((left * each) / 60_000));
  }
}
