import { Button, Select } from 'antd';
import type { Box, Ground, Placed, RedactionView } from './boxes.ts';

interface BoxListProps {
	view: RedactionView;
	boxes: readonly Placed[];
	onChange: (key: number, box: Box | null) => void;
}

/** Every place by number and page, with its ground. */
export function BoxList({ view, boxes, onChange }: BoxListProps) {
	if (boxes.length === 0) return <p className="gk-hint">还没有遮盖。</p>;
	return (
		<ol className="ga-box-list">
			{boxes.map((box, index) => (
				<li key={box.key}>
					<a href={`#page-${box.page}`}>
						{index + 1}. 第{box.page}页
					</a>
					<Select
						size="small"
						aria-label={`第${index + 1}处的依据`}
						value={box.ground}
						disabled={view.released}
						options={[...view.grounds]}
						onChange={(ground: Ground) => onChange(box.key, { ...box, ground })}
					/>
					{view.released ? null : (
						<Button size="small" aria-label={`取消第${index + 1}处遮盖`} onClick={() => onChange(box.key, null)}>
							取消
						</Button>
					)}
				</li>
			))}
		</ol>
	);
}
