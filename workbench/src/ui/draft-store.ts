/** What is kept of something not yet saved. */
export interface Draft {
	/** The value as JSON. */
	text: string;
	/** Version of the record it was written on. */
	version: string | number | null;
	/** Instant of the last change, ISO. */
	at: string;
}

/** The parts of localStorage that are used; given, so that tests can bring their own. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'gongkai-draft:';
/** A draft nobody came back for in two weeks is dropped: shared machines must not collect old texts. */
const KEPT_MS = 14 * 86_400_000;

/** Drafts on this machine, each under the person who wrote it: on a shared machine nobody is offered another's text. */
export interface DraftStore {
	read(key: string): Draft | null;
	/** False when the browser keeps nothing (private window, storage full). */
	write(key: string, draft: Draft): boolean;
	remove(key: string): void;
}

export function draftStore(store: TextStore, personId: number, now: () => Date = () => new Date()): DraftStore {
	const place = (key: string) => `${PREFIX}${personId}:${key}`;
	dropOld(store, now().getTime() - KEPT_MS);
	return {
		read: (key) => parseDraft(quietly(() => store.getItem(place(key))) ?? null),
		write: (key, draft) => {
			const kept = quietly(() => {
				store.setItem(place(key), JSON.stringify(draft));
				return true;
			});
			return kept ?? false;
		},
		remove: (key) => {
			quietly(() => store.removeItem(place(key)));
		},
	};
}

function dropOld(store: TextStore, before: number): void {
	quietly(() => {
		const keys = Array.from({ length: store.length }, (_, at) => store.key(at));
		for (const key of keys) {
			if (!key?.startsWith(PREFIX)) continue;
			const draft = parseDraft(store.getItem(key));
			if (!draft || Date.parse(draft.at) < before) store.removeItem(key);
		}
	});
}

function parseDraft(text: string | null): Draft | null {
	if (text === null) return null;
	try {
		const read = JSON.parse(text) as Partial<Draft>;
		const whole = typeof read.text === 'string' && typeof read.at === 'string' && !Number.isNaN(Date.parse(read.at));
		return whole ? { text: read.text ?? '', version: read.version ?? null, at: read.at ?? '' } : null;
	} catch {
		return null;
	}
}

// Storage throws in private windows and when it is full; a draft is a help, never a reason to fail.
function quietly<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
