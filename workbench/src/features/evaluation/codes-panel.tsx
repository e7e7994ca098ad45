import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { makeCodes, SURVEYS, type Survey } from './surveys-api.ts';

interface CodesPanelProps {
	open: boolean;
	survey: Survey;
	onClose: () => void;
}

/** Codes to be printed and cut; shown once, kept by nobody. */
export function CodesPanel(props: CodesPanelProps) {
	return (
		<SidePanel open={props.open} title="生成评议码" onClose={props.onClose}>
			<Codes {...props} />
		</SidePanel>
	);
}

function Codes({ survey, onClose }: CodesPanelProps) {
	const queries = useQueryClient();
	const [codes, setCodes] = useState<readonly string[]>([]);
	const { fault, busy, props } = useServerForm<{ count?: number }>(async ({ count = 0 }) => {
		setCodes((await makeCodes(survey.id, count)).codes);
		await queries.invalidateQueries({ queryKey: SURVEYS });
	});
	if (codes.length > 0)
		return (
			<>
				<p className="gk-gap">
					评议码只显示这一次，系统不保存。请打印裁开后发放，每码一份答卷；哪个码是谁用的，系统也不知道。
				</p>
				<ul className="gk-plain-list ev-codes" aria-label="评议码">
					{codes.map((code) => (
						<li key={code}>{code}</li>
					))}
				</ul>
				<Flex gap={8} justify="end">
					<Button onClick={() => window.print()}>打印</Button>
					<Button type="primary" onClick={onClose}>
						已保存，关闭
					</Button>
				</Flex>
			</>
		);
	return (
		<Form {...props} initialValues={{ count: 50 }}>
			<FormIssues fault={fault} />
			<Form.Item name="count" label="个数" extra="一次最多500个">
				<InputNumber min={1} max={500} precision={0} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					生成
				</Button>
			</Flex>
		</Form>
	);
}
