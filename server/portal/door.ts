/** A page as everybody gets it. */
export interface ServedPage {
	status: number;
	mediaType: string;
	body: Buffer;
}

type Ask = (path: string) => Promise<ServedPage>;

/** The site from inside its own process: asked without a session, it answers what a reader outside would get. */
export interface PortalDoor {
	/** Null in a process that serves no site, such as a command line. */
	ask(path: string): Promise<ServedPage | null>;
	/** Said once by whoever builds the server. A second server over the same services, such as an export's, changes nothing. */
	open(ask: Ask): void;
}

export function portalDoor(): PortalDoor {
	let asked: Ask | null = null;
	return {
		ask: async (path) => (asked ? await asked(path) : null),
		open: (ask) => {
			asked ??= ask;
		},
	};
}
