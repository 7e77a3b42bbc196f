// The library: lists, adding files, the bin.
export { ImportState } from "./import.svelte";
export { default as ImportReport } from "./ImportReport.svelte";
export { default as ImportStatus } from "./ImportStatus.svelte";
export { LibraryState } from "./library.svelte";
export { default as LibraryView } from "./LibraryView.svelte";
