// What the status line says of the current view. A view sets it and clears it when it goes.

let parts = $state.raw<readonly string[]>([]);

/** What the status line shows. */
export function statusParts(): readonly string[] {
  return parts;
}

/** Sets the status line; the returned function clears it (give it to `$effect`). */
export function setStatus(next: readonly string[]): () => void {
  parts = next;
  return () => {
    if (parts === next) parts = [];
  };
}
