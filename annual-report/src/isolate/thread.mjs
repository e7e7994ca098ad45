import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// Node 20 does not hand `--import tsx` on to threads; the loader is put in by hand, which is why this file is no TypeScript.
register();
const { module, name } = workerData;
const work = (await import(module))[name];
parentPort?.on('message', async (input) => parentPort?.postMessage(await work(input)));
// The limit of time is for the work, not for loading the reader on a busy machine.
parentPort?.postMessage('ready');
