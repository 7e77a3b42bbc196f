// Putting text on the clipboard.

/** Copies text; `false` if the system did not take it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way, for engines that keep the new one to secure addresses. */
function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  // A dialog makes everything outside it inert, and a selection needs to be inside it.
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  return copied;
}
