import { Fragment } from 'react';
import { chineseDay } from '../../../kernel/civil-day.ts';
import { Button, Notice, Section, TableWrapper } from '../../../portal/components/index.ts';
import type { ClockDay, Segment } from '../clock-explain.ts';
import type { PublicLetter } from '../queries/public-case.ts';

/** Number and code travel as hidden fields: in an address they would stay in every history and log. */
export interface Key {
	number: string;
	code: string;
}

export function KeyFields({ number, code }: Key) {
	return (
		<>
			<input type="hidden" name="number" value={number} />
			<input type="hidden" name="code" value={code} />
		</>
	);
}

/** How the due date came about: stretch by stretch, each with its article. */
export function Segments({ segments }: { segments: readonly Segment[] }) {
	return (
		<TableWrapper caption="答复期限的计算" stack>
			<thead>
				<tr>
					<th scope="col">起止日期</th>
					<th scope="col">工作日</th>
					<th scope="col">说明</th>
					<th scope="col">依据</th>
				</tr>
			</thead>
			<tbody>
				{segments.map(({ from, to, workingDays, ground, article }) => (
					<tr key={`${from} ${ground}`}>
						<td>
							{chineseDay(from)}
							{to === null ? '起' : `至${chineseDay(to)}`}
						</td>
						<td className="table-number" data-label="工作日：">
							{workingDays ?? '—'}
						</td>
						<td>{ground}</td>
						<td data-label="依据：">{article}</td>
					</tr>
				))}
			</tbody>
		</TableWrapper>
	);
}

/** Every day, counted or not, with its reason. */
export function DayList({ days }: { days: readonly ClockDay[] }) {
	return (
		<TableWrapper caption="逐日计算">
			<thead>
				<tr>
					<th scope="col">日期</th>
					<th scope="col">星期</th>
					<th scope="col">第几个工作日</th>
					<th scope="col">说明</th>
				</tr>
			</thead>
			<tbody>
				{days.map(({ day, weekday, count, reason, provisional }) => (
					<tr key={day}>
						<td>{day}</td>
						<td>{weekday}</td>
						<td className="table-number">{count ?? '不计入'}</td>
						<td>
							{reason}
							{provisional ? '（日历未发布，暂按周末推算）' : ''}
						</td>
					</tr>
				))}
			</tbody>
		</TableWrapper>
	);
}

export function Letters({ letters, access }: { letters: readonly PublicLetter[]; access: Key }) {
	if (letters.length === 0) return null;
	return (
		<Section title="文书">
			<ul className="plain-list">
				{letters.map(({ id, title, number, issuedOn, servedOn, hasPdf }) => (
					<li key={id}>
						<form method="post" action="/query/letter">
							<KeyFields {...access} />
							<input type="hidden" name="letter" value={id} />
							<p>
								{title}
								{number ? `（${number}）` : ''}，{chineseDay(issuedOn)}
								{servedOn ? `，${chineseDay(servedOn)}送达` : ''}
							</p>
							<p className="button-row">
								<Button kind="secondary">下载《{title}》</Button>
								{hasPdf ? (
									<Button kind="secondary" name="format" value="pdf">
										下载 PDF 版
									</Button>
								) : null}
							</p>
						</form>
					</li>
				))}
			</ul>
		</Section>
	);
}

/** Paragraphs of a text with line breaks. */
export function Lines({ text }: { text: string }) {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	return (
		<>
			{lines.map((line) => (
				<Fragment key={line}>
					<p>{line}</p>
				</Fragment>
			))}
		</>
	);
}

/** Where somebody may turn who is not content. */
export function Remedies({ title, text }: { title: string; text: string }) {
	if (text === '') return null;
	return (
		<Section title="救济途径">
			<Notice title={title}>
				<p>{text}</p>
			</Notice>
		</Section>
	);
}
