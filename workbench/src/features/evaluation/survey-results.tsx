import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../ui/index.ts';
import { readResult, SURVEYS, type SurveyResult } from './surveys-api.ts';

/** What was answered, for the county: figures, offices, and the words people wrote. */
export function SurveyResults({ id }: { id: number }) {
	const query = useQuery({ queryKey: [...SURVEYS, id, 'result'], queryFn: () => readResult(id) });
	return (
		<section className="gk-panel">
			<h2>答卷</h2>
			<Loaded query={query}>{(result) => <Result result={result} />}</Loaded>
		</section>
	);
}

function Result({ result }: { result: SurveyResult }) {
	const { total, byOrigin, mean, tally, offices, texts } = result;
	const origins = byOrigin.map(({ label, count }) => `${label}${count}份`).join('，');
	return (
		<>
			<p>
				共{total}份{origins ? `（${origins}）` : ''}
				{mean === null ? '；不足5份时不计算平均分' : `；平均${mean.toFixed(2)}分（满分5分）`}。
			</p>
			{offices.length > 0 ? (
				<table className="ev-bars">
					<caption className="gk-unseen">各机关平均分</caption>
					<tbody>
						{offices.map(({ officeId, officeName, answers, mean: own }) => (
							<tr key={officeId}>
								<th scope="row">{officeName}</th>
								<td>{answers}份</td>
								<td>{own === null ? '不足5份' : `${own.toFixed(2)}分`}</td>
							</tr>
						))}
					</tbody>
				</table>
			) : null}
			{tally.map((one) => (
				<Question key={one.title} tally={one} />
			))}
			{texts.map(({ title, texts: written }) => (
				<div key={title}>
					<h3>{title}</h3>
					<ul>
						{timesOf(written).map(([text, times]) => (
							<li key={text} className="gk-break">
								{text}
								{times > 1 ? `（${times}份相同）` : ''}
							</li>
						))}
					</ul>
				</div>
			))}
		</>
	);
}

/** Each text once, with how many wrote it. */
export function timesOf(texts: readonly string[]): [text: string, times: number][] {
	const times = new Map<string, number>();
	for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
	return [...times];
}

function Question({ tally }: { tally: SurveyResult['tally'][number] }) {
	const { title, counts, answered, mean } = tally;
	if (counts.length === 0) return null;
	return (
		<>
			<h3>
				{title}
				{mean === null ? '' : `（平均${mean.toFixed(2)}分）`}
			</h3>
			<table className="ev-bars">
				<caption className="gk-unseen">{title}</caption>
				<tbody>
					{counts.map(({ label, count }) => (
						<tr key={label}>
							<th scope="row">{label}</th>
							<td>{count}</td>
							<td className="ev-bar">
								<progress aria-label={label} max={Math.max(1, answered)} value={count} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</>
	);
}
