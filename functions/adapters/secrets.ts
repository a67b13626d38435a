import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { unlogged } from './unlogged.ts';

const FRESH_MS = 5 * 60_000;

/** Secrets by ARN, read again after five minutes so that a rotated one is taken up. */
export function secrets() {
  const client = unlogged(new SecretsManagerClient({}));
  const kept = new Map<string, { value: string; readAt: number }>();

  return async (SecretId: string, now: Date): Promise<string> => {
    const known = kept.get(SecretId);
    if (known && now.getTime() - known.readAt < FRESH_MS && now.getTime() >= known.readAt) return known.value;
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
    if (!SecretString) throw new Error(`secret ${SecretId} has no string value`);
    kept.set(SecretId, { value: SecretString, readAt: now.getTime() });
    return SecretString;
  };
}
