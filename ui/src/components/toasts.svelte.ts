// Short messages of success, each with a way back where there is one.

/** A message on the screen. */
export interface Toast {
  id: number;
  text: string;
  /** Takes back what the message tells of. */
  undo: (() => void) | null;
  /** What else can be done with what it tells of; the message goes with it. */
  actions: readonly { label: string; run: () => void }[];
  /** Done once the message is gone and nothing was taken back. */
  after: (() => void) | null;
}

/** How long a message stays when nobody points at it, in milliseconds. */
const STAYS = 10_000;

const shown = $state<Toast[]>([]);
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let last = 0;

/** The messages on the screen, the oldest first. */
export function toasts(): readonly Toast[] {
  return shown;
}

/**
 * Shows a message, with `undo` also a button that takes it back; gives its name. What cannot be
 * taken back once it is done waits in `after` until the message is gone.
 */
export function notify(
  text: string,
  { undo = null, after = null, actions = [] }: Partial<Omit<Toast, "id" | "text">> = {},
): number {
  last += 1;
  shown.push({ id: last, text, undo, after, actions });
  // More than three at once are a wall, not a message.
  while (shown.length > 3) dismiss(shown[0]?.id ?? 0);
  release(last);
  return last;
}

/** Takes a message off the screen. */
export function dismiss(id: number): void {
  hold(id);
  const at = shown.findIndex((toast) => toast.id === id);
  if (at === -1) return;
  const [gone] = shown.splice(at, 1);
  gone?.after?.();
}

/** Takes back what a message tells of, and the message with it. */
export function takeBack(id: number): void {
  const toast = shown.find((each) => each.id === id);
  if (!toast) return;
  toast.after = null;
  dismiss(id);
  toast.undo?.();
}

/** Keeps a message while somebody reads it. */
export function hold(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Lets a message go after its time. */
export function release(id: number): void {
  hold(id);
  timers.set(
    id,
    setTimeout(() => dismiss(id), STAYS),
  );
}
