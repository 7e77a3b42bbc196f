// What a person does with the documents of the library, and what the window says of it.
import { notify } from "../components/toasts.svelte";
import type { BackupsState } from "../features/backups";
import type { ControlState } from "../features/control";
import { exchangeDone, type ExchangeState } from "../features/exchange";
import type { LibraryState } from "../features/library";
import type { SettingsState } from "../features/settings";
import { m } from "../i18n";
import type { Status } from "../ipc/generated/Status";

/** What the actions act on. */
interface States {
  library: LibraryState;
  exchange: ExchangeState;
  backups: BackupsState;
  settings: SettingsState;
  control: ControlState;
}

export class ShelfActions {
  readonly #states: States;

  constructor(states: States) {
    this.#states = states;
  }

  async remove(ids: readonly string[]): Promise<void> {
    const { library, control } = this.#states;
    const controlled = (control.view?.documents ?? []).filter(({ card }) => ids.includes(card.id)).length;
    if (!(await library.remove(ids))) return;
    const words = controlled > 0 ? m.library_removed_controlled : m.library_removed;
    notify(words({ count: ids.length }), { undo: () => void this.restore(ids) });
    if (controlled > 0) await control.load();
  }

  async restore(ids: readonly string[]): Promise<void> {
    if (!(await this.#states.library.restore(ids))) return;
    notify(m.library_restored({ count: ids.length }));
    await this.#states.control.load();
  }

  async removeExamples(): Promise<void> {
    const ids = await this.#states.library.removeExamples();
    if (ids.length === 0) return;
    const undo = (): void => void this.restore(ids);
    notify(m.library_examples_removed({ count: ids.length }), { undo });
  }

  async setStatus(ids: readonly string[], status: Status): Promise<void> {
    const done = await this.#states.library.setStatus(ids, status);
    if (done) notify(m.library_status_done({ count: ids.length }));
  }

  async purge(ids: readonly string[]): Promise<void> {
    const came = await this.#states.library.purge(ids);
    if (!came) return;
    if (came.gone > 0) notify(m.library_purged({ count: came.gone }));
    if (came.needed > 0) notify(m.library_purge_needed({ count: came.needed }));
  }

  /** Writes documents into a file for another library. */
  async send(ids: readonly string[]): Promise<void> {
    const { exchange, library } = this.#states;
    const saved = await exchange.save(ids);
    if (saved) notify(m.exchange_sent({ name: saved.name }));
    else if (exchange.error) library.error = exchange.error;
  }

  /** Looks into a file of another library. */
  async receive(): Promise<void> {
    const { exchange, library } = this.#states;
    await exchange.open();
    if (exchange.error) library.error = exchange.error;
  }

  /** Takes what was decided out of it. */
  async take(): Promise<void> {
    const report = await this.#states.exchange.take();
    if (!report) return;
    this.#states.library.view = report.view;
    notify(exchangeDone(report));
  }

  async makeCopy(): Promise<void> {
    if (await this.#states.backups.make()) notify(m.backups_made());
  }

  async restoreCopy(name: string): Promise<void> {
    const { backups, library, settings } = this.#states;
    const view = await backups.restore(name);
    if (!view) return;
    library.view = view;
    library.error = null;
    await settings.load();
    notify(m.backups_restored());
  }
}
