/** Actions that AWS makes us allow on every resource, and why. Tests hold each statement of the template against this list. */
export const WILDCARDS: Readonly<Record<string, string>> = {
  'sns:Publish': 'a phone number is no ARN; topics are denied in the same breath',
  'xray:PutTraceSegments': 'X-Ray has no resources',
  'xray:PutTelemetryRecords': 'X-Ray has no resources',
  'xray:GetSamplingRules': 'X-Ray has no resources',
  'xray:GetSamplingTargets': 'X-Ray has no resources',
  'dynamodb:ListStreams': 'lists the streams of the account; the event source asks for it',
  'logs:CreateLogDelivery': 'vended logs have no resources',
  'logs:GetLogDelivery': 'vended logs have no resources',
  'logs:UpdateLogDelivery': 'vended logs have no resources',
  'logs:DeleteLogDelivery': 'vended logs have no resources',
  'logs:ListLogDeliveries': 'vended logs have no resources',
  'logs:PutResourcePolicy': 'vended logs have no resources',
  'logs:DescribeResourcePolicies': 'vended logs have no resources',
  'logs:DescribeLogGroups': 'vended logs have no resources',
};
