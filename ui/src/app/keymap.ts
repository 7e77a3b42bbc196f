// The keys in words, for the help page; the differences have theirs in the comparison itself.
import { m } from "../i18n";
import { type Action, SHORTCUTS } from "./shortcuts";

/** The words of an action. */
export function actionWords(action: Action): string {
  return {
    library: m.key_library,
    draft: m.key_draft,
    comparison: m.key_comparison,
    districts: m.key_districts,
    control: m.key_control,
    palette: m.key_palette,
    new: m.start_key,
    import: m.key_import,
    export: m.key_export,
    settings: m.key_settings,
    help: m.key_help,
    pane: m.key_panes,
    "pane-back": m.key_panes_back,
    back: m.key_back,
  }[action]();
}

/** The keys of an action as they are shown. */
export function keysOf(action: Action): string {
  return SHORTCUTS.find((shortcut) => shortcut.action === action)?.keys ?? "";
}

/** The whole keyboard map. */
export function keymap(): { words: string; keys: string }[] {
  return [
    ...SHORTCUTS.map(({ action, keys }) => ({ words: actionWords(action), keys })),
    { words: m.key_save(), keys: "Ctrl+S" },
    { words: m.key_find(), keys: "Ctrl+F" },
    { words: m.key_replace(), keys: "Ctrl+H" },
    { words: m.key_advice(), keys: "F7" },
    { words: m.key_advice_back(), keys: "Shift+F7" },
    { words: m.key_mend(), keys: "Ctrl+." },
    { words: m.key_group(), keys: "Ctrl+Enter" },
    { words: m.key_move(), keys: "Alt+↑ / Alt+↓" },
    { words: m.key_chips(), keys: "Alt+Enter" },
    { words: m.key_next(), keys: "F8" },
    { words: m.key_previous(), keys: "Shift+F8" },
    { words: m.key_check(), keys: "F9" },
    { words: m.key_check_back(), keys: "Shift+F9" },
    { words: m.key_decide(), keys: "1 – 4" },
    { words: m.key_undecide(), keys: "Ctrl+Z" },
  ];
}
