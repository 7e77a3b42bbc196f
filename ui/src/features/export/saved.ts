// What can be done with a file once it is written.
import { notify } from "../../components/toasts.svelte";
import { m } from "../../i18n";
import { backend } from "../../ipc/backend";
import type { SavedFile } from "../../ipc/generated/SavedFile";
import type { SavedPlace } from "../../ipc/generated/SavedPlace";

/** Tells that a file was written, with the ways to it. */
export function tellSaved({ name }: SavedFile): void {
  notify(m.export_saved({ name }), {
    actions: [
      { label: m.action_open(), run: () => void open("file") },
      { label: m.export_show_folder(), run: () => void open("folder") },
    ],
  });
}

async function open(place: SavedPlace): Promise<void> {
  await backend
    .call("export_open", { place })
    .catch(() => notify(m.export_not_opened()));
}
