import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { DescriptionList, formatInstant, Loaded } from '../../ui/index.ts';
import { type CaseView, type Decision, KEY, type Options, previewAnswer } from './api.ts';
import { LetterPreview } from './letter-preview.tsx';
import { DECISION_STATUS, labelIn } from './words.ts';

interface DecisionsCardProps {
	id: number;
	view: CaseView;
	options: Options;
}

/** The answer on its way to two signatures, with everything the second one has to read; earlier drafts below. */
export function DecisionsCard({ id, view, options }: DecisionsCardProps) {
	if (view.decisions.length === 0) return null;
	const [newest, ...older] = [...view.decisions].reverse();
	return (
		<section className="gk-panel">
			<h2>答复审签</h2>
			{newest ? <DecisionFacts decision={newest} view={view} options={options} /> : null}
			{newest?.status === 'pending' ? <PendingLetter id={id} decision={newest} /> : null}
			<ul className="ga-list">
				{older.map((one) => (
					<li key={one.id}>
						{formatInstant(one.draftedAt)}　{one.draftedByName}拟：{one.outcomeName}
						<Tag>{DECISION_STATUS[one.status]}</Tag>
						{one.note ? `${one.decidedByName}：${one.note}` : ''}
					</li>
				))}
			</ul>
		</section>
	);
}

interface DecisionFactsProps {
	decision: Decision;
	view: CaseView;
	options: Options;
}

function DecisionFacts({ decision, view, options }: DecisionFactsProps) {
	const { details, outcome } = decision;
	const known = options.outcomes.find(({ code }) => code === outcome);
	const files = view.files.filter(({ id }) => details.enclosureIds?.includes(id)).map(({ fileName }) => fileName);
	return (
		<DescriptionList
			narrow
			items={[
				{ label: '结果', value: decision.outcomeName },
				{ label: '状态', value: DECISION_STATUS[decision.status] },
				{ label: '依据', value: known?.basis },
				{ label: '拟稿', value: `${decision.draftedByName}　${formatInstant(decision.draftedAt)}` },
				...(known?.givesInformation
					? [
							{
								label: '保密审查',
								value: decision.secrecyAt
									? `${decision.secrecyByName}　${formatInstant(decision.secrecyAt)}　${decision.secrecyNote}`
									: '待审查',
							},
						]
					: []),
				...(decision.decidedAt
					? [
							{
								label: '审签',
								value: `${decision.decidedByName}　${formatInstant(decision.decidedAt)}　${decision.note}`,
							},
						]
					: []),
				...(known?.fields ?? []).flatMap(({ key, label, unknown }) => {
					const told = unknown && details.fields?.[unknown.key] ? unknown.label : details.fields?.[key];
					return told ? [{ label, value: <div className="ga-text">{told}</div> }] : [];
				}),
				...(details.withheld ?? []).map(({ part, ground, reason, evidence }, at) => ({
					label: `不予公开${at + 1}`,
					value: (
						<div className="ga-text">
							{[
								part,
								`依据：${labelIn(options.grounds, ground)}`,
								`理由：${reason}`,
								evidenceOf(ground, evidence, options),
							]
								.filter(Boolean)
								.join('\n')}
						</div>
					),
				})),
				...(files.length > 0 ? [{ label: '提供的材料', value: files.join('、') }] : []),
			]}
		/>
	);
}

/** What the file holds for a ground, under the name the form gave it. */
function evidenceOf(ground: string, evidence: string | undefined, options: Options): string {
	if (!evidence) return '';
	const label = options.grounds.find(({ value }) => value === ground)?.evidence || '留存备查';
	return `${label}：${evidence}`;
}

function PendingLetter({ id, decision }: { id: number; decision: Decision }) {
	const body = { outcome: decision.outcome, details: decision.details };
	const query = useQuery({
		queryKey: [...KEY, 'preview', id, decision.id],
		queryFn: () => previewAnswer(id, body),
	});
	return (
		<>
			<h3>文书内容（隐名，文号审签时生成）</h3>
			<Loaded query={query}>{(preview) => <LetterPreview preview={preview} />}</Loaded>
		</>
	);
}
