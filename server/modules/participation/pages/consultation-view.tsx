import { LinkButton, LinkList, Notice, PageHead, Section, SummaryList } from '../../../portal/components/index.ts';
import { type Consultation, type ConsultationFile, DRAFT_KINDS, PHASES, type Phase } from '../model/consultation.ts';
import { daysOf, isShort } from '../rules/period.ts';
import { type Result, ResultSection } from './consultation-result.tsx';

interface ConsultationViewProps {
	consultation: Consultation;
	phase: Phase;
	office: string;
	files: readonly ConsultationFile[];
	/** The document it is about, while that is public. */
	document: { href: string; title: string } | null;
	result: Result | null;
}

/** One draft as everybody may read it: its result first, once there is one. */
export function ConsultationView({ consultation, phase, office, files, document, result }: ConsultationViewProps) {
	const { number, kind, title, body, explanation, how } = consultation;
	const links = [
		...(document ? [{ ...document, label: '全文' }] : []),
		...files.map(({ id, fileName }) => ({
			href: `/consultations/${number}/files/${id}/${encodeURIComponent(fileName)}`,
			title: fileName,
			label: '附件',
		})),
	];
	return (
		<>
			<PageHead title={title} lead={`${DRAFT_KINDS[kind]}　${number}`} />
			<Facts consultation={consultation} phase={phase} office={office} />
			{phase === 'open' ? (
				<p className="button-row">
					<LinkButton href={`/consultations/${number}/comment`}>提出意见</LinkButton>
				</p>
			) : null}
			{phase === 'closed' ? <Notice>征集已经截止，正在整理意见，结果将在本页公布。</Notice> : null}
			{phase === 'coming' ? <Notice>征集尚未开始，{consultation.fromDay}起可以提出意见。</Notice> : null}
			{result ? <ResultSection result={result} /> : null}
			<Section title="起草说明">
				<div className="plain-text">{explanation}</div>
			</Section>
			<Section title="草案">
				{body ? <div className="plain-text">{body}</div> : null}
				{links.length > 0 || !body ? <LinkList links={links} empty="草案全文所在的信息已经撤下。" /> : null}
			</Section>
			{how ? (
				<Section title="其他反馈方式">
					<div className="plain-text">{how}</div>
				</Section>
			) : null}
		</>
	);
}

function Facts({ consultation, phase, office }: Pick<ConsultationViewProps, 'consultation' | 'phase' | 'office'>) {
	const { fromDay, toDay, shortReason, extensionNote } = consultation;
	const from = fromDay ?? '';
	return (
		<SummaryList
			rows={[
				{ label: '发布机关', value: office },
				{ label: '状态', value: PHASES[phase] },
				{
					label: '征集期限',
					value: `${from} 至 ${toDay}，共${daysOf(from, toDay)}日（首日不计），截止日当天24时前有效`,
				},
				...(shortReason && isShort(from, toDay) ? [{ label: '期限少于30日的理由', value: shortReason }] : []),
				...(extensionNote ? [{ label: '期限调整', value: <div className="plain-text">{extensionNote}</div> }] : []),
			]}
		/>
	);
}
