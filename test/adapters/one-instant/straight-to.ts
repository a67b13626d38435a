import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { AwsError } from '../../../local/protocol/aws-error.ts';
import type { EmbeddedTables } from './embedded-tables.ts';

type Values = Readonly<Record<string, unknown>>;
type Command = Readonly<{ constructor: Readonly<{ name: string }>; input: Values }>;
type Stored = Parameters<typeof unmarshall>[0];

const OPERATIONS: Readonly<Record<string, string>> = {
  ...{ GetCommand: 'GetItem', PutCommand: 'PutItem', UpdateCommand: 'UpdateItem', DeleteCommand: 'DeleteItem' },
  QueryCommand: 'Query',
};
const WRITTEN = ['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey'];
const READ = ['Item', 'Attributes', 'LastEvaluatedKey'];

/**
 * A client that is none: for what is made ready before a race and looked at behind it. There nothing gets lost, and the SDK
 * would take most of the time that could go into more races.
 */
export const straightTo = ({ run }: EmbeddedTables): DynamoDBDocumentClient =>
  Object.assign(Object.create(DynamoDBDocumentClient.prototype), {
    async send({ constructor: { name }, input }: Command): Promise<object> {
      const operation = OPERATIONS[name];
      if (!operation) throw new Error(`${name} is not taken straight to the tables`);
      try {
        return found((await run(operation, stored(input))) as Values);
      } catch (error) {
        if (!(error instanceof AwsError) || error.code !== ConditionalCheckFailedException.name) throw error;
        const { message, fields } = error;
        throw new ConditionalCheckFailedException({ message, $metadata: { attempts: 1 }, ...fields });
      }
    },
  });

const mapped = (values: Values, names: readonly string[], map: (value: never) => unknown): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, names.includes(name) ? map(value as never) : value]];
    }),
  );
const stored = (input: Values) => mapped(input, WRITTEN, (item) => marshall(item, { removeUndefinedValues: true }));
const found = (output: Values) => ({
  ...mapped(output, READ, (item: Stored) => unmarshall(item)),
  ...(output.Items !== undefined && { Items: (output.Items as Stored[]).map((item) => unmarshall(item)) }),
});
