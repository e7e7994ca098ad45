/** Sector numbers below 0 end a chain or mark a sector as free. */
const FREE = -1;
const ENTRY_BYTES = 128;
const HEADER_BYTES = 512;
const STREAM = 2;
const ROOT = 5;

/**
 * Whether every chain of sectors in a compound file (doc, wps) that a reader follows comes to an end. A damaged one runs
 * in a circle and fills memory until the process is gone, which no limit of a thread can stop.
 */
export function chainsEnd(bytes: Uint8Array): boolean {
	if (bytes.length < HEADER_BYTES) return false;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const sectorBytes = 2 ** view.getUint16(30, true);
	// 512 and 4096 are the sizes of the format; another is damage.
	if (sectorBytes !== 512 && sectorBytes !== 4096) return false;
	const sectors = new Sectors(view, sectorBytes);
	const directory = sectors.chain(sectors.table, view.getInt32(48, true));
	const shortTable = sectors.chain(sectors.table, view.getInt32(60, true));
	if (!directory || !shortTable) return false;
	const short = sectors.numbers(shortTable);
	const largestShort = view.getInt32(56, true);
	return sectors.entries(directory).every(({ type, first, size }) => {
		if (type !== STREAM && type !== ROOT) return true;
		const table = type === STREAM && size < largestShort ? short : sectors.table;
		return sectors.chain(table, first) !== undefined;
	});
}

/** The sectors of one file. What lies outside it counts as free, as the library reads it. */
class Sectors {
	readonly #view: DataView;
	readonly #bytes: number;
	/** The next sector of each. */
	readonly table: readonly number[];

	constructor(view: DataView, sectorBytes: number) {
		this.#view = view;
		this.#bytes = sectorBytes;
		this.table = this.numbers(this.#master());
	}

	/** The sectors that hold the table: 109 of them named in the header, more in a chain of their own. */
	#master(): number[] {
		const most = this.#view.byteLength / this.#bytes;
		const count = Math.min(Math.max(0, this.#view.getInt32(44, true)), most);
		const named = Array.from({ length: Math.min(count, 109) }, (_, i) => this.#view.getInt32(76 + i * 4, true));
		const perSector = this.#bytes / 4 - 1;
		let at = this.#view.getInt32(68, true);
		for (let i = 0; i <= most && named.length < count && at > FREE; i++) {
			const numbers = this.numbers([at]);
			named.push(...numbers.slice(0, Math.min(perSector, count - named.length)));
			at = numbers[perSector] ?? FREE;
		}
		return named;
	}

	/** The 32-bit numbers in sectors, one after the other. */
	numbers(sectors: readonly number[]): number[] {
		return sectors.flatMap((sector) =>
			Array.from({ length: this.#bytes / 4 }, (_, i) => this.#number((sector + 1) * this.#bytes + i * 4)),
		);
	}

	#number(offset: number): number {
		return offset >= 0 && offset + 4 <= this.#view.byteLength ? this.#view.getInt32(offset, true) : FREE;
	}

	/** The sectors of a chain in their order; nothing when it comes back to itself. */
	chain(table: readonly number[], first: number): number[] | undefined {
		const found = new Set<number>();
		for (let at = first; at > FREE; at = table[at] ?? FREE) {
			if (found.has(at)) return undefined;
			found.add(at);
		}
		return [...found];
	}

	/** What the directory names: type, first sector, size in bytes. */
	entries(directory: readonly number[]): { type: number; first: number; size: number }[] {
		const offsets = directory.flatMap((sector) =>
			Array.from({ length: this.#bytes / ENTRY_BYTES }, (_, i) => (sector + 1) * this.#bytes + i * ENTRY_BYTES),
		);
		return offsets
			.filter((offset) => offset + ENTRY_BYTES <= this.#view.byteLength)
			.map((offset) => ({
				type: this.#view.getUint8(offset + 66),
				first: this.#view.getInt32(offset + 116, true),
				size: this.#view.getInt32(offset + 120, true),
			}));
	}
}
