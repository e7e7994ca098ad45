import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input } from 'antd';
import { FormIssues, Loaded, PageHeader, useServerForm } from '../../ui/index.ts';
import { KEY, readWords, saveWord, type WordRow } from './api.ts';
import './normative.css';
import { Tabs } from './tabs.tsx';

/** 发文代字 of each office: under which its documents are numbered. */
export function WordsPage() {
	const query = useQuery({ queryKey: [...KEY, 'words'], queryFn: readWords });
	return (
		<>
			<PageHeader
				title="编号规则"
				subtitle="各机关规范性文件的发文代字，如「望政规」；文号为代字、年份和顺序号，统一登记时由系统编定，不重复使用。"
			/>
			<Tabs />
			<Loaded query={query}>
				{(rows) => (
					<>
						{rows.map((row) => (
							<WordForm key={row.officeId} row={row} />
						))}
					</>
				)}
			</Loaded>
		</>
	);
}

function WordForm({ row: { officeId, officeName, word } }: { row: WordRow }) {
	const { form, fault, busy, props } = useServerForm<{ word?: string }>(async ({ word: given = '' }) => {
		await saveWord(officeId, given);
		form.setFieldValue('word', given.trim());
	});
	return (
		<section className="gk-panel">
			<Form {...props} initialValues={{ word }}>
				<FormIssues fault={fault} />
				<Form.Item name="word" label={`${officeName}的发文代字`}>
					<Input maxLength={10} placeholder="如 望政规" />
				</Form.Item>
				<Flex justify="end">
					<Button htmlType="submit" loading={busy}>
						保存
					</Button>
				</Flex>
			</Form>
		</section>
	);
}
