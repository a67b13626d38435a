import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { addDays, instantOf } from '../../functions/domain/local-time.ts';
import type { Cloud } from '../cloud.ts';
import { nextTick } from '../cron.ts';
import type { Change } from '../services/dynamodb.ts';

export const ANCHOR_SCHEDULE = 'Redress/Anchor/Daily';

/** When the next day is over on which a log changed: the anchor's runs on other days find nothing. */
export function nextAnchor(db: DynamoDBDocumentClient, TableName: string) {
  const days = new Set<string>();
  let read: Promise<void> | undefined;
  let tick: ((day: string) => number | undefined) | undefined;

  const readKept = async () => {
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :heads',
      ExpressionAttributeValues: { ':heads': 'HEADS' },
    };
    for await (const { Items = [] } of paginateQuery({ client: db }, query)) for (const { sk } of Items) add(sk);
  };
  const add = (sk: string) => days.add(sk.slice(0, sk.indexOf('#')));

  return {
    note({ table, keys }: Change): void {
      if (table === TableName && keys.pk?.S === 'HEADS') add(String(keys.sk?.S));
    },

    async next(cloud: Cloud): Promise<Date | undefined> {
      read ??= readKept();
      await read;
      tick ??= tickOf(cloud);
      const now = cloud.now().getTime();
      for (const day of [...days].sort()) {
        const time = tick(day);
        if (time !== undefined && time > now) return new Date(time);
        // Its run is past, and found whatever there was.
        days.delete(day);
      }
      return undefined;
    },
  };
}

/** When the schedule first runs after a day, as the stack has it. */
function tickOf(cloud: Cloud): (day: string) => number | undefined {
  const { ScheduleExpression, ScheduleExpressionTimezone } = cloud.resource(ANCHOR_SCHEDULE).properties;
  const zone = String(ScheduleExpressionTimezone);
  const next = nextTick(String(ScheduleExpression), zone);
  return (day) => next(Date.parse(instantOf(addDays(day, 1), '00:00:00', zone)));
}
