import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Colours for a terminal; plain text for a file or another program. */
export const paintFor = (stream: Readonly<{ isTTY?: boolean }>): Paint =>
  stream.isTTY ? (style, text) => styleText(style, text) : (_, text) => text;
