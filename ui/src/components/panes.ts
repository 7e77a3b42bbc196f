// F6 and Shift+F6 go round the areas of the window, as in office programs. An area marks itself
// with `data-pane`; the first thing in it that takes the focus gets it.

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [contenteditable="true"], [tabindex="0"]';

/** Moves the focus to the next area (or the previous one) in the order of the page. */
export function nextPane(root: ParentNode, active: Element | null, step: 1 | -1): void {
  const panes = [...root.querySelectorAll<HTMLElement>("[data-pane]")].filter(canFocus);
  if (panes.length === 0) return;
  // Areas may lie in each other; the innermost one counts.
  const current = panes.findLastIndex((pane) => pane.contains(active));
  const from = current === -1 && step === -1 ? 0 : current;
  const pane = panes[(from + step + panes.length) % panes.length];
  if (pane) target(pane)?.focus();
}

function canFocus(pane: HTMLElement): boolean {
  return target(pane) !== null;
}

function target(pane: HTMLElement): HTMLElement | null {
  if (pane.matches(FOCUSABLE)) return pane;
  const current = pane.querySelector<HTMLElement>('[aria-current][href], [role][tabindex="0"]');
  return current ?? pane.querySelector<HTMLElement>(FOCUSABLE);
}
