// The way to the Rust side: every command and event by name, typed by the generated table.
// Nothing else in the front end imports @tauri-apps.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Commands, Events } from "./generated/commands";
import type { Error as BackendError } from "./generated/Error";
import type { SavedPlace } from "./generated/SavedPlace";

/** Commands and events of the program. */
export interface Backend {
  /** Runs a command; rejects with a typed {@link BackendError}. */
  call<C extends keyof Commands>(
    name: C,
    request: Commands[C]["request"],
  ): Promise<Commands[C]["response"]>;
  /** Listens to an event until the returned function is called. */
  on<E extends keyof Events>(name: E, listener: (event: Events[E]) => void): () => void;
}

/** The program's own Rust side, through the window it runs in. */
export const backend: Backend = {
  call: (name, request) => invoke(name, { request }),
  on(name, listener) {
    const stop = listen<Events[typeof name]>(name, ({ payload }) => listener(payload));
    return () => void stop.then((stopListening) => stopListening());
  },
};

/** Opens the file that was saved last, or its folder. */
export function openSaved(place: SavedPlace): Promise<unknown> {
  return backend.call("export_open", { place });
}

/** Tells a typed error from a fault of the window itself. */
export function isBackendError(error: unknown): error is BackendError {
  return typeof error === "object" && error !== null && "code" in error && "args" in error;
}
