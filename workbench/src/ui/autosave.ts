import { asProblem, isTransient, type ProblemError } from '../api/index.ts';
import type { DraftStore } from './draft-store.ts';

export type Version = string | number | null;

/** `saved`: the server has it. `dirty`: typed, kept on this machine. `offline`: will be tried again. `refused`: the server said no. */
export type SaveState = 'saved' | 'dirty' | 'saving' | 'offline' | 'refused';

export interface SaveSnapshot {
	state: SaveState;
	savedAt: Date | null;
	problem: ProblemError | null;
}

export interface Recovered<V> {
	value: V;
	/** When it was typed, ISO. */
	at: string;
	/** The record has been changed since, by this person elsewhere or by another. */
	older: boolean;
}

export interface AutosaveOptions<V> {
	/** Name of the thing edited: `document:12`, `application:new`. */
	key: string;
	/** What the server has. */
	initial: V;
	version: Version;
	/** Sends the value and answers the new version. Without it only this machine keeps the draft. */
	save?: ((value: V, version: Version) => Promise<Version>) | undefined;
	/** Rest after typing before the server is asked, ms. */
	delay?: number;
	drafts: DraftStore;
	now?: () => Date;
}

const DELAY_MS = 1_500;
const RETRY_MS = 15_000;

/**
 * Keeps what is typed: at once on this machine, and after a short rest on the server. A lost session, a lost network and
 * a closed window lose nothing. Without React, so that its order of events can be tested.
 */
export class Autosave<V> {
	/** The draft found at the start; null when there is none that differs. */
	readonly recovered: Recovered<V> | null;
	readonly #options: AutosaveOptions<V>;
	readonly #now: () => Date;
	readonly #listeners = new Set<() => void>();
	/** What the server has, and what is in the form, as JSON. */
	#saved: string;
	#current: string;
	#version: Version;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#running: Promise<void> | null = null;
	#shown: SaveSnapshot = { state: 'saved', savedAt: null, problem: null };

	constructor(options: AutosaveOptions<V>) {
		this.#options = options;
		this.#now = options.now ?? (() => new Date());
		this.#saved = JSON.stringify(options.initial);
		this.#current = this.#saved;
		this.#version = options.version;
		this.recovered = findDraft(options, this.#saved);
	}

	readonly snapshot = (): SaveSnapshot => this.#shown;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	change(value: V): void {
		const text = JSON.stringify(value);
		if (text === this.#current) return;
		this.#current = text;
		// Undone by hand. While a save is under way the server may be getting the other text: then send this one too.
		if (text === this.#saved && !this.#running) {
			this.forget();
			return;
		}
		this.#keep();
		this.#show({ state: 'dirty' });
		this.#plan(this.#options.delay ?? DELAY_MS);
	}

	/** Saves at once; true when the server has everything. Call it before a move of the case. */
	readonly flush = async (): Promise<boolean> => {
		clearTimeout(this.#timer);
		if (this.#running) await this.#running;
		const { save } = this.#options;
		if (this.#current === this.#saved) return true;
		if (!save) return false;
		this.#running ??= this.#send(save).finally(() => {
			this.#running = null;
		});
		await this.#running;
		return this.#current === this.#saved;
	};

	/** The draft found at the start is not wanted. What has been typed meanwhile stays. */
	readonly dropFound = (): void => {
		if (this.#current === this.#saved) this.#options.drafts.remove(this.#options.key);
	};

	/** Drops what this machine keeps, after the form was sent. */
	readonly forget = (): void => {
		clearTimeout(this.#timer);
		this.#options.drafts.remove(this.#options.key);
		this.#saved = this.#current;
		this.#show({ state: 'saved' });
	};

	async #send(save: NonNullable<AutosaveOptions<V>['save']>): Promise<void> {
		const text = this.#current;
		this.#show({ state: 'saving' });
		try {
			this.#version = await save(JSON.parse(text) as V, this.#version);
			this.#saved = text;
			if (this.#current === text) {
				this.#options.drafts.remove(this.#options.key);
				return this.#show({ state: 'saved', savedAt: this.#now() });
			}
			this.#keep();
			this.#show({ state: 'dirty' });
			this.#plan(this.#options.delay ?? DELAY_MS);
		} catch (thrown) {
			const again = isTransient(thrown);
			this.#show({ state: again ? 'offline' : 'refused', problem: asProblem(thrown) });
			if (again) this.#plan(RETRY_MS);
		}
	}

	#keep(): void {
		const draft = { text: this.#current, version: this.#version, at: this.#now().toISOString() };
		this.#options.drafts.write(this.#options.key, draft);
	}

	#plan(ms: number): void {
		clearTimeout(this.#timer);
		if (this.#options.save) this.#timer = setTimeout(() => void this.flush(), ms);
	}

	#show(next: Partial<SaveSnapshot>): void {
		this.#shown = { ...this.#shown, problem: null, ...next };
		for (const listener of this.#listeners) listener();
	}
}

function findDraft<V>({ key, drafts, version }: AutosaveOptions<V>, saved: string): Recovered<V> | null {
	const draft = drafts.read(key);
	if (!draft) return null;
	if (draft.text === saved) {
		drafts.remove(key);
		return null;
	}
	return { value: JSON.parse(draft.text) as V, at: draft.at, older: draft.version !== version };
}
