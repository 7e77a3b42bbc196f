// Looks for inputs that break a reader: `npm run fuzz -- docx 600` fuzzes one target for so many
// seconds, starting from the sample library saved in that format. Wants a nightly compiler and
// cargo-fuzz. What it finds is kept in tests/suite/found, where the tests read it ever after.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { fail, has, root, run, say } from "./lib.mjs";

const [target, time = "600"] = process.argv.slice(2);
const ENDINGS = {
  docx: "docx",
  odt: "odt",
  doc: "doc",
  pdf: "pdf",
  rtf: "rtf",
  html: "html",
  markdown: "md",
  text: "txt",
  outline: null,
};
if (!(target in ENDINGS)) fail(`Name one of ${Object.keys(ENDINGS).join(", ")}, then seconds.`);
if (!has("cargo-fuzz")) fail("cargo-fuzz is missing: cargo install cargo-fuzz");

const fuzz = join(root, "tests/fuzz");
const corpus = join(fuzz, "corpus", target);
mkdirSync(corpus, { recursive: true });
seed(ENDINGS[target]);

const status = await run(
  "cargo",
  ["+nightly", "fuzz", "run", "--fuzz-dir", fuzz, target, corpus, "--"].concat([
    `-max_total_time=${time}`,
    "-rss_limit_mb=4096",
    "-timeout=20",
    "-max_len=200000",
  ]),
);
process.exitCode = status;

/** Files of a format made from the samples; parts of packages lie one after another. */
function seed(ending) {
  if (ending === null) {
    writeFileSync(join(corpus, "0"), Uint8Array.from({ length: 120 }, (_, n) => (n * 7) % 251));
    return;
  }
  const folder = join(root, "assets/samples");
  const samples = readdirSync(folder).filter((name) => /-\d{4}\.(md|txt|docx)$/.test(name));
  const work = join(fuzz, "target/seeds");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  for (const name of samples) {
    const file = join(folder, name);
    const stem = parse(name).name;
    const svod = ["run", "-q", "-p", "svod-cli", "--", "export"];
    const save = (to, path) =>
      execFileSync("cargo", [...svod, file, "--to", to, "-o", path], { cwd: root });
    if (ending === "md" || ending === "txt") {
      save(ending, join(corpus, stem));
      if (name.endsWith(ending)) copyFileSync(file, join(corpus, `${stem}-as-found`));
      continue;
    }
    const word = join(work, `${stem}.docx`);
    save("docx", word);
    if (ending !== "docx") {
      execFileSync("soffice", ["--headless", "--convert-to", ending, "--outdir", work, word]);
    }
    const made = join(work, `${stem}.${ending}`);
    const parts = {
      docx: ["word/document.xml", "word/numbering.xml", "word/styles.xml"],
      odt: ["content.xml", "styles.xml"],
    }[ending];
    const bytes = parts
      ? parts.map((part) => execFileSync("unzip", ["-p", made, part])).reduce(joined)
      : readFileSync(made);
    writeFileSync(join(corpus, stem), bytes);
  }
  say(`${samples.length} seeds of ${ending}`);
}

function joined(before, after) {
  return Buffer.concat([before, Buffer.from("\n--part--\n"), after]);
}
