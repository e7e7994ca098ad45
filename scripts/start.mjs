// Builds what is stale, then runs the server in this process, so that Ctrl-C reaches it.
import { buildStale } from './build.mjs';

await buildStale();
process.argv.splice(2, process.argv.length, 'serve');
await import('../bin/gongkai.mjs');
