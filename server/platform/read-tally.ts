import { createHash, randomBytes } from 'node:crypto';

/** How often one thing was read in one month, not written yet. */
export interface Reads {
	id: number;
	/** `2026-05`, in China. */
	month: string;
	reads: number;
}

/** Who reads, as far as it must be known to count the same reader once for a while. */
export interface ReaderSeen {
	address: string;
	userAgent: string;
}

/**
 * Counts readings in memory until they are written in one batch. Of a reader nothing is kept but a hash of address and browser
 * with a secret of this process that is thrown away with it, in memory, for at most an hour (个人信息保护法第六条: no more than
 * the purpose needs). A process that is killed loses what it has not written: one batch.
 */
export interface ReadTally {
	/** Counts a reading. False for machines, and for whoever read the same a moment ago. */
	note(id: number, month: string, reader: ReaderSeen): boolean;
	/** Counted and not written. */
	pending(id: number): number;
	/** Hands what was counted to `write`; what could not be written stays for the next time. */
	flush(write: (batch: readonly Reads[]) => Promise<void>): Promise<void>;
}

/** Whoever comes back after so long reads anew. */
const AWHILE_MS = 30 * 60_000;
/** As many readings are remembered; beyond, the older half is forgotten early. */
const MOST_SEEN = 50_000;
/** Programs that open pages and read nothing: those that say so, and those that say nothing. */
const MACHINE = /bot|spider|crawl|slurp|headless|monitor|scan|curl|wget|python|java\/|go-http|okhttp|axios|node|^$/i;

export function createReadTally(now: () => number = Date.now): ReadTally {
	return new MemoryTally(now);
}

/** Readers of one half hour under a secret of its own. */
interface Seen {
	since: number;
	secret: Buffer;
	readings: Set<string>;
}

class MemoryTally implements ReadTally {
	readonly #now: () => number;
	#counted = new Map<string, Reads>();
	/** In the hands of the database. */
	#writing = new Map<string, Reads>();
	#current: Seen;
	#before: Seen | null = null;

	constructor(now: () => number) {
		this.#now = now;
		this.#current = freshSeen(now());
	}

	note(id: number, month: string, reader: ReaderSeen): boolean {
		if (MACHINE.test(reader.userAgent.trim()) || !this.#isNew(`${id} ${reader.address} ${reader.userAgent}`))
			return false;
		add(this.#counted, { id, month, reads: 1 });
		return true;
	}

	pending(id: number): number {
		const all = [...this.#counted.values(), ...this.#writing.values()];
		return all.filter((one) => one.id === id).reduce((sum, { reads }) => sum + reads, 0);
	}

	async flush(write: (batch: readonly Reads[]) => Promise<void>): Promise<void> {
		if (this.#writing.size > 0 || this.#counted.size === 0) return;
		[this.#writing, this.#counted] = [this.#counted, new Map()];
		try {
			await write([...this.#writing.values()]);
		} catch (error) {
			for (const one of this.#writing.values()) add(this.#counted, one);
			throw error;
		} finally {
			this.#writing = new Map();
		}
	}

	#isNew(reading: string): boolean {
		const age = this.#now() - this.#current.since;
		if (age >= AWHILE_MS || this.#current.readings.size >= MOST_SEEN / 2) {
			this.#before = age < 2 * AWHILE_MS ? this.#current : null;
			this.#current = freshSeen(this.#now());
		}
		if (this.#before && this.#now() - this.#before.since >= 2 * AWHILE_MS) this.#before = null;
		if (this.#before?.readings.has(hashed(reading, this.#before))) return false;
		const own = hashed(reading, this.#current);
		if (this.#current.readings.has(own)) return false;
		this.#current.readings.add(own);
		return true;
	}
}

function freshSeen(since: number): Seen {
	return { since, secret: randomBytes(16), readings: new Set() };
}

function hashed(reading: string, { secret }: Seen): string {
	return createHash('sha256').update(secret).update(reading).digest('base64url').slice(0, 16);
}

function add(to: Map<string, Reads>, one: Reads): void {
	const key = `${one.month} ${one.id}`;
	to.set(key, { ...one, reads: one.reads + (to.get(key)?.reads ?? 0) });
}
