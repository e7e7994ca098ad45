/** What the transport needs to know about the session. */
export interface SessionGate {
	/** Token that every change must carry; null when nobody is signed in. */
	token(): string | null;
	/** Asks for the password over the page that is open; true when the same person is signed in again. */
	signInAgain(): Promise<boolean>;
	/** Reads the session once more; true when the same person now has another token (signed in anew in another tab). */
	refresh(): Promise<boolean>;
}

/** The part of a session the gate keeps. */
export interface GateSession {
	personId: number | null;
	token: string | null;
}

/** The gate with the handles of the sign-in dialog. */
export interface DialogGate extends SessionGate {
	/** Called with every session that is read or begun. */
	accept(session: GateSession): void;
	/** The dialog's answer: signed in again, or given up. */
	settle(signedIn: boolean): void;
	/** Whether the dialog has to be open. */
	asking(): boolean;
	subscribe(listener: () => void): () => void;
}

/** Many requests may fail at once when a session ends; they all wait for one dialog. */
export function createGate(readSession: () => Promise<GateSession>): DialogGate {
	let session: GateSession = { personId: null, token: null };
	let waiting: { promise: Promise<boolean>; resolve: (signedIn: boolean) => void } | null = null;
	const listeners = new Set<() => void>();
	const changed = () => {
		for (const listener of listeners) listener();
	};
	return {
		token: () => session.token,
		accept: (next) => {
			session = next;
		},
		signInAgain: () => {
			if (!waiting) {
				waiting = deferred();
				changed();
			}
			return waiting.promise;
		},
		settle: (signedIn) => {
			waiting?.resolve(signedIn);
			waiting = null;
			changed();
		},
		refresh: async () => {
			const before = session;
			const now = await readSession();
			if (now.personId === null || now.personId !== before.personId || now.token === before.token) return false;
			session = now;
			return true;
		},
		asking: () => waiting !== null,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

// Promise.withResolvers is not in Chrome 109.
function deferred(): { promise: Promise<boolean>; resolve: (value: boolean) => void } {
	let resolve: (value: boolean) => void = () => {};
	const promise = new Promise<boolean>((done) => {
		resolve = done;
	});
	return { promise, resolve };
}
