/** One event as GetExecutionHistory tells it: the details stand under the SDK's field name for the type, e.g. `stateEnteredEventDetails`. */
export type HistoryEvent = Readonly<{
  id: number;
  previousEventId: number;
  /** Milliseconds since 1970. */
  timestamp: number;
  type: string;
  [details: `${string}Details`]: Readonly<Record<string, unknown>>;
}>;
