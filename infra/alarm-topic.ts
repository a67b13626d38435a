import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Where every alarm rings. Encrypted under a key of its own, because CloudWatch cannot publish under SNS's default one. */
export function alarmTopic(scope: Construct): Topic {
  const masterKey = new Key(scope, 'AlarmsTopicKey', { enableKeyRotation: true });
  for (const service of ['cloudwatch.amazonaws.com', 'events.amazonaws.com']) {
    masterKey.grantEncryptDecrypt(new ServicePrincipal(service));
  }
  return new Topic(scope, 'AlarmsTopic', { displayName: 'Complaint desk alarms', masterKey, enforceSSL: true });
}
