import { useEffect, useRef } from 'react';
import type { Outside } from '../api.ts';

/** The text of the file line by line; the line that is sought is marked and brought into view. */
export function SourceLines({ lines, sought }: { lines: Outside['lines']; sought: number | null }) {
	const box = useRef<HTMLElement>(null);
	useEffect(() => {
		if (sought === null) return;
		const line = box.current?.querySelector<HTMLElement>(`[data-line="${sought}"]`);
		const frame = box.current;
		if (!line || !frame) return;
		// The text scrolls inside its own frame; the page stays where it is.
		frame.scrollTo({ top: line.offsetTop - frame.clientHeight / 2, behavior: 'smooth' });
	}, [sought]);
	return (
		<section className="gk-source" ref={box} aria-label="原文" {...FOCUSABLE}>
			<ol>
				{lines
					.map((line, i) => ({ text: line.text, number: i }))
					.map(({ text, number }) => (
						<li
							key={number}
							data-line={number}
							className={number === sought ? 'gk-line-sought' : undefined}
							aria-current={number === sought ? 'location' : undefined}
						>
							<span>{text.replaceAll('\t', '　')}</span>
						</li>
					))}
			</ol>
		</section>
	);
}

// What scrolls must be reachable by keyboard (WCAG 2.1.1).
const FOCUSABLE = { tabIndex: 0 };
