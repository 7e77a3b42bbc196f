// Saving a file: which format, whether it is being written, what went wrong.
import type { Commands } from "../../ipc/generated/commands";
import type { ExportFormat } from "../../ipc/generated/ExportFormat";
import type { ExportSource } from "../../ipc/generated/ExportSource";
import type { SavedFile } from "../../ipc/generated/SavedFile";
import { formatsFor, lastFormat, rememberFormat } from "./formats";

/** The way to the back end, as far as saving needs it. */
export type Save = (
  request: Commands["export_save"]["request"],
) => Promise<Commands["export_save"]["response"]>;

export class ExportState {
  format = $state<ExportFormat>("docx");
  busy = $state(false);
  error = $state.raw<unknown>(null);

  readonly #save: Save;
  readonly #memory: Pick<Storage, "getItem" | "setItem">;

  constructor(save: Save, memory: Pick<Storage, "getItem" | "setItem">) {
    this.#save = save;
    this.#memory = memory;
  }

  /** Begins anew for a source: the format chosen last, no error of the time before. */
  begin(source: ExportSource): void {
    this.format = lastFormat(source, this.#memory);
    this.error = null;
  }

  /** Writes the file; `null` if the person chose no place or it failed. */
  async save(source: ExportSource): Promise<SavedFile | null> {
    if (this.busy || !formatsFor(source).includes(this.format)) return null;
    this.busy = true;
    this.error = null;
    rememberFormat(this.format, this.#memory);
    try {
      return await this.#save({ source, format: this.format });
    } catch (error) {
      this.error = error;
      return null;
    } finally {
      this.busy = false;
    }
  }
}
