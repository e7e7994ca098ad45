import { useEffect } from 'react';
import { Loaded } from '../../../ui/index.ts';
import { type Report, useLayouts } from '../api.ts';
import { gravest, reportLook } from '../table/marks.ts';
import { cellId } from '../table/official-table.tsx';
import { ReportTables } from '../table/report-tables.tsx';

interface TablesTabProps {
	view: Report;
	current: string | null;
	onChoose: (address: string) => void;
}

/** The official tables; a figure opens to where it comes from. */
export function TablesTab({ view, current, onChoose }: TablesTabProps) {
	const layouts = useLayouts(view.report.form);
	const marks = gravest(view.findings.filter((finding) => finding.explanation === null));
	const loaded = layouts.data !== undefined;
	useEffect(() => {
		if (!loaded || current === null) return;
		document.getElementById(cellId(current))?.scrollIntoView({ block: 'center', inline: 'center' });
	}, [loaded, current]);
	return (
		<Loaded query={layouts}>
			{(found) => (
				<>
					<Legend />
					<ReportTables
						layouts={found}
						current={current}
						look={(address) => reportLook(view.cells[address], marks.get(address))}
						onChoose={onChoose}
					/>
				</>
			)}
		</Loaded>
	);
}

const SIGNS = [
	['', '系统计算'],
	['台', '取自台账'],
	['填', '人工填报'],
	['改', '修改过系统数据'],
	['缺', '尚无数据'],
	['！', '有错误'],
] as const;

function Legend() {
	return (
		<ul className="gk-legend" aria-label="图例">
			{SIGNS.map(([sign, text]) => (
				<li key={text}>
					<b>{sign || '数'}</b>
					{text}
				</li>
			))}
			<li>点击数字可查看来源</li>
		</ul>
	);
}
