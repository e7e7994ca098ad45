import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Thrown when another live process works on the same data folder. */
export class FolderInUse extends Error {}

interface Holder {
	pid: number;
	/** When that process began, so that a reused pid is not taken for it. */
	born: string;
}

/** When a process began, in the kernel's own terms; empty where that cannot be told. */
function born(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
	} catch {
		return '';
	}
}

/** True while a process with this pid runs, whoever owns it. */
export function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * Takes the data folder for this process, or throws FolderInUse with the holder's pid. Two processes on one database folder
 * is how the peers lost data; a lock left by a dead process is taken over.
 */
export function lockFolder(path: string): { release(): void } {
	mkdirSync(dirname(path), { recursive: true });
	for (let attempt = 0; attempt < 3; attempt++) {
		try {
			writeFileSync(path, JSON.stringify({ pid: process.pid, born: born(process.pid) }), { flag: 'wx' });
			return { release: () => rmSync(path, { force: true }) };
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		const holder = readHolder(path);
		if (holder && alive(holder.pid) && born(holder.pid) === holder.born) {
			throw new FolderInUse(
				`数据目录 ${dirname(path)} 正被另一个 gongkai 进程（进程号 ${holder.pid}）使用，请先结束它，或用 DATA_DIR 指定别的目录`,
			);
		}
		rmSync(path, { force: true });
	}
	throw new FolderInUse(`数据目录 ${dirname(path)} 正被另一个 gongkai 进程使用`);
}

function readHolder(path: string): Holder | null {
	if (!existsSync(path)) return null;
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as Holder;
	} catch {
		return null;
	}
}
