// Reading a document: its structure, its text with facts, what is doubtful, its source; and going
// through what was read.
export { default as DocumentView } from "./DocumentView.svelte";
export { default as ReviewView } from "./ReviewView.svelte";
