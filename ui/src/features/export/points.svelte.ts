// The points of an order under a person's hands. What was made of the document and is deleted stays in
// the list of what was left out; anything deleted can be taken back from its place.
import type { PaperPoint } from "../../ipc/generated/PaperPoint";
import type { ReleaseState } from "./release.svelte";

/** What a deletion took away. */
type Gone =
  | { what: "point"; at: number; point: PaperPoint }
  | { what: "changes"; points: PaperPoint[]; leftOut: PaperPoint[] };

export class OrderPoints {
  /** The last deletion, until it is taken back or another follows. */
  gone = $state.raw<Gone | null>(null);
  readonly all = $derived.by((): readonly PaperPoint[] => this.#release.details?.points ?? []);
  readonly leftOut = $derived.by((): readonly PaperPoint[] => this.#release.details?.left_out ?? []);
  /** Points a person reworded, of which the document says something else since. */
  readonly outdated = $derived(this.all.filter(({ now }) => now !== null));

  readonly #release: ReleaseState;

  constructor(release: ReleaseState) {
    this.#release = release;
  }

  reword(id: string, text: string): void {
    this.#change(this.all.map((point) => (point.id === id ? { ...point, text } : point)));
  }

  /** Says whose a person's own point is. */
  address(id: string, heading: string): void {
    this.#change(this.all.map((point) => (point.id === id ? { ...point, heading } : point)));
  }

  /** Moves a point by so many places, as far as there are any. */
  move(id: string, by: -1 | 1): void {
    const at = this.#at(id);
    const point = this.all[at];
    const other = this.all[at + by];
    if (!point || !other) return;
    const points = [...this.all];
    points[at] = other;
    points[at + by] = point;
    this.#change(points);
  }

  /** Adds an empty point of a person's own at the end, or below another one and for the same body. */
  add(below?: string): string {
    const at = below === undefined ? this.all.length : this.#at(below) + 1;
    const id = this.#free();
    const heading = below === undefined ? "" : (this.all[at - 1]?.heading ?? "");
    const point = { id, made: false, number: "", heading, text: "", now: null };
    this.#change(this.all.toSpliced(at, 0, point));
    return id;
  }

  remove(id: string): void {
    const at = this.#at(id);
    const point = this.all[at];
    if (!point) return;
    const leftOut = point.made ? [...this.leftOut, point] : this.leftOut;
    this.#change(this.all.toSpliced(at, 1), leftOut);
    this.gone = { what: "point", at, point };
  }

  /** Goes back to the points as the document makes them. */
  reset(): void {
    const gone: Gone = { what: "changes", points: [...this.all], leftOut: [...this.leftOut] };
    this.#change([], []);
    this.gone = gone;
  }

  /** Takes the last deletion back. */
  back(): void {
    const { gone } = this;
    if (gone === null) return;
    this.gone = null;
    if (gone.what === "changes") {
      this.#change(gone.points, gone.leftOut);
      return;
    }
    const { at, point } = gone;
    const leftOut = this.leftOut.filter(({ id }) => id !== point.id);
    this.#change(this.all.toSpliced(at, 0, point), leftOut);
  }

  /** Takes a point that was left out back into the order; it comes to where the document has it. */
  restore(id: string): void {
    this.#change(this.all, this.leftOut.filter((point) => point.id !== id));
    if (this.gone?.what === "point" && this.gone.point.id === id) this.gone = null;
  }

  /** Takes what the document says now for what a person wrote before it changed. */
  renew(id: string): void {
    const point = this.all[this.#at(id)];
    if (point?.now) this.reword(id, point.now);
  }

  #at(id: string): number {
    return this.all.findIndex((point) => point.id === id);
  }

  #free(): string {
    const taken = new Set(this.all.map(({ id }) => id));
    let n = 1;
    while (taken.has(`own ${n}`)) n += 1;
    return `own ${n}`;
  }

  #change(points: readonly PaperPoint[], leftOut = this.leftOut): void {
    // What was kept whole for a way back is of yesterday after another change.
    if (this.gone?.what === "changes") this.gone = null;
    void this.#release.setDetails({ points: [...points], left_out: [...leftOut] });
  }
}
