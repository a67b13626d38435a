import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signature } from '../domain/record.ts';
import { unlogged } from './unlogged.ts';

/** `fingerprint`: SHA-256 of the key in DER. */
export type PublicKey = Readonly<{ fingerprint: string; pem: string }>;

/** The key that signs what is sealed: ECDSA on P-256, whose private half KMS keeps. */
export const signingKey = (KeyId: string) => {
  const kms = unlogged(new KMSClient({}));
  let known: PublicKey | undefined;

  async function publicKey(): Promise<PublicKey> {
    if (known) return known;
    const { PublicKey: der } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    const key = Buffer.from(der ?? []);
    const pem = createPublicKey({ key, format: 'der', type: 'spki' }).export({ format: 'pem', type: 'spki' });
    known = { fingerprint: createHash('sha256').update(key).digest('hex'), pem: String(pem) };
    return known;
  }

  /** The signature of what is called so, to lie beside it. KMS is given the digest: it takes no text as long as ours. */
  async function sign(name: string, content: string): Promise<Signature> {
    const { fingerprint, pem } = await publicKey();
    const digest = createHash('sha256').update(content).digest();
    const how = { MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' } as const;
    const { Signature: signed } = await kms.send(new SignCommand({ KeyId, Message: digest, ...how }));
    return {
      v: 1,
      signed: name,
      algorithm: how.SigningAlgorithm,
      keyId: KeyId,
      fingerprint,
      publicKey: pem,
      sha256: digest.toString('hex'),
      signature: Buffer.from(signed ?? []).toString('base64'),
    };
  }

  return { publicKey, sign };
};
