const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};
const escaped = (text: string) => text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] as string);

/** An element and what is in it; a list repeats its element, undefined leaves it out. */
export const xml = (name: string, content: unknown): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, content)}`;

function element(name: string, content: unknown): string {
  if (content === undefined) return '';
  if (Array.isArray(content)) return content.map((item) => element(name, item)).join('');
  if (typeof content !== 'object' || content === null) return `<${name}>${escaped(String(content))}</${name}>`;
  const inner = Object.entries(content).map(([child, value]) => element(child, value));
  return `<${name}>${inner.join('')}</${name}>`;
}
