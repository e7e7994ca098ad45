import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { formatInstant, Loaded, PageHeader, SidePanel, useCommand } from '../../ui/index.ts';
import { ArticleForm } from './article-form.tsx';
import { type Article, changeArticle, KNOWLEDGE, readArticle } from './exam-api.ts';
import './training.css';

export function ArticlePage() {
	const key = useParams().key ?? '';
	const query = useQuery({ queryKey: [...KNOWLEDGE, key], queryFn: () => readArticle(key) });
	return <Loaded query={query}>{(article) => <Page article={article} />}</Loaded>;
}

function Page({ article }: { article: Article }) {
	const { can } = useSession();
	const [editing, setEditing] = useState(false);
	const { key, title, categoryLabel, body, articles, links, changedAt, retired } = article;
	const retire = useCommand(() => changeArticle(key, { ...article, retired: !retired }), {
		refresh: [KNOWLEDGE],
		done: '已办理。',
	});
	return (
		<>
			<PageHeader
				title={title}
				subtitle={`${categoryLabel}${changedAt ? `　${formatInstant(changedAt)}修改` : ''}`}
				back={{ to: '/knowledge', label: '业务知识库' }}
				tags={retired ? <Tag>已停用</Tag> : null}
				extra={
					can('exam.manage') ? (
						<>
							<Button onClick={() => setEditing(true)}>修改</Button>
							<Button loading={retire.busy} onClick={() => void retire.run()}>
								{retired ? '启用' : '停用'}
							</Button>
						</>
					) : null
				}
			/>
			<article className="gk-panel gk-article">
				{body.split(/\n+/).map((text) => (
					<p key={text}>{text}</p>
				))}
				<Flex gap={8} wrap>
					{articles.map((number) => (
						<Link key={number} to={`/knowledge?article=${number}`}>
							条例第{number}条
						</Link>
					))}
				</Flex>
				{links.length > 0 ? (
					<p>
						相关页面：
						{links.map(({ label, path }) => (
							<Link key={path} to={path}>
								{label}　
							</Link>
						))}
					</p>
				) : null}
			</article>
			<SidePanel open={editing} title="修改业务知识" onClose={() => setEditing(false)}>
				<ArticleForm article={article} onClose={() => setEditing(false)} />
			</SidePanel>
		</>
	);
}
