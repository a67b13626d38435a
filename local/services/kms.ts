import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Meter } from '../meter.ts';
import { AwsError, unsupported } from '../protocol/aws-error.ts';
import { type Caller, type Operations, operation } from '../protocol/operation.ts';
import type { Stack } from '../template/stack.ts';
import { ALGORITHMS, type Key, kmsKeys, publicKeyOf } from './kms-keys.ts';
import { type Context, open, seal } from './kms-sealing.ts';
import { type MessageType, signature, verifies } from './kms-signing.ts';

export type Kms = Readonly<{ operations: Operations; deploy(stack: Stack): void }>;

/** On the wire bytes are base64. */
type Of = Readonly<{ KeyId: string }>;
type Encrypt = Of & Readonly<{ Plaintext: string; EncryptionContext?: Context; EncryptionAlgorithm?: string }>;
type Decrypt = Partial<Of> &
  Readonly<{ CiphertextBlob: string; EncryptionContext?: Context; EncryptionAlgorithm?: string }>;
type DataKey = Of & Readonly<{ KeySpec?: string; NumberOfBytes?: number; EncryptionContext?: Context }>;
type Sign = Of & Readonly<{ Message: string; MessageType?: MessageType; SigningAlgorithm: string }>;
type Mac = Of & Readonly<{ Message: string; MacAlgorithm: string }>;

const bytes = (base64: string) => Buffer.from(base64, 'base64');
const EncryptionAlgorithm = 'SYMMETRIC_DEFAULT';

/** Real cryptography under local keys: ECDSA on P-256, AES-256-GCM, HMAC-SHA-256. */
export function kms(meter: Meter, dataDir?: string): Kms {
  const keys = kmsKeys(dataDir);

  const use = (what: string, usage: string, keyId: string, { invocation }: Caller): Key => {
    const key = keys.ofUsage(keyId, usage);
    meter.record({ service: 'kms', what, resource: key.id, invocation });
    return key;
  };

  const signing = (what: string, { KeyId, SigningAlgorithm }: Sign, caller: Caller): Key => {
    const key = use(what, 'SIGN_VERIFY', KeyId, caller);
    if (SigningAlgorithm !== ALGORITHMS[key.spec]) throw unsupported(`the signing algorithm ${SigningAlgorithm}`);
    return key;
  };

  const operations: Operations = {
    Encrypt: operation<Encrypt>(
      ['KeyId', 'Plaintext', 'EncryptionContext', 'EncryptionAlgorithm'],
      ({ KeyId, Plaintext, EncryptionContext }, caller) => {
        const key = use('Encrypt', 'ENCRYPT_DECRYPT', KeyId, caller);
        return { KeyId: key.arn, CiphertextBlob: seal(key, bytes(Plaintext), EncryptionContext), EncryptionAlgorithm };
      },
    ),

    Decrypt: operation<Decrypt>(
      ['KeyId', 'CiphertextBlob', 'EncryptionContext', 'EncryptionAlgorithm'],
      ({ KeyId, CiphertextBlob, EncryptionContext }, caller) => {
        const { key, plaintext } = open(keys, CiphertextBlob, EncryptionContext);
        use('Decrypt', 'ENCRYPT_DECRYPT', key.id, caller);
        if (KeyId && keys.find(KeyId) !== key)
          throw new AwsError('IncorrectKeyException', 'It was sealed under another key.');
        return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), EncryptionAlgorithm };
      },
    ),

    GenerateDataKey: operation<DataKey>(
      ['KeyId', 'KeySpec', 'NumberOfBytes', 'EncryptionContext'],
      ({ KeyId, KeySpec, NumberOfBytes, EncryptionContext }, caller) => {
        const key = use('GenerateDataKey', 'ENCRYPT_DECRYPT', KeyId, caller);
        const plaintext = randomBytes(NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32));
        const CiphertextBlob = seal(key, plaintext, EncryptionContext);
        return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), CiphertextBlob };
      },
    ),

    Sign: operation<Sign>(['KeyId', 'Message', 'MessageType', 'SigningAlgorithm'], (input, caller) => {
      const key = signing('Sign', input, caller);
      const Signature = signature(key, bytes(input.Message), input.MessageType).toString('base64');
      return { KeyId: key.arn, SigningAlgorithm: input.SigningAlgorithm, Signature };
    }),

    Verify: operation<Sign & { Signature: string }>(
      ['KeyId', 'Message', 'MessageType', 'SigningAlgorithm', 'Signature'],
      (input, caller) => {
        const key = signing('Verify', input, caller);
        const isRight = verifies(key, bytes(input.Message), bytes(input.Signature), input.MessageType);
        if (!isRight) throw new AwsError('KMSInvalidSignatureException', '');
        return { KeyId: key.arn, SigningAlgorithm: input.SigningAlgorithm, SignatureValid: true };
      },
    ),

    GetPublicKey: operation<Of>(['KeyId'], ({ KeyId }, caller) => {
      const key = use('GetPublicKey', 'SIGN_VERIFY', KeyId, caller);
      const PublicKey = publicKeyOf(key).export({ format: 'der', type: 'spki' }).toString('base64');
      const { arn, spec, usage } = key;
      return { KeyId: arn, PublicKey, KeySpec: spec, KeyUsage: usage, SigningAlgorithms: [ALGORITHMS[spec]] };
    }),

    GenerateMac: operation<Mac>(['KeyId', 'Message', 'MacAlgorithm'], ({ KeyId, Message, MacAlgorithm }, caller) => {
      const key = use('GenerateMac', 'GENERATE_VERIFY_MAC', KeyId, caller);
      return { KeyId: key.arn, MacAlgorithm, Mac: macOf(key, Message).toString('base64') };
    }),

    VerifyMac: operation<Mac & { Mac: string }>(
      ['KeyId', 'Message', 'MacAlgorithm', 'Mac'],
      ({ KeyId, Message, MacAlgorithm, Mac }, caller) => {
        const key = use('VerifyMac', 'GENERATE_VERIFY_MAC', KeyId, caller);
        const [given, right] = [bytes(Mac), macOf(key, Message)];
        const isRight = given.length === right.length && timingSafeEqual(given, right);
        if (!isRight) throw new AwsError('KMSInvalidMacException', '');
        return { KeyId: key.arn, MacAlgorithm, MacValid: true };
      },
    ),

    DescribeKey: operation<Of>(['KeyId'], ({ KeyId }) => {
      const { id, arn, spec, usage } = keys.find(KeyId);
      const state = { Enabled: true, KeyState: 'Enabled', KeyManager: 'CUSTOMER', Origin: 'AWS_KMS' };
      return { KeyMetadata: { KeyId: id, Arn: arn, KeySpec: spec, KeyUsage: usage, ...state } };
    }),
  };

  return { operations, deploy: keys.deploy };
}

const macOf = ({ material }: Key, message: string) => createHmac('sha256', material).update(bytes(message)).digest();
