// Runs a TypeScript file of the checkout: `node scripts/run.mjs bench/main.ts …`.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const [file] = process.argv.splice(2, 1);
await import(pathToFileURL(resolve(file)).href);
