export { default as ThemesView } from "./ThemesView.svelte";
