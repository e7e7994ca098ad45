import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton } from 'antd';
import { type Agenda, agendaOf, type DueTodo, SPANS, type Span, type TodoGroup } from '../../app/agenda.ts';
import { useSession } from '../../app/session-context.tsx';
import { useTodos } from '../../app/use-todos.ts';
import { EmptyState, formatDay, PageHeader, weekdayOf } from '../../ui/index.ts';
import './home.css';
import { TodoList } from './todo-list.tsx';

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/** The first screen: what falls due this week, and what waits for this person in each part of the work. */
export function HomePage() {
	const { session } = useSession();
	const { groups, faults, loading } = useTodos();
	const agenda = agendaOf(groups, session.today);
	const today = `${formatDay(session.today)} ${WEEKDAYS[weekdayOf(session.today)]}`;
	return (
		<>
			<PageHeader
				title="我的待办"
				subtitle={`${session.person?.name ?? ''}，今天是${today}。`}
				extra={
					<Button icon={<PrinterOutlined aria-hidden />} className="gk-no-print" onClick={() => window.print()}>
						打印本周待办
					</Button>
				}
			/>
			<CalendarWarning until={session.calendarUntil} today={session.today} />
			{faults.map((text) => (
				<Alert key={text} type="warning" showIcon className="gk-gap" title={`未能读取${text}`} />
			))}
			<Figures agenda={agenda} loading={loading} />
			{loading ? <Skeleton active /> : <Groups groups={groups} agenda={agenda} />}
		</>
	);
}

function Figures({ agenda, loading }: { agenda: Agenda; loading: boolean }) {
	const late = agenda.overdue.length;
	const week = agenda.today.length + agenda.thisWeek.length;
	const figures = [
		{ label: '待我办理', count: agenda.total, tone: '' },
		{ label: '已逾期', count: late, tone: late > 0 ? 'gk-late' : '' },
		{ label: '本周到期', count: week, tone: week > 0 ? 'gk-soon' : '' },
	];
	return (
		<dl className="gk-figures">
			{figures.map(({ label, count, tone }) => (
				<div key={label} className={tone}>
					<dt>{label}</dt>
					<dd>
						{loading ? '…' : count}
						<small>件</small>
					</dd>
				</div>
			))}
		</dl>
	);
}

function Groups({ groups, agenda }: { groups: readonly TodoGroup[]; agenda: Agenda }) {
	const busy = groups.filter(({ todos }) => todos.length > 0);
	if (busy.length === 0) {
		return (
			<div className="gk-panel">
				<EmptyState title="目前没有待办事项" hint="有需要您办理的事项时会显示在这里。" />
			</div>
		);
	}
	return (
		<div className="gk-agenda">
			<div>
				{(Object.keys(SPANS) as Span[]).map((span) => (
					<SpanPanel key={span} span={span} todos={agenda[span]} />
				))}
			</div>
			<div className="gk-no-print">
				{busy.map(({ title, todos }) => (
					<section key={title} className="gk-panel">
						<h2>
							{title}（{todos.length}）
						</h2>
						<TodoList todos={todos} />
					</section>
				))}
			</div>
		</div>
	);
}

/** One part of the agenda by its days; what is not there is not shown, but for this week, whose emptiness is news. */
function SpanPanel({ span, todos }: { span: Span; todos: readonly DueTodo[] }) {
	if (todos.length === 0 && span !== 'thisWeek') return null;
	return (
		<section className={`gk-panel gk-span-${span}`}>
			<h2>
				{SPANS[span]}（{todos.length}）
			</h2>
			{todos.length === 0 ? (
				<EmptyState title="本周没有其他到期事项" />
			) : (
				<TodoList todos={todos.map((todo) => ({ ...todo, action: `${todo.source}：${todo.action}` }))} withDay />
			)}
		</section>
	);
}

/** Limits reach up to half a year ahead: say early that the next calendar is missing. */
function CalendarWarning({ until, today }: { until: string | null; today: string }) {
	const { can } = useSession();
	if (until !== null && today.slice(0, 4) < until.slice(0, 4)) return null;
	if (today.slice(5, 7) < '10' && until !== null && today <= until) return null;
	const year = until === null ? today.slice(0, 4) : String(Number(until.slice(0, 4)) + 1);
	const hint = can('calendar.manage') ? '请在「工作日历」中载入。' : '请提醒县政务公开办载入。';
	return (
		<Alert
			className="gk-gap"
			type="warning"
			showIcon
			title={`${year}年放假安排尚未载入，跨年的期限暂按周末推算。${hint}`}
		/>
	);
}
