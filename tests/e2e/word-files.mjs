// Word files as people change them: the program's own file with other words in its main part.
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

const MAIN = "word/document.xml";

/** A Word file with another main part: `change` gets its XML and gives the new one. */
export function changed(bytes, change) {
  const entries = unpacked(bytes);
  const main = entries.find(({ name }) => name === MAIN);
  main.content = Buffer.from(change(main.content.toString("utf8")));
  return packed(entries);
}

/** The paragraph of the main part that has these words; throws if there is none. */
export function paragraphWith(xml, words) {
  const found = xml.match(/<w:p[ >].*?<\/w:p>/gs)?.find((each) => textOf(each).includes(words));
  if (!found) throw new Error(`no paragraph with «${words}»`);
  return found;
}

/** A paragraph after another one, looking the same, without its bookmark. */
export function paragraphAfter(xml, words, text) {
  const before = paragraphWith(xml, words);
  const like = before.replace(/<w:bookmark(Start|End)[^>]*\/>/g, "");
  let first = true;
  const added = like.replace(/(<w:t[^>]*>)[^<]*(<\/w:t>)/g, (_, open, close) => {
    const said = first ? text : "";
    first = false;
    return open + said + close;
  });
  return xml.replace(before, before + added);
}

function textOf(paragraph) {
  return [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("");
}

function unpacked(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const content = bytes.readUInt16LE(at + 10) === 0 ? raw : inflateRawSync(raw);
    const entry = { name: bytes.toString("utf8", at + 46, at + 46 + name), content };
    at += 46 + name + extra + comment;
    return entry;
  });
}

function packed(entries) {
  const locals = [];
  const centrals = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const data = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), head, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
