import { createContext, useContext } from 'react';

/** Who looks and on which day; given by the session, so that the design system needs nothing else of it. */
export interface Viewer {
	personId: number;
	/** Today in China as the server knows it, `YYYY-MM-DD`. */
	today: string;
}

export const ViewerContext = createContext<Viewer>({ personId: 0, today: '1970-01-01' });

export function useViewer(): Viewer {
	return useContext(ViewerContext);
}
