// Matching what a person types to words on the screen.

/** Every typed word begins some word of the text; case and «ё» do not matter. */
export function fits(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
