import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from '../template/stack.ts';

export type Lock = Readonly<{ mode: string; until: number }>;

export type ObjectVersion = Readonly<{
  id: string;
  at: number;
  etag: string;
  /** What was given with it and is given back: content type, metadata, encryption. */
  headers: Readonly<Record<string, string>>;
  lock?: Lock;
  legalHold?: boolean;
  /** Only hides the versions before it. */
  deleteMarker?: boolean;
  body: Buffer;
}>;

export type Bucket = Readonly<{
  name: string;
  versioned: boolean;
  defaultLock?: Readonly<{ mode: string; days: number }>;
  /** By key; newest version last. */
  objects: Map<string, ObjectVersion[]>;
}>;

export type Buckets = Readonly<{
  deploy(stack: Stack): void;
  find(name: string): Bucket | undefined;
  names(): readonly string[];
  put(bucket: Bucket, key: string, given: Partial<Omit<ObjectVersion, 'id' | 'at'>>): ObjectVersion;
  remove(bucket: Bucket, key: string, version: ObjectVersion): void;
  hold(bucket: Bucket, key: string, version: ObjectVersion, legalHold: boolean): void;
}>;

type LockProperties = Readonly<{ Rule?: { DefaultRetention?: { Mode: string; Days?: number; Years?: number } } }>;

/** Buckets in memory; with a directory every version is a file there, its description beside it. */
export function buckets(now: () => number, dataDir?: string): Buckets {
  const all = new Map<string, Bucket>();
  const directoryOf = (bucket: string, key: string) =>
    dataDir && join(dataDir, 'objects', bucket, createHash('sha256').update(key).digest('hex'));

  const keep = (bucket: string, key: string, { body, ...version }: ObjectVersion) => {
    const directory = directoryOf(bucket, key);
    if (!directory) return;
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, version.id), body);
    writeFileSync(join(directory, `${version.id}.json`), JSON.stringify({ key, ...version }));
  };

  const load = (bucket: string) => {
    const objects: Bucket['objects'] = new Map();
    const root = dataDir && join(dataDir, 'objects', bucket);
    if (!root || !existsSync(root)) return objects;
    for (const directory of readdirSync(root).map((name) => join(root, name))) {
      const described = readdirSync(directory).filter((file) => file.endsWith('.json'));
      const versions = described.map((file) => {
        const { key, ...version } = JSON.parse(readFileSync(join(directory, file), 'utf8'));
        return {
          key: String(key),
          version: { ...version, body: readFileSync(join(directory, version.id)) } as ObjectVersion,
        };
      });
      const [first] = versions;
      if (first)
        objects.set(
          first.key,
          versions.map(({ version }) => version).sort((a, b) => a.at - b.at),
        );
    }
    return objects;
  };

  return {
    find: (name) => all.get(name),
    names: () => [...all.keys()],
    put(bucket, key, { body = Buffer.alloc(0), headers = {}, lock, ...given }) {
      const etag = `"${createHash('md5').update(body).digest('hex')}"`;
      const { defaultLock } = bucket;
      const usual = defaultLock && { mode: defaultLock.mode, until: now() + defaultLock.days * 86_400_000 };
      const version: ObjectVersion = {
        id: bucket.versioned ? randomUUID() : 'null',
        at: now(),
        etag,
        body,
        headers,
        lock: lock ?? usual,
        ...given,
      };
      bucket.objects.set(key, bucket.versioned ? [...(bucket.objects.get(key) ?? []), version] : [version]);
      keep(bucket.name, key, version);
      return version;
    },
    remove(bucket, key, version) {
      const rest = (bucket.objects.get(key) ?? []).filter((one) => one !== version);
      if (rest.length) bucket.objects.set(key, rest);
      else bucket.objects.delete(key);
      const directory = directoryOf(bucket.name, key);
      if (!directory) return;
      for (const file of [version.id, `${version.id}.json`]) rmSync(join(directory, file), { force: true });
    },
    hold(bucket, key, version, legalHold) {
      const held = { ...version, legalHold };
      const all = bucket.objects.get(key) ?? [];
      bucket.objects.set(
        key,
        all.map((one) => (one === version ? held : one)),
      );
      keep(bucket.name, key, held);
    },
    deploy(stack) {
      for (const { name, properties } of stack.ofType('AWS::S3::Bucket')) {
        const { ObjectLockEnabled, ObjectLockConfiguration, VersioningConfiguration } = properties;
        const retention = (ObjectLockConfiguration as LockProperties | undefined)?.Rule?.DefaultRetention;
        all.set(name, {
          name,
          versioned:
            ObjectLockEnabled === true ||
            (VersioningConfiguration as { Status?: string } | undefined)?.Status === 'Enabled',
          defaultLock: retention && { mode: retention.Mode, days: retention.Days ?? (retention.Years ?? 0) * 365 },
          objects: all.get(name)?.objects ?? load(name),
        });
      }
    },
  };
}
