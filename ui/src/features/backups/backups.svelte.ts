// Copies of the library as the window shows them, and the check of the whole file.
import type { Backup } from "../../ipc/generated/Backup";
import type { BackupsView } from "../../ipc/generated/BackupsView";
import type { Commands } from "../../ipc/generated/commands";
import type { LibraryView } from "../../ipc/generated/LibraryView";

type Name = "backups_list" | "backup_make" | "backup_keep" | "backup_restore" | "library_verify";

/** The way to the back end, as far as copies need it. */
export type Call = <C extends Name>(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class BackupsState {
  view = $state.raw<BackupsView | null>(null);
  /** What runs now. */
  running = $state<"making" | "checking" | "restoring" | null>(null);
  /** What the check found; `null` before it. */
  problems = $state.raw<readonly string[] | null>(null);
  error = $state.raw<unknown>(null);
  readonly last = $derived.by((): Backup | null => this.view?.copies[0] ?? null);

  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  async load(): Promise<void> {
    await this.#try(null, async () => {
      this.view = await this.#call("backups_list", {});
    });
  }

  /** Makes a copy if it is time for one. */
  async keep(): Promise<void> {
    await this.#try(null, async () => {
      if (await this.#call("backup_keep", {})) this.view = await this.#call("backups_list", {});
    });
  }

  /** Looks after the schedule as long as the window is open: not while it opens, then every hour; gives
   * the way to stop. */
  follow(): () => void {
    void this.load();
    const first = setTimeout(() => void this.keep(), 20_000);
    const later = setInterval(() => void this.keep(), 3_600_000);
    return () => {
      clearTimeout(first);
      clearInterval(later);
    };
  }

  /** Makes a copy now; `false` if that failed. */
  async make(): Promise<boolean> {
    return this.#try("making", async () => {
      this.view = await this.#call("backup_make", {});
    });
  }

  async check(): Promise<void> {
    this.problems = null;
    await this.#try("checking", async () => {
      this.problems = await this.#call("library_verify", {});
    });
  }

  /** Takes the library back from a copy; gives what it holds then. */
  async restore(name: string): Promise<LibraryView | null> {
    let view: LibraryView | null = null;
    await this.#try("restoring", async () => {
      view = await this.#call("backup_restore", { name });
      this.view = await this.#call("backups_list", {});
      this.problems = null;
    });
    return view;
  }

  async #try(running: BackupsState["running"], work: () => Promise<void>): Promise<boolean> {
    if (running !== null) this.running = running;
    try {
      await work();
      this.error = null;
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      if (running !== null) this.running = null;
    }
  }
}
