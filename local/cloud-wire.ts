import type { CloudServices } from './cloud-services.ts';
import { eventBridgeOperations } from './services/eventbridge-operations.ts';
import { lambdaApi } from './services/lambda.ts';
import { s3 } from './services/s3.ts';
import { ses } from './services/ses.ts';
import { sqsOperations } from './services/sqs-operations.ts';
import { sqsQueryOperations } from './services/sqs-query.ts';
import { stepFunctionsOperations } from './services/step-functions-operations.ts';
import { stsOperations } from './services/sts.ts';
import type { Services } from './wire.ts';

/** What of the cloud is reached by the AWS protocols, under the name its calls are signed for. */
export function cloudWire(services: CloudServices, account: string, now: () => number): Services {
  const { dynamodb, states, events, meter, keys, secrets, sqs, sns, lambda, invocations, buckets, mail, api } =
    services;
  const queues = sqsOperations(sqs, now);
  return {
    json: {
      dynamodb: dynamodb.operations,
      states: stepFunctionsOperations(states),
      events: eventBridgeOperations(events, meter),
      kms: keys.operations,
      secretsmanager: secrets.operations,
      sqs: queues,
    },
    query: { sns: sns.operations, sqs: sqsQueryOperations(queues), sts: stsOperations(account) },
    rest: { lambda: lambdaApi(lambda, invocations), s3: s3(buckets, now, meter), ses: ses(now, meter, mail) },
    unsigned: (request) => api.answer(request),
  };
}
