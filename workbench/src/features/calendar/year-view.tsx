import type { Day } from './api.ts';
import { type DayKind, markOf, monthsOf } from './months.ts';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

/** The year on the wall: days off and made-up working days are coloured and carry their character. */
export function YearView({ year, days }: { year: number; days: readonly Day[] }) {
	const known = new Map(days.map((day) => [day.day, day]));
	return (
		<div className="gk-year">
			{monthsOf(year).map(({ month, weeks }) => (
				<table key={month} className="gk-month">
					<caption>{month}月</caption>
					<thead>
						<tr>
							{WEEK.map((name) => (
								<th key={name} scope="col">
									{name}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{weeks.map((week) => (
							<tr key={week.find((day) => day !== null)}>
								{week.map((day, at) => (
									<DayCell key={day ?? `none ${WEEK[at]}`} day={day === null ? undefined : known.get(day)} />
								))}
							</tr>
						))}
					</tbody>
				</table>
			))}
		</div>
	);
}

function DayCell({ day }: { day: Day | undefined }) {
	if (!day) return <td />;
	const mark = markOf(day.kind as DayKind);
	return (
		<td className={`gk-day-${day.kind}`} title={`${day.day} ${day.weekday} ${day.reason}`}>
			{Number(day.day.slice(8))}
			{mark ? <small>{mark}</small> : null}
		</td>
	);
}

/** What the colours and characters mean. */
export function Legend() {
	return (
		<ul className="gk-legend-list" aria-label="图例">
			<li>
				<span className="gk-day-holiday">休</span> 放假
			</li>
			<li>
				<span className="gk-day-makeup">班</span> 调休上班
			</li>
			<li>
				<span className="gk-day-county">地</span> 本地放假
			</li>
			<li>
				<span className="gk-day-weekend">六</span> 周末
			</li>
		</ul>
	);
}
