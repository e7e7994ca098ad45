import { Alert } from 'antd';
import { type Column, DataTable, formatShortDay } from '../../ui/index.ts';
import type { Preview } from './api.ts';
import { Arrangements } from './arrangements.tsx';

type ChangedDay = NonNullable<Preview['effect']>['days'][number];

const COLUMNS: readonly Column<ChangedDay>[] = [
	{ key: 'day', title: '日期', render: ({ day }) => formatShortDay(day) },
	{ key: 'before', title: '载入前', render: ({ before }) => before },
	{ key: 'after', title: '载入后', render: ({ after, worked }) => `${after}（${worked ? '计入' : '不计入'}期限）` },
];

/** What loading the notice would change, before it does. */
export function Effect({ preview }: { preview: Preview }) {
	const { arrangements, ignored, effect } = preview;
	if (!effect) return null;
	const { days, workingDaysBefore, workingDaysAfter } = effect;
	return (
		<section className="gk-panel">
			<h2>载入后的变化</h2>
			<Alert
				className="gk-gap"
				type="info"
				showIcon
				title={`全年工作日由${workingDaysBefore}个变为${workingDaysAfter}个，${days.length}天的性质改变。请与通知原文核对无误后载入。`}
			/>
			{ignored.length > 0 ? (
				<Alert
					className="gk-gap"
					type="warning"
					showIcon
					title="以下各行没有放假安排，未读入，请确认："
					description={
						<ul className="gk-plain-list">
							{ignored.map((line) => (
								<li key={line}>{line}</li>
							))}
						</ul>
					}
				/>
			) : null}
			<h3 className="gk-notice">读入的安排</h3>
			<Arrangements arrangements={arrangements} />
			<h3 className="gk-notice gk-above">改变的日子</h3>
			<DataTable
				label="改变的日子"
				columns={COLUMNS}
				rows={days}
				rowKey={({ day }) => day}
				empty={{ title: '没有日子改变', hint: '该通知与已载入的安排相同。' }}
			/>
		</section>
	);
}
