import { Tag } from 'antd';
import { Link } from 'react-router';
import { formatDay, Loaded } from '../../ui/index.ts';
import { type BeforeCase, useBefore } from './api.ts';
import { LIKENESS } from './words.ts';

/** From so many different applicants on, publishing to everybody is proposed (条例第四十四条); a number of ours. */
const MANY = 3;

/** What to look at before a request is worked on: published already, asked before by the same hand, asked by others. */
export function BeforeCard({ id }: { id: number }) {
	return (
		<section className="gk-panel" aria-label="受理前核对">
			<h2>受理前核对</h2>
			<Loaded query={useBefore(id)}>{(before) => <Before {...before} />}</Loaded>
		</section>
	);
}

export function Before({ published, repeated, others, applicants }: BeforeCase) {
	if (published.length + repeated.length + others.length === 0) {
		return <p className="gk-hint">没有找到已公开的相同信息，也没有重复或者相近的申请。</p>;
	}
	return (
		<>
			{published.length > 0 ? <Published rows={published} /> : null}
			<Asked
				title="同一申请人先前的申请"
				hint="已经答复过的，可以不予重复处理（《条例》第三十六条第（六）项）。"
				rows={repeated}
			/>
			<Asked
				title="其他申请人的相近申请"
				hint={
					applicants >= MANY
						? `已有${applicants}名申请人申请相近的信息，可以主动公开的，建议转为主动公开（《条例》第四十四条）。`
						: '先前的答复可作参考，同样的信息应作同样的处理。'
				}
				rows={others}
			/>
		</>
	);
}

function Published({ rows }: { rows: BeforeCase['published'] }) {
	return (
		<>
			<h3>可能已经公开的信息</h3>
			<p className="gk-hint">确属已公开的，告知获取的方式、途径即可（《条例》第三十六条第（一）项）。</p>
			<ul className="ga-list">
				{rows.map(({ id, title, documentNumber, publishedOn }) => (
					<li key={id} className="ga-row">
						<a href={`/d/${id}`} target="_blank" rel="noreferrer">
							{title}
							{documentNumber ? `（${documentNumber}）` : ''}
						</a>
						<span>{formatDay(publishedOn)}公开</span>
					</li>
				))}
			</ul>
		</>
	);
}

function Asked({ title, hint, rows }: { title: string; hint: string; rows: BeforeCase['repeated'] }) {
	if (rows.length === 0) return null;
	return (
		<>
			<h3>{title}</h3>
			<p className="gk-hint">{hint}</p>
			<ul className="ga-list">
				{rows.map((row) => (
					<li key={row.id} className="ga-row">
						<Link to={`/applications/${row.id}`}>
							{row.number ?? '草稿'}　{row.title}
						</Link>
						<span>
							<Tag>{LIKENESS[row.likeness]}</Tag>
							{row.outcomeName || row.stateLabel}
						</span>
					</li>
				))}
			</ul>
		</>
	);
}
