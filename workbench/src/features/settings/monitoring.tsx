import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import { api, dataOf } from '../../api/index.ts';
import { useSession } from '../../app/session-context.tsx';
import { DayInput } from '../../ui/index.ts';
import { type Settings, saveMonitoring } from './api.ts';
import { SettingForm } from './setting-form.tsx';

/** Sites offices still run elsewhere, how gently they are visited, and what the county gives as bonus. */
export function Monitoring({ entry }: { entry: Settings['monitoring'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={saveMonitoring}>
			<Form.Item
				label="外部网站"
				extra="机关仍在别处开办的网站；每晚逐页检查，每小时打开一次首页。只访问这里列出的网站。"
			>
				<Sites />
			</Form.Item>
			<Flex gap={16} wrap>
				<Form.Item name={['value', 'pagesPerSite']} label="每个网站最多检查">
					<InputNumber min={1} max={2000} precision={0} suffix="页" />
				</Form.Item>
				<Form.Item name={['value', 'delaySeconds']} label="两次访问间隔">
					<InputNumber min={0.5} max={60} step={0.5} suffix="秒" />
				</Form.Item>
			</Flex>
			<Flex gap={16} wrap>
				<Form.Item name={['value', 'silentDays']} label="新媒体多久没有更新算问题">
					<InputNumber min={1} max={14} precision={0} suffix="天" />
				</Form.Item>
				<Form.Item name={['value', 'serviceGaps']} label="一份办事指南缺几类要素算单项否决">
					<InputNumber min={1} max={7} precision={0} suffix="类" />
				</Form.Item>
				<Form.Item name={['value', 'entryDays']} label="下发的公开事项答复期限">
					<InputNumber min={1} max={365} precision={0} suffix="天" />
				</Form.Item>
				<Form.Item name={['value', 'complaintDays']} label="投诉查实的整改期限">
					<InputNumber min={1} max={365} precision={0} suffix="天" />
				</Form.Item>
			</Flex>
			<Form.Item
				name={['value', 'servicesAt']}
				label="办事服务所在网址"
				extra="办事服务由省、市政务服务网提供的填写；留空的，本网站没有办事指南即单项否决（国办秘函〔2019〕19号）。"
			>
				<Input maxLength={300} placeholder="如 https://zwfw.example.gov.cn/" />
			</Form.Item>
			<Form.Item
				label="新媒体检查发现的问题"
				extra="程序看不到的，如客户端不能使用、没有互动功能；计入政务新媒体检查得分。"
			>
				<MediaFaults />
			</Form.Item>
			<Form.Item
				label="网站检查发现的问题"
				extra="程序看不到的，如严重表述错误、伪造发稿日期、严重负面舆情（国办秘函〔2019〕19号）；计入以后每次检查的网站得分，改正后在这里删除。"
			>
				<SiteFaults />
			</Form.Item>
			<Form.Item label="加分" extra="得分高于80分且没有单项否决时计入，合计不超过30分（国办秘函〔2019〕19号）。">
				<Bonus />
			</Form.Item>
		</SettingForm>
	);
}

function Sites() {
	const offices = useQuery({ queryKey: ['offices', 'all'], queryFn: () => dataOf(api.GET('/api/offices')) });
	const options = (offices.data?.offices ?? []).map(({ slug, shortName }) => ({ value: slug, label: shortName }));
	return (
		<Form.List name={['value', 'sites']}>
			{(fields, { add, remove }) => (
				<>
					{fields.map(({ key, name }) => (
						<Flex key={key} gap={8} wrap align="start">
							<Form.Item name={[name, 'name']}>
								<Input aria-label="网站名称" placeholder="网站名称" maxLength={60} />
							</Form.Item>
							<Form.Item name={[name, 'office']}>
								<Select aria-label="主办机关" placeholder="主办机关" options={options} className="gk-pick" />
							</Form.Item>
							<Form.Item name={[name, 'start']}>
								<Input aria-label="首页网址" placeholder="如 http://www.example.gov.cn/" maxLength={300} />
							</Form.Item>
							<Button onClick={() => remove(name)}>删除</Button>
						</Flex>
					))}
					<Button onClick={() => add({ name: '', start: '' })}>增加网站</Button>
				</>
			)}
		</Form.List>
	);
}

const FAULT_KINDS = [
	{ value: 'veto', label: '单项否决' },
	{ value: 'points', label: '扣分' },
];

function MediaFaults() {
	return (
		<Form.List name={['value', 'mediaFaults']}>
			{(fields, { add, remove }) => (
				<>
					{fields.map(({ key, name }) => (
						<Flex key={key} gap={8} wrap align="start">
							<Form.Item name={[name, 'title']}>
								<Input aria-label="新媒体问题" placeholder="如：某客户端无法打开" maxLength={60} />
							</Form.Item>
							<Form.Item name={[name, 'kind']}>
								<Select aria-label="问题等级" options={FAULT_KINDS} className="gk-pick" />
							</Form.Item>
							<Form.Item name={[name, 'points']}>
								<InputNumber aria-label="扣分分值" min={0} max={100} suffix="分" />
							</Form.Item>
							<Button onClick={() => remove(name)}>删除</Button>
						</Flex>
					))}
					<Button onClick={() => add({ title: '', kind: 'points', points: 1 })}>增加问题</Button>
				</>
			)}
		</Form.List>
	);
}

/** 单项否决 of the letter that no program can judge. */
const SITE_VETOES = [
	'严重表述错误',
	'泄露国家秘密',
	'有反动、暴力、色情等内容或者链接',
	'被攻击后没有及时处置',
	'弄虚作假（如伪造发稿日期）',
	'引发严重负面舆情',
	'没有提供办事服务',
	'办事指南缺少重点要素',
].map((value) => ({ value }));

function SiteFaults() {
	const { session } = useSession();
	return (
		<Form.List name={['value', 'siteFaults']}>
			{(fields, { add, remove }) => (
				<>
					{fields.map(({ key, name }) => (
						<Flex key={key} gap={8} wrap align="start">
							<Form.Item name={[name, 'title']}>
								<AutoComplete
									aria-label="网站问题"
									placeholder="选择或者填写"
									options={SITE_VETOES}
									maxLength={60}
									className="gk-pick"
								/>
							</Form.Item>
							<Form.Item name={[name, 'kind']}>
								<Select aria-label="网站问题等级" options={FAULT_KINDS} className="gk-pick" />
							</Form.Item>
							<Form.Item name={[name, 'points']}>
								<InputNumber aria-label="网站扣分分值" min={0} max={100} suffix="分" />
							</Form.Item>
							<Form.Item name={[name, 'foundOn']}>
								<DayInput label="发现日期" max={session.today} />
							</Form.Item>
							<Form.Item name={[name, 'ground']}>
								<Input aria-label="依据" placeholder="依据：网页地址、错误内容" maxLength={200} />
							</Form.Item>
							<Button onClick={() => remove(name)}>删除</Button>
						</Flex>
					))}
					<Button onClick={() => add({ title: '', kind: 'veto', points: 0, foundOn: session.today, ground: '' })}>
						登记网站问题
					</Button>
				</>
			)}
		</Form.List>
	);
}

function Bonus() {
	return (
		<Form.List name={['value', 'bonus']}>
			{(fields, { add, remove }) => (
				<>
					{fields.map(({ key, name }) => (
						<Flex key={key} gap={8} wrap align="start">
							<Form.Item name={[name, 'title']}>
								<Input aria-label="加分事项" placeholder="加分事项" maxLength={60} />
							</Form.Item>
							<Form.Item name={[name, 'points']}>
								<InputNumber aria-label="加分分值" min={0.1} max={30} suffix="分" />
							</Form.Item>
							<Button onClick={() => remove(name)}>删除</Button>
						</Flex>
					))}
					<Button onClick={() => add({ title: '', points: 1 })}>增加加分事项</Button>
				</>
			)}
		</Form.List>
	);
}
