// What can be done with a file once it is written.
import { m } from "../i18n";
import { notify } from "./toasts.svelte";

/** A file that was written, by its name. */
interface Written {
  name: string;
}

/** Opens the file that was written last, or its folder. */
export type Open = (place: "file" | "folder") => Promise<unknown>;

/** Tells that a file was written, with the ways to it. */
export function tellSaved({ name }: Written, open: Open): void {
  const show = (place: "file" | "folder"): void => void open(place).catch(() => notify(m.export_not_opened()));
  notify(m.export_saved({ name }), {
    actions: [
      { label: m.action_open(), run: () => show("file") },
      { label: m.export_show_folder(), run: () => show("folder") },
    ],
  });
}
