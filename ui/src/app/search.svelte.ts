// Searching the library while a person types: one question at a time, late answers dropped.
import type { SearchHit } from "../ipc/generated/SearchHit";

export class SearchState {
  query = $state("");
  hits = $state.raw<readonly SearchHit[]>([]);
  busy = $state(false);

  readonly #search: (query: string) => Promise<readonly SearchHit[]>;
  #request = 0;

  constructor(search: (query: string) => Promise<readonly SearchHit[]>) {
    this.#search = search;
  }

  /** Searches for what is typed; too short a word finds everything and helps nobody. */
  async run(): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    if (this.query.trim().length < 2) {
      this.hits = [];
      this.busy = false;
      return;
    }
    this.busy = true;
    const hits = await this.#search(this.query).catch(() => []);
    if (request !== this.#request) return;
    this.hits = hits;
    this.busy = false;
  }
}
