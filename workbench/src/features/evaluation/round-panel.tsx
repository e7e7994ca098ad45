import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Flex, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { type DayRange, DayRangeInput, FormIssues, Loaded, SidePanel, useServerForm } from '../../ui/index.ts';
import { createRound, KEY, type Round, type RoundOptions, readOptions, saveRound } from './api.ts';

interface RoundPanelProps {
	open: boolean;
	/** Null to begin one. */
	round: Round | null;
	onClose: () => void;
}

/** What a round is by, of whom, about when, and who looks. */
export function RoundPanel(props: RoundPanelProps) {
	return (
		<SidePanel open={props.open} title={props.round ? '修改考核安排' : '组织考核'} onClose={props.onClose}>
			<Choices {...props} />
		</SidePanel>
	);
}

function Choices(props: RoundPanelProps) {
	const query = useQuery({ queryKey: [...KEY, 'options'], queryFn: readOptions });
	return <Loaded query={query}>{(options) => <RoundForm {...props} options={options} />}</Loaded>;
}

interface Values {
	title: string;
	treeId: number;
	surveyId?: number;
	period: DayRange;
	officeIds: number[];
	evaluatorIds?: number[];
}

const KINDS = { township: '乡镇（街道）', department: '县直部门', county: '县级主管部门' } as const;

function RoundForm({ round, options, onClose }: RoundPanelProps & { options: RoundOptions }) {
	const { session } = useSession();
	const queries = useQueryClient();
	const navigate = useNavigate();
	const { form, fault, busy, props } = useServerForm<Values>(async ({ period: [from, to], ...rest }) => {
		const body = { ...rest, from, to, surveyId: rest.surveyId ?? null, evaluatorIds: rest.evaluatorIds ?? [] };
		const id = round ? round.id : (await createRound(body)).id;
		if (round) await saveRound(round.id, round.revision, body);
		await queries.invalidateQueries({ queryKey: KEY });
		onClose();
		void navigate(`/evaluation/rounds/${id}`);
	});
	const year = session.today.slice(0, 4);
	const group = (kind: string) => options.offices.filter((office) => office.kind === kind);
	const chosen: number[] = Form.useWatch('officeIds', form) ?? [];
	return (
		<Form {...props} initialValues={initialOf(round, year, options)}>
			<FormIssues fault={fault} />
			<Form.Item name="title" label="考核名称">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item
				name="treeId"
				label="指标体系"
				extra={options.trees.length === 0 ? '还没有已固定的指标体系。' : undefined}
				rules={[{ required: true, message: '请选择已经固定的指标体系。' }]}
			>
				<Select options={options.trees} />
			</Form.Item>
			<Form.Item name="period" label="考核期" rules={[{ required: true, message: '请选择考核期。' }]}>
				<DayRangeInput label="考核期" />
			</Form.Item>
			<Form.Item label="参加考核的机关" name="officeIds">
				<Select mode="multiple" maxTagCount={6} optionFilterProp="label" options={options.offices} />
			</Form.Item>
			<Flex gap={8} wrap className="gk-gap">
				{Object.entries(KINDS).map(([kind, label]) => {
					const ids = group(kind).map(({ value }) => value);
					if (ids.length === 0) return null;
					const isAll = ids.every((id) => chosen.includes(id));
					const others = chosen.filter((id) => !ids.includes(id));
					return (
						<Checkbox
							key={kind}
							checked={isAll}
							onChange={() => form.setFieldValue('officeIds', isAll ? others : [...others, ...ids])}
						>
							全部{label}
						</Checkbox>
					);
				})}
			</Flex>
			<Form.Item name="evaluatorIds" label="第三方评估员" extra="只看到委托的考核和公开的内容；可以不选">
				<Select mode="multiple" optionFilterProp="label" options={options.evaluators} />
			</Form.Item>
			<Form.Item name="surveyId" label="社会评议问卷" extra="满意度指标按它的平均分取数；可以不选">
				<Select allowClear options={options.surveys} />
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

function initialOf(round: Round | null, year: string, options: RoundOptions): Partial<Values> {
	if (!round) {
		const [tree] = options.trees;
		return {
			title: `${year}年政务公开工作考核`,
			period: [`${year}-01-01`, `${year}-12-31`],
			officeIds: [],
			...(tree ? { treeId: tree.value } : {}),
		};
	}
	const { title, treeId, surveyId, from, to, officeIds, evaluators } = round;
	return {
		...{ title, treeId, period: [from, to], officeIds, evaluatorIds: evaluators.map(({ personId }) => personId) },
		...(surveyId === null ? {} : { surveyId }),
	};
}
