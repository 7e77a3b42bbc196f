export { default as DistrictsView } from "./DistrictsView.svelte";
