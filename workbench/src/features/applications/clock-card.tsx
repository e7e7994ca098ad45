import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { DateText, formatDay, Loaded, SidePanel } from '../../ui/index.ts';
import { type CaseView, type ClockView, KEY, readClock } from './api.ts';
import { SEGMENT_WORDS } from './words.ts';

/** The limit, and how it was counted: stretch by stretch here, day by day on demand. */
export function ClockCard({ id, view }: { id: number; view: CaseView }) {
	const [open, setOpen] = useState(false);
	const { clock, segments } = view;
	return (
		<section className="gk-panel">
			<h2>答复期限</h2>
			<p className="ga-due">{clock.dueOn ? <DateText day={clock.dueOn} /> : waiting(view)}</p>
			{clock.mark ? <Alert type="warning" showIcon title={clock.mark} /> : null}
			{clock.redo ? (
				<p>
					责令重新答复：自{formatDay(clock.redo.orderedOn)}起{clock.redo.days}个工作日
				</p>
			) : null}
			{clock.notes.map((note) => (
				<Alert key={note} type="info" showIcon title={note} />
			))}
			<Facts view={view} />
			<ul className="ga-list">
				{segments.map(({ kind, from, to, workingDays, ground, article }) => (
					<li key={`${from} ${ground}`}>
						<div>
							{formatDay(from)}
							{to ? `至${formatDay(to)}` : '起'}
							{workingDays === null ? '' : `，${workingDays}个工作日`}（{SEGMENT_WORDS[kind]}）
						</div>
						<small className="gk-hint">
							{ground}，{article}
						</small>
					</li>
				))}
			</ul>
			{segments.length > 0 ? <Button onClick={() => setOpen(true)}>逐日查看</Button> : null}
			<SidePanel open={open} title="答复期限的逐日计算" onClose={() => setOpen(false)}>
				<Days id={id} />
			</SidePanel>
		</section>
	);
}

function waiting({ clock }: CaseView): string {
	switch (clock.status) {
		case 'awaitingConfirmation':
			return '等待与申请人确认，尚未起算';
		case 'awaitingSupplement':
			return '等待申请人补正，收到补正后重新计算';
		case 'awaitingFee':
			return '等待缴费，缴费后的期限按收费通知所写计算';
		case null:
			return '尚未提交';
		default:
			return '暂停计算';
	}
}

function Facts({ view }: { view: CaseView }) {
	const { clock, summary } = view;
	const lines = [
		clock.firstDueOn && clock.firstDueOn !== clock.dueOn ? `原期限${formatDay(clock.firstDueOn)}` : '',
		clock.pausedDays > 0 ? `征求意见不计入${clock.pausedDays}个工作日` : '',
		clock.used !== null && summary.outcome === null ? `已用${clock.used}个工作日，还剩${clock.left ?? 0}个` : '',
		clock.supplementNoticeBy && summary.outcome === null ? `要求补正最迟${formatDay(clock.supplementNoticeBy)}` : '',
		clock.supplementBy && summary.state === 'supplementing' ? `申请人补正期限${formatDay(clock.supplementBy)}` : '',
		clock.payBy && summary.state === 'awaitingFee' ? `缴费期限${formatDay(clock.payBy)}` : '',
	].filter(Boolean);
	return lines.length === 0 ? null : (
		<ul className="gk-plain-list">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

function Days({ id }: { id: number }) {
	const query = useQuery({ queryKey: [...KEY, 'clock', id], queryFn: () => readClock(id) });
	return <Loaded query={query}>{(clock) => <DayTable clock={clock} />}</Loaded>;
}

function DayTable({ clock }: { clock: ClockView }) {
	return (
		<table className="ga-days">
			<caption className="gk-hint">依据的放假安排：{clock.calendarVersion}</caption>
			<thead>
				<tr>
					<th scope="col">日期</th>
					<th scope="col">计数</th>
					<th scope="col">说明</th>
				</tr>
			</thead>
			<tbody>
				{clock.days.map(({ day, weekday, count, reason, provisional }) => (
					<tr key={day} className={count === null ? 'ga-off' : undefined}>
						<td>
							{day} {weekday}
						</td>
						<td className="gk-figure">{count === null ? '不计入' : `第${count}日`}</td>
						<td>
							{reason}
							{provisional ? '（日历未发布，暂按周末推算）' : ''}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
