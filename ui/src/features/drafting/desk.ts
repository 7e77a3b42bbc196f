// Drafts between two screens. Leaving a screen keeps and closes its draft; what could not be kept
// goes on being tried, and whoever comes back finds it as it was.
import type { Id } from "../../ipc/generated/Id";
import { type Call, DraftState } from "./drafting.svelte";

const open = new Set<DraftState>();
const waiting = new Map<Id, DraftState>();
const leaving = new Map<Id, Promise<boolean>>();

/** The draft of a screen, as far as possible the one that was left. */
export async function take(id: Id, call: Call): Promise<DraftState> {
  // Closing comes before opening anew, or it would close what has just been opened.
  await leaving.get(id);
  const left = waiting.get(id);
  if (left) {
    waiting.delete(id);
    open.add(left);
    return left;
  }
  const draft = new DraftState(id, call);
  await draft.open();
  open.add(draft);
  return draft;
}

/** Lets a draft go; `closed` is called when it is closed in good order. */
export function leave(draft: DraftState, closed: () => void): void {
  const { id } = draft;
  open.delete(draft);
  const done = draft.close();
  leaving.set(id, done);
  void done.then((good) => {
    leaving.delete(id);
    if (good) closed();
    else waiting.set(id, draft);
  });
}

/** Puts everything of every draft on the disk; gives why that failed, or nothing. */
export async function keepAll(): Promise<unknown> {
  await Promise.all(leaving.values());
  const drafts = [...open, ...waiting.values()];
  const kept = await Promise.all(drafts.map((draft) => draft.save()));
  return drafts[kept.indexOf(false)]?.keeper?.error ?? null;
}
