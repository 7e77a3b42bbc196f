export { default as ControlView } from "./ControlView.svelte";
export { ControlState } from "./control.svelte";
