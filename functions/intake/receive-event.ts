import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { entrance } from '../adapters/entrance.ts';
import { eachOf } from '../adapters/queued-events.ts';

const enter = entrance();

/** Posts that channels put on the bus, by way of the intake queue. What cannot be accepted is kept and answered by event. */
export const handler = (event: SQSEvent): Promise<SQSBatchResponse> =>
  eachOf(event, (post, from) => enter(post, from, new Date()));
