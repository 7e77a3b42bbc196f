// The register of acts: what is in use, and what a person changes in it.
import type { Commands } from "../../ipc/generated/commands";
import { OwnTextState } from "./own-text.svelte";

/** The way to the back end, as far as the register needs it. */
export type Call = <C extends "acts_get" | "acts_set">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class ActsState extends OwnTextState {
  constructor(call: Call) {
    super({ get: () => call("acts_get", {}), set: (text) => call("acts_set", { text }) });
  }
}
