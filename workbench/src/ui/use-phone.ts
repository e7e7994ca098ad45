import { useMedia } from './use-media.ts';

/** Below this width (px) tables become cards and the menu a drawer. */
const PHONE = 768;

/** Whether the window is as narrow as a phone's; changes while it is resized. */
export function usePhone(): boolean {
	return useMedia(`(max-width: ${PHONE - 1}px)`);
}
