import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { deployFunction } from './deployed-function.ts';
import type { FunctionName } from './functions.ts';
import type { Door } from './http-api.ts';
import type { Ground } from './needs.ts';

const { GET, POST } = HttpMethod;

/** What people open by a link. The paths are short, because they go out by SMS. */
const PAGES: Readonly<Partial<Record<FunctionName, readonly [path: string, ...methods: HttpMethod[]]>>> = {
  work: ['/w/{token}', GET, POST],
  approval: ['/a/{token}', GET, POST],
  letter: ['/l/{token}', GET, POST],
  survey: ['/s/{token}', GET, POST],
  desk: ['/d/{token}', GET, POST],
  call: ['/c/{token}', GET, POST],
  plan: ['/i/{token}', GET, POST],
  extension: ['/x/{token}', GET, POST],
  proof: ['/p/{token}', GET],
};

export class Pages extends Construct {
  constructor(scope: Construct, id: string, ground: Ground, door: Door) {
    super(scope, id);
    for (const [name, [path, ...methods]] of Object.entries(PAGES)) {
      door.opensTo(deployFunction(this, name as FunctionName, ground), path, ...methods);
    }
  }
}
