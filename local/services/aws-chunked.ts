import type { HttpRequest } from '../protocol/http-message.ts';

/** The SDK streams a body in signed chunks with a trailing checksum: size in hex, the chunk, and so on until size 0. */
export function decodedBody({ headers, body }: HttpRequest): Buffer {
  const isChunked =
    headers['content-encoding']?.includes('aws-chunked') || headers['x-amz-content-sha256']?.startsWith('STREAMING-');
  if (!isChunked) return body;
  const chunks: Buffer[] = [];
  for (let place = 0; place < body.length; ) {
    const lineEnd = body.indexOf('\r\n', place);
    const size = Number.parseInt(body.toString('latin1', place, lineEnd), 16);
    if (!size) break;
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    place = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}
