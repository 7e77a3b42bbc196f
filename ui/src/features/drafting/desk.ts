// Drafts between two screens. Leaving a screen keeps and closes its draft; what could not be kept
// goes on being tried, and whoever comes back finds it as it was.
import type { Left } from "../../editor";
import type { Id } from "../../ipc/generated/Id";
import { type Call, DraftState } from "./drafting.svelte";

const open = new Set<DraftState>();
const waiting = new Map<Id, DraftState>();
const leaving = new Map<Id, Promise<boolean>>();

/** Of so many drafts it is remembered where their editors were left. */
const REMEMBERED = 8;
const editors = new Map<Id, Left>();

/** Remembers an editor that is left, so that its caret and its history are there again. */
export function remember(id: Id, editor: Left): void {
  editors.delete(id);
  editors.set(id, editor);
  const [oldest] = editors.keys();
  if (editors.size > REMEMBERED && oldest !== undefined) editors.delete(oldest);
}

/** How the editor of a draft was left; nothing if it was not open. */
export const remembered = (id: Id): Left | null => editors.get(id) ?? null;

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
