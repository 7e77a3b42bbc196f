// Copies of the library: made, listed, taken back; checking that it is sound.
export { default as BackupsCard } from "./BackupsCard.svelte";
export { default as CopiesHelp } from "./CopiesHelp.svelte";
export { BackupsState } from "./backups.svelte";
