import type { Operations } from '../protocol/operation.ts';

type Output = Readonly<Record<string, unknown>>;

/** Older clients speak the Query protocol to SQS: the same operations, spelt as its XML has them. */
export const sqsQueryOperations = (operations: Operations): Operations =>
  Object.fromEntries(
    Object.entries(operations).map(([name, run]) => [
      name,
      async ({ AttributeName: AttributeNames, ...input }, caller) => {
        const output = (await run({ ...input, ...(AttributeNames ? { AttributeNames } : {}) }, caller)) as Output;
        return asXml(output);
      },
    ]),
  );

const asXml = ({ Messages, QueueUrls, Attributes, ...rest }: Output) => ({
  ...rest,
  ...(QueueUrls ? { QueueUrl: QueueUrls } : {}),
  ...(Attributes ? { Attribute: pairs(Attributes) } : {}),
  ...(Messages
    ? {
        Message: (Messages as Output[]).map(({ Attributes: own, ...message }) => ({
          ...message,
          Attribute: pairs(own),
        })),
      }
    : {}),
});

const pairs = (attributes: unknown) => Object.entries(attributes as object).map(([Name, Value]) => ({ Name, Value }));
