import { Button } from 'antd';
import { type Column, DataTable } from '../../ui/index.ts';
import type { Overview } from './api.ts';

type Row = Overview['offices'][number];

interface OfficesTableProps {
	offices: readonly Row[];
	chosen: number | null;
	onChoose: (officeId: number | null) => void;
}

/** One line an office; choosing it leaves only its findings below. */
export function OfficesTable({ offices, chosen, onChoose }: OfficesTableProps) {
	const columns: readonly Column<Row>[] = [
		{
			key: 'office',
			title: '机关',
			render: ({ officeId, officeName }) => (
				<Button
					type="link"
					className="sv-office"
					aria-pressed={chosen === officeId}
					onClick={() => onChoose(chosen === officeId ? null : officeId)}
				>
					{officeName}
				</Button>
			),
		},
		{ key: 'veto', title: '单项否决', width: 110, render: ({ veto }) => <Light count={veto} kind="veto" /> },
		{ key: 'error', title: '问题', width: 110, render: ({ error }) => <Light count={error} kind="error" /> },
		{ key: 'warning', title: '提醒', width: 110, render: ({ warning }) => <Light count={warning} kind="warning" /> },
		{ key: 'inHand', title: '整改中', width: 110, render: ({ inHand }) => (inHand === 0 ? '—' : inHand) },
	];
	return (
		<DataTable
			label="各机关监测情况"
			columns={columns}
			rows={offices}
			rowKey={({ officeId }) => officeId}
			empty={{ title: '没有机关' }}
		/>
	);
}

/** A count with its weight in colour and in words. */
function Light({ count, kind }: { count: number; kind: 'veto' | 'error' | 'warning' }) {
	if (count === 0) return <span className="sv-none">0</span>;
	return <span className={`sv-light sv-${kind}`}>{count}</span>;
}
