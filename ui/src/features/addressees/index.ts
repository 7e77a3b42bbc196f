export { default as AddresseesView } from "./AddresseesView.svelte";
