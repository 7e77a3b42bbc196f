// Jumping to a place in a scrolled text.

/** Brings a cell to the middle of its scroll container at once, and flashes a ring around it. */
export function bringIntoSight(scroll: HTMLElement, cell: string): void {
  const target = scroll.querySelector<HTMLElement>(`[data-cells~="${CSS.escape(cell)}"]`);
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  // Rows out of sight have guessed heights; now that this one is near, its place is known.
  requestAnimationFrame(() => target.scrollIntoView({ block: "center" }));
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const ring = getComputedStyle(target).getPropertyValue("--focus-out") || "currentColor";
  target.animate(
    [{ boxShadow: `inset 0 0 0 3px ${ring}` }, { boxShadow: "inset 0 0 0 3px transparent" }],
    { duration: 900, easing: "ease-out" },
  );
}
