export function double(n: number): number {
	return n * 2;
}

export async function length(bytes: Uint8Array): Promise<number> {
	return await Promise.resolve(bytes.length);
}

export function hang(): never {
	for (;;) {
		// for ever
	}
}

export function fill(): number {
	const rows: string[][] = [];
	for (;;) rows.push(new Array(10_000).fill('x').map((x, i) => x + i));
}

export function fail(): never {
	throw new Error('no');
}

export function leave(): never {
	process.exit(0);
}

let calls = 0;

export function countCalls(input: number): { input: number; calls: number } {
	calls++;
	return { input, calls };
}

export function oddOne(input: string): string {
	if (input === 'hang') hang();
	if (input === 'throw') throw new Error('no');
	return input;
}
