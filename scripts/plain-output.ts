/**
 * A text that others wrote, for a terminal: without escape sequences, and without what turns the direction of what
 * follows. Line ends and tabs stay.
 */
export const plain = (text: string): string => text.replace(UNPRINTABLE, (sign) => spelt(sign));

/** A text that others wrote at the beginning of a line that somebody may open as a table: a formula is a text there, too. */
export const cell = (text: string): string => (/^\s*[=+\-@]/.test(text) ? `'${text}` : text);

/** JSON as `JSON.stringify` writes it, with what a terminal would obey escaped as well. */
export const plainJson = (value: unknown): string => plain(JSON.stringify(value, null, 2));

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is control characters that are looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const spelt = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
