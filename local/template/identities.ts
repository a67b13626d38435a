import { WITHOUT_EFFECT } from './without-effect.ts';

/** What a resource of each emulated type is called once deployed: its name, what `Ref` gives, and its attributes. */
export type Identity = Readonly<{
  name: string;
  arn: string;
  ref: string;
  attributes: Readonly<Record<string, string>>;
}>;

export type Place = Readonly<{ region: string; account: string; stackName: string; url: string }>;

type Naming = Readonly<{
  /** The property that gives the name; without it the stack's name and the logical id do. */
  property?: string;
  longest?: number;
  identify(name: string, place: Place, logicalId: string): Omit<Identity, 'name'>;
}>;

const arnOf = (service: string, resource: string, { region, account }: Place) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

const named = (service: string, prefix: string, property: string, longest: number): Naming => ({
  property,
  longest,
  identify(name, place) {
    const arn = arnOf(service, prefix + name, place);
    return { arn, ref: name, attributes: { Arn: arn } };
  },
});

const byArn = (service: string, prefix: string, property: string, longest: number): Naming => ({
  property,
  longest,
  identify(name, place) {
    const arn = arnOf(service, prefix + name, place);
    return { arn, ref: arn, attributes: { Arn: arn, Name: name, TopicArn: arn, TopicName: name, Id: arn } };
  },
});

const table: Naming = {
  property: 'TableName',
  longest: 255,
  identify(name, place, logicalId) {
    const arn = arnOf('dynamodb', `table/${name}`, place);
    const StreamArn = `${arn}/stream/2020-01-01T00:00:00.000`;
    return { arn, ref: name, attributes: { Arn: arn, StreamArn, TableId: logicalId } };
  },
};

const queue: Naming = {
  property: 'QueueName',
  longest: 80,
  identify(name, place) {
    const arn = arnOf('sqs', name, place);
    const QueueUrl = `${place.url}/${place.account}/${name}`;
    return { arn, ref: QueueUrl, attributes: { Arn: arn, QueueName: name, QueueUrl } };
  },
};

const bucket: Naming = {
  property: 'BucketName',
  longest: 63,
  identify(name, { region }) {
    const arn = `arn:aws:s3:::${name}`;
    const DomainName = `${name}.s3.amazonaws.com`;
    const RegionalDomainName = `${name}.s3.${region}.amazonaws.com`;
    return { arn, ref: name, attributes: { Arn: arn, DomainName, RegionalDomainName } };
  },
};

const key: Naming = {
  identify(name, place) {
    const arn = arnOf('kms', `key/${name}`, place);
    return { arn, ref: name, attributes: { Arn: arn, KeyId: name } };
  },
};

const httpApi: Naming = {
  identify(_name, place, logicalId) {
    const id = logicalId.toLowerCase();
    const arn = `arn:aws:apigateway:${place.region}::/apis/${id}`;
    return { arn, ref: id, attributes: { ApiEndpoint: place.url, ApiId: id } };
  },
};

const rule: Naming = {
  property: 'Name',
  longest: 64,
  identify(name, place) {
    const arn = arnOf('events', `rule/${name}`, place);
    return { arn, ref: name, attributes: { Arn: arn } };
  },
};

const bus: Naming = {
  property: 'Name',
  longest: 256,
  identify(name, place) {
    const arn = arnOf('events', `event-bus/${name}`, place);
    return { arn, ref: name, attributes: { Arn: arn, Name: name } };
  },
};

const stage: Naming = {
  property: 'StageName',
  identify: (name) => ({ arn: name, ref: name, attributes: {} }),
};

const role: Naming = {
  property: 'RoleName',
  longest: 64,
  identify(name, { account }) {
    const arn = `arn:aws:iam::${account}:role/${name}`;
    return { arn, ref: name, attributes: { Arn: arn, RoleId: name } };
  },
};

const logGroup: Naming = {
  property: 'LogGroupName',
  identify(name, place) {
    const arn = arnOf('logs', `log-group:${name}`, place);
    return { arn, ref: name, attributes: { Arn: `${arn}:*` } };
  },
};

/** Things that are only pointed at: their `Ref` is their logical id in lower case. */
const plain: Naming = {
  identify: (name, place, logicalId) => ({
    arn: arnOf('cloudformation', logicalId, place),
    ref: logicalId.toLowerCase(),
    attributes: { Arn: arnOf('cloudformation', logicalId, place), Id: logicalId, Name: name },
  }),
};

export const EMULATED: Readonly<Record<string, Naming>> = {
  'AWS::ApiGatewayV2::Api': httpApi,
  'AWS::ApiGatewayV2::Integration': plain,
  'AWS::ApiGatewayV2::Route': plain,
  'AWS::ApiGatewayV2::Stage': stage,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::EventBus': bus,
  'AWS::Events::Rule': rule,
  'AWS::KMS::Alias': { property: 'AliasName', identify: (name) => ({ arn: name, ref: name, attributes: {} }) },
  'AWS::KMS::Key': key,
  'AWS::Lambda::EventInvokeConfig': plain,
  'AWS::Lambda::EventSourceMapping': plain,
  'AWS::Lambda::Function': named('lambda', 'function:', 'FunctionName', 64),
  'AWS::S3::Bucket': bucket,
  'AWS::SNS::Subscription': plain,
  'AWS::SNS::Topic': byArn('sns', '', 'TopicName', 256),
  'AWS::SQS::Queue': queue,
  'AWS::Scheduler::Schedule': named('scheduler', 'schedule/default/', 'Name', 64),
  'AWS::SecretsManager::Secret': byArn('secretsmanager', 'secret:', 'Name', 512),
  'AWS::StepFunctions::StateMachine': byArn('states', 'stateMachine:', 'StateMachineName', 80),
};

/** Types that change nothing here, by what may still point at them. */
export const IGNORED: Readonly<Record<string, Naming>> = {
  ...Object.fromEntries(WITHOUT_EFFECT.map((type) => [type, plain] as const)),
  'AWS::IAM::Role': role,
  'AWS::Logs::LogGroup': logGroup,
};
