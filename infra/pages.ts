import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { type LinkPage, pathOf } from '../functions/adapters/link-pages.ts';
import { deployFunction } from './deployed-function.ts';
import type { Door } from './http-api.ts';
import type { Ground } from './needs.ts';

const { GET, POST } = HttpMethod;

/** What people open by a link, and whether they may send something back. */
const PAGES: Readonly<Record<LinkPage, readonly HttpMethod[]>> = {
  work: [GET, POST],
  approval: [GET, POST],
  letter: [GET, POST],
  survey: [GET, POST],
  desk: [GET, POST],
  call: [GET, POST],
  plan: [GET, POST],
  extension: [GET, POST],
  proof: [GET],
};

export class Pages extends Construct {
  constructor(scope: Construct, id: string, ground: Ground, door: Door) {
    super(scope, id);
    for (const name of Object.keys(PAGES) as LinkPage[]) {
      door.opensTo(deployFunction(this, name, ground), pathOf(name), ...PAGES[name]);
    }
  }
}
