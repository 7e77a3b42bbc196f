import { describe, expect, test } from "vitest";
import type { Editor } from "./editor";
import { pasted } from "./paste";
import { caret, directive, editorOf, group, items, resolution, section, small } from "./testing";
import { TextSelection } from "prosemirror-state";

const html = (source: string): string[] => pasted({ html: source, text: "" }).paragraphs;
const text = (source: string): string[] => pasted({ html: "", text: source }).paragraphs;

/** What Word puts on the clipboard, shortened. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:st1="urn:schemas:smarttags">
<head><meta name=Generator content="Microsoft Word 15"><style>p.MsoListParagraph {mso-list:l0}</style>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=RU>
<!--StartFragment--><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><b>Провести</b>
до <st1:date Year="2027">1 июня 2027</st1:date>&nbsp;г. конфе\u00adренцию<o:p></o:p></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>тайно</span>Под<del cite="mailto:a" datetime="2026">не</del><ins
cite="mailto:a">готовить</ins> отчёт<span class=MsoCommentReference>[А1]</span><o:p>&nbsp;</o:p></p>
<table><tr><td><p class=MsoNormal>Школа<o:p></o:p></p></td><td><p>75&nbsp;%</p></td></tr></table>
<div style='mso-element:comment-list'><p>замечание</p></div><!--EndFragment--></body></html>`;

describe("from Word", () => {
  test("come the words, without markers, hidden and deleted text and comments", () => {
    expect(html(WORD)).toEqual([
      "Провести до 1 июня 2027\u00a0г. конференцию",
      "Подготовить отчёт",
      "Школа",
      "75\u00a0%",
    ]);
  });
});

describe("from elsewhere", () => {
  test("LibreOffice: paragraphs, line breaks as spaces", () => {
    expect(html('<p style="margin-bottom: 0cm">Первое<br/>\nпродолжение</p>\n<p><font face="Tinos">Второе</font></p>')).toEqual(["Первое продолжение", "Второе"]);
  });
  test("a browser: lists and blocks, two line breaks as a paragraph", () => {
    expect(html("<ul><li>раз</li><li>два <b>и</b> <i>три</i></li></ul>четыре<br><br>пять")).toEqual(["раз", "два и три", "четыре", "пять"]);
  });
  test("items that end with a semicolon begin anew, small letter or not", () => {
    expect(
      text("провести конференцию по итогам учебного года в мае 2027 года;\r\nподготовить сборник материалов конференции к осени 2028 г.;\r\nоткрыть кружки"),
    ).toEqual([
      "провести конференцию по итогам учебного года в мае 2027 года;",
      "подготовить сборник материалов конференции к осени 2028 г.;",
      "открыть кружки",
    ]);
  });
  test("HTML without words gives way to the plain text", () => {
    expect(pasted({ html: "<img src=x>", text: "слова" }).paragraphs).toEqual(["слова"]);
  });
  test("PDF: lines of one paragraph together, divided words whole, list items apart", () => {
    const page = [
      "Руководителям общеобразовательных организаций обеспе-",
      "чить участие педагогов в конкурсах профессионального мастерства;",
      "1.2. провести до 1 октября 2027 года не менее шести открытых уроков",
      "по читательской грамотности.",
    ].join("\n");
    expect(text(page)).toEqual([
      "Руководителям общеобразовательных организаций обеспечить участие педагогов в конкурсах профессионального мастерства;",
      "1.2. провести до 1 октября 2027 года не менее шести открытых уроков по читательской грамотности.",
    ]);
  });
  test("short lines of plain text are paragraphs", () => {
    expect(text("раз\r\nдва\n\nтри")).toEqual(["раз", "два", "три"]);
  });
});

test("nothing active survives", () => {
  const hooks = globalThis as { hacked?: boolean };
  const evil = `<img src=x onerror="hacked=true"><script>hacked=true</script><svg onload="hacked=true"><text>s</text></svg>
    <a href="javascript:hacked=true">ссылка</a><iframe srcdoc="x"></iframe><p style="background:url(x)" onclick="hacked=true">текст</p>`;
  expect(html(evil)).toEqual(["ссылка", "текст"]);
  expect(hooks.hacked).toBeUndefined();
});

describe("pasting", () => {
  function paste(editor: Editor, data: Record<string, string>): void {
    const event = new Event("paste", { bubbles: true, cancelable: true });
    const clipboardData = { getData: (type: string) => data[type] ?? "", files: [], types: Object.keys(data) };
    Object.assign(event, { clipboardData });
    editor.view.dom.dispatchEvent(event);
  }
  const oneGroup = (): Editor =>
    editorOf(resolution([section("s", [group("g", "h", [directive("a", "one two"), directive("b", "x")])])]));

  test("one paragraph is text", () => {
    const editor = oneGroup();
    caret(editor, "one two", 4);
    paste(editor, { "text/html": "<p><b>and</b> </p>", "text/plain": "" });
    expect(items(editor.state)).toEqual(["* h", "- one and|two", "- x"]);
  });

  test("a few paragraphs are directives with ids of their own, and one step of undo", () => {
    const editor = oneGroup();
    const before = editor.resolution;
    caret(editor, "one two", 3);
    paste(editor, { "text/plain": "1) A\n2) B\n3) C" });
    expect(items(editor.state)).toEqual(["* h", "- oneA", "- B", "- C| two", "- x"]);
    const ids = editor.resolution.sections[0]?.groups[0]?.directives.map((each) => each.id);
    expect(new Set(ids).size).toBe(4);
    editor.commands.undo();
    expect(editor.resolution).toEqual(before);
  });

  test("in a heading they are one line", () => {
    const editor = oneGroup();
    caret(editor, "h", 1);
    paste(editor, { "text/plain": "A\nB" });
    expect(items(editor.state)[0]).toBe("* hA B|");
  });

  test("more are handed over for a review", () => {
    const handed: unknown[] = [];
    const editor = editorOf(small(), { paste: (paragraphs, html) => handed.push([paragraphs, html]) });
    const before = editor.doc;
    paste(editor, { "text/plain": "1. A\n2. B\n3. C\n4. D" });
    expect(handed).toEqual([[["1. A", "2. B", "3. C", "4. D"], ""]]);
    expect(editor.doc).toBe(before);
  });

  test("a heading among a few is looked at first", () => {
    const handed: unknown[] = [];
    const editor = editorOf(small(), { paste: (paragraphs, html) => handed.push([paragraphs, html]) });
    paste(editor, { "text/plain": "1. A\n2. Schools:\n- B" });
    expect(handed).toEqual([[["1. A", "2. Schools:", "- B"], ""]]);
  });

  test("a directive cut here comes back itself; a copy is a new one", () => {
    const editor = oneGroup();
    const { doc, tr } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.create(doc, doc.content.size - 12, doc.content.size - 7)));
    caret(editor, "one two", 0);
    const from = editor.state.selection.from;
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.doc, from, from + 10)));
    const { dom, text } = editor.view.serializeForClipboard(editor.state.selection.content());
    const clip = { "text/html": dom.innerHTML, "text/plain": text };
    expect(text).toBe("one two\nx");
    caret(editor, "x", 1);
    paste(editor, clip);
    expect(items(editor.state)).toEqual(["* h", "- one two", "- xone two", "- x|"]);
    expect(editor.current).toMatch(/^n/);
    editor.commands.undo();
    editor.commands.remove("b");
    caret(editor, "one two", -1);
    paste(editor, clip);
    expect(editor.current).toBe("b");
  });
});
