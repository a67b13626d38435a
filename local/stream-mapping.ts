import type { Pattern } from './event-pattern.ts';
import { patternsOf } from './filter-criteria.ts';
import { tablesOf } from './services/dynamodb-tables.ts';
import type { Stack } from './template/stack.ts';

/** A function fed from a table's stream. */
export type Mapping = Readonly<{
  id: string;
  functionArn: string;
  streamArn: string;
  table: string;
  viewType: string;
  batchSize: number;
  maximumRetries: number;
  maximumAgeMs: number;
  bisect: boolean;
  reportsFailures: boolean;
  patterns: readonly Pattern[];
  onFailure?: string;
}>;

export function streamMappings(stack: Stack): readonly Mapping[] {
  const tables = tablesOf(stack);
  return stack.ofType('AWS::Lambda::EventSourceMapping').flatMap(({ logicalId, properties: given }): Mapping[] => {
    const streamArn = String(given.EventSourceArn);
    const table = tables.find(({ attributes }) => attributes.StreamArn === streamArn);
    if (!table || given.Enabled === false) return [];
    const stream = table.properties.StreamSpecification as { StreamViewType: string } | undefined;
    if (!stream) throw new Error(`${logicalId} reads the stream of ${table.logicalId}, which has none`);
    const retries = Number(given.MaximumRetryAttempts ?? -1);
    const age = Number(given.MaximumRecordAgeInSeconds ?? -1);
    return [
      {
        id: logicalId,
        functionArn: String(given.FunctionName),
        streamArn,
        table: table.name,
        viewType: stream.StreamViewType,
        batchSize: Number(given.BatchSize ?? 100),
        maximumRetries: retries < 0 ? Number.POSITIVE_INFINITY : retries,
        maximumAgeMs: age < 0 ? Number.POSITIVE_INFINITY : age * 1000,
        bisect: given.BisectBatchOnFunctionError === true,
        reportsFailures:
          (given.FunctionResponseTypes as string[] | undefined)?.includes('ReportBatchItemFailures') ?? false,
        patterns: patternsOf(given.FilterCriteria),
        onFailure: (given.DestinationConfig as { OnFailure?: { Destination?: string } } | undefined)?.OnFailure
          ?.Destination,
      },
    ];
  });
}

type Sequenced = Readonly<{ dynamodb: Readonly<{ SequenceNumber: string }> }>;

/** What of a batch is tried again: all after an error, from the first reported failure on, or nothing. */
export function batchToRetry<T extends Sequenced>(
  mapping: Mapping,
  batch: readonly T[],
  failed: boolean,
  payload: unknown,
): readonly T[] {
  if (failed) return batch;
  if (!mapping.reportsFailures) return [];
  const reported = (payload as { batchItemFailures?: { itemIdentifier?: unknown }[] } | null)?.batchItemFailures ?? [];
  const places = reported.map(({ itemIdentifier }) =>
    batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  // An identifier that is not of the batch fails the whole of it, as in Lambda.
  return places.length ? batch.slice(Math.max(0, Math.min(...places))) : [];
}
