import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { GetSecretValueCommandInput, PutSecretValueCommandInput } from '@aws-sdk/client-secrets-manager';
import { keptValue } from '../kept.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { type Operations, operation } from '../protocol/operation.ts';
import type { Resource, Stack } from '../template/stack.ts';

export type SecretsManager = Readonly<{ operations: Operations; deploy(stack: Stack): void }>;

type Version = Readonly<{ id: string; value: string; createdAt: number }>;
/** Newest last. */
type Secrets = Readonly<Record<string, readonly Version[]>>;

type Generate = Readonly<{
  SecretStringTemplate?: string;
  GenerateStringKey?: string;
  PasswordLength?: number;
  ExcludeCharacters?: string;
  ExcludePunctuation?: boolean;
  ExcludeNumbers?: boolean;
  ExcludeUppercase?: boolean;
  ExcludeLowercase?: boolean;
  IncludeSpace?: boolean;
}>;

/** Generated secrets are drawn from a seed of the data directory: they outlive a restart, and without a directory every run has the same. */
export function secretsManager(now: () => number, dataDir?: string): SecretsManager {
  const seed = keptValue(dataDir, 'secret-seed', dataDir ? randomBytes(32).toString('hex') : 'embedded');
  seed.set(seed.get());
  const kept = keptValue<Secrets>(dataDir, 'secrets', {});
  const arns = new Map<string, string>();

  const found = (id: string | undefined) => {
    const name = [...arns].find(([known, arn]) => id === known || id === arn)?.[0];
    const versions = name === undefined ? undefined : kept.get()[name];
    if (name === undefined || !versions)
      throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return { name, arn: arns.get(name), versions };
  };

  const add = (name: string, value: string, token?: string) => {
    const versions = kept.get()[name] ?? [];
    const id = token ?? createHash('sha256').update(`${name}${versions.length}`).digest('hex').slice(0, 32);
    kept.set({ ...kept.get(), [name]: [...versions, { id, value, createdAt: now() }] });
    return id;
  };

  return {
    operations: {
      GetSecretValue: operation<GetSecretValueCommandInput>(
        ['SecretId', 'VersionId', 'VersionStage'],
        ({ SecretId, VersionId, VersionStage }) => {
          const { name, arn, versions } = found(SecretId);
          const index = VersionId
            ? versions.findIndex(({ id }) => id === VersionId)
            : versions.length - (VersionStage === 'AWSPREVIOUS' ? 2 : 1);
          const version = versions[index];
          if (!version)
            throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret value.");
          const { id, value, createdAt } = version;
          return {
            ARN: arn,
            Name: name,
            VersionId: id,
            SecretString: value,
            VersionStages: stages(index, versions.length),
            CreatedDate: createdAt / 1000,
          };
        },
      ),

      PutSecretValue: operation<PutSecretValueCommandInput>(
        ['SecretId', 'SecretString', 'ClientRequestToken'],
        ({ SecretId, SecretString = '', ClientRequestToken }) => {
          const { name, arn } = found(SecretId);
          return {
            ARN: arn,
            Name: name,
            VersionId: add(name, SecretString, ClientRequestToken),
            VersionStages: ['AWSCURRENT'],
          };
        },
      ),

      ListSecretVersionIds: operation<{ SecretId?: string; IncludeDeprecated?: boolean }>(
        ['SecretId', 'IncludeDeprecated'],
        ({ SecretId }) => {
          const { name, arn, versions } = found(SecretId);
          const Versions = versions.map(({ id, createdAt }, index) => ({
            VersionId: id,
            VersionStages: stages(index, versions.length),
            CreatedDate: createdAt / 1000,
          }));
          return { ARN: arn, Name: name, Versions };
        },
      ),

      ListSecrets: operation<object>([], () => ({ SecretList: [...arns].map(([Name, ARN]) => ({ Name, ARN })) })),
    },
    deploy(stack) {
      for (const secret of stack.ofType('AWS::SecretsManager::Secret')) {
        arns.set(secret.name, secret.arn);
        if (!kept.get()[secret.name]) add(secret.name, firstValue(secret, seed.get()));
      }
    },
  };
}

const stages = (index: number, count: number) =>
  index === count - 1 ? ['AWSCURRENT'] : index === count - 2 ? ['AWSPREVIOUS'] : [];

function firstValue({ name, properties }: Resource, seed: string): string {
  const generate = properties.GenerateSecretString as Generate | undefined;
  if (!generate) return String(properties.SecretString ?? '');
  const password = generatedPassword(generate, `${seed}/${name}`);
  const { SecretStringTemplate: template, GenerateStringKey: key } = generate;
  return template && key ? JSON.stringify({ ...JSON.parse(template), [key]: password }) : password;
}

function generatedPassword(given: Generate, seed: string): string {
  const alphabet = [
    given.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    given.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    given.ExcludeNumbers ? '' : '0123456789',
    given.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    given.IncludeSpace ? ' ' : '',
  ].join('');
  const letters = [...alphabet].filter((letter) => !given.ExcludeCharacters?.includes(letter));
  const draw = (place: number) => createHmac('sha256', seed).update(String(place)).digest().readUInt32BE(0);
  return Array.from({ length: given.PasswordLength ?? 32 }, (_, place) => letters[draw(place) % letters.length]).join(
    '',
  );
}
