// Keeps what was changed: edits wait a moment for more, go to the back end one request at a time
// and in order, and count as kept when the answer says that they are on the disk. What failed stays
// in the queue and is tried again; nothing is ever dropped here.
import { isBackendError } from "../../ipc/backend";
import type { DraftSaved } from "../../ipc/generated/DraftSaved";
import type { Edit } from "../../ipc/generated/Edit";

/** How long the keyboard has to rest before edits are sent. */
const REST = 400;
/** How long an edit waits at most. */
const LONGEST = 1000;
/** After how long a failure is tried again; the last pause repeats. */
const PAUSES = [1500, 4000, 10_000];

/** Sends edits that come after the given answer. */
export type Send = (after: number, edits: Edit[]) => Promise<DraftSaved>;

export class Keeper {
  /** A request is on its way. */
  sending = $state(false);
  /** How many edits are not on the disk. */
  unsaved = $state(0);
  /** When the last edits were kept, RFC 3339. */
  savedAt = $state<string | null>(null);
  /** Why the last try failed; nothing after a try that succeeded. */
  error = $state.raw<unknown>(null);

  #kept: number;
  #queue: Edit[] = [];
  #onroad: Edit[] = [];
  #since = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #ended = false;
  readonly #send: Send;
  readonly #heard: (saved: DraftSaved) => void;

  /** `kept` is what the next edits come after; `heard` gets every answer. */
  constructor(kept: number, send: Send, heard: (saved: DraftSaved) => void) {
    this.#kept = kept;
    this.#send = send;
    this.#heard = heard;
  }

  /** The draft is not what this window believes: trying again cannot help. */
  get stale(): boolean {
    return isBackendError(this.error) && this.error.code === "draft-changed";
  }

  /** Takes edits to keep. */
  add(edits: readonly Edit[]): void {
    if (this.#ended || edits.length === 0) return;
    if (this.#queue.length === 0) this.#since = Date.now();
    for (const edit of edits) push(this.#queue, edit);
    this.#count();
    if (this.#failures === 0) this.#plan(Math.min(REST, this.#since + LONGEST - Date.now()));
  }

  /** Sends all there is now; tells whether all of it is on the disk. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#running || this.#queue.length > 0) {
      if (this.#running) await this.#running;
      else await this.#run();
      if (this.error !== null) return false;
    }
    return true;
  }

  /** Begins anew behind another answer: what waited is given back and waits no more. */
  restart(kept: number): Edit[] {
    clearTimeout(this.#timer);
    const left = [...this.#onroad, ...this.#queue];
    [this.#kept, this.#queue, this.#onroad, this.#failures] = [kept, [], [], 0];
    this.error = null;
    this.#count();
    return left;
  }

  /** Nothing is sent any more. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #plan(after: number): void {
    clearTimeout(this.#timer);
    if (this.#ended) return;
    this.#timer = setTimeout(() => void this.#run(), Math.max(0, after));
  }

  #run(): Promise<void> {
    this.#running ??= this.#once().finally(() => (this.#running = null));
    return this.#running;
  }

  async #once(): Promise<void> {
    if (this.#queue.length === 0) return;
    [this.#onroad, this.#queue] = [this.#queue, []];
    this.#since = Date.now();
    this.sending = true;
    try {
      const saved = await this.#send(this.#kept, this.#onroad);
      [this.#kept, this.#onroad, this.#failures] = [saved.kept, [], 0];
      this.savedAt = saved.at;
      this.error = null;
      this.#heard(saved);
      if (this.#queue.length > 0) this.#plan(REST);
    } catch (error) {
      this.#queue = [...this.#onroad, ...this.#queue];
      this.#onroad = [];
      this.error = error;
      const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)] ?? LONGEST;
      this.#failures += 1;
      if (!this.stale) this.#plan(pause);
    } finally {
      this.sending = false;
      this.#count();
    }
  }

  #count(): void {
    this.unsaved = this.#queue.length + this.#onroad.length;
  }
}

/** Adds an edit; one that sets a whole value again stands in for the one right before it. */
function push(queue: Edit[], edit: Edit): void {
  const last = queue.at(-1);
  if (last !== undefined && overwrites(edit, last)) queue[queue.length - 1] = edit;
  else queue.push(edit);
}

function overwrites(edit: Edit, last: Edit): boolean {
  if (edit.edit !== last.edit) return false;
  switch (edit.edit) {
    case "set_directive":
      return last.edit === "set_directive" && last.directive.id === edit.directive.id;
    case "set_group":
    case "set_section":
      return "id" in last && last.id === edit.id;
    case "set_title_block":
    case "set_preamble":
    case "set_closing":
      return true;
    default:
      return false;
  }
}
