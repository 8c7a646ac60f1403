import type { Terms } from "@tsunagi/contract/exchange";
import { CenterError } from "../errors.ts";

/**
 * Reads the sections of the terms from a text: a line that begins with `# ` is a heading, every other line that is not
 * empty is a paragraph of the section above it.
 * @throws CenterError `input-invalid` for a text without sections, or with a section without paragraphs
 */
export function sectionsOfText(text: string): Terms["sections"] {
  const sections: { heading: string; paragraphs: string[] }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim();
    if (words.startsWith("# ")) sections.push({ heading: words.slice(2).trim(), paragraphs: [] });
    else if (words !== "") {
      const section = sections.at(-1);
      if (!section) {
        throw new CenterError("input-invalid", `${index + 1}行目の前に「# 見出し」がありません`);
      }
      section.paragraphs.push(words);
    }
  }
  if (sections.length === 0) throw new CenterError("input-invalid", "「# 見出し」がありません");
  const empty = sections.find(({ paragraphs }) => paragraphs.length === 0);
  if (empty) throw new CenterError("input-invalid", `「${empty.heading}」に本文がありません`);
  return sections;
}
