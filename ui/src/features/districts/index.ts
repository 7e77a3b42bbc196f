export { DistrictsState } from "./districts.svelte";
export { default as DistrictsView } from "./DistrictsView.svelte";
