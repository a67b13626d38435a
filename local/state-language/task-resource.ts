/** What the ARN of a Task's Resource says about how the task runs and how its events are called. */
export type TaskResource = Readonly<{
  /** `TaskScheduled`, `LambdaFunctionScheduled` or `ActivityScheduled`. */
  family: 'Task' | 'LambdaFunction' | 'Activity';
  /** `lambda` and `invoke.waitForTaskToken`; of a plain function or activity its whole ARN. */
  resourceType: string;
  resource: string;
  pattern: 'request' | 'sync' | 'token';
}>;

export function taskResource(arn: string): TaskResource {
  if (arn.includes(':lambda:') && arn.includes(':function:')) {
    return { family: 'LambdaFunction', resourceType: arn, resource: arn, pattern: 'request' };
  }
  if (arn.includes(':activity:')) return { family: 'Activity', resourceType: arn, resource: arn, pattern: 'request' };
  // arn:aws:states:::lambda:invoke and arn:aws:states:::aws-sdk:dynamodb:putItem
  const [, service = arn] = arn.split(/^arn:[^:]*:states:[^:]*:[^:]*:/);
  const at = service.lastIndexOf(':');
  // sync:2 has a colon of its own.
  const cut = service.endsWith('.sync:2') ? service.lastIndexOf(':', at - 1) : at;
  const resource = service.slice(cut + 1);
  return { family: 'Task', resourceType: service.slice(0, cut), resource, pattern: patternOf(resource) };
}

function patternOf(resource: string): TaskResource['pattern'] {
  if (resource.endsWith('.waitForTaskToken')) return 'token';
  return /\.sync(:2)?$/.test(resource) ? 'sync' : 'request';
}
