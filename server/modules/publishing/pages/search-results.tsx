import { civilDay } from '../../../platform/clock.ts';
import type { Piece } from '../../../platform/search/index.ts';
import { LinkButton, Notice, Pagination, Section } from '../../../portal/components/index.ts';
import { pageHref } from '../../../portal/views.ts';
import type { Answered } from '../queries/answers.ts';
import type { Nearby } from '../queries/nearby.ts';
import type { Found } from '../queries/search.ts';
import { VALIDITIES } from '../types.ts';
import { type Asked, LIMITS, questionOf } from './search-question.ts';

function Marked({ pieces }: { pieces: readonly Piece[] }) {
	let at = 0;
	return pieces.map(({ text, hit }) => {
		at += text.length;
		return hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
	});
}

function Result({ row, office }: { row: Found; office: string }) {
	return (
		<li>
			<h3>
				<a href={`/d/${row.documentId}`}>
					<Marked pieces={row.titlePieces} />
				</a>
				{row.validity === 'valid' ? null : <span className="stamp-invalid">{VALIDITIES[row.validity]}</span>}
			</h3>
			<p className="result-extract">
				<Marked pieces={row.extract} />
			</p>
			<p className="result-line">
				<span>{office}</span>
				<span>{civilDay(row.publishedAt)}</span>
				{row.documentNumber ? <span>{row.documentNumber}</span> : null}
				<span>索引号：{row.indexNumber}</span>
			</p>
		</li>
	);
}

function searchHref(asked: Asked, change: Readonly<Record<string, string>>): string {
	return pageHref('/search', 1, questionOf(asked, change));
}

/** Other words as questions of their own. */
function Words({ asked, words }: { asked: Asked; words: readonly string[] }) {
	return words.map((text, at) => (
		<span key={text}>
			{at > 0 ? '、' : ''}
			<a href={searchHref(asked, { q: text })}>{text}</a>
		</span>
	));
}

/** What was probably meant: shown instead, and said so, or only offered. */
function Meant({ asked, respelling }: { asked: Asked; respelling: NonNullable<Answered['respelling']> }) {
	const { text, others, isShown } = respelling;
	if (!isShown) {
		return (
			<p className="search-meant">
				您是不是要找：
				<Words asked={asked} words={[text, ...others]} />
			</p>
		);
	}
	return (
		<Notice>
			<p>
				{`没有找到「${asked.text}」，以下是`}
				<strong>{`「${text}」`}</strong>
				的检索结果。
			</p>
			{others.length > 0 ? (
				<p>
					您也可能要找：
					<Words asked={asked} words={others} />
				</p>
			) : null}
		</Notice>
	);
}

function Nothing({ asked, nearby }: { asked: Asked; nearby: Nearby }) {
	const { withoutLimits, parts, named } = nearby;
	const apply = asked.officeSlug ? `/apply/${asked.officeSlug}` : '/apply';
	const all = searchHref(asked, Object.fromEntries(LIMITS.map((limit) => [limit, ''])));
	return (
		<>
			<Notice title="没有找到相符的信息">
				{withoutLimits > 0 ? (
					<p>
						不限机关、栏目、类型、年份和有效性，有 <a href={all}>{`${withoutLimits} 条信息`}</a>相符。
					</p>
				) : (
					<p>请检查文字是否正确，减少关键词，或者换一种说法。</p>
				)}
				{parts.length > 0 ? (
					<ul>
						{parts.map(({ text, total }) => (
							<li key={text}>
								<a href={searchHref(asked, { q: text })}>{`只检索「${text}」`}</a>
								{`：${total} 条`}
							</li>
						))}
					</ul>
				) : null}
			</Notice>
			{named.length > 0 ? (
				<Section title="相关的机关、栏目和公开事项">
					<ul className="search-named">
						{named.map(({ kind, name, note, href }) => (
							<li key={href}>
								<a href={href}>{name}</a>
								<span>{[kind, note].filter(Boolean).join(' · ')}</span>
							</li>
						))}
					</ul>
				</Section>
			) : null}
			<Section title="没有主动公开的，可以申请公开">
				<p>需要的信息没有主动公开的，可以向制作或者保存它的机关申请，不收申请费。</p>
				<p className="button-row">
					<LinkButton href={apply}>申请公开</LinkButton>
					<LinkButton href="/ask" kind="secondary">
						智能问答
					</LinkButton>
				</p>
			</Section>
		</>
	);
}

export interface ResultsProps {
	answer: Answered;
	asked: Asked;
	offices: ReadonlyMap<number, string>;
	/** Read when nothing was found. */
	nearby: Nearby | null;
}

/** What answers a question, or what to do when nothing does. */
export function Results({ answer, asked, offices, nearby }: ResultsProps) {
	if (nearby) return <Nothing asked={asked} nearby={nearby} />;
	return (
		<section className="section" aria-label="检索结果">
			{answer.respelling ? <Meant asked={asked} respelling={answer.respelling} /> : null}
			<p>
				{answer.more
					? `超过 ${answer.total} 条信息相符，以下列出其中最新的部分；增加关键词可以缩小范围。`
					: `共 ${answer.total} 条信息相符。`}
			</p>
			<ol className="results">
				{answer.rows.map((row) => (
					<Result key={row.documentId} row={row} office={offices.get(row.officeId) ?? ''} />
				))}
			</ol>
			<Pagination
				page={Math.min(asked.page, Math.max(answer.pages, 1))}
				pages={answer.pages}
				href={(page) => pageHref('/search', page, questionOf(asked))}
			/>
		</section>
	);
}
