import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

const RINGERS = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'].map((service) => new ServicePrincipal(service));

/** Where every alarm rings. Its key is our own, because neither service may use the one that SNS brings. */
export function alarmTopic(scope: Construct): Topic {
  const masterKey = new Key(scope, 'AlarmsTopicKey', { enableKeyRotation: true });
  const actions = ['kms:Decrypt', 'kms:GenerateDataKey'];
  masterKey.addToResourcePolicy(new PolicyStatement({ principals: RINGERS, actions, resources: ['*'] }));
  const topic = new Topic(scope, 'AlarmsTopic', { displayName: 'Complaint desk alarms', masterKey, enforceSSL: true });
  // A topic with a policy of its own has lost the one by which CloudWatch could publish.
  topic.addToResourcePolicy(
    new PolicyStatement({ principals: RINGERS, actions: ['sns:Publish'], resources: [topic.topicArn] }),
  );
  return topic;
}
