// Files that cannot be read: one clear sentence each, nothing kept, the window goes on.
import assert from "node:assert/strict";
import { closeSync, copyFileSync, openSync, ftruncateSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { home, samples } from "./app.mjs";
import { KEYS } from "./driver.mjs";

test("bad files get a sentence each and leave nothing behind", async (t) => {
  const app = await home(t);
  const sound = readFileSync(join(samples, "lugovskoy-2026.docx"));
  const files = {
    "пустой.txt": (path) => writeFileSync(path, ""),
    "огромный.docx": (path) => {
      const file = openSync(path, "w");
      // 500 MB that take no room on the disk.
      ftruncateSync(file, 500 * 1024 * 1024);
      closeSync(file);
    },
    "не текст.txt": (path) =>
      writeFileSync(path, Buffer.from({ length: 4096, ...bytes(4096) })),
    "обрезанный.docx": (path) => writeFileSync(path, sound.subarray(0, sound.length / 2)),
    "бомба.docx": (path) => writeFileSync(path, zip(Buffer.alloc(300 * 1024 * 1024, " "))),
    "сущности.docx": (path) => writeFileSync(path, zip(Buffer.from(entityBomb()))),
    "презентация.pptx": (path) => writeFileSync(path, sound.subarray(0, 1000)),
    "документ.pdf": (path) => writeFileSync(path, "%PDF-1.7\n"),
  };
  const paths = Object.entries(files).map(([name, make]) => {
    make(app.path(name));
    return app.path(name);
  });
  paths.push(app.path("нет такого файла.docx"));
  const good = app.path("хороший.docx");
  copyFileSync(join(samples, "lugovskoy-2026.docx"), good);
  const window = await app.start({ SVOD_E2E_OPEN: [...paths, good].join(delimiter) });
  await window.click('[data-testid="import"]');
  const items = await window.waitFor(
    `const items = [...document.querySelectorAll('[data-testid="import-report"] tr[data-outcome]')];
     return items.length > 0 && items.map((item) => [item.dataset.outcome, item.querySelector("td").innerText.trim()])`,
    "the report is shown",
  );
  assert.equal(items.length, paths.length + 1);
  for (const [at, [outcome, sentence]] of items.slice(0, -1).entries()) {
    assert.equal(outcome, "failed", `${paths[at]}: ${sentence}`);
    // What happened and what to do, never a code or a cause in English.
    assert.match(sentence, /^(Файл )?«/, sentence);
    assert.match(sentence, /[.]$/, sentence);
    assert.doesNotMatch(sentence, /error|panic|[a-z]+-[a-z]+-|undefined/i, sentence);
  }
  // The sound file is a sample the library has already: it says so and is not kept twice.
  assert.equal(items.at(-1)[0], "duplicate");
  assert.equal(await window.run("return document.querySelectorAll('tr[data-id]').length"), 8);

  // The window lives on.
  await window.press("3", [KEYS.ctrl]);
  await window.find(".choose");
});

/** Bytes that are text in no encoding. */
function bytes(length) {
  return Object.fromEntries(Array.from({ length }, (_, at) => [at, (at * 7919) % 256 & 0x1f]));
}

/** A Word package with this main part. */
function zip(document) {
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ' +
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const entries = [
    ["[Content_Types].xml", Buffer.from(types)],
    ["word/document.xml", document],
  ];
  const locals = [];
  const centrals = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), head, tail, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}

/** A document whose entities grow to gigabytes. */
function entityBomb() {
  const entities = Array.from({ length: 12 }, (_, at) => {
    const value = at === 0 ? "ha" : `&e${at - 1};`.repeat(10);
    return `<!ENTITY e${at} "${value}">`;
  });
  return (
    `<?xml version="1.0"?><!DOCTYPE d [${entities.join("")}]>` +
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    "<w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>"
  );
}

function crc32(buffer) {
  const table = Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
  let crc = 0xffffffff;
  for (const byte of buffer) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
