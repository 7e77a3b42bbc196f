// Adding files: choosing, progress, stopping, what came of each file.
import type { Commands } from "../../ipc/generated/commands";
import type { ImportReport } from "../../ipc/generated/ImportReport";
import type { Progress } from "../../ipc/generated/Progress";

/** The way to the back end, as far as adding files needs it. */
export type Call = <C extends "documents_import" | "folder_import" | "task_cancel">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class ImportState {
  /** The running task, `null` when nothing runs. */
  task = $state<string | null>(null);
  progress = $state.raw<Progress | null>(null);
  stopping = $state(false);
  /** What came of the last import, until it is closed. */
  report = $state.raw<ImportReport | null>(null);
  error = $state.raw<unknown>(null);

  readonly #call: Call;
  readonly #listed: () => Promise<void>;
  #count = 0;

  /** `listed` takes the list of documents anew: what came of the files is said when they stand in it. */
  constructor(call: Call, listed: () => Promise<void>) {
    this.#call = call;
    this.#listed = listed;
  }

  /**
   * Lets the person choose files or a folder and adds them; `true` if something may have changed.
   */
  async start(from: "files" | "folder" = "files"): Promise<boolean> {
    if (this.task !== null) return false;
    this.#count += 1;
    this.task = `import-${this.#count}`;
    this.error = null;
    this.report = null;
    try {
      const command = from === "files" ? "documents_import" : "folder_import";
      const report = await this.#call(command, { task: this.task });
      if (report !== null) await this.#listed();
      this.report = report;
      return report !== null;
    } catch (error) {
      await this.#listed();
      this.error = error;
      return true;
    } finally {
      this.task = null;
      this.progress = null;
      this.stopping = false;
    }
  }

  /** The one document that was chosen, new or in the library already. */
  get only(): string | null {
    const [only, ...more] = this.report?.items ?? [];
    if (more.length > 0 || !only || only.outcome.outcome === "failed") return null;
    return only.outcome.card.id;
  }

  /** The one document that was added, if reading it left something to look at. */
  get toReview(): string | null {
    const [only, ...more] = this.report?.items ?? [];
    if (more.length > 0 || only?.outcome.outcome !== "imported") return null;
    const { card } = only.outcome;
    return card.doubts > 0 ? card.id : null;
  }

  /** Hears how far a task has come; files dropped on the window are a task as well. */
  hear(progress: Progress): void {
    if (progress.task === (this.task ?? progress.task)) this.progress = progress;
  }

  /** Takes the result of files dropped on the window, when the list has them. */
  async dropped(report: ImportReport): Promise<void> {
    await this.#listed();
    this.progress = null;
    this.stopping = false;
    this.report = report;
  }

  /** Asks the running task to stop; files already read stay. */
  async stop(): Promise<void> {
    const task = this.progress?.task ?? this.task;
    if (task === null || this.stopping) return;
    this.stopping = true;
    await this.#call("task_cancel", { task }).catch(() => false);
  }
}
