import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { auditReport, readReports } from 'annual-report';

/** What one input came to. */
export interface Outcome {
	read: number;
	refused: number;
	/** Something was done that reading a file never needs, or a cell was a number without a value. */
	wrong: string[];
	/** Heap after it, MB. */
	heapMb: number;
}

const wrong: string[] = [];

function forbid(owner: object, name: string, what: string): void {
	Object.assign(owner, {
		[name]: () => {
			wrong.push(`${what}: ${name}`);
			throw new Error(`${name} is not for a reader`);
		},
	});
}

const WRITES = ['writeFile', 'appendFile', 'mkdir', 'unlink', 'rm', 'rename', 'copyFile', 'truncate'];
for (const name of WRITES) {
	forbid(fs, name, 'disk');
	forbid(fs, `${name}Sync`, 'disk');
	forbid(fs.promises, name, 'disk');
}
forbid(fs, 'createWriteStream', 'disk');
forbid(net.Socket.prototype, 'connect', 'network');
// What imports these by name gets the same.
syncBuiltinESMExports();

/** Reads and audits one input, as the platform does. Runs in a thread of its own, where disk and network are watched. */
export async function attempt({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Promise<Outcome> {
	wrong.length = 0;
	let [read, refused] = [0, 0];
	for await (const member of readReports(bytes, fileName)) {
		if (!('report' in member)) {
			refused++;
			if (!/^[^\n]{4,120}。$/.test(member.failed)) wrong.push(`not one sentence: ${member.failed.slice(0, 80)}`);
			continue;
		}
		read++;
		const { cells } = member.report;
		for (const [address, { value, state }] of Object.entries(cells)) {
			const figure = state === 'number' || state === 'reconstructed';
			if (figure !== (value !== null)) wrong.push(`${address} is ${state} with ${value}`);
		}
		auditReport(member.report);
	}
	return { read, refused, wrong: wrong.slice(0, 5), heapMb: Math.round(process.memoryUsage().heapUsed / 1024 / 1024) };
}
