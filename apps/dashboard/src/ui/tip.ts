const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escapeText = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The content of a chart's tooltip: a title and lines of name and figure. Names come from data, so they are escaped. */
export function tip(title: string, lines: readonly (readonly [name: string, figure: string])[]): string {
  const rows = lines.map(
    ([name, figure]) => `<div class="tip-row"><span>${escapeText(name)}</span><span>${escapeText(figure)}</span></div>`,
  );
  return `<div class="tip-title">${escapeText(title)}</div>${rows.join("")}`;
}
