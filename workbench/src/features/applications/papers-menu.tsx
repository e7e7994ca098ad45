import { Button, Flex } from 'antd';
import { useState } from 'react';
import { ConfirmReason, PaperFormat, useCommand } from '../../ui/index.ts';
import type { CaseView, Paper } from './api.ts';
import { saveFrom } from './save.ts';

interface PapersMenuProps {
	id: number;
	view: CaseView;
	/** The whole file was asked for. */
	onVolume: () => void;
}

const NAMED: readonly { template: 'D01' | 'D02'; label: string }[] = [
	{ template: 'D01', label: '申请表' },
	{ template: 'D02', label: '登记表' },
];

/** Forms of the case file, made from the case when they are asked for. */
export function PapersMenu({ id, view, onVolume }: PapersMenuProps) {
	const [asked, setAsked] = useState<(typeof NAMED)[number] | null>(null);
	const save = (paper: Partial<Paper> & Pick<Paper, 'template'>, label: string) =>
		saveFrom(
			`/api/applications/${id}/papers`,
			{ reason: '', letterId: null, consultationId: null, format: 'docx', ...paper },
			label,
		);
	const plain = useCommand((paper: Pick<Paper, 'template'>, label: string) => save(paper, label));
	const signing = view.decisions.some(({ status }) => status === 'pending' || status === 'approved');
	return (
		<Flex gap={8} wrap>
			{NAMED.map((one) =>
				view.mayReveal ? (
					<Button key={one.template} size="small" onClick={() => setAsked(one)}>
						{one.label}
					</Button>
				) : (
					<Button key={one.template} size="small" onClick={() => void plain.run(one, one.label)}>
						{one.label}（隐名）
					</Button>
				),
			)}
			{signing ? (
				<Button size="small" onClick={() => void plain.run({ template: 'D31' }, '审批单')}>
					审查审批单
				</Button>
			) : null}
			{view.mayReveal ? (
				<Button size="small" onClick={onVolume}>
					导出案卷
				</Button>
			) : null}
			<ConfirmReason
				open={asked !== null}
				title={`打印${asked?.label ?? ''}`}
				text="表格载有申请人身份，打印事由将记入操作日志。"
				reasonLabel="打印事由"
				okLabel="下载"
				onConfirm={async ({ reason, format }) => {
					const wanted = format === 'pdf' ? 'pdf' : 'docx';
					if (asked) await save({ template: asked.template, reason, format: wanted }, asked.label);
				}}
				onClose={() => setAsked(null)}
			>
				<PaperFormat />
			</ConfirmReason>
		</Flex>
	);
}
