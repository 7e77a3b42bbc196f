// Help: where to begin, keys, version.
export { default as HelpView } from "./HelpView.svelte";
