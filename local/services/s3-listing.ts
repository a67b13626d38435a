import { xml } from '../protocol/xml.ts';
import type { Bucket } from './s3-buckets.ts';

const MOST_KEYS = 1000;

/** ListObjectsV2: keys in order, folded at the delimiter, a page at a time. */
export function listObjects({ name, objects }: Bucket, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? MOST_KEYS), MOST_KEYS);
  const isEncoded = query.get('encoding-type') === 'url';
  const spelt = (key: string) => (isEncoded ? encodeURIComponent(key).replaceAll('%2F', '/') : key);

  const folders = new Set<string>();
  const keys: string[] = [];
  let isTruncated = false;
  for (const key of [...objects.keys()].sort()) {
    if (!key.startsWith(prefix) || key <= after || objects.get(key)?.at(-1)?.deleteMarker) continue;
    if (keys.length + folders.size >= most) {
      isTruncated = true;
      break;
    }
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    if (end < 0) keys.push(key);
    else folders.add(key.slice(0, end + delimiter.length));
  }

  return xml('ListBucketResult', {
    Name: name,
    Prefix: spelt(prefix),
    MaxKeys: most,
    KeyCount: keys.length + folders.size,
    IsTruncated: isTruncated,
    NextContinuationToken: isTruncated ? keys.at(-1) : undefined,
    EncodingType: isEncoded ? 'url' : undefined,
    Contents: keys.map((key) => {
      const newest = objects.get(key)?.at(-1);
      const LastModified = new Date(newest?.at ?? 0).toISOString();
      return {
        Key: spelt(key),
        LastModified,
        ETag: newest?.etag,
        Size: newest?.body.length ?? 0,
        StorageClass: 'STANDARD',
      };
    }),
    CommonPrefixes: [...folders].map((folder) => ({ Prefix: spelt(folder) })),
  });
}
