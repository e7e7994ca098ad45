import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Badge, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { DueBadge, formatDay, Loaded, MovesBar, PageHeader, StatusTag } from '../../../ui/index.ts';
import { moveReport, type Report, useReport } from '../api.ts';
import { QUESTIONS, STATES } from '../states.ts';
import { blockingCount } from './blocking.ts';
import { CellPanel } from './cell-panel.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { FlowTab } from './flow-tab.tsx';
import { TablesTab } from './tables-tab.tsx';
import { TrendTab } from './trend-tab.tsx';
import { WordsTab } from './words-tab.tsx';
import '../reports.css';

export function ReportPage() {
	const id = Number(useParams().id);
	const query = useReport(id);
	return <Loaded query={query}>{(report) => <Editor key={report.report.id} view={report} />}</Loaded>;
}

/** A report: its tables, its words, what the audit says, and the way it has gone. */
function Editor({ view }: { view: Report }) {
	const [address, setAddress] = useSearchParams();
	const [cell, setCell] = useState<string | null>(null);
	const tab = address.get('tab') ?? 'tables';
	const show = (next: string) => setAddress({ tab: next }, { replace: true });
	const errors = blockingCount(view.findings);
	return (
		<>
			<Head view={view} />
			<Tabs
				activeKey={tab}
				onChange={show}
				destroyOnHidden
				items={[
					{ key: 'tables', label: '表格', children: <TablesTab view={view} current={cell} onChoose={setCell} /> },
					{ key: 'words', label: '正文', children: <WordsTab view={view} /> },
					{
						key: 'findings',
						label: (
							<Badge count={errors} size="small" offset={[10, 0]} title={`${errors}条错误待处理`}>
								问题
							</Badge>
						),
						children: (
							<FindingsTab
								view={view}
								onWords={() => show('words')}
								onCell={(found) => {
									show('tables');
									setCell(found);
								}}
							/>
						),
					},
					{ key: 'trend', label: '历年', children: <TrendTab view={view} /> },
					{ key: 'flow', label: '流转', children: <FlowTab view={view} /> },
				]}
			/>
			<CellPanel view={view} address={cell} onClose={() => setCell(null)} />
		</>
	);
}

function Head({ view }: { view: Report }) {
	const { report, due, returns } = view;
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const move = async (action: string, reason: string) => {
		const findings = view.findings
			.filter(({ severity, explanation }) => severity === 'error' && explanation === null)
			.map(({ rule, message: text, cells }) => ({ rule, message: text, cells }));
		const edition = await moveReport(report.id, action, reason, findings);
		await queries.invalidateQueries({ queryKey: ['reports'] });
		message.success('已办理。');
		if (edition !== null) await navigate(`/reports/${edition}`);
	};
	const [last] = returns;
	return (
		<>
			<PageHeader
				title={`${view.officeName}${report.year}年度报告`}
				subtitle={subtitleOf(view)}
				tags={
					<>
						<StatusTag state={report.state} look={STATES} />
						{report.edition > 1 ? <span>更正版{report.edition}</span> : null}
						{report.publishedAt ? null : <DueBadge due={due.publishBy} withDay />}
					</>
				}
				back={{ to: '/reports', label: '年度报告' }}
			/>
			{report.correctionReason ? (
				<Alert className="gk-gap" type="info" showIcon title={`更正理由：${report.correctionReason}`} />
			) : null}
			{report.state === 'returned' && last ? (
				<Alert
					className="gk-gap"
					type="error"
					showIcon
					title={`县级退回：${last.reason}`}
					description={<Returned findings={last.findings} />}
				/>
			) : null}
			{view.units ? <UnitsNote units={view.units} /> : null}
			<MovesBar moves={view.moves} onMove={move} questions={QUESTIONS} />
			{view.editable ? (
				<p className="gk-hint">核对表格、写好正文、处理完「问题」以后，请审核人在本页审核，再由签发人签发。</p>
			) : null}
			<div className="gk-gap" />
		</>
	);
}

/** Which offices' reports are in the county's, and which are not. */
function UnitsNote({ units }: { units: NonNullable<Report['units']> }) {
	const { reports, missing, leftOut } = units;
	const out = leftOut.map(({ officeName, reason }) => `${officeName}（${reason}）`);
	const gaps = [missing.length > 0 ? `尚缺：${missing.join('、')}` : '', ...out].filter(Boolean);
	return (
		<Alert
			className="gk-gap"
			type={gaps.length > 0 ? 'warning' : 'info'}
			showIcon
			title={`全县报告：每格为本级数据与${reports}个机关已签发（或导入）的报告相加，点击数字可查看构成。`}
			description={gaps.length > 0 ? gaps.join('；') : undefined}
		/>
	);
}

/** The form, and the day to plan for where the last one is a day off. */
function subtitleOf({ report, due }: Report): string {
	const planned = report.publishedAt === null && due.planned !== due.publishBy;
	return `${report.form}年格式${planned ? `　${formatDay(due.planned)}为期限前最后一个工作日` : ''}`;
}

function Returned({ findings }: { findings: Report['returns'][number]['findings'] }) {
	if (findings.length === 0) return null;
	return (
		<ul className="gk-plain-list">
			{findings.map(({ rule, message }) => (
				<li key={`${rule} ${message}`}>{message}</li>
			))}
		</ul>
	);
}
