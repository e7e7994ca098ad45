import { chineseDay, weekdayName } from '../kernel/civil-day.ts';
import type { ApplicationOutput, ClockOutput, CountOutput } from './clock-output.ts';

const STATUS: Record<ApplicationOutput['status'], string> = {
	awaitingConfirmation: '待与申请人确认',
	running: '办理中',
	awaitingSupplement: '等待补正',
	awaitingFee: '等待缴费',
	served: '已答复',
	ended: '已终止',
};

/** A clock for people: the dates, how they came about, and every day with its reason. Ends with a line end. */
export function clockText(output: ClockOutput): string {
	const parts = output.kind === 'count' ? countLines(output) : applicationLines(output);
	return `${[...parts, '', ...dayLines(output)].join('\n')}\n`;
}

function countLines(output: CountOutput): string[] {
	return [
		`收到日期：${longDay(output.received)}`,
		`届满日期：${longDay(output.due)}（${output.workingDays}个工作日）${markOf(output)}`,
		calendarLine(output),
	];
}

function applicationLines(output: ApplicationOutput): string[] {
	const { notes, segments, supplementNoticeDue, supplementUntil } = output;
	return [
		`收到申请：${output.received === null ? '尚未确定，待与申请人确认' : longDay(output.received)}`,
		`办理状态：${STATUS[output.status]}（${output.regulation === '492' ? '原条例，国务院令第492号' : '国务院令第711号'}）`,
		`答复期限：${output.due === null ? '目前没有在计算' : longDay(output.due)}${markOf(output)}`,
		...(output.firstDue !== output.due && output.firstDue ? [`原定期限：${longDay(output.firstDue)}`] : []),
		...(supplementNoticeDue ? [`告知补正：${longDay(supplementNoticeDue)}前一次性告知`] : []),
		...(supplementUntil ? [`补正期限：${longDay(supplementUntil)}`] : []),
		...feeLine(output),
		...(output.served ? [`答复送达：${longDay(output.served)}${output.late ? '（逾期）' : ''}`] : []),
		...(output.ended ? [`终止办理：${longDay(output.ended)}`] : []),
		...todayLines(output),
		calendarLine(output),
		'',
		...segments.map(segmentLine),
		...notes.map(({ at, on, message }) => `注意：第${at + 1}个事件（${on}）${message}`),
	];
}

function feeLine({ feePayBy, status }: ApplicationOutput): string[] {
	if (feePayBy) return [`缴费期限：${longDay(feePayBy)}`];
	return status === 'awaitingFee' ? ['缴费期限：自申请人收到收费通知次日起计算，尚不知道何日收到'] : [];
}

function segmentLine({ from, to, workingDays, ground, article }: ApplicationOutput['segments'][number]): string {
	const length = workingDays === null ? '' : `，${workingDays}个工作日`;
	return `${from} 至 ${to ?? '今'}${length}：${ground}（${article}）`;
}

function todayLines({ today }: ApplicationOutput): string[] {
	if (!today || today.used === null) return [];
	const paused = today.paused ? '，当前不计入期限' : '';
	const late = today.alarm === 'overdue' ? `，已逾期${today.overdueDays}个工作日` : `，还剩${today.left}个工作日`;
	return [`截至${today.today}：已用${today.used}个工作日${late}${paused}`];
}

function dayLines({ days }: ClockOutput): string[] {
	return days.map(({ day, weekday, count, reason, provisional }) => {
		const number = count === null ? '   -' : String(count).padStart(4);
		return `${day}  ${weekday}${number}  ${reason}${provisional ? '（日历未发布）' : ''}`;
	});
}

function markOf({ mark }: ClockOutput): string {
	return mark === null ? '' : `【${mark}】`;
}

function calendarLine({ calendar }: ClockOutput): string {
	return calendar.lastCovered === null ? '日历：没有载入放假通知' : `日历：放假通知已载入至${calendar.lastCovered}`;
}

function longDay(day: string | null): string {
	return day === null ? '' : `${chineseDay(day)}（${weekdayName(day)}）`;
}
