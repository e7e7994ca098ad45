import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Column, DataTable, FilterSelect, Filters, formatDay } from '../../ui/index.ts';
import { type Finding, KEY, type Overview, readFindings } from './api.ts';
import { Evidence } from './evidence.tsx';
import { IssuePanel } from './issue-panel.tsx';

interface FindingsTableProps {
	rules: Overview['rules'];
	offices: Overview['offices'];
	officeId: number | null;
	rule: string;
	onRule: (rule: string) => void;
	mayIssue: boolean;
}

/** Open findings; the county chooses some and issues a list of them. */
export function FindingsTable({ rules, officeId, offices, rule, onRule, mayIssue }: FindingsTableProps) {
	const [chosen, setChosen] = useState<number[]>([]);
	const [issuing, setIssuing] = useState(false);
	const filter = { ...(officeId ? { officeId } : {}), ...(rule ? { rule } : {}) };
	const query = useQuery({ queryKey: [...KEY, 'findings', filter], queryFn: () => readFindings(filter) });
	const rows = query.data?.rows;
	const [page, setPage] = useState({ at: 1, size: 20 });
	// A narrower choice may have fewer pages than the one before.
	const at = Math.min(page.at, Math.max(1, Math.ceil((rows?.length ?? 0) / page.size)));
	const shown = rows?.slice((at - 1) * page.size, at * page.size);
	const open = chosen.filter((id) => rows?.some((row) => row.id === id && row.rectificationId === null));
	const shownOffice = offices.find((one) => one.officeId === officeId)?.officeName;
	return (
		<>
			<h2 className="sv-heading">{shownOffice ? `${shownOffice}的问题` : '发现的问题'}</h2>
			<Filters>
				<FilterSelect
					label="监测项"
					value={rule}
					onChange={onRule}
					options={rules
						.filter(({ count }) => count > 0)
						.map(({ id, title, count }) => ({ value: id, label: `${title}（${count}）` }))}
				/>
				{mayIssue ? (
					<Flex gap={8} wrap>
						<Button disabled={!rows || rows.length === 0} onClick={() => setChosen(choosable(rows))}>
							全选未下发的
						</Button>
						<Button type="primary" disabled={open.length === 0} onClick={() => setIssuing(true)}>
							下发整改清单{open.length > 0 ? `（${open.length}）` : ''}
						</Button>
					</Flex>
				) : null}
			</Filters>
			<DataTable
				label="监测发现的问题"
				columns={COLUMNS}
				rows={shown}
				paging={{
					page: at,
					pageSize: page.size,
					total: rows?.length ?? 0,
					onPage: (next, size) => setPage({ at: next, size }),
				}}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				{...(mayIssue ? { selection: { keys: chosen, onChange: (keys) => setChosen(keys.map(Number)) } } : {})}
				empty={{ title: '没有发现问题', hint: '每天凌晨两点自动监测一次。' }}
			/>
			<IssuePanel open={issuing} findingIds={open} onClose={() => setIssuing(false)} onIssued={() => setChosen([])} />
		</>
	);
}

function choosable(rows: readonly Finding[] | undefined): number[] {
	return (rows ?? [])
		.filter(({ rectificationId, waivedBy }) => rectificationId === null && waivedBy === null)
		.map(({ id }) => id);
}

const COLUMNS: readonly Column<Finding>[] = [
	{
		key: 'message',
		title: '问题',
		render: ({ id, message, evidence, ruleTitle, basis }) => (
			<div className="gk-break sv-finding">
				<div>{message}</div>
				<Evidence evidence={evidence} findingId={id} />
				<div className="gk-hint">
					{ruleTitle}　{basis}
				</div>
			</div>
		),
	},
	{ key: 'office', title: '机关', width: 100, render: ({ officeName }) => officeName },
	{
		key: 'severity',
		title: '等级',
		width: 90,
		render: ({ severity, severityLabel }) => <span className={`sv-light sv-${severity}`}>{severityLabel}</span>,
	},
	{ key: 'firstSeen', title: '首次发现', width: 120, render: ({ firstSeen }) => formatDay(firstSeen) },
	{
		key: 'list',
		title: '整改',
		width: 80,
		render: ({ rectificationId, waivedBy }) => {
			if (rectificationId !== null) return <Link to={`/rectifications/${rectificationId}`}>整改中</Link>;
			return waivedBy === null ? '未下发' : '申诉成立';
		},
	},
];
