import { useMove } from '../page/use-move.ts';

/** Sends what was said or asked, and reads the document anew, as its moves do; the document stays where it is. */
export function useCoordinate() {
	const move = useMove();
	return (send: () => Promise<unknown>, words: string) =>
		move(
			'coordinate',
			async () => {
				await send();
				return { state: '', indexNumber: null };
			},
			words,
		);
}
