// Drafting: a resolution is written in an editor, kept as it is written, checked and revised.
export { default as Closing } from "./Closing.svelte";
export { default as DraftingView } from "./DraftingView.svelte";
