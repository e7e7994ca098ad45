import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../open-database.ts';
import { findBinaries } from '../platform/postgres/binaries.ts';
import { FolderInUse } from '../platform/postgres/instance-lock.ts';
import { chooseRunner } from '../platform/postgres/run-as.ts';

/** A database to work on for the length of a command; `running` when another process serves it meanwhile. */
export interface Reached extends OpenDatabase {
	running: boolean;
}

/** Opens the database of the settings, or joins the one another process of this data folder is running. */
export async function reachDatabase(config: Config, progress: (text: string) => void): Promise<Reached> {
	try {
		return { ...(await openDatabase(config, progress)), running: false };
	} catch (error) {
		const url = error instanceof FolderInUse ? runningUrl(config) : null;
		if (!url) throw error;
		return { url, running: true, close: async () => {} };
	}
}

/** The address of the embedded server at work in this data folder: its port stands in postmaster.pid. */
function runningUrl(config: Config): string | null {
	const { cluster } = chooseRunner(findBinaries(config.pgBin), join(config.dataDir, 'pg'));
	const pidFile = join(cluster, 'postmaster.pid');
	const passwordFile = join(config.dataDir, 'pg-password');
	if (!existsSync(pidFile) || !existsSync(passwordFile)) return null;
	const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
	if (!Number.isInteger(port) || port <= 0) return null;
	const password = readFileSync(passwordFile, 'utf8').trim();
	return `postgres://gongkai:${password}@127.0.0.1:${port}/gongkai`;
}
