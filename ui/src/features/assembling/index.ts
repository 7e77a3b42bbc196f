export { default as AssemblingView } from "./AssemblingView.svelte";
