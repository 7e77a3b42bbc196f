// Reading a document: its structure, its text with facts, what is doubtful, its source.
export { default as DocumentView } from "./DocumentView.svelte";
