// The settings, kept in the library and applied to the page.
import { speak } from "../../i18n";
import type { Commands } from "../../ipc/generated/commands";
import type { Language } from "../../ipc/generated/Language";
import type { Rule } from "../../ipc/generated/Rule";
import type { Schedule } from "../../ipc/generated/Schedule";
import type { Settings } from "../../ipc/generated/Settings";
import type { Theme } from "../../ipc/generated/Theme";

/** The way to the back end, as far as settings need it. */
export type Call = <C extends "settings_get" | "settings_set">(
  name: C,
  request: Commands[C]["request"],
) => Promise<Commands[C]["response"]>;

export class SettingsState {
  theme = $state<Theme>("system");
  language = $state<Language>("ru");
  /** Drafting rules the organisation has switched off. */
  rulesOff = $state.raw<readonly Rule[]>([]);
  /** How often the library is copied. */
  backups = $state<Schedule>("day");
  /** The person's name, beside what they say of executions. */
  name = $state("");
  error = $state.raw<unknown>(null);
  /** Changes that are not on the disk yet. */
  keeping = $state(0);

  readonly #call: Call;
  /** What is on the disk. */
  #kept: Settings = this.#shown();
  /** Ends with the last change: they are kept in the order they were made. */
  #last: Promise<void> = Promise.resolve();

  constructor(call: Call) {
    this.#call = call;
  }

  async load(): Promise<void> {
    try {
      this.#kept = await this.#call("settings_get", {});
      this.#apply(this.#kept);
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }

  /** Applies at once and keeps; if keeping fails, what was kept before comes back. */
  async set(change: Partial<Settings>): Promise<void> {
    const settings = { ...this.#shown(), ...change };
    this.#apply(settings);
    this.keeping += 1;
    const earlier = this.#last;
    this.#last = this.#keep(earlier, settings);
    await this.#last;
  }

  /** Waits until every change is on the disk, or told as a fault. */
  async kept(): Promise<void> {
    await this.#last;
  }

  async #keep(earlier: Promise<void>, settings: Settings): Promise<void> {
    await earlier;
    try {
      this.#kept = await this.#call("settings_set", { settings });
      this.error = null;
    } catch (error) {
      this.error = error;
    }
    this.keeping -= 1;
    // What was changed since then is shown already, and is kept next.
    if (this.keeping === 0) this.#apply(this.#kept);
  }

  #shown(): Settings {
    const { theme, language, rulesOff, backups, name } = this;
    return { theme, language, rules_off: [...rulesOff], backups, name };
  }

  /** Switches a rule on or off for every draft. */
  async switchRule(rule: Rule, on: boolean): Promise<void> {
    const off = this.rulesOff.filter((other) => other !== rule);
    await this.set({ rules_off: on ? off : [...off, rule] });
  }

  #apply({ theme, language, rules_off, backups, name }: Settings): void {
    this.name = name;
    this.theme = theme;
    this.backups = backups;
    this.rulesOff = rules_off;
    // Before anything reacts to the new language, messages must speak it.
    speak(language);
    this.language = language;
  }
}
