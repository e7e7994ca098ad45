import { StatusTag } from '../../ui/index.ts';
import type { Overview } from './api.ts';

type RoundScore = NonNullable<NonNullable<Overview['round']>['score']>;
export type Score = Omit<RoundScore, 'media'>;

const LOOK = { passed: ['合格', 'success'], failed: ['不合格', 'error'] } as const;

const OF = {
	site: {
		title: '网站检查得分',
		hint: '单项否决和60分合格线依据国办秘函〔2019〕19号，各项扣分值为本平台设定；程序看不到的问题由县级在设置中登记。',
	},
	media: {
		title: '政务新媒体检查得分',
		hint: '2周没有更新的单项否决依据国办秘函〔2019〕19号；程序看不到的问题和扣分由县级在设置中登记。',
	},
} as const;

interface ScoreBoxProps {
	score: Score;
	of?: keyof typeof OF;
}

/** The standing of the site, or of the new media, with every ground for it (国办秘函〔2019〕19号). */
export function ScoreBox({ score, of = 'site' }: ScoreBoxProps) {
	const { passed, points, vetoes, deductions, bonus, total } = score;
	const { title: heading, hint } = OF[of];
	return (
		<section className="gk-panel sv-score" aria-label={heading}>
			<div>
				<h2>{heading}</h2>
				<p className="sv-points">
					<strong>{points}</strong> 分 <StatusTag state={passed ? 'passed' : 'failed'} look={LOOK} />
				</p>
				{bonus.length > 0 ? (
					<p>
						加分：{bonus.map(({ title, points: given }) => `${title}${given}分`).join('、')}，合计{total}分
					</p>
				) : null}
				<p className="gk-hint">{hint}</p>
			</div>
			<div>
				{vetoes.length > 0 ? (
					<>
						<h3>单项否决</h3>
						<ul className="gk-plain-list">
							{vetoes.map((veto) => (
								<li key={veto} className="gk-break">
									{veto}
								</li>
							))}
						</ul>
					</>
				) : null}
				<h3>扣分</h3>
				{deductions.length === 0 ? <p className="gk-hint">没有扣分。</p> : null}
				<ul className="gk-plain-list">
					{deductions.map(({ rule, title, findings, points: taken }) => (
						<li key={`${rule} ${title}`}>
							{title}：{findings}个，扣{taken}分
						</li>
					))}
				</ul>
			</div>
		</section>
	);
}
