const LIMIT_IN_BYTES = 262_144;
/** A UTF-16 unit takes at most three bytes in UTF-8: shorter texts need no counting. */
const SURELY_WITHIN = Math.floor(LIMIT_IN_BYTES / 3);

const texts = new WeakMap<object, string>();

/** A value as JSON. Values are never changed once they are in an execution, so each is written once. */
export function textOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let text = texts.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    texts.set(value, text);
  }
  return text;
}

export const exceedsLimit = (text: string): boolean =>
  text.length > SURELY_WITHIN && Buffer.byteLength(text) > LIMIT_IN_BYTES;

export const limitExceededBy = (who: string): string =>
  `The state/task '${who}' returned a result with a size exceeding the maximum number of bytes service limit.`;

const whole = { truncated: false };
export const inputDetails = (value: unknown) => ({ input: textOf(value), inputDetails: whole });
export const outputDetails = (value: unknown) => ({ output: textOf(value), outputDetails: whole });
