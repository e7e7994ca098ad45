import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { formatDay, Loaded, PageHeader, useListParams } from '../../ui/index.ts';
import { type CalendarView, readCalendar, readYear } from './api.ts';
import './calendar.css';
import { type MissingYear, missingYear, shownYears } from './missing.ts';
import { LoadedNotices, YearNotices } from './notices.tsx';
import { Legend, YearView } from './year-view.tsx';

/** The working days all limits are counted by. */
export function CalendarPage() {
	const query = useQuery({ queryKey: ['calendar'], queryFn: readCalendar });
	const navigate = useNavigate();
	const { can } = useSession();
	return (
		<>
			<PageHeader
				title="工作日历"
				subtitle="法定期限按这里的工作日计算；调休上班的周末是工作日，放假的工作日不是。"
				extra={
					can('calendar.manage') ? (
						<Button type="primary" onClick={() => void navigate('/calendar/load')}>
							载入放假通知
						</Button>
					) : null
				}
			/>
			<Loaded query={query}>{(view) => <Years view={view} />}</Loaded>
		</>
	);
}

function Years({ view }: { view: CalendarView }) {
	const { session } = useSession();
	const missing = missingYear(view.coveredUntil, session.today);
	const years = shownYears(
		view.years.map(({ year }) => year),
		missing,
	);
	const list = useListParams({ year: session.today.slice(0, 4) });
	const year = Number(list.filters.year);
	const shown = view.years.find((one) => one.year === year);
	const days = useQuery({
		queryKey: ['calendar', year],
		queryFn: () => readYear(year),
		placeholderData: keepPreviousData,
	});
	return (
		<>
			{missing ? <MissingNote missing={missing} coveredUntil={view.coveredUntil} manage={view.canManage} /> : null}
			<section className="gk-panel">
				<div className="gk-year-head">
					<Select
						aria-label="年份"
						value={year}
						options={years.map((one) => ({ value: one, label: `${one}年` }))}
						onChange={(next) => list.setFilters({ year: String(next) })}
					/>
					<strong>{shown ? `全年${shown.workingDays}个工作日` : '放假安排未载入，暂按周末推算'}</strong>
					<Legend />
				</div>
				<Loaded query={days}>{(all) => <YearView year={year} days={all} />}</Loaded>
			</section>
			<YearNotices notices={shown?.notices ?? []} year={year} />
			<LoadedNotices loaded={view.loaded} manage={view.canManage} />
		</>
	);
}

interface MissingNoteProps {
	missing: MissingYear;
	coveredUntil: string | null;
	manage: boolean;
}

function MissingNote({ missing, coveredUntil, manage }: MissingNoteProps) {
	const { year, urgent } = missing;
	const until = coveredUntil === null ? '没有载入任何放假通知' : `放假安排载入至${formatDay(coveredUntil)}`;
	const next = manage ? '国务院办公厅通知发布后请及时载入。' : '通知发布后由县政务公开办载入。';
	return (
		<Alert
			className="gk-gap"
			type={urgent ? 'error' : 'warning'}
			showIcon
			title={`${year}年放假安排尚未载入`}
			description={`${until}。跨入${year}年的期限暂按周末推算，并标注「日历未发布，暂按周末推算」。${next}`}
		/>
	);
}
