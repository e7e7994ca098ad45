import { type SpawnOptions, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';

const NOBODY = 65534;

/** How to start PostgreSQL programs as somebody who is not root, which they demand. */
export interface Runner {
	/** `direct`: we are not root. `nobody`: drop to that user. `unshare`: a user namespace, for clones only root can enter. */
	kind: 'direct' | 'nobody' | 'unshare';
	bin: string;
	/** The folder the cluster has to live in; differs from the wanted one only when that cannot be reached. */
	cluster: string;
	/** Command line and options that start `program` with `args` that way. */
	command(program: string, args: string[]): { file: string; args: string[]; options: SpawnOptions };
	/** Hands a file or folder to the user the server runs as. */
	own(path: string): void;
}

/**
 * Chooses the runner. Order (each is tried by running `postgres --version` on the spot): as we are when not root; as `nobody`;
 * in a user namespace; as `nobody` from copies in /var/lib/gongkai, for containers that forbid namespaces.
 */
export function chooseRunner(binaries: Binaries, cluster: string): Runner {
	if (process.getuid?.() !== 0) return direct(binaries.bin, cluster);
	const asNobody = nobody(binaries.bin, cluster);
	if (starts(asNobody) && reachable(cluster)) return asNobody;
	const asNamespace = unshare(binaries.bin, cluster);
	if (process.env.GONGKAI_NO_UNSHARE !== '1' && starts(asNamespace)) return asNamespace;
	return copied(binaries, cluster);
}

function direct(bin: string, cluster: string): Runner {
	return {
		kind: 'direct',
		bin,
		cluster,
		own: () => {},
		command: (program, args) => ({ file: join(bin, program), args, options: {} }),
	};
}

function nobody(bin: string, cluster: string): Runner {
	const options = { uid: NOBODY, gid: NOBODY, cwd: '/' };
	return {
		kind: 'nobody',
		bin,
		cluster,
		own: (path) => chownSync(path, NOBODY, NOBODY),
		command: (program, args) => ({ file: join(bin, program), args, options }),
	};
}

function unshare(bin: string, cluster: string): Runner {
	const flags = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
	return {
		kind: 'unshare',
		bin,
		cluster,
		own: () => {},
		command: (program, args) => ({
			file: 'unshare',
			args: [...flags, join(bin, program), ...args],
			options: { cwd: '/' },
		}),
	};
}

function starts(runner: Runner): boolean {
	const { file, args, options } = runner.command('postgres', ['--version']);
	const result = spawnSync(file, args, { ...options, stdio: 'ignore' });
	return result.status === 0;
}

/** Whether `nobody` can walk down to the cluster's parent folder. */
function reachable(cluster: string): boolean {
	const parent = join(cluster, '..');
	mkdirSync(parent, { recursive: true });
	const result = spawnSync('/bin/sh', ['-c', 'cd "$0"', parent], {
		uid: NOBODY,
		gid: NOBODY,
		cwd: '/',
		stdio: 'ignore',
	});
	return result.status === 0;
}

function copied(binaries: Binaries, cluster: string): Runner {
	const home = '/var/lib/gongkai';
	const name = createHash('sha256').update(cluster).digest('hex').slice(0, 16);
	const bin = binaries.bundled ? copyBinaries(binaries.root, home) : binaries.bin;
	const moved = join(home, name, 'pg');
	mkdirSync(join(home, name), { recursive: true });
	const runner = nobody(bin, moved);
	if (!starts(runner))
		throw new Error('无法以非 root 身份启动数据库。请改用普通用户运行，或用 DATABASE_URL 指定一台 PostgreSQL。');
	return runner;
}

// Copied beside and renamed at the end, so that a copy cut off half way is never taken for a whole one.
function copyBinaries(root: string, home: string): string {
	const stamp = createHash('sha256')
		.update(readdirSync(join(root, 'lib')).sort().join())
		.digest('hex')
		.slice(0, 12);
	const target = join(home, `postgres-${stamp}`);
	if (!existsSync(target)) {
		const partial = `${target}.${process.pid}`;
		mkdirSync(home, { recursive: true, mode: 0o755 });
		cpSync(root, partial, { recursive: true, verbatimSymlinks: true });
		try {
			renameSync(partial, target);
		} catch {
			rmSync(partial, { recursive: true, force: true });
		}
	}
	return join(target, 'bin');
}
