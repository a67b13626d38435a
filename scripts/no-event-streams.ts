import type { Plugin } from 'esbuild';

/**
 * The SDK imports what reads streams of events when a call answers with one, and no call here does: fifteen kilobytes of
 * every bundle. A client that has such calls, as S3's, imports it at once, and then carries it.
 */
export const noEventStreams: Plugin = {
  name: 'no-event-streams',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};
