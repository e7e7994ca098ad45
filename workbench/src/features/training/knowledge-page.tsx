import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	EmptyState,
	FilterSelect,
	Filters,
	givenOnly,
	Loaded,
	PageHeader,
	SearchBox,
	SidePanel,
	useListParams,
} from '../../ui/index.ts';
import { ArticleForm } from './article-form.tsx';
import { type ArticleRow, KNOWLEDGE, readKnowledge } from './exam-api.ts';
import { CATEGORY_OPTIONS } from './words.ts';

const NO_FILTERS = { q: '', category: '', article: '' };
const ARTICLES = Array.from({ length: 56 }, (_, at) => ({ value: String(at + 1), label: `第${at + 1}条` }));

/** What a clerk looks up. */
export function KnowledgePage() {
	const { can } = useSession();
	const [adding, setAdding] = useState(false);
	const list = useListParams(NO_FILTERS);
	const { q, ...rest } = list.filters;
	const search = { q, ...givenOnly(rest), ...(can('exam.manage') ? { retired: 'true' } : {}) } as Parameters<
		typeof readKnowledge
	>[0];
	const query = useQuery({ queryKey: [...KNOWLEDGE, search], queryFn: () => readKnowledge(search) });
	return (
		<>
			<PageHeader
				title="业务知识库"
				subtitle="办理申请、发布信息、编报年报的做法和依据。"
				extra={
					can('exam.manage') ? (
						<Button type="primary" onClick={() => setAdding(true)}>
							新增业务知识
						</Button>
					) : null
				}
			/>
			<Filters>
				<SearchBox label="想查什么" value={q} onSearch={(text) => list.setFilters({ q: text })} />
				<FilterSelect
					label="类别"
					value={rest.category}
					options={[...CATEGORY_OPTIONS]}
					onChange={(category) => list.setFilters({ category })}
				/>
				<FilterSelect
					label="条款"
					value={rest.article}
					options={ARTICLES}
					onChange={(article) => list.setFilters({ article })}
				/>
			</Filters>
			<Loaded query={query}>
				{(rows) =>
					rows.length === 0 ? (
						<div className="gk-panel">
							<EmptyState title="没有找到" hint="换个词试试，或者请县政务公开办补充。" />
						</div>
					) : (
						rows.map((row) => <Entry key={row.key} row={row} />)
					)
				}
			</Loaded>
			<SidePanel open={adding} title="新增业务知识" onClose={() => setAdding(false)}>
				<ArticleForm article={null} onClose={() => setAdding(false)} />
			</SidePanel>
		</>
	);
}

function Entry({ row: { key, title, categoryLabel, excerpt, articles, retired } }: { row: ArticleRow }) {
	return (
		<section className="gk-panel">
			<h2>
				<Link to={`/knowledge/${key}`}>{title}</Link> {retired ? <Tag>已停用</Tag> : null}
			</h2>
			<div>{excerpt}</div>
			<div className="gk-hint">
				{categoryLabel}　依据条例第{articles.join('、')}条
			</div>
		</section>
	);
}
