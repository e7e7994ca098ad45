import { useEffect, useRef, useState } from 'react';
import { asProblem } from '../../../api/index.ts';
import { saveBoxes } from '../api.ts';
import { type Placed, placed, type RedactionView } from './boxes.ts';

/** How long the hand rests before the places are kept. */
const REST_MS = 700;

interface Boxes {
	boxes: readonly Placed[];
	/** Revision on the server of what is kept. */
	revision: number;
	/** Whether everything on the screen is kept. */
	isKept: boolean;
	fault: string | null;
	change: (boxes: readonly Placed[]) => void;
}

/** The places of a paper, kept on the server a moment after each change, one save at a time. */
export function useBoxes(id: number, view: RedactionView): Boxes {
	const [boxes, setBoxes] = useState<readonly Placed[]>(() => view.boxes.map(placed));
	const [kept, setKept] = useState({ boxes, revision: view.revision });
	const [fault, setFault] = useState<string | null>(null);
	const saving = useRef(false);
	useEffect(() => {
		if (boxes === kept.boxes || saving.current || fault) return;
		const timer = setTimeout(async () => {
			saving.current = true;
			try {
				const { revision } = await saveBoxes(id, view.id, {
					revision: kept.revision,
					boxes: boxes.map(({ key: _, ...box }) => box),
				});
				saving.current = false;
				setKept({ boxes, revision });
			} catch (thrown) {
				saving.current = false;
				setFault(asProblem(thrown).title);
			}
		}, REST_MS);
		return () => clearTimeout(timer);
	}, [boxes, kept, fault, id, view.id]);
	const change = (next: readonly Placed[]) => {
		setFault(null);
		setBoxes(next);
	};
	return { boxes, revision: kept.revision, isKept: boxes === kept.boxes, fault, change };
}
