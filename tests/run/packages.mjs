// The system packages the project needs: what each is for, and its name in each family of systems.
//
// `need` says for what: "svod" (the terminal program), "window" (the window program) or "tests".

/** A package by the tool that installs it; a family that lacks the name has it under another need. */
export const PACKAGES = [
  {
    need: "svod",
    why: "C compiler: SQLite is compiled in, and Rust links with it",
    apt: "build-essential",
    dnf: "gcc",
    alt: "gcc-c++",
  },
  {
    need: "window",
    why: "finds the libraries the window is built with",
    apt: "pkg-config",
    dnf: "pkgconf-pkg-config",
    alt: "pkg-config",
  },
  {
    need: "window",
    why: "the web view the window shows its pages in",
    apt: "libwebkit2gtk-4.1-dev",
    dnf: "webkit2gtk4.1-devel",
    alt: "libwebkit2gtk4.1-devel",
  },
  {
    need: "tests",
    why: "a display without a screen, where the window tests run",
    apt: "xvfb",
    dnf: "xorg-x11-server-Xvfb",
    alt: "xorg-xvfb",
  },
  {
    need: "tests",
    why: "gives that display the Russian keyboard",
    apt: "x11-xkb-utils",
    dnf: "setxkbmap",
    alt: "setxkbmap",
  },
  {
    need: "tests",
    why: "drives the real window",
    apt: "webkit2gtk-driver",
    dnf: "webkit2gtk-driver",
    alt: "webkit2gtk-driver",
  },
  {
    need: "tests",
    why: "a session bus of the tests' own, for the rule «one window only»",
    apt: "dbus-daemon",
    dnf: "dbus-daemon",
    alt: "dbus",
  },
  {
    need: "tests",
    why: "LibreOffice opens the exported Word documents, accepts and rejects their revisions",
    apt: "libreoffice-writer-nogui",
    dnf: "libreoffice-writer",
    alt: "LibreOffice-still",
  },
  {
    need: "tests",
    why: "LibreOffice opens and saves the workbooks",
    apt: "libreoffice-calc-nogui",
    dnf: "libreoffice-calc",
    alt: "LibreOffice-still",
  },
  {
    need: "tests",
    why: "accepts and rejects the revisions of a redline by a library that is not ours",
    apt: "pandoc",
    dnf: "pandoc-cli",
    alt: "pandoc",
  },
  {
    need: "tests",
    why: "an environment for the Python packages that look at our files",
    apt: "python3-venv",
    dnf: "python3",
    alt: "python3",
  },
  {
    need: "tests",
    why: "reads the text of the pages LibreOffice made",
    apt: "poppler-utils",
    dnf: "poppler-utils",
    alt: "poppler",
  },
  {
    need: "tests",
    why: "reads every object of the PDF files we write",
    apt: "qpdf",
    dnf: "qpdf",
    alt: "qpdf",
  },
  {
    need: "tests",
    why: "LibreOffice parts Russian words as Word does",
    apt: "hyphen-ru",
    dnf: "hyphen-ru",
    alt: "hyphen-ru",
  },
  {
    need: "tests",
    why: "a typeface with the measures of Times New Roman",
    apt: "fonts-liberation",
    dnf: "liberation-serif-fonts",
    alt: "fonts-ttf-liberation",
  },
];

/** How each family of systems looks for packages and installs them. */
export const FAMILIES = {
  apt: {
    isInstalled: (ask, name) =>
      ask("dpkg-query", ["-W", "-f=${db:Status-Status}", name]) === "installed",
    commands: (names) => [
      ["apt-get", ["-q", "update", "-o", "DPkg::Lock::Timeout=300"]],
      [
        "apt-get",
        [
          "-qq",
          "install",
          "-y",
          "--no-install-recommends",
          "-o",
          "DPkg::Lock::Timeout=300",
          ...names,
        ],
      ],
    ],
  },
  dnf: {
    isInstalled: (ask, name) => ask("rpm", ["-q", name]) !== null,
    commands: (names) => [["dnf", ["install", "-y", ...names]]],
  },
  alt: {
    isInstalled: (ask, name) => ask("rpm", ["-q", name]) !== null,
    commands: (names) => [
      ["apt-get", ["update"]],
      ["apt-get", ["install", "-y", ...names]],
    ],
  },
};
