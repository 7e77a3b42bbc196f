// What the palette can do. Keywords stand in for morphology: a person types what comes to mind.
import { m } from "../i18n";
import type { Language } from "../ipc/generated/Language";
import type { Theme } from "../ipc/generated/Theme";
import { keysOf } from "./keymap";

/** A command of the palette. */
export interface Command {
  id: string;
  words: string;
  keywords: string;
  keys?: string;
  run: () => void;
}

/** What commands act on. */
export interface Doors {
  go: (place: "library" | "comparison" | "districts" | "control" | "themes" | "addressees" | "settings" | "help") => void;
  begin: () => void;
  openTemplates: () => void;
  importFiles: () => void;
  importFolder: () => void;
  /** Nothing when there is nothing to save. */
  exportCurrent: (() => void) | null;
  removeExamples: (() => void) | null;
  setTheme: (theme: Theme) => void;
  setLanguage: (language: Language) => void;
}

/** The commands that make sense now. */
export function commandsFor(doors: Doors): Command[] {
  const { exportCurrent, removeExamples } = doors;
  const theme = (theme: Theme, words: string): Command => ({
    id: `theme-${theme}`,
    words,
    keywords: m.keywords_theme(),
    run: () => doors.setTheme(theme),
  });
  const language = (language: Language, words: string): Command => ({
    id: `language-${language}`,
    words,
    keywords: m.keywords_language(),
    run: () => doors.setLanguage(language),
  });
  return [
    {
      id: "library",
      words: m.command_library(),
      keywords: m.keywords_library(),
      keys: keysOf("library"),
      run: () => doors.go("library"),
    },
    {
      id: "new",
      words: m.start_command(),
      keywords: m.start_keywords(),
      keys: keysOf("new"),
      run: doors.begin,
    },
    {
      id: "templates",
      words: m.template_command(),
      keywords: m.template_keywords(),
      run: doors.openTemplates,
    },
    {
      id: "import",
      words: m.command_import(),
      keywords: m.keywords_import(),
      keys: keysOf("import"),
      run: doors.importFiles,
    },
    {
      id: "import-folder",
      words: m.command_import_folder(),
      keywords: m.keywords_import(),
      run: doors.importFolder,
    },
    {
      id: "comparison",
      words: m.command_comparison(),
      keywords: m.keywords_comparison(),
      keys: keysOf("comparison"),
      run: () => doors.go("comparison"),
    },
    {
      id: "districts",
      words: m.command_districts(),
      keywords: m.keywords_districts(),
      keys: keysOf("districts"),
      run: () => doors.go("districts"),
    },
    {
      id: "themes",
      words: m.command_themes(),
      keywords: m.keywords_themes(),
      run: () => doors.go("themes"),
    },
    {
      id: "control",
      words: m.command_control(),
      keywords: m.keywords_control(),
      keys: keysOf("control"),
      run: () => doors.go("control"),
    },
    {
      id: "addressees",
      words: m.command_addressees(),
      keywords: m.keywords_addressees(),
      run: () => doors.go("addressees"),
    },
    ...(exportCurrent
      ? [
          {
            id: "export",
            words: m.command_export(),
            keywords: m.keywords_export(),
            keys: keysOf("export"),
            run: exportCurrent,
          },
        ]
      : []),
    ...(removeExamples
      ? [
          {
            id: "examples",
            words: m.command_examples_remove(),
            keywords: m.keywords_examples(),
            run: removeExamples,
          },
        ]
      : []),
    theme("light", m.command_theme_light()),
    theme("dark", m.command_theme_dark()),
    theme("system", m.command_theme_system()),
    language("ru", m.command_language_ru()),
    language("en", m.command_language_en()),
    {
      id: "settings",
      words: m.command_settings(),
      keywords: m.keywords_settings(),
      keys: keysOf("settings"),
      run: () => doors.go("settings"),
    },
    {
      id: "help",
      words: m.command_help(),
      keywords: m.keywords_help(),
      keys: keysOf("help"),
      run: () => doors.go("help"),
    },
  ];
}
