import { Tag } from 'antd';
import { Link } from 'react-router';
import { type Column, DateText, DueBadge, StatusTag } from '../../ui/index.ts';
import type { Options, Summary } from './api.ts';
import { daysLeftOf, labelIn, toneOf } from './words.ts';

const title: Column<Summary> = {
	key: 'title',
	title: '申请内容',
	render: (row) => (
		<div className="gk-break gk-slim">
			<Link to={`/applications/${row.id}`}>{row.title}</Link>
			<div className="gk-hint">{row.number ?? '尚未编号'}</div>
		</div>
	),
};

const due: Column<Summary> = {
	key: 'due',
	title: '答复期限',
	width: 150,
	render: (row) => (row.state === 'left' ? '—' : <Due row={row} />),
};

function Due({ row }: { row: Summary }) {
	return (
		<>
			<DueBadge
				due={row.dueOn}
				mark={row.mark}
				daysLeft={daysLeftOf(row)}
				closed={row.outcome === null ? undefined : { late: row.late ?? false }}
				withDay
			/>
			{row.dueOn === null && row.receivedOn === null ? '待确认后起算' : null}
			{row.paused ? <Tag>暂停计算</Tag> : null}
		</>
	);
}

const state: Column<Summary> = {
	key: 'state',
	title: '状态',
	width: 125,
	render: (row) => <StatusTag state={row.state} look={{ [row.state]: [row.stateLabel, toneOf(row.state)] }} />,
};

const office: Column<Summary> = { key: 'office', title: '机关', width: 120, render: (row) => row.officeName };

const handler: Column<Summary> = {
	key: 'handler',
	title: '经办人',
	width: 100,
	render: (row) => (row.unsigned ? `${row.handlerName}（待签收）` : row.handlerName || '—'),
};

/** Open cases, by what they need. `county`: cases of several offices. */
export function queueColumns(county: boolean): Column<Summary>[] {
	return [title, due, state, ...(county ? [office] : []), handler];
}

/** The register, as the paper one reads. */
export function registerColumns(options: Options, county: boolean): Column<Summary>[] {
	return [
		title,
		...(county ? [office] : []),
		{
			key: 'channel',
			title: '渠道、申请人',
			width: 125,
			render: (row) => (
				<>
					{labelIn(options.channels, row.channel)}
					<div className="gk-hint">{labelIn(options.applicantKinds, row.applicantKind)}</div>
				</>
			),
		},
		{ key: 'receivedOn', title: '收到日期', width: 125, render: (row) => <DateText day={row.receivedOn} /> },
		due,
		state,
		{
			key: 'outcome',
			title: '办理结果',
			width: 165,
			render: (row) =>
				row.outcomeName ? (
					<>
						{row.outcomeName}
						<div className="gk-hint">
							<DateText day={row.concludedOn} />
						</div>
					</>
				) : (
					'—'
				),
		},
	];
}
