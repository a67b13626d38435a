import { createHash } from 'node:crypto';
import type { Meter } from '../meter.ts';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import type { HttpRequest, HttpResponse } from '../protocol/http-message.ts';
import type { Caller } from '../protocol/operation.ts';
import { xml } from '../protocol/xml.ts';
import type { RestService } from '../wire.ts';
import { decodedBody } from './aws-chunked.ts';
import type { Bucket, Buckets, Lock, ObjectVersion } from './s3-buckets.ts';
import { listObjects, listVersions } from './s3-listing.ts';

type Asked = Readonly<{ request: HttpRequest; query: URLSearchParams; bucket: Bucket; key: string; caller: Caller }>;
type Answer = (asked: Asked) => HttpResponse;

const ok = (body: string): HttpResponse => ({ status: 200, headers: { 'content-type': 'application/xml' }, body });

const KEPT =
  /^(content-type|content-encoding|content-disposition|cache-control|x-amz-meta-.+|x-amz-server-side-encryption.*|x-amz-checksum-.+)$/;
/** Parts of the address that name another operation on the object. */
const SUBRESOURCES = [
  'uploads',
  'uploadId',
  'partNumber',
  'tagging',
  'acl',
  'retention',
  'legal-hold',
  'attributes',
  'restore',
  'select',
  'delete',
  'versions',
];

/** S3 with path-style addresses: objects with their versions and locks. */
export function s3(buckets: Buckets, now: () => number, meter: Meter): RestService {
  const put: Answer = ({ request, bucket, key, caller }) => {
    const { headers } = request;
    if (headers['x-amz-copy-source']) throw unsupported('S3 CopyObject');
    if (headers['if-none-match'] === '*' && current(bucket, key)) {
      throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
    }
    const kept = Object.entries(headers).filter(([name, value]) => KEPT.test(name) && value !== 'aws-chunked');
    const body = decodedBody(request);
    const digest = headers['content-md5'];
    if (digest && digest !== createHash('md5').update(body).digest('base64')) {
      throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
    }
    const legalHold = headers['x-amz-object-lock-legal-hold'] === 'ON';
    const version = buckets.put(bucket, key, {
      body,
      headers: Object.fromEntries(kept),
      lock: lockOf(headers),
      legalHold,
    });
    meter.record({ service: 's3', what: 'PutObject', resource: bucket.name, invocation: caller.invocation });
    return { status: 200, headers: { etag: version.etag, ...versionHeader(bucket, version) } };
  };

  const get: Answer = ({ request, query, bucket, key, caller }) => {
    const version = askedVersion(bucket, key, query.get('versionId'));
    meter.record({ service: 's3', what: 'GetObject', resource: bucket.name, invocation: caller.invocation });
    if (request.headers.range) throw unsupported('S3 GetObject with a range');
    const headers = {
      'content-type': 'binary/octet-stream',
      ...version.headers,
      etag: version.etag,
      'last-modified': new Date(version.at).toUTCString(),
      'content-length': String(version.body.length),
      'accept-ranges': 'bytes',
      ...versionHeader(bucket, version),
      ...lockHeaders(version),
    };
    return request.method === 'HEAD' ? { status: 200, headers } : { status: 200, headers, body: version.body };
  };

  const remove: Answer = ({ request, query, bucket, key }) => {
    const versionId = query.get('versionId');
    const version = versionId || !bucket.versioned ? find(bucket, key, versionId) : undefined;
    if (bucket.versioned && !versionId) {
      const { id } = buckets.put(bucket, key, { deleteMarker: true, lock: undefined });
      return { status: 204, headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': id } };
    }
    if (version && isLocked(version, request.headers, now())) {
      throw new AwsError('AccessDenied', 'Access Denied because object protected by object lock.', 403);
    }
    if (version) buckets.remove(bucket, key, version);
    return { status: 204 };
  };

  const hold: Answer = ({ request, query, bucket, key }) => {
    const version = askedVersion(bucket, key, query.get('versionId'));
    buckets.hold(bucket, key, version, decodedBody(request).toString().includes('<Status>ON</Status>'));
    return { status: 200 };
  };

  const onObject: Readonly<Record<string, Answer>> = { PUT: put, GET: get, HEAD: get, DELETE: remove };

  return (request, caller) => {
    const query = new URLSearchParams(request.query);
    const [, name = '', ...rest] = request.path.split('/').map(decodeURIComponent);
    if (!name)
      return ok(
        xml('ListAllMyBucketsResult', {
          Buckets: { Bucket: buckets.names().map((Name) => ({ Name, CreationDate: new Date(now()).toISOString() })) },
        }),
      );
    const bucket = buckets.find(name);
    if (!bucket) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
    const key = rest.join('/');
    const subresource = SUBRESOURCES.find((part) => query.has(part));
    if (subresource === 'versions' && !key && request.method === 'GET') return ok(listVersions(bucket, query));
    if (subresource === 'legal-hold' && key && request.method === 'PUT') {
      return hold({ request, query, bucket, key, caller });
    }
    if (subresource) throw unsupported(`S3 ${request.method} with ?${subresource}`);
    if (!key && request.method === 'HEAD') return { status: 200 };
    if (!key && request.method === 'GET') return ok(listObjects(bucket, query));
    const answer = onObject[request.method];
    if (!key || !answer) throw unsupported(`S3 ${request.method} ${request.path}`);
    return answer({ request, query, bucket, key, caller });
  };
}

const current = (bucket: Bucket, key: string): ObjectVersion | undefined => {
  const newest = bucket.objects.get(key)?.at(-1);
  return newest?.deleteMarker ? undefined : newest;
};

const find = (bucket: Bucket, key: string, versionId: string | null) =>
  versionId ? bucket.objects.get(key)?.find(({ id }) => id === versionId) : current(bucket, key);

function askedVersion(bucket: Bucket, key: string, versionId: string | null): ObjectVersion {
  const version = find(bucket, key, versionId);
  if (!version) throw new AwsError(versionId ? 'NoSuchVersion' : 'NoSuchKey', 'The specified key does not exist.', 404);
  return version;
}

function lockOf(headers: HttpRequest['headers']): Lock | undefined {
  const mode = headers['x-amz-object-lock-mode'];
  return mode ? { mode, until: Date.parse(String(headers['x-amz-object-lock-retain-until-date'])) } : undefined;
}

/** Nobody deletes under a hold or in compliance mode; in governance mode whoever says that he bypasses it. */
function isLocked({ lock, legalHold }: ObjectVersion, headers: HttpRequest['headers'], now: number): boolean {
  if (legalHold) return true;
  if (!lock || lock.until <= now) return false;
  return lock.mode === 'COMPLIANCE' || headers['x-amz-bypass-governance-retention'] !== 'true';
}

const versionHeader = ({ versioned }: Bucket, { id }: ObjectVersion): Record<string, string> =>
  versioned ? { 'x-amz-version-id': id } : {};

const lockHeaders = ({ lock, legalHold }: ObjectVersion): Record<string, string> => ({
  ...(lock
    ? { 'x-amz-object-lock-mode': lock.mode, 'x-amz-object-lock-retain-until-date': new Date(lock.until).toISOString() }
    : {}),
  ...(legalHold ? { 'x-amz-object-lock-legal-hold': 'ON' } : {}),
});
