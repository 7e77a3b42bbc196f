// States to compare as parts of an address: «id», «id@revision», «file:token».
import type { State } from "../ipc/generated/State";

/** A state as a part of an address. */
export function writeState(state: State): string {
  if (state.kind === "file") return `file:${state.token}`;
  return state.revision === undefined ? state.id : `${state.id}@${state.revision}`;
}

/** The state an address names, if it names one. */
export function readState(text: string | null | undefined): State | null {
  if (!text) return null;
  if (text.startsWith("file:")) return { kind: "file", token: text.slice("file:".length) };
  const [id = "", revision] = text.split("@");
  if (revision === undefined) return { kind: "document", id };
  const number = Number(revision);
  return Number.isInteger(number) && number > 0 ? { kind: "document", id, revision: number } : null;
}

/** Whether two states are the same thing, as far as their names tell. */
export function sameState(a: State | null, b: State | null): boolean {
  return a !== null && b !== null && writeState(a) === writeState(b);
}
