/** An error in a service's own terms: the SDK surfaces `code` as the name of what it throws. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, fields: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

/** Never a silent success: what is not emulated is named. 400, because the SDK would try a 5xx again. */
export const unsupported = (what: string) =>
  new AwsError('UnsupportedByEmbeddedCloud', `${what} is not implemented by the embedded cloud`);
