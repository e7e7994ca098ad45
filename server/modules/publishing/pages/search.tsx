import type { Named } from '../../../module.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import { Button, LinkList, PageHead, SelectField } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { type Answered, answerQuestion } from '../queries/answers.ts';
import { nearbyOf } from '../queries/nearby.ts';
import { SEARCH_TAG } from '../queries/search.ts';
import { selectPublications } from '../store/publications.ts';
import { DOCUMENT_TYPES, VALIDITIES } from '../types.ts';
import { type Asked, askedOf, type Choices, choicesOf, LIMITS, questionOf } from './search-question.ts';
import { Results } from './search-results.tsx';
import { feedLink, lineOf } from './shared.tsx';

function SearchForm({ asked, choices }: { asked: Asked; choices: Choices }) {
	return (
		<form className="form search-form" action="/search" method="get">
			<div className="field search-words">
				<label className="field-label" htmlFor="q">
					关键词
				</label>
				<div className="field-hint">
					可以输入标题、文号、索引号或者几个词，也可以输入拼音；加引号「」表示必须连在一起
				</div>
				<input className="input" id="q" name="q" type="search" defaultValue={asked.text} maxLength={100} />
			</div>
			<Limits asked={asked} choices={choices} />
			<SelectField
				name="order"
				label="排序"
				value={asked.order}
				options={[
					{ value: 'relevance', label: '按相关度' },
					{ value: 'date', label: '按发布时间' },
				]}
			/>
			<div className="search-send">
				<Button>搜索</Button>
			</div>
		</form>
	);
}

function Limits({ asked, choices }: { asked: Asked; choices: Choices }) {
	return (
		<>
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
				name="type"
				label="信息类型"
				value={asked.type}
				placeholder="全部类型"
				options={Object.entries(DOCUMENT_TYPES).map(([value, { label }]) => ({ value, label }))}
			/>
			<SelectField
				name="year"
				label="发布年份"
				value={asked.year?.toString()}
				placeholder="不限"
				options={choices.years.map((year) => ({ value: String(year), label: `${year}年` }))}
			/>
			<SelectField
				name="state"
				label="有效性"
				value={asked.validity}
				placeholder="不限"
				options={Object.entries(VALIDITIES).map(([value, label]) => ({ value, label }))}
			/>
		</>
	);
}

/** A page that shows, or was narrowed by, what is worth something else tomorrow is kept by nobody. */
function keptUnder(asked: Asked, answer: Answered, choices: Choices): string[] | undefined {
	if (asked.validity !== undefined || answer.changesByItself) return undefined;
	return ['documents', 'entries', SEARCH_TAG, ...choices.offices.map(({ id }) => `catalog:${id}`)];
}

async function newest(read: Reader, offices: ReadonlyMap<number, string>) {
	const rows = await selectPublications(read, {}, { limit: 20 });
	return rows.map((row) => lineOf(row, offices.get(row.officeId)));
}

export const searchPage = definePage({
	method: 'GET',
	path: '/search',
	summary: '信息检索',
	audit: 'none',
	live: true,
	slow: true,
	query: ['q', ...LIMITS, 'order', 'page'],
	handler: async ({ context, query, services }) => {
		const read = reader(context);
		const choices = await choicesOf(read);
		const asked = await askedOf(query, choices);
		let named: Promise<Named[]> | undefined;
		const namedOnce = () => {
			named ??= services.named(read);
			return named;
		};
		const answer = await answerQuestion(read, asked, async () => (await namedOnce()).map(({ name }) => name));
		const offices = new Map(choices.offices.map(({ id, name }) => [id, name]));
		const nearby = answer.asked && answer.total === 0 ? await nearbyOf(read, asked, await namedOnce()) : null;
		return {
			title: asked.text ? `${asked.text} 的检索结果` : '信息检索',
			nav: 'search',
			head: asked.text
				? feedLink(`「${asked.text}」的最新公开`, `/search/feed.xml?${questionOf(asked, { order: '' })}`)
				: undefined,
			cacheTags: keptUnder(asked, answer, choices),
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
						<Results answer={answer} asked={asked} offices={offices} nearby={nearby} />
					) : (
						<section className="section">
							<p>{asked.text ? '请输入至少两个字的关键词。' : '最新公开的信息：'}</p>
							<LinkList links={await newest(read, offices)} empty="暂无公开信息" />
						</section>
					)}
				</>
			),
		};
	},
});
