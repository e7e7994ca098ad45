import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { FormIssues, useServerForm } from '../../ui/index.ts';
import { type Article, type ArticleBody, addArticle, changeArticle, KNOWLEDGE } from './exam-api.ts';
import { CATEGORY_OPTIONS } from './words.ts';

const NUMBERS = Array.from({ length: 56 }, (_, at) => ({ value: at + 1, label: `第${at + 1}条` }));

/** An article of the county's own, or its wording of one that came with the product. */
export function ArticleForm({ article, onClose }: { article: Article | null; onClose: () => void }) {
	const queries = useQueryClient();
	const navigate = useNavigate();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<Partial<ArticleBody>>(async (values) => {
		const { title = '', body = '', category = 'application', articles = [] } = values;
		const given = { title, body, category, articles, links: article?.links ?? [] };
		const { key } = article
			? await changeArticle(article.key, { ...given, revision: article.revision, retired: article.retired })
			: await addArticle(given);
		await queries.invalidateQueries({ queryKey: KNOWLEDGE });
		message.success('已保存。');
		onClose();
		void navigate(`/knowledge/${key}`);
	});
	return (
		<Form {...props} initialValues={article ?? { category: 'application' }}>
			<FormIssues fault={fault} />
			<Form.Item name="title" label="标题">
				<Input maxLength={80} />
			</Form.Item>
			<Form.Item name="category" label="类别">
				<Select options={[...CATEGORY_OPTIONS]} />
			</Form.Item>
			<Form.Item name="body" label="内容" extra="空一行另起一段">
				<Input.TextArea maxLength={8000} showCount autoSize={{ minRows: 10 }} />
			</Form.Item>
			<Form.Item name="articles" label="依据条款">
				<Select mode="multiple" options={NUMBERS} optionFilterProp="label" />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					保存
				</Button>
			</Flex>
		</Form>
	);
}
