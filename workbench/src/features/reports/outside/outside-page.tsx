import { useQuery } from '@tanstack/react-query';
import { Alert, Tabs } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../../../app/session-context.tsx';
import { DownloadButton, EmptyState, Loaded, PageHeader } from '../../../ui/index.ts';
import { type Form, type Outside, readOutside, useLayouts } from '../api.ts';
import { FindingList } from '../finding-list.tsx';
import { gravest, outsideLook } from '../table/marks.ts';
import { ReportTables } from '../table/report-tables.tsx';
import { AcceptFinding } from './accept-finding.tsx';
import { AdoptButton } from './adopt-button.tsx';
import { formText } from './outside-list-page.tsx';
import { lineOf } from './place.ts';
import { SourceLines } from './source-lines.tsx';
import '../reports.css';

export function OutsidePage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: ['reports', 'outside', id], queryFn: () => readOutside(id) });
	return <Loaded query={query}>{(outside) => <Reading key={outside.id} outside={outside} />}</Loaded>;
}

/** A report from elsewhere: its text on one side, what was recognised and found on the other. */
function Reading({ outside }: { outside: Outside }) {
	const { can } = useSession();
	const facts = [
		outside.organ ?? '机关未识别',
		outside.year ? `${outside.year}年度` : '年度未识别',
		formText(outside.form),
	];
	return (
		<>
			<PageHeader
				title={outside.title || outside.fileName}
				subtitle={outside.state === 'failed' ? outside.fileName : facts.join('　')}
				back={{ to: '/outside-reports', label: '读取外部报告' }}
				extra={
					<>
						<DownloadButton path={`/api/outside-reports/${outside.id}/file`} label="原文件" />
						{outside.state === 'read' ? <Exports id={outside.id} /> : null}
						{outside.form && outside.form !== 'none' && can(['report.draft', 'report.accept']) ? (
							<AdoptButton outside={outside} />
						) : null}
					</>
				}
			/>
			{outside.state === 'failed' ? (
				<Alert type="error" showIcon title={outside.failure} />
			) : (
				<Sides outside={outside} />
			)}
		</>
	);
}

type Shown = Outside['findings'][number];

/** What was found, for whoever has to put it right. */
function Exports({ id }: { id: number }) {
	const base = `/api/outside-reports/${id}/findings?format=`;
	return (
		<>
			<DownloadButton path={`${base}docx`} label="退回修改意见" />
			<DownloadButton path={`${base}xlsx`} label="问题清单" />
			<DownloadButton path={`${base}json`} label="数据(JSON)" />
		</>
	);
}

function Sides({ outside }: { outside: Outside }) {
	const [line, setLine] = useState<number | null>(null);
	const [cell, setCell] = useState<string | null>(null);
	const [finding, setFinding] = useState<Shown | null>(null);
	const seek = (at: Shown['at']) => setLine(lineOf(outside.lines, at));
	const showCell = (address: string) => {
		setCell(address);
		seek(outside.cells[address]?.at);
	};
	const showFinding = (found: Shown) => {
		const [address] = found.cells;
		setFinding(found);
		setCell(address ?? null);
		seek(found.at ?? (address ? outside.cells[address]?.at : undefined));
	};
	return (
		<div className="gk-split">
			<SourceLines lines={outside.lines} sought={line} />
			<div>
				{cell !== null && line === null ? (
					<Alert className="gk-gap" type="info" showIcon title="原文中没有这一格，或者无法确定其位置。" />
				) : null}
				<Tabs
					items={[
						{
							key: 'findings',
							label: `问题 ${outside.findings.length}`,
							children: (
								<FindingList
									findings={outside.findings}
									notChecked={outside.notChecked}
									onShow={showFinding}
									current={finding}
								>
									{(found) => <AcceptFinding outsideId={outside.id} finding={found} />}
								</FindingList>
							),
						},
						{ key: 'tables', label: '表格', children: <Tables outside={outside} current={cell} onChoose={showCell} /> },
						{
							key: 'warnings',
							label: `读取说明 ${outside.readWarnings.length}`,
							children: <Warnings outside={outside} onSeek={seek} />,
						},
					]}
				/>
			</div>
		</div>
	);
}

interface TablesProps {
	outside: Outside;
	current: string | null;
	onChoose: (address: string) => void;
}

function Tables({ outside, current, onChoose }: TablesProps) {
	const form = outside.form === 'none' || outside.form === null ? undefined : (outside.form as Form);
	const layouts = useLayouts(form);
	const marks = gravest(outside.findings);
	if (!form) return <EmptyState title="这份报告没有全国统一的表格" hint="仍按正文核对。" />;
	return (
		<Loaded query={layouts}>
			{(found) => (
				<ReportTables
					layouts={found}
					current={current}
					look={(address) => outsideLook(outside.cells[address], marks.get(address))}
					onChoose={onChoose}
				/>
			)}
		</Loaded>
	);
}

function Warnings({ outside, onSeek }: { outside: Outside; onSeek: (at: Shown['at']) => void }) {
	if (outside.readWarnings.length === 0) return <EmptyState title="读取过程没有需要说明的情况" />;
	return (
		<ul className="gk-plain-list">
			{outside.readWarnings.map(({ message, at }) => (
				<li key={`${message} ${JSON.stringify(at)}`}>
					{message}{' '}
					{at ? (
						<button type="button" className="gk-linklike" onClick={() => onSeek(at)}>
							查看位置
						</button>
					) : null}
				</li>
			))}
		</ul>
	);
}
