// Searching the texts of the library while a person types: one question at a time, late answers dropped.
import { backend } from "../../ipc/backend";
import type { SearchHit } from "../../ipc/generated/SearchHit";

/** The way to the back end, as far as searching needs it. */
export type Search = (query: string) => Promise<readonly SearchHit[]>;

/** Fewer letters find everything and help nobody. */
const SHORTEST = 2;
/** How long the person may pause between two letters, in milliseconds. */
const PAUSE = 120;

export class SearchingState {
  readonly #answer: (hits: readonly SearchHit[]) => void;
  readonly #search: Search;
  #request = 0;

  constructor(
    answer: (hits: readonly SearchHit[]) => void,
    search: Search = (query) => backend.call("library_search", { query }),
  ) {
    this.#answer = answer;
    this.#search = search;
  }

  /** Searches once the person pauses; gives what drops the question. */
  run(query: string): () => void {
    this.#request += 1;
    const request = this.#request;
    if (query.trim().length < SHORTEST) {
      this.#answer([]);
      return () => undefined;
    }
    const timer = setTimeout(async () => {
      const hits = await this.#search(query).catch(() => []);
      if (request === this.#request) this.#answer(hits);
    }, PAUSE);
    return () => clearTimeout(timer);
  }
}
