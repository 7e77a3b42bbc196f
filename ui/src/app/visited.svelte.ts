// What was open last, to come back to: a draft and a comparison.
import type { Route } from "./routes";

export type Comparing = Extract<Route, { place: "comparison" }>;

const CHOOSING: Comparing = { place: "comparison", old: null, new: null };

export class Visited {
  /** The document that was edited last. */
  draft = $state<string | null>(null);
  #compared = $state.raw(CHOOSING);

  see(route: Route): void {
    // Who carries over or assembles is at work on that draft.
    if (route.place === "draft" || route.place === "carry" || route.place === "assemble") this.draft = route.id;
    if (route.place === "comparison") this.#compared = route;
  }

  /** Where «comparison» leads: to the last one, and from within it to choosing anew. */
  comparingFrom(route: Route): Comparing {
    return route.place === "comparison" ? CHOOSING : this.#compared;
  }
}
