import { tmpdir } from 'node:os';
import { buildApp } from '../app.ts';
import { compose, MODULES } from '../compose.ts';
import { readConfig } from '../config.ts';

/** The OpenAPI document of all routes. Needs no database: nothing is asked of it. */
export async function openApiDocument(): Promise<unknown> {
	const config = readConfig({ DATA_DIR: tmpdir(), LOG_LEVEL: 'silent' });
	const services = compose(config, 'postgres://nobody@127.0.0.1:1/none');
	const app = await buildApp(MODULES, services);
	await app.ready();
	const document = app.swagger();
	await app.close();
	await services.database.close();
	return document;
}
