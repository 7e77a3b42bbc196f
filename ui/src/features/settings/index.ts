// Settings: appearance, language, examples, where the library is.
export { SettingsState } from "./settings.svelte";
export { default as SettingsView } from "./SettingsView.svelte";
