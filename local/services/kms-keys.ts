import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { keptValue } from '../kept.ts';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import type { Resource, Stack } from '../template/stack.ts';

/** `material`: 32 bytes, or PKCS #8 of an elliptic curve. */
export type Key = Readonly<{ id: string; arn: string; spec: string; usage: string; material: Buffer }>;

export type Keys = Readonly<{
  deploy(stack: Stack): void;
  /** By id, ARN or alias. */
  find(keyId: string): Key;
  ofUsage(keyId: string, usage: string): Key;
}>;

/** What each kind of key does it by. */
export const ALGORITHMS: Readonly<Record<string, string>> = {
  ECC_NIST_P256: 'ECDSA_SHA_256',
  SYMMETRIC_DEFAULT: 'SYMMETRIC_DEFAULT',
  HMAC_256: 'HMAC_SHA_256',
};

export function kmsKeys(dataDir?: string): Keys {
  const materials = keptValue<Readonly<Record<string, string>>>(dataDir, 'keys', {});
  const keys = new Map<string, Key>();
  const aliases = new Map<string, string>();

  const find = (keyId: string) => {
    const name = String(keyId).replace(/^arn:[^/]*:(key\/|(?=alias\/))/, '');
    const key = keys.get(aliases.get(name) ?? name);
    if (!key) throw new AwsError('NotFoundException', `Key '${keyId}' does not exist`);
    return key;
  };

  return {
    find,
    ofUsage(keyId, usage) {
      const key = find(keyId);
      if (key.usage === usage) return key;
      const fault = `${key.arn} key usage is ${key.usage} which is not valid for this operation.`;
      throw new AwsError('InvalidKeyUsageException', fault);
    },
    deploy(stack) {
      for (const resource of stack.ofType('AWS::KMS::Key')) {
        const kept = materials.get()[resource.name];
        const key = keyOf(resource, kept);
        keys.set(key.id, key);
        if (!kept) materials.set({ ...materials.get(), [key.id]: key.material.toString('base64') });
      }
      for (const { name, properties } of stack.ofType('AWS::KMS::Alias')) {
        aliases.set(name, String(properties.TargetKeyId).replace(/^arn:.*:key\//, ''));
      }
    },
  };
}

export const privateKeyOf = ({ material }: Key): KeyObject =>
  createPrivateKey({ key: material, format: 'der', type: 'pkcs8' });
export const publicKeyOf = (key: Key): KeyObject => createPublicKey(privateKeyOf(key));

function keyOf({ logicalId, name, arn, properties }: Resource, kept: string | undefined): Key {
  const { KeySpec = 'SYMMETRIC_DEFAULT', KeyUsage = 'ENCRYPT_DECRYPT' } = properties as Record<string, string>;
  if (!ALGORITHMS[KeySpec]) throw unsupported(`the key spec ${KeySpec} of ${logicalId}`);
  const material = kept ? Buffer.from(kept, 'base64') : newMaterial(KeySpec);
  return { id: name, arn, spec: KeySpec, usage: KeyUsage, material };
}

const newMaterial = (spec: string) =>
  spec === 'ECC_NIST_P256'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' })
    : randomBytes(32);
