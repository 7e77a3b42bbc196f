// Saving documents and comparisons as files.
export { default as ExportDialog } from "./ExportDialog.svelte";
export { default as ReleaseDialog } from "./ReleaseDialog.svelte";
