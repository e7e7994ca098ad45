import { civilDay } from '../../../platform/clock.ts';
import type { Piece } from '../../../platform/search/index.ts';
import { type Reader, reader, recalled } from '../../../platform/transaction.ts';
import { Button, LinkList, Notice, PageHead, Pagination, SelectField } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { simplified } from '../../../portal/script.ts';
import { pageHref } from '../../../portal/views.ts';
import { allColumns } from '../../catalog/index.ts';
import { listOffices, type Office } from '../../offices/index.ts';
import { SEARCH_TAG } from '../commands/index-document.ts';
import { type Found, type SearchAnswer, type SearchRequest, searchDocuments } from '../queries/search.ts';
import { selectPublications } from '../store/publications.ts';
import { selectFirstYear } from '../store/years.ts';
import { feedLink, lineOf, pageOf } from './shared.tsx';

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

interface Choices {
	offices: readonly Office[];
	columns: readonly { slug: string; name: string }[];
	years: readonly number[];
}

interface Asked extends SearchRequest {
	officeSlug: string;
}

function SearchForm({ asked, choices }: { asked: Asked; choices: Choices }) {
	return (
		<form className="form search-form" action="/search" method="get">
			<div className="field search-words">
				<label className="field-label" htmlFor="q">
					关键词
				</label>
				<div className="field-hint">可以输入标题、文号、索引号或者几个词；加引号「」表示必须连在一起</div>
				<input className="input" id="q" name="q" type="search" defaultValue={asked.text} maxLength={100} />
			</div>
			<SelectField
				name="office"
				label="机关"
				value={asked.officeSlug}
				placeholder="全部机关"
				options={choices.offices.map(({ slug, name }) => ({ value: slug, label: name }))}
			/>
			<SelectField
				name="column"
				label="栏目"
				value={asked.columnSlug}
				placeholder="全部栏目"
				options={choices.columns.map(({ slug, name }) => ({ value: slug, label: name }))}
			/>
			<SelectField
				name="year"
				label="发布年份"
				value={asked.year?.toString()}
				placeholder="不限"
				options={choices.years.map((year) => ({ value: String(year), label: `${year}年` }))}
			/>
			<SelectField
				name="order"
				label="排序"
				value={asked.order}
				options={[
					{ value: 'relevance', label: '按相关度' },
					{ value: 'date', label: '按发布时间' },
				]}
			/>
			<div>
				<Button>搜索</Button>
			</div>
		</form>
	);
}

function Results({
	answer,
	asked,
	offices,
}: {
	answer: SearchAnswer;
	asked: Asked;
	offices: ReadonlyMap<number, string>;
}) {
	const href = (page: number) => {
		const given = {
			q: asked.text,
			office: asked.officeSlug,
			column: asked.columnSlug,
			year: asked.year?.toString(),
			order: asked.order,
		};
		const query = new URLSearchParams(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : [])));
		return pageHref('/search', page, query.toString());
	};
	if (answer.rows.length === 0) {
		return (
			<Notice title="没有找到相符的信息">
				<p>请检查文字是否正确，减少关键词，或者去掉机关、栏目和年份的限制。</p>
				<p>
					需要的信息没有主动公开的，可以<a href="/apply">申请公开</a>。
				</p>
			</Notice>
		);
	}
	return (
		<section className="section" aria-label="检索结果">
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
			<Pagination page={Math.min(asked.page, Math.max(answer.pages, 1))} pages={answer.pages} href={href} />
		</section>
	);
}

async function choicesOf(read: Reader): Promise<Choices> {
	const columns = new Map<string, string>();
	for (const { kind, slug, name, closed } of await allColumns(read)) {
		if (!closed && (kind === 'usual' || kind === 'rules') && !columns.has(slug)) columns.set(slug, name);
	}
	const last = Number(read.today.slice(0, 4));
	const oldest = await recalled(read, `first year ${last}`, ['documents'], () => selectFirstYear(read, last));
	const first = Math.max(oldest, last - 30);
	const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => last - index);
	const offices = await listOffices(read);
	return { offices, columns: [...columns].map(([slug, name]) => ({ slug, name })), years };
}

function askedOf(text: string, query: Record<string, string>, choices: Choices): Asked {
	const office = choices.offices.find(({ slug }) => slug === query.office);
	const year = Number(query.year);
	return {
		text,
		officeId: office?.id,
		officeSlug: office?.slug ?? '',
		columnSlug: choices.columns.find(({ slug }) => slug === query.column)?.slug,
		year: choices.years.includes(year) ? year : undefined,
		order: query.order === 'date' ? 'date' : 'relevance',
		page: pageOf(query),
	};
}

export const searchPage = definePage({
	method: 'GET',
	path: '/search',
	summary: '信息检索',
	audit: 'none',
	live: true,
	query: ['q', 'office', 'column', 'year', 'order', 'page'],
	handler: async ({ context, query }) => {
		const read = reader(context);
		const choices = await choicesOf(read);
		const text = await simplified((query.q ?? '').trim().slice(0, 100));
		const asked = askedOf(text, query, choices);
		const answer = await searchDocuments(read, asked);
		const offices = new Map(choices.offices.map(({ id, name }) => [id, name]));
		const latest = answer.asked ? [] : await selectPublications(read, {}, { limit: 20 });
		return {
			title: asked.text ? `${asked.text} 的检索结果` : '信息检索',
			nav: 'search',
			head: asked.text
				? feedLink(`「${asked.text}」的最新公开`, `/search/feed.xml?${new URLSearchParams({ q: asked.text })}`)
				: undefined,
			cacheTags: ['documents', SEARCH_TAG, ...choices.offices.map(({ id }) => `catalog:${id}`)],
			unshared: true,
			breadcrumb: [{ label: '信息检索' }],
			body: (
				<>
					<PageHead
						title="信息检索"
						lead={
							<>
								要问一件事的，可以用<a href="/ask">智能问答</a>，或者看看<a href="/faq">常见问题</a>。
							</>
						}
					/>
					<SearchForm asked={asked} choices={choices} />
					{answer.asked ? (
						<Results answer={answer} asked={asked} offices={offices} />
					) : (
						<section className="section">
							<p>{asked.text ? '请输入至少两个字的关键词。' : '最新公开的信息：'}</p>
							<LinkList links={latest.map((row) => lineOf(row, offices.get(row.officeId)))} empty="暂无公开信息" />
						</section>
					)}
				</>
			),
		};
	},
});
