import { Button, Flex } from 'antd';
import { useState } from 'react';
import { DownloadButton, formatInstant, formatSize, History, StatusTag } from '../../ui/index.ts';
import type { Deduction, RuleAction } from './api.ts';
import { AppealPanel } from './appeal-panel.tsx';
import { RulePanel } from './rule-panel.tsx';
import { DEDUCTION_LOOK, pointsText } from './words.ts';

/** One deduction: what was seen, how it is proved, what was said about it. */
export function DeductionCard({ deduction }: { deduction: Deduction }) {
	const { id, points, state, note, personName, source, evidence, moves, steps, proofs, createdAt } = deduction;
	const [asked, setAsked] = useState<'appeal' | RuleAction | null>(null);
	const offered = moves.filter(({ permitted, allowed }) => permitted && allowed);
	const by = source === 'automatic' ? '系统自动取数' : personName;
	return (
		<article className="gk-panel ev-card">
			<Flex justify="space-between" gap={8} wrap>
				<strong>{pointsText(points)}分</strong>
				<StatusTag state={state} look={DEDUCTION_LOOK} />
			</Flex>
			<Evidence id={id} evidence={evidence} />
			{note ? <p className="gk-break">说明：{note}</p> : null}
			<p className="gk-hint">
				{by ? `${by}　` : ''}
				{formatInstant(createdAt)}
			</p>
			{steps.length > 1 ? (
				<History
					entries={steps.map(({ label, points: counted, text, personName: who, createdAt: at }) => ({
						at,
						actorName: who || (source === 'automatic' ? '系统' : '评估方'),
						text: counted === null ? label : `${label}（${pointsText(counted)}分）`,
						note: text || undefined,
					}))}
				/>
			) : null}
			{proofs.map((proof) => (
				<DownloadButton
					key={proof.id}
					size="small"
					path={`/api/evaluation/deductions/${id}/proofs/${proof.id}`}
					label={`${proof.fileName}（${formatSize(proof.size)}）`}
				/>
			))}
			{offered.length > 0 ? (
				<Flex gap={8} wrap className="ev-moves">
					{offered.map(({ action, label }) => (
						<Button key={action} danger={action === 'withdraw'} onClick={() => setAsked(action)}>
							{label}
						</Button>
					))}
				</Flex>
			) : null}
			<AppealPanel id={id} open={asked === 'appeal'} onClose={() => setAsked(null)} />
			<RulePanel id={id} points={points} action={asked === 'appeal' ? null : asked} onClose={() => setAsked(null)} />
		</article>
	);
}

function Evidence({ id, evidence }: Pick<Deduction, 'id' | 'evidence'>) {
	const { kind, kindLabel, ref, text, sha256, takenAt, fileName } = evidence;
	const isLink = kind === 'link' || kind === 'document';
	return (
		<div className="ev-evidence">
			<p className="gk-pre ev-text">{text}</p>
			{isLink && ref ? (
				<p>
					<a className="gk-break" href={ref} target="_blank" rel="noreferrer">
						{ref}
					</a>
				</p>
			) : null}
			{fileName ? (
				<DownloadButton size="small" path={`/api/evaluation/deductions/${id}/evidence`} label={fileName} />
			) : null}
			<p className="gk-hint gk-break">
				{kindLabel}　取证于{formatInstant(takenAt)}　校验值{sha256.slice(0, 16)}
			</p>
		</div>
	);
}
