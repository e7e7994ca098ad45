import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { Section, SummaryList, TableWrapper } from '../../../portal/components/index.ts';
import { type Consultation, OPINION_VERDICTS, type Opinion } from '../model/consultation.ts';
import { countOpinions, type OpinionCounts } from '../rules/consultation.ts';
import { selectOpinions } from '../store/comments.ts';

/** 征集情况反馈: how many, what they said, what came of it. Never who, nor their own words. */
export interface Result {
	text: string;
	day: string;
	counts: OpinionCounts;
	opinions: readonly Opinion[];
}

/** The published result; the caller has seen that it is. */
export async function resultOf(reader: Reader, { id, result, resultAt }: Consultation): Promise<Result> {
	const opinions = await selectOpinions(reader, id);
	return {
		text: result,
		day: resultAt === null ? '' : civilDay(resultAt),
		counts: countOpinions(opinions),
		opinions: opinions.filter(({ verdict, comments }) => verdict !== 'unrelated' && comments > 0),
	};
}

export function ResultSection({ result: { text, day, counts, opinions } }: { result: Result }) {
	return (
		<Section title="征集情况反馈" id="result">
			<div className="plain-text">{text}</div>
			<SummaryList
				rows={[
					{ label: '反馈日期', value: day },
					{ label: '收到意见', value: `${counts.comments}条` },
					{
						label: '归并后',
						value: `${counts.opinions}类：采纳${counts.adopted}类，部分采纳${counts.partly}类，未采纳${counts.declined}类`,
					},
					...(counts.unrelated > 0 ? [{ label: '与草案无关', value: `${counts.unrelated}条` }] : []),
				]}
			/>
			{opinions.length > 0 ? (
				<TableWrapper caption="主要意见和采纳情况" stack>
					<thead>
						<tr>
							<th scope="col">主要意见</th>
							<th scope="col">条数</th>
							<th scope="col">采纳情况</th>
							<th scope="col">理由</th>
						</tr>
					</thead>
					<tbody>
						{opinions.map(({ id, summary, comments, verdict, reason }) => (
							<tr key={id}>
								<td>{summary}</td>
								<td>{comments}条</td>
								<td>{verdict ? OPINION_VERDICTS[verdict] : ''}</td>
								<td>{reason || '—'}</td>
							</tr>
						))}
					</tbody>
				</TableWrapper>
			) : (
				<p className="empty">征集期间没有收到与草案有关的意见。</p>
			)}
		</Section>
	);
}
