import { useEffect, useRef, useState } from 'react';

/**
 * Seconds until the time is up, from what the server said when the paper was read: the clock of this machine only measures
 * how long that is ago, it never says what time it is. `onUp` is called once.
 */
export function useSecondsLeft(given: number, onUp: () => void): number {
	const [left, setLeft] = useState(given);
	const [readAt] = useState(() => performance.now());
	const latest = useRef(onUp);
	latest.current = onUp;
	useEffect(() => {
		const timer = window.setInterval(() => {
			const rest = given - Math.floor((performance.now() - readAt) / 1000);
			setLeft(Math.max(0, rest));
			// Two seconds later: asked to the very second, the server may answer that a moment is left.
			if (rest > -2) return;
			window.clearInterval(timer);
			latest.current();
		}, 1000);
		return () => window.clearInterval(timer);
	}, [given, readAt]);
	return left;
}
