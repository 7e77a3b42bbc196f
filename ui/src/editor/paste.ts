// Text out of what other programs put on the clipboard: Word, LibreOffice, browsers, PDF viewers.
//
// Only words come through. HTML is parsed into a document that belongs to no window, where no
// script runs and nothing is fetched, and its text is read off; there is no list of forbidden
// things that could have a hole. Word's own matter is left out: list markers (numbers are
// computed), hidden text, tracked deletions, comments, field codes. Tracked insertions stay.

/** What the clipboard holds. */
export interface Clip {
  html: string;
  text: string;
}

/** The paragraphs on the clipboard. */
export function pasted({ html, text }: Clip): { paragraphs: string[] } {
  const fromHtml = html.trim() === "" ? [] : htmlParagraphs(html);
  return { paragraphs: fromHtml.length > 0 ? fromHtml : textParagraphs(text) };
}

const SKIPPED = new Set(
  "SCRIPT STYLE HEAD TITLE META LINK XML TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH AUDIO VIDEO CANVAS SELECT TEXTAREA DEL"
    .split(" "),
);
const BLOCKS = new Set(
  "P DIV LI UL OL DL DT DD H1 H2 H3 H4 H5 H6 TABLE CAPTION THEAD TBODY TFOOT TR TD TH BLOCKQUOTE PRE SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV FIGURE FIGCAPTION FORM FIELDSET HR ADDRESS BODY"
    .split(" "),
);
/** Styles of what Word does not print, or prints of itself. */
const HIDDEN =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore|mso-element\s*:\s*(?:comment-list|footnote-list|endnote-list|header|footer)|mso-field-code/i;
const HIDDEN_CLASS = /\b(?:MsoCommentReference|msocomoff|msoDel|MsoFootnoteReference)\b/;

/** A paragraph break while reading; no text of a page holds this unit. */
const BREAK = "\u2029";
/** A line break inside a paragraph. */
const LINE = "\u2028";

function htmlParagraphs(html: string): string[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  const out: string[] = [];
  read(page.body, false, out);
  return out
    .join("")
    .replace(/\u2028(?:\s*\u2028)+/g, BREAK)
    .split(BREAK)
    .map(tidy)
    .filter((each) => each !== "");
}

function read(node: Node, pre: boolean, out: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      const text = child.nodeValue ?? "";
      out.push(pre ? text.replace(/\r?\n/g, LINE) : text.replace(/[\u2028\u2029]/g, " "));
    } else if (child.nodeType === Node.ELEMENT_NODE) readElement(child as Element, pre, out);
  }
}

function readElement(element: Element, pre: boolean, out: string[]): void {
  // Names of elements made by Word keep their prefix: `O:P`, `ST1:PLACE`.
  const name = element.nodeName.toUpperCase();
  const style = element.getAttribute("style") ?? "";
  if (SKIPPED.has(name) || HIDDEN.test(style) || element.hasAttribute("hidden")) return;
  if (HIDDEN_CLASS.test(element.getAttribute("class") ?? "")) return;
  if (name === "BR") {
    out.push(LINE);
    return;
  }
  const block = BLOCKS.has(name);
  if (block) out.push(BREAK);
  if (/mso-tab-count/i.test(style)) out.push(" ");
  read(element, pre || name === "PRE", out);
  if (block) out.push(BREAK);
}

/** A marker some programs print into the text of a list item: «1.2. », «а) », «– », «• ». */
const MARKER =
  /^(?:[-\u2013\u2014\u2022\u00b7\u25aa\u25cf\u25e6\uf0b7\uf02d*]|\d{1,2}(?:\.\d{1,2})*[.)]|\p{L}\))\s+/u;

/** Without list markers, where several paragraphs make a list. */
export function withoutMarkers(paragraphs: readonly string[]): string[] {
  if (paragraphs.length < 2) return [...paragraphs];
  return paragraphs.map((each) => each.replace(MARKER, ""));
}

/** Paragraphs of plain text. Lines broken by the width of a page are put together again. */
function textParagraphs(text: string): string[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\f/g, "\n\n").split("\n");
  const full = Math.max(...lines.map((line) => line.trimEnd().length));
  const out: string[] = [];
  let open = "";
  for (const line of lines.map((each) => each.trim())) {
    const starts = line === "" || MARKER.test(line) || !continues(open, line, full);
    if (starts) {
      out.push(open);
      open = line;
    } else open = glue(open, line);
  }
  return [...out, open].map(tidy).filter((each) => each !== "");
}

/** Whether a line goes on with the paragraph before: that one was as long as the page is wide. */
function continues(before: string, line: string, full: number): boolean {
  if (before === "") return false;
  if (/[\u00ad]$/.test(before)) return true;
  const last = before.slice(before.lastIndexOf(LINE) + 1);
  // «…;» ends an item of a list, whatever the next one begins with.
  if (/;$/.test(last)) return false;
  if (/[.:!?]$/.test(last) && !/^\p{Ll}/u.test(line)) return false;
  return last.length >= full * 0.6 && full <= 200 && full >= 40;
}

/** Puts two lines together; a word divided by a hyphen is whole again. */
function glue(before: string, line: string): string {
  if (/\u00ad$/.test(before)) return before.slice(0, -1) + line;
  const divided = /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line);
  return divided ? before.slice(0, -1) + line : `${before}${LINE}${line}`;
}

/** Drops what cannot be seen and gathers blanks; a single no-break space is meant and stays. */
function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f]/g, "")
    .replace(/[\s\u00a0]+/g, (blanks) => (blanks === "\u00a0" ? blanks : " "))
    .trim();
}
