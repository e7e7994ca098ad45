import { Tag } from 'antd';
import { DescriptionList, formatDay, formatInstant, History } from '../../ui/index.ts';
import type { Concern } from './api.ts';

const VERDICTS = { true: '属实', partly: '部分属实', untrue: '不属实' } as const;
const MEASURES = { urge: '督促整改', circular: '通报批评', none: '不成立，不作处理' } as const;
const STAGES = {
	authoritative: '发布权威信息',
	conference: '举行新闻发布会',
	response: '回应',
	followUp: '后续发布',
} as const;

/** The clocks of a 舆情, and every word that was said. */
export function Clocks({ concern: { limit, responses, receivedAt } }: { concern: Concern }) {
	if (limit.clocks.length === 0) return null;
	return (
		<section className="gk-panel">
			<h2>回应时限</h2>
			<DescriptionList
				items={limit.clocks.map(({ label, hours, dueAt, metAt, late, basis }) => ({
					label: `${hours}小时内${label}`,
					value: (
						<>
							<ClockTag metAt={metAt} late={late} />
							<div>{formatInstant(dueAt)}前</div>
							{metAt ? <div>{formatInstant(metAt)}作出</div> : null}
							<div className="gk-hint">{basis}</div>
						</>
					),
				}))}
			/>
			<p className="gk-hint">自{formatInstant(receivedAt)}发现时起算。</p>
			{responses.length > 0 ? (
				<History
					entries={responses.map(({ stage, at, text, link, personName }) => ({
						at,
						actorName: personName,
						text: STAGES[stage],
						note: link ? (
							<>
								{text} <span className="gk-break">{link}</span>
							</>
						) : (
							text
						),
					}))}
				/>
			) : null}
		</section>
	);
}

function ClockTag({ metAt, late }: { metAt: string | null; late: boolean }) {
	if (metAt) return late ? <Tag color="warning">超时作出</Tag> : <Tag color="success">按时作出</Tag>;
	return late ? <Tag color="error">已超时</Tag> : <Tag color="processing">进行中</Tag>;
}

/** What each check of a complaint found; the newest holds. */
export function Checks({ checks }: { checks: Concern['checks'] }) {
	const newest = checks.at(-1);
	if (!newest) return null;
	const { aboutOfficeName, checkedBy, checkedOn, finding, basis, verdict, measure } = newest;
	return (
		<section className="gk-panel">
			<h2>核查情况</h2>
			<DescriptionList
				items={[
					{ label: '被反映的机关', value: aboutOfficeName },
					{ label: '核查人', value: checkedBy },
					{ label: '核查日期', value: formatDay(checkedOn) },
					{ label: '核查结果', value: VERDICTS[verdict] },
					{ label: '处理措施', value: MEASURES[measure] },
					{ label: '依据', value: basis },
					{ label: '查明的事实', value: <span className="gk-pre">{finding}</span>, wide: true },
				]}
			/>
			{checks.length > 1 ? <p className="gk-hint">共核查{checks.length}次，以最近一次为准。</p> : null}
		</section>
	);
}

/** What became of a wish, and where it is published. */
export function WishLine({ concern }: { concern: Concern }) {
	const { wish, wishDocument, wishTitle, wishDay, wishGround } = concern;
	switch (wish) {
		case 'published':
			return wishTitle ? (
				<p>
					已公开：
					<a href={`/d/${wishDocument}`} target="_blank" rel="noreferrer">
						{wishTitle}
					</a>
				</p>
			) : (
				<p>曾经公开，现已撤下。</p>
			);
		case 'planned':
			return <p>将于{formatDay(wishDay ?? '')}前公开。</p>;
		case 'refused':
			return <p>不予公开：{wishGround}</p>;
		default:
			return null;
	}
}
