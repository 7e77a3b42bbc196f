export { default as PutDialog } from "./PutDialog.svelte";
export { default as ControlView } from "./ControlView.svelte";
export { ControlState } from "./control.svelte";
