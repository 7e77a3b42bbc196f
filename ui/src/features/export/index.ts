// Saving documents and comparisons as files.
export { default as Exporting } from "./Exporting.svelte";
