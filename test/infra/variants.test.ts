import { expect, test } from 'vitest';
import { configOf } from '../../infra/config.ts';
import { type Properties, propertiesOf, resourcesOf, statementsOf } from './template.ts';
import { variant } from './variant.ts';

const variablesOf = (template: ReturnType<typeof variant>): Properties[] =>
  propertiesOf('AWS::Lambda::Function', template).map(({ Environment }) => Environment.Variables);

test('production locks the archive against everybody', () => {
  const { archive } = configOf('production');
  const locked = propertiesOf('AWS::S3::Bucket', variant({ archive })).find(
    ({ ObjectLockEnabled }) => ObjectLockEnabled,
  );
  expect(locked?.ObjectLockConfiguration.Rule.DefaultRetention).toEqual({ Mode: 'COMPLIANCE', Days: 1098 });
});

test('with a short domain, links carry it and the other address is shut', () => {
  const domain = { name: 'ts.example', certificateArn: 'arn:aws:acm:ap-southeast-1:000000000000:certificate/1' };
  const template = variant({ domain });
  expect(propertiesOf('AWS::ApiGatewayV2::Api', template)[0]?.DisableExecuteApiEndpoint).toBe(true);
  expect(Object.keys(resourcesOf('AWS::ApiGatewayV2::ApiMapping', template))).toHaveLength(1);
  const addresses = variablesOf(template).flatMap(({ BASE_URL }) => BASE_URL ?? []);
  expect(new Set(addresses)).toEqual(new Set(['https://ts.example']));
});

test('a publisher of another account may put events of its own source, and no others', () => {
  const principalArn = 'arn:aws:iam::111111111111:role/app';
  const template = variant({ publishers: [{ principalArn, source: 'channel.app' }] });
  const allowed = propertiesOf('AWS::Events::EventBusPolicy', template);
  const [policy, ...others] = allowed.filter(({ Statement }) => Statement.Effect === 'Allow');
  expect(others).toEqual([]);
  expect(policy?.Statement).toMatchObject({
    Effect: 'Allow',
    Action: 'events:PutEvents',
    Principal: { AWS: principalArn },
    Condition: { StringEquals: { 'events:source': 'channel.app' } },
  });
});

test('with a domestic gateway nobody may publish by SNS', () => {
  const gateway = {
    url: 'https://sms.example/send',
    secretArn: 'arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:sms',
  };
  const template = variant({ sms: { adapter: 'http', gateway, monthlyLimitUsd: 1 } });
  expect(statementsOf(template).flatMap(({ statement }) => statement.Action)).not.toContain('sns:Publish');
  const senders = variablesOf(template).filter(({ SMS_ADAPTER }) => SMS_ADAPTER);
  expect(senders.length).toBeGreaterThan(0);
  for (const { SMS_ADAPTER, SMS_GATEWAY_URL } of senders)
    expect([SMS_ADAPTER, SMS_GATEWAY_URL]).toEqual(['http', gateway.url]);
});

test('a gateway that is not configured, and a stage that does not exist, stop the synthesis', () => {
  expect(() => variant({ sms: { adapter: 'http', monthlyLimitUsd: 1 } })).toThrow('sms.gateway');
  expect(() => configOf('staging')).toThrow('development, production');
});

test('mails go out in the name of one sender, by those functions alone that write to complainants', () => {
  const sending = statementsOf().filter(({ statement }) => statement.Action.includes('ses:SendEmail'));
  const senders = propertiesOf('AWS::Lambda::Function').filter(({ Environment }) => Environment.Variables.MAIL_SENDER);
  expect(sending).toHaveLength(senders.length);
  for (const { statement } of sending) {
    expect(statement.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'complaints@bank.example' } });
    expect(JSON.stringify(statement.Resource)).toMatch(/:identity\/bank\.example"/);
  }
  expect(propertiesOf('AWS::SES::EmailIdentity')).toMatchObject([{ EmailIdentity: 'bank.example' }]);
});

test('a bank that sends no mails has no identity, and nobody may send one', () => {
  const template = variant({ mail: { adapter: 'none' } });
  expect(Object.keys(resourcesOf('AWS::SES::EmailIdentity', template))).toEqual([]);
  expect(statementsOf(template).flatMap(({ statement }) => statement.Action)).not.toContain('ses:SendEmail');
});
