import { unsupported } from '../protocol/aws-error.ts';
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

/** ListObjectVersions: every version under a prefix, the newest of a key first; all on one page. */
export function listVersions({ name, objects }: Bucket, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const isEncoded = query.get('encoding-type') === 'url';
  const spelt = (key: string) => (isEncoded ? encodeURIComponent(key).replaceAll('%2F', '/') : key);
  const all = [...objects].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
  const versions = all.flatMap(([key, known]) =>
    known.toReversed().map((version, nth) => ({
      marker: version.deleteMarker,
      shown: {
        Key: spelt(key),
        VersionId: version.id,
        IsLatest: nth === 0,
        LastModified: new Date(version.at).toISOString(),
        ...(version.deleteMarker ? {} : { ETag: version.etag, Size: version.body.length, StorageClass: 'STANDARD' }),
      },
    })),
  );
  if (versions.length > MOST_KEYS) throw unsupported(`S3 ListObjectVersions of more than ${MOST_KEYS} versions`);
  return xml('ListVersionsResult', {
    ...{ Name: name, Prefix: spelt(prefix), MaxKeys: MOST_KEYS, IsTruncated: false },
    EncodingType: isEncoded ? 'url' : undefined,
    Version: versions.filter(({ marker }) => !marker).map(({ shown }) => shown),
    DeleteMarker: versions.filter(({ marker }) => marker).map(({ shown }) => shown),
  });
}
