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

  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  async load(): Promise<void> {
    await this.#take(() => this.#call("settings_get", {}));
  }

  /** Applies at once and keeps; if keeping fails, what was kept before comes back. */
  async set(change: Partial<Settings>): Promise<void> {
    const { theme, language, rulesOff, backups, name } = this;
    const before: Settings = { theme, language, rules_off: [...rulesOff], backups, name };
    const settings = { ...before, ...change };
    this.#apply(settings);
    if (!(await this.#take(() => this.#call("settings_set", { settings })))) this.#apply(before);
  }

  /** Switches a rule on or off for every draft. */
  async switchRule(rule: Rule, on: boolean): Promise<void> {
    const off = this.rulesOff.filter((other) => other !== rule);
    await this.set({ rules_off: on ? off : [...off, rule] });
  }

  async #take(read: () => Promise<Settings>): Promise<boolean> {
    try {
      this.#apply(await read());
      this.error = null;
      return true;
    } catch (error) {
      this.error = error;
      return false;
    }
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
