import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { DownloadButton, formatInstant, Loaded, PageHeader, useCommand, useListParams } from '../../ui/index.ts';
import { KEY, type Overview, readOverview, startRound } from './api.ts';
import { FindingsTable } from './findings-table.tsx';
import { OfficesTable } from './offices-table.tsx';
import { ScoreBox } from './score-box.tsx';
import './supervision.css';

/** Kept in the address, so that a figure elsewhere can lead to what it counts. */
const NO_FILTERS = { officeId: '', rule: '' };

/** What the nightly round found: offices at one glance, then every finding with its proof. */
export function MonitoringPage() {
	const query = useQuery({ queryKey: [...KEY, 'overview'], queryFn: readOverview });
	return <Loaded query={query}>{(overview) => <Monitoring overview={overview} />}</Loaded>;
}

function Monitoring({ overview }: { overview: Overview }) {
	const { can } = useSession();
	const { filters, setFilters } = useListParams(NO_FILTERS);
	const officeId = Number(filters.officeId) || null;
	const choose = (id: number | null) => setFilters({ officeId: id === null ? '' : String(id) });
	const { round, offices, rules } = overview;
	const isCounty = can('supervision.manage');
	return (
		<>
			<PageHeader
				title="监测"
				subtitle={round ? lastRound(round) : '还没有监测过；每天凌晨两点自动监测一次。'}
				extra={
					<>
						<DownloadButton path="/api/monitoring/findings/export" label="导出问题清单" />
						{isCounty ? <RoundButton /> : null}
					</>
				}
			/>
			{round?.score ? <ScoreBox score={round.score} /> : null}
			{round?.score?.media ? <ScoreBox score={round.score.media} of="media" /> : null}
			{offices.length > 1 ? <OfficesTable offices={offices} chosen={officeId} onChoose={choose} /> : null}
			<FindingsTable
				rules={rules}
				officeId={officeId}
				offices={offices}
				rule={filters.rule}
				onRule={(rule) => setFilters({ rule })}
				mayIssue={isCounty}
			/>
		</>
	);
}

function lastRound({ finishedAt, startedBy, appeared, cleared }: NonNullable<Overview['round']>): string {
	return `最近一次监测：${formatInstant(finishedAt)}，${startedBy}；新发现${appeared}个问题，消除${cleared}个。`;
}

function RoundButton() {
	const { run, busy } = useCommand(startRound, {
		refresh: [KEY],
		done: ({ appeared, cleared }) => `监测完成：新发现${appeared}个问题，消除${cleared}个。`,
	});
	return (
		<Button type="primary" loading={busy} onClick={() => void run()}>
			立即监测
		</Button>
	);
}
