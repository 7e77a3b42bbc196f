// Documents handed from one library to another in one file.
export { default as ExchangeDialog } from "./ExchangeDialog.svelte";
export { ExchangeState } from "./exchange.svelte";
export { doneSentence as exchangeDone } from "./words";
