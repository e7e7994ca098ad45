// Builds what is stale, then runs the server in this process, so that Ctrl-C reaches it.
import { buildStale } from './build.mjs';
import { bundleStale } from './bundle.mjs';

await buildStale();
await bundleStale();
process.argv.splice(2, process.argv.length, 'serve');
await import('../bin/gongkai.mjs');
