import { join } from 'node:path';
import type { Config } from './config.ts';
import { lockFolder } from './platform/postgres/instance-lock.ts';
import { launchPostgres } from './platform/postgres/launcher.ts';

/** A database ready for use: ours, started and locked, or the one DATABASE_URL names. */
export interface OpenDatabase {
	url: string;
	close(): Promise<void>;
}

/** Takes the data folder and starts its database, or uses DATABASE_URL. Throws FolderInUse when another process has the folder. */
export async function openDatabase(config: Config, progress: (text: string) => void = () => {}): Promise<OpenDatabase> {
	if (config.databaseUrl) return { url: config.databaseUrl, close: async () => {} };
	const lock = lockFolder(join(config.dataDir, 'instance.lock'));
	try {
		const postgres = await launchPostgres({ dataDir: config.dataDir, pgBin: config.pgBin, progress });
		return {
			url: postgres.url,
			close: async () => {
				await postgres.stop();
				lock.release();
			},
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}
