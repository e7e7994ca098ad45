/** A page as everybody gets it. */
export interface ServedPage {
	status: number;
	mediaType: string;
	body: Buffer;
}

type Ask = (path: string) => Promise<ServedPage>;

/** The site from inside its own process: asked without a session, it answers what a reader outside would get. */
export interface PortalDoor {
	/** Null in a process that serves no site just now, such as a command line. */
	ask(path: string): Promise<ServedPage | null>;
	/**
	 * Said by whoever builds a server; answers how to take it back when the server closes. Of several over the same services,
	 * such as one and an export's, the oldest that is still open answers.
	 */
	open(ask: Ask): () => void;
}

export function portalDoor(): PortalDoor {
	const asked: Ask[] = [];
	return {
		ask: async (path) => (asked[0] ? await asked[0](path) : null),
		open: (ask) => {
			asked.push(ask);
			return () => {
				asked.splice(asked.indexOf(ask), 1);
			};
		},
	};
}
