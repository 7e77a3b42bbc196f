// Beginning a new document: from a template, last year's text, a file, or nothing; templates; and
// work found again after the program was not closed in good order.
export { default as RecoveredBanner } from "./RecoveredBanner.svelte";
export { StartingState, type Way } from "./starting.svelte";
export { default as StartView } from "./StartView.svelte";
export { TemplatesState } from "./templates.svelte";
export { default as TemplatesView } from "./TemplatesView.svelte";
