import { expect, onTestFinished, test } from 'vitest';
import { startCloud } from '../../../local/cloud.ts';
import { readAssembly, type Template } from '../../../local/template/assembly.ts';
import { loadStack } from '../../../local/template/stack.ts';
import { writeAssembly } from './assembly.ts';

const URL = 'http://127.0.0.1:1';

const resolved = (value: unknown, template: Partial<Template> = {}) => {
  const resources = { Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders', Description: value } } };
  const base = { stackName: 'Shop', region: 'eu-west-1', account: '123456789012', assets: new Map() };
  const stack = loadStack({ ...base, template: { Resources: resources, ...template } }, URL);
  return stack.resources[0]?.properties.Description;
};

const busArn = 'arn:aws:events:eu-west-1:123456789012:event-bus/orders';
const template = {
  Conditions: { Yes: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] }, No: { 'Fn::Not': [{ Condition: 'Yes' }] } },
  Parameters: { Stage: { Type: 'String', Default: 'test' } },
  Mappings: { Zones: { 'eu-west-1': { zone: 'a' } } },
};

test.for<[expression: unknown, value: unknown]>([
  [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, { Ref: 'Bus' }]] }, 'a-eu-west-1-orders'],
  [{ 'Fn::Sub': `$\{AWS::StackName}/$\{Bus.Arn}/$\{!Literal}` }, `Shop/${busArn}/\${Literal}`],
  [{ 'Fn::Sub': [`$\{a}`, { a: { 'Fn::GetAtt': ['Bus', 'Name'] } }] }, 'orders'],
  [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
  [{ 'Fn::If': ['Yes', 'yes', 'no'] }, 'yes'],
  [{ a: { 'Fn::If': ['No', 1, { Ref: 'AWS::NoValue' }] }, b: 2 }, { b: 2 }],
  [{ 'Fn::FindInMap': ['Zones', { Ref: 'AWS::Region' }, 'zone'] }, 'a'],
  [{ Condition: { StringEquals: { a: { Ref: 'Stage' } } } }, { Condition: { StringEquals: { a: 'test' } } }],
])('%j is %j', ([expression, value]) => {
  expect(resolved(expression, template)).toEqual(value);
});

test.for([{ Ref: 'Nobody' }, { 'Fn::GetAtt': ['Bus', 'Colour'] }, { 'Fn::ImportValue': 'a' }])(
  '%j has no value',
  (expression) => {
    expect(() => resolved(expression)).toThrow(expect.objectContaining({ name: 'UnresolvableIntrinsic' }));
  },
);

test('a resource whose condition is false is not there; what only charges or guards is counted and left out', () => {
  const Resources = {
    Bus: { Type: 'AWS::Events::EventBus', Condition: 'No' },
    Role: { Type: 'AWS::IAM::Role' },
    Alarm: { Type: 'AWS::CloudWatch::Alarm' },
  };
  const base = { stackName: 'Shop', region: 'eu-west-1', account: '123456789012', assets: new Map() };
  const stack = loadStack({ ...base, template: { ...template, Resources } }, URL);
  expect([stack.resources, stack.ignored]).toEqual([[], { 'AWS::IAM::Role': 1, 'AWS::CloudWatch::Alarm': 1 }]);
});

test('no assembly, no cloud', () => {
  expect(() => readAssembly('/nowhere')).toThrow(expect.objectContaining({ name: 'UnusableAssembly' }));
});

test('a resource is found by its id, its name and its path', async () => {
  const Metadata = { 'aws:cdk:path': 'Test/Events/Bus/Resource' };
  const assembly = writeAssembly({
    resources: { B1: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' }, Metadata } },
  });
  const cloud = await startCloud({ assembly });
  onTestFinished(() => cloud.close());
  const found = ['B1', 'orders', 'Events/Bus', 'Test/Events/Bus'].map((called) => cloud.resource(called).logicalId);
  expect(found).toEqual(['B1', 'B1', 'B1', 'B1']);
  expect(() => cloud.resource('Bus')).toThrow('0 resources');
});
