import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CloudOptions } from '../cloud.ts';
import { type Desk, openDesk } from '../demo/desk.ts';
import { type CoreBanking, coreBanking } from './core-banking.ts';
import { serve } from './serve.ts';
import { settings as settingsIn } from './settings.ts';
import { site } from './site.ts';

const ASSEMBLY = fileURLToPath(new URL('../../cdk.out', import.meta.url));
const LOOK_EVERY_MS = 250;

export type Landing = Readonly<{ url: string; desk: Desk; close(): Promise<void> }>;

type Options = Readonly<{
  port: number;
  cloudPort: number;
  /** Nothing is kept without it. */
  directory?: string;
  time?: CloudOptions['time'];
  startAt?: Date;
  onLog?: CloudOptions['onLog'];
}>;

/** The desk with its page: what runs in the cloud, and on the other side whoever it is connected with. */
export async function openLanding({ port, cloudPort, directory, ...others }: Options): Promise<Landing> {
  const settings = settingsIn(directory);
  let core: CoreBanking | undefined;
  const desk = await openDesk({
    ...others,
    port: cloudPort,
    ...(directory && { dataDir: join(directory, 'cloud') }),
    onSettled: () => core?.takeUp(),
  });
  core = coreBanking(desk, settings.byItself.get);
  const look = setInterval(() => core?.takeUp(), LOOK_EVERY_MS);
  try {
    const served = await serve(site({ desk, settings, core, assembly: ASSEMBLY }), port);
    return { url: served.url, desk, close: () => closed([served, desk.cloud], look) };
  } catch (error) {
    await closed([desk.cloud], look);
    throw error;
  }
}

async function closed(all: readonly Readonly<{ close(): Promise<void> }>[], look: NodeJS.Timeout): Promise<void> {
  clearInterval(look);
  for (const one of all) await one.close();
}
