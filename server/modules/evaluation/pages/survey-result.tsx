import { Notice, Section, SummaryList, TableWrapper } from '../../../portal/components/index.ts';
import type { surveyResult } from '../queries/surveys.ts';
import type { Tally } from '../rules/tally.ts';
import { SCALE_TOP, type Survey } from '../types.ts';

interface SurveyResultProps {
	survey: Survey;
	result: Awaited<ReturnType<typeof surveyResult>>;
	measures: readonly { id: number; doneOn: string; text: string }[];
	least: number;
}

/** What came of a questionnaire: figures, what is said of them, what was changed. Never the words people wrote. */
export function SurveyResult({ survey, result, measures, least }: SurveyResultProps) {
	const origins = result.byOrigin.map(({ label, count }) => `${label}${count}份`).join('，');
	return (
		<>
			<SummaryList
				rows={[
					{ label: '时间', value: `${survey.opensOn}至${survey.closesOn}` },
					{ label: '答卷', value: `${result.total}份${origins ? `（${origins}）` : ''}` },
					...(result.mean === null
						? []
						: [{ label: '平均分', value: `${result.mean.toFixed(2)}（满分${SCALE_TOP}分）` }]),
				]}
			/>
			<Section title="结果说明">
				<div className="plain-text">{survey.resultNote}</div>
			</Section>
			<Section title="整改措施">
				{measures.length === 0 ? <p>还没有登记整改措施。</p> : null}
				<ul>
					{measures.map(({ id, doneOn, text }) => (
						<li key={id}>
							{doneOn}　{text}
						</li>
					))}
				</ul>
			</Section>
			{result.isEnough ? null : <Notice>答卷不足{least}份，为避免看出个人的回答，不公布各题统计。</Notice>}
			{survey.byOffice && result.isEnough ? <OfficeMeans result={result} least={least} /> : null}
			{result.isEnough ? <Figures tally={result.tally} /> : null}
		</>
	);
}

function OfficeMeans({ result, least }: Pick<SurveyResultProps, 'result' | 'least'>) {
	const isHeld = result.offices.some(({ answers, mean }) => answers >= least && mean === null);
	return (
		<>
			<MeansTable result={result} least={least} />
			{isHeld ? <p>有的机关答卷虽不少于{least}份，公布平均分会推算出其他机关的个别回答，不予公布。</p> : null}
		</>
	);
}

function MeansTable({ result, least }: Pick<SurveyResultProps, 'result' | 'least'>) {
	return (
		<TableWrapper caption="各机关平均分">
			<thead>
				<tr>
					<th scope="col">机关</th>
					<th scope="col">答卷</th>
					<th scope="col">平均分</th>
				</tr>
			</thead>
			<tbody>
				{result.offices.map(({ officeId, officeName, answers, mean }) => (
					<tr key={officeId}>
						<th scope="row">{officeName}</th>
						<td>{answers < least ? `不足${least}份` : `${answers}份`}</td>
						<td>{mean === null ? '—' : mean.toFixed(2)}</td>
					</tr>
				))}
			</tbody>
		</TableWrapper>
	);
}

function Figures({ tally }: { tally: readonly Tally[] }) {
	const shown = tally.map((one, at) => ({ ...one, at })).filter(({ kind }) => kind !== 'text');
	return shown.map(({ at, title, answered, counts, mean }) => (
		<TableWrapper key={at} caption={`${at + 1}. ${title}`}>
			<thead>
				<tr>
					<th scope="col">选项</th>
					<th scope="col">票数</th>
					<th scope="col">占比</th>
				</tr>
			</thead>
			<tbody>
				{counts.map(({ label, count }) => (
					<tr key={label}>
						<th scope="row">{label}</th>
						<td>{count}</td>
						<td>{answered === 0 ? '—' : `${Math.round((count * 100) / answered)}%`}</td>
					</tr>
				))}
				{mean === null ? null : (
					<tr>
						<th scope="row">平均分</th>
						<td>{mean.toFixed(2)}</td>
						<td>—</td>
					</tr>
				)}
			</tbody>
		</TableWrapper>
	));
}
