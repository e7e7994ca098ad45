import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { type Box, boxBetween, type Ground, movedBy, type Placed, type Point, styleOf } from './boxes.ts';

interface PageSheetProps {
	page: number;
	src: string;
	size: { width: number; height: number };
	/** All boxes of the paper; those of this page are shown. */
	boxes: readonly Placed[];
	ground: Ground;
	/** Closed once the paper has been made. */
	isClosed: boolean;
	onAdd: (box: Box) => void;
	onChange: (key: number, box: Box | null) => void;
}

/** One page with what is blacked out over it: drawn with the mouse or a pen, moved and sized with the arrow keys. */
export function PageSheet({ page, src, size, boxes, ground, isClosed, onAdd, onChange }: PageSheetProps) {
	const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null);
	const begin = (event: PointerEvent<HTMLDivElement>) => {
		// A finger scrolls; a button adds a strip for it.
		if (isClosed || event.pointerType === 'touch' || event.button !== 0 || event.target !== event.currentTarget) return;
		event.currentTarget.setPointerCapture(event.pointerId);
		const at = pointOf(event);
		setDrawn({ from: at, to: at });
	};
	const move = (event: PointerEvent<HTMLDivElement>) => setDrawn(drawn && { ...drawn, to: pointOf(event) });
	const end = () => {
		const box = drawn && boxBetween(page, drawn.from, drawn.to, ground);
		if (box) onAdd(box);
		setDrawn(null);
	};
	const ghost = drawn && boxBetween(page, drawn.from, drawn.to, ground);
	return (
		<figure className="ga-sheet" id={`page-${page}`}>
			<img src={src} alt={`第${page}页`} width={size.width} height={size.height} loading="lazy" draggable={false} />
			<div
				className="ga-boxes"
				onPointerDown={begin}
				onPointerMove={move}
				onPointerUp={end}
				onPointerCancel={() => setDrawn(null)}
			>
				{boxes.map((box, index) =>
					box.page === page ? (
						<button
							key={box.key}
							type="button"
							className="ga-box"
							style={styleOf(box)}
							disabled={isClosed}
							aria-label={`第${index + 1}处遮盖：方向键移动，按住上档键改变大小，删除键取消`}
							onKeyDown={(event) => press(event, box, (next) => onChange(box.key, next))}
						>
							{index + 1}
						</button>
					) : null,
				)}
				{ghost ? <div className="ga-box ga-ghost" style={styleOf(ghost)} /> : null}
			</div>
			<figcaption className="gk-hint">第{page}页</figcaption>
		</figure>
	);
}

function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): Point {
	const { left, top, width, height } = currentTarget.getBoundingClientRect();
	return { x: (clientX - left) / width, y: (clientY - top) / height };
}

function press(event: KeyboardEvent, box: Box, onChange: (box: Box | null) => void): void {
	if (event.key === 'Delete' || event.key === 'Backspace') onChange(null);
	else {
		const next = movedBy(box, event.key, event.shiftKey);
		if (!next) return;
		onChange(next);
	}
	event.preventDefault();
}
