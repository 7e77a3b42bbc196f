// Two documents side by side.
export { default as ComparisonView } from "./ComparisonView.svelte";
