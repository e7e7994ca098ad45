// Runs a TypeScript file of the checkout: `node scripts/run.mjs bench/main.ts …`.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

// As the server runs: React takes several times as long when it checks itself.
process.env.NODE_ENV ??= 'production';
register();
const [file] = process.argv.splice(2, 1);
await import(pathToFileURL(resolve(file)).href);
