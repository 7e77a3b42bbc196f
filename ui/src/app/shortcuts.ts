// The keyboard map. Keys are matched by their place on the keyboard (`code`), so that they work in
// the Russian layout; the words on the screen use the Latin letters printed beside them.

/** What a shortcut does. */
export type Action =
  | "library"
  | "draft"
  | "comparison"
  | "districts"
  | "control"
  | "palette"
  | "new"
  | "import"
  | "export"
  | "settings"
  | "help"
  | "pane"
  | "pane-back"
  | "back";

interface Chord {
  code: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

/** Every action with its keys; the first one is shown. */
export const SHORTCUTS: readonly { action: Action; keys: string; chords: readonly Chord[] }[] = [
  { action: "library", keys: "Ctrl+1", chords: [{ code: "Digit1", ctrl: true }] },
  { action: "draft", keys: "Ctrl+2", chords: [{ code: "Digit2", ctrl: true }] },
  { action: "comparison", keys: "Ctrl+3", chords: [{ code: "Digit3", ctrl: true }] },
  { action: "districts", keys: "Ctrl+4", chords: [{ code: "Digit4", ctrl: true }] },
  { action: "control", keys: "Ctrl+5", chords: [{ code: "Digit5", ctrl: true }] },
  {
    action: "palette",
    keys: "Ctrl+K",
    chords: [
      { code: "KeyK", ctrl: true },
      { code: "KeyP", ctrl: true, shift: true },
    ],
  },
  { action: "new", keys: "Ctrl+N", chords: [{ code: "KeyN", ctrl: true }] },
  { action: "import", keys: "Ctrl+O", chords: [{ code: "KeyO", ctrl: true }] },
  {
    action: "export",
    keys: "F12",
    chords: [{ code: "F12" }, { code: "KeyS", ctrl: true, shift: true }],
  },
  { action: "settings", keys: "Ctrl+,", chords: [{ code: "Comma", ctrl: true }] },
  { action: "help", keys: "F1", chords: [{ code: "F1" }] },
  { action: "pane", keys: "F6", chords: [{ code: "F6" }] },
  { action: "pane-back", keys: "Shift+F6", chords: [{ code: "F6", shift: true }] },
  { action: "back", keys: "Alt+←", chords: [{ code: "ArrowLeft", alt: true }] },
];

type Pressed = Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The action of a pressed key, if it has one. */
export function actionOf(event: Pressed): Action | null {
  const matches = ({ code, ctrl = false, shift = false, alt = false }: Chord): boolean =>
    event.code === code &&
    (event.ctrlKey || event.metaKey) === ctrl &&
    event.shiftKey === shift &&
    event.altKey === alt;
  return SHORTCUTS.find(({ chords }) => chords.some(matches))?.action ?? null;
}
