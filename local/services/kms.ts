import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { keptValue } from '../kept.ts';
import type { Meter } from '../meter.ts';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import { type Caller, type Operations, operation } from '../protocol/operation.ts';
import type { Resource, Stack } from '../template/stack.ts';

export type Kms = Readonly<{ operations: Operations; deploy(stack: Stack): void }>;

/** The secret of a key, base64: 32 bytes, or PKCS #8 of an elliptic curve. */
type KeyMaterial = Readonly<Record<string, string>>;

type Key = Readonly<{ id: string; arn: string; spec: string; usage: string; material: Buffer }>;

type Context = Readonly<Record<string, string>>;
type Named = Readonly<{ KeyId: string }>;
type Message = Named & Readonly<{ Message: string; MessageType?: string; SigningAlgorithm: string }>;

const SPECS: Readonly<Record<string, string>> = {
  ECC_NIST_P256: 'ECDSA_SHA_256',
  SYMMETRIC_DEFAULT: 'SYMMETRIC_DEFAULT',
  HMAC_256: 'HMAC_SHA_256',
};

/** Real cryptography under local keys: ECDSA on P-256, AES-256-GCM, HMAC-SHA-256. */
export function kms(meter: Meter, dataDir?: string): Kms {
  const materials = keptValue<KeyMaterial>(dataDir, 'keys', {});
  const keys = new Map<string, Key>();
  const aliases = new Map<string, string>();

  const find = (keyId: string): Key => {
    const name = String(keyId).replace(/^arn:[^/]*:(key\/|(?=alias\/))/, '');
    const key = keys.get(aliases.get(name) ?? name);
    if (!key) throw new AwsError('NotFoundException', `Key '${keyId}' does not exist`);
    return key;
  };

  const used = (what: string, key: Key, { invocation }: Caller) =>
    meter.record({ service: 'kms', what, resource: key.id, invocation });

  const ofUsage = (keyId: string, usage: string): Key => {
    const key = find(keyId);
    if (key.usage !== usage)
      throw new AwsError(
        'InvalidKeyUsageException',
        `${key.arn} key usage is ${key.usage} which is not valid for this operation.`,
      );
    return key;
  };

  const encrypted = (key: Key, plaintext: Buffer, context: Context = {}) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key.material, iv).setAAD(aad(context));
    const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const id = Buffer.from(key.id);
    return Buffer.concat([Buffer.from([id.length]), id, iv, cipher.getAuthTag(), sealed]).toString('base64');
  };

  const decrypted = (blob: string, context: Context = {}) => {
    const bytes = Buffer.from(blob, 'base64');
    const end = 1 + (bytes[0] ?? 0);
    const key = keys.get(bytes.subarray(1, end).toString());
    if (!key) throw invalidCiphertext();
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.material, bytes.subarray(end, end + 12)).setAAD(
        aad(context),
      );
      decipher.setAuthTag(bytes.subarray(end + 12, end + 28));
      return { key, plaintext: Buffer.concat([decipher.update(bytes.subarray(end + 28)), decipher.final()]) };
    } catch {
      throw invalidCiphertext();
    }
  };

  const operations: Operations = {
    Encrypt: operation<Named & { Plaintext: string; EncryptionContext?: Context; EncryptionAlgorithm?: string }>(
      ['KeyId', 'Plaintext', 'EncryptionContext', 'EncryptionAlgorithm'],
      ({ KeyId, Plaintext, EncryptionContext }, caller) => {
        const key = ofUsage(KeyId, 'ENCRYPT_DECRYPT');
        used('Encrypt', key, caller);
        return {
          KeyId: key.arn,
          CiphertextBlob: encrypted(key, Buffer.from(Plaintext, 'base64'), EncryptionContext),
          EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        };
      },
    ),

    Decrypt: operation<{
      KeyId?: string;
      CiphertextBlob: string;
      EncryptionContext?: Context;
      EncryptionAlgorithm?: string;
    }>(
      ['KeyId', 'CiphertextBlob', 'EncryptionContext', 'EncryptionAlgorithm'],
      ({ KeyId, CiphertextBlob, EncryptionContext }, caller) => {
        const { key, plaintext } = decrypted(CiphertextBlob, EncryptionContext);
        if (KeyId && find(KeyId) !== key)
          throw new AwsError(
            'IncorrectKeyException',
            'The key ID in the request does not identify a CMK that can perform this operation.',
          );
        used('Decrypt', key, caller);
        return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
      },
    ),

    GenerateDataKey: operation<Named & { KeySpec?: string; NumberOfBytes?: number; EncryptionContext?: Context }>(
      ['KeyId', 'KeySpec', 'NumberOfBytes', 'EncryptionContext'],
      ({ KeyId, KeySpec = 'AES_256', NumberOfBytes, EncryptionContext }, caller) => {
        const key = ofUsage(KeyId, 'ENCRYPT_DECRYPT');
        used('GenerateDataKey', key, caller);
        const plaintext = randomBytes(NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32));
        return {
          KeyId: key.arn,
          Plaintext: plaintext.toString('base64'),
          CiphertextBlob: encrypted(key, plaintext, EncryptionContext),
        };
      },
    ),

    Sign: operation<Message>(
      ['KeyId', 'Message', 'MessageType', 'SigningAlgorithm'],
      ({ KeyId, Message, MessageType, SigningAlgorithm }, caller) => {
        const key = signingKey(ofUsage(KeyId, 'SIGN_VERIFY'), SigningAlgorithm, MessageType);
        used('Sign', key, caller);
        const privateKey = createPrivateKey({ key: key.material, format: 'der', type: 'pkcs8' });
        return {
          KeyId: key.arn,
          SigningAlgorithm,
          Signature: sign('sha256', Buffer.from(Message, 'base64'), privateKey).toString('base64'),
        };
      },
    ),

    Verify: operation<Message & { Signature: string }>(
      ['KeyId', 'Message', 'MessageType', 'SigningAlgorithm', 'Signature'],
      ({ KeyId, Message, MessageType, SigningAlgorithm, Signature }, caller) => {
        const key = signingKey(ofUsage(KeyId, 'SIGN_VERIFY'), SigningAlgorithm, MessageType);
        used('Verify', key, caller);
        const isRight = verify(
          'sha256',
          Buffer.from(Message, 'base64'),
          publicKeyOf(key),
          Buffer.from(Signature, 'base64'),
        );
        if (!isRight) throw new AwsError('KMSInvalidSignatureException', '');
        return { KeyId: key.arn, SigningAlgorithm, SignatureValid: true };
      },
    ),

    GetPublicKey: operation<Named>(['KeyId'], ({ KeyId }, caller) => {
      const key = ofUsage(KeyId, 'SIGN_VERIFY');
      used('GetPublicKey', key, caller);
      const PublicKey = publicKeyOf(key).export({ format: 'der', type: 'spki' }).toString('base64');
      return {
        KeyId: key.arn,
        PublicKey,
        KeySpec: key.spec,
        KeyUsage: key.usage,
        SigningAlgorithms: [SPECS[key.spec]],
      };
    }),

    GenerateMac: operation<Named & { Message: string; MacAlgorithm: string }>(
      ['KeyId', 'Message', 'MacAlgorithm'],
      ({ KeyId, Message, MacAlgorithm }, caller) => {
        const key = ofUsage(KeyId, 'GENERATE_VERIFY_MAC');
        used('GenerateMac', key, caller);
        return { KeyId: key.arn, MacAlgorithm, Mac: macOf(key, Message).toString('base64') };
      },
    ),

    VerifyMac: operation<Named & { Message: string; MacAlgorithm: string; Mac: string }>(
      ['KeyId', 'Message', 'MacAlgorithm', 'Mac'],
      ({ KeyId, Message, MacAlgorithm, Mac }, caller) => {
        const key = ofUsage(KeyId, 'GENERATE_VERIFY_MAC');
        used('VerifyMac', key, caller);
        const [given, right] = [Buffer.from(Mac, 'base64'), macOf(key, Message)];
        if (given.length !== right.length || !timingSafeEqual(given, right))
          throw new AwsError('KMSInvalidMacException', '');
        return { KeyId: key.arn, MacAlgorithm, MacValid: true };
      },
    ),

    DescribeKey: operation<Named>(['KeyId'], ({ KeyId }) => {
      const { id, arn, spec, usage } = find(KeyId);
      return {
        KeyMetadata: {
          KeyId: id,
          Arn: arn,
          KeySpec: spec,
          KeyUsage: usage,
          Enabled: true,
          KeyState: 'Enabled',
          KeyManager: 'CUSTOMER',
          Origin: 'AWS_KMS',
        },
      };
    }),
  };

  return {
    operations,
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

function keyOf({ logicalId, name, arn, properties }: Resource, kept: string | undefined): Key {
  const { KeySpec = 'SYMMETRIC_DEFAULT', KeyUsage = 'ENCRYPT_DECRYPT' } = properties as Readonly<
    Record<string, string>
  >;
  if (!SPECS[KeySpec]) throw unsupported(`the key spec ${KeySpec} of ${logicalId}`);
  const material = kept ? Buffer.from(kept, 'base64') : newMaterial(KeySpec);
  return { id: name, arn, spec: KeySpec, usage: KeyUsage, material };
}

const newMaterial = (spec: string) =>
  spec === 'ECC_NIST_P256'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'der', type: 'pkcs8' })
    : randomBytes(32);

const publicKeyOf = ({ material }: Key) =>
  createPublicKey(createPrivateKey({ key: material, format: 'der', type: 'pkcs8' }));

const macOf = ({ material }: Key, message: string) =>
  createHmac('sha256', material).update(Buffer.from(message, 'base64')).digest();

function signingKey(key: Key, algorithm: string, messageType = 'RAW'): Key {
  if (algorithm !== SPECS[key.spec]) throw unsupported(`the signing algorithm ${algorithm}`);
  if (messageType !== 'RAW') throw unsupported(`the message type ${messageType}`);
  return key;
}

/** The context is bound in, in no order. */
const aad = (context: Context) =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(context).sort()))
    .digest();

const invalidCiphertext = () => new AwsError('InvalidCiphertextException', '');
