import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationValidatePlugin } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { STAGES } from './stages.ts';
import { variant } from './variant.ts';

/** AWS's own validator: the schema of every resource type, and the rules of cfn-lint. It comes with the CDK and asks nobody. */
const validator = new CloudFormationValidatePlugin();

function validated(template: object) {
  const templatePath = join(mkdtempSync(join(tmpdir(), 'redress-')), 'template.json');
  writeFileSync(templatePath, JSON.stringify(template));
  const stackTemplates = [
    { stackConstructPath: 'Redress', templatePath, accountId: '000000000000', region: 'ap-southeast-1' },
  ];
  return validator
    .validate({ stackTemplates } as never)
    .violations.map(({ ruleName, description, violatingResources }) => ({ ruleName, description, violatingResources }));
}

test.for(Object.entries(STAGES))('%s: CloudFormation finds neither error nor warning', ([, config]) => {
  expect(validated(variant(config))).toEqual([]);
});

test('a property that does not exist and a value that is not allowed would be found', () => {
  const template = structuredClone(variant({})) as { Resources: Record<string, { Type: string; Properties: object }> };
  const functions = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  Object.assign(functions[0]?.Properties ?? {}, { MemorySyze: 256 });
  Object.assign(functions[1]?.Properties ?? {}, { Timeout: 901 });
  expect(validated(template).length).toBeGreaterThanOrEqual(2);
});
