import type { MeterRecord } from '../../meter.ts';
import PRICES from './prices.json' with { type: 'json' };

export type Item = keyof typeof PRICES.prices;

/** One line of a bill: so many of a thing, of a service as the bill names it. */
export type Charge = Readonly<{ service: string; item: Item; quantity: number }>;

export const usdOf = ({ item, quantity }: Charge): number =>
  (quantity * PRICES.prices[item].usd) / PRICES.prices[item].per;

const SERVICES: Readonly<Record<Item, string>> = {
  stateTransition: 'Step Functions',
  lambdaRequest: 'Lambda requests',
  lambdaGbSecond: 'Lambda duration',
  writeUnit: 'DynamoDB writes',
  readUnit: 'DynamoDB reads',
  busEvent: 'EventBridge',
  queueRequest: 'SQS',
  httpRequest: 'HTTP API',
  kmsRequest: 'KMS',
  kmsSignature: 'KMS',
  objectPut: 'S3',
  objectGet: 'S3',
  logByte: 'CloudWatch Logs',
  email: 'SES',
};

const ASYMMETRIC = ['Sign', 'Verify', 'GetPublicKey'];

const charge = (item: Item, quantity: number): Charge => ({ service: SERVICES[item], item, quantity });

/** What an account would be charged for one thing the meter saw. SMS are apart: they depend on the country, not on the design. */
export function chargesOf(record: MeterRecord, accessLogBytes: number): Charge[] {
  const { service, what, quantity = 1, billedMs = 0, memoryMb = 0, writeUnits = 0, readUnits = 0 } = record;
  switch (service) {
    case 'states':
      return what === 'StateTransition' ? [charge('stateTransition', quantity)] : [];
    case 'lambda':
      return [
        charge('lambdaRequest', 1),
        charge('lambdaGbSecond', (billedMs / 1000) * (memoryMb / 1024)),
        charge('logByte', PRICES.assumed.platformLogBytes),
      ];
    case 'dynamodb':
      return [charge('writeUnit', writeUnits), charge('readUnit', readUnits)].filter(
        ({ quantity: units }) => units > 0,
      );
    case 'events':
      return [charge('busEvent', quantity)];
    case 'sqs':
      return [charge('queueRequest', quantity)];
    case 'http-api':
      return [charge('httpRequest', quantity), charge('logByte', accessLogBytes)];
    case 'kms':
      return [charge(ASYMMETRIC.includes(what) ? 'kmsSignature' : 'kmsRequest', quantity)];
    case 's3':
      return [charge(what === 'PutObject' ? 'objectPut' : 'objectGet', quantity)];
    case 'logs':
      return [charge('logByte', quantity)];
    case 'ses':
      return [charge('email', quantity)];
    case 'sns':
      return [];
    default:
      throw new Error(`no price for ${service} ${what}: add it to prices.json`);
  }
}
