import { useSyncExternalStore } from 'react';

/** Below this width (px) tables become cards and the menu a drawer. */
const PHONE = 768;

const QUERY = `(max-width: ${PHONE - 1}px)`;

function subscribe(listener: () => void): () => void {
	const list = window.matchMedia(QUERY);
	list.addEventListener('change', listener);
	return () => list.removeEventListener('change', listener);
}

/** Whether the window is as narrow as a phone's; changes while it is resized. */
export function usePhone(): boolean {
	return useSyncExternalStore(
		subscribe,
		() => window.matchMedia(QUERY).matches,
		() => false,
	);
}
