import { Form, InputNumber } from 'antd';
import { type Settings, saveLimits } from './api.ts';
import { SettingForm } from './setting-form.tsx';

type Key = keyof Settings['limits']['value'];

/** What no law sets is set here; the limits of the law stand in none of these. */
const FIELDS: readonly { key: Key; label: string; unit: string; most: number; extra: string }[] = [
	{
		key: 'correctionDays',
		label: '更正申请的办结期限',
		unit: '个工作日',
		most: 60,
		extra: '条例第四十一条没有规定期限',
	},
	{
		key: 'interpretationDays',
		label: '政策解读的发布期限',
		unit: '个工作日',
		most: 20,
		extra: '自文件公开之日起，有的地方规定为3个工作日',
	},
	{
		key: 'withheldReviewMonths',
		label: '不予公开信息的评估间隔',
		unit: '个月',
		most: 36,
		extra: '条例第十八条要求定期评估审查，间隔由县里定',
	},
	{
		key: 'consultationResultDays',
		label: '征集结果的公布期限',
		unit: '个工作日',
		most: 60,
		extra: '自意见征集截止之日起',
	},
	{
		key: 'proposalPublishDays',
		label: '建议提案复文的公开期限',
		unit: '个工作日',
		most: 60,
		extra: '自答复之日起',
	},
	{
		key: 'coordinationDays',
		label: '协商确认的答复期限',
		unit: '个工作日',
		most: 30,
		extra: '公开前征求其他机关意见的，自发出之日起；条例第十一条没有规定期限',
	},
	{
		key: 'questionDays',
		label: '咨询建议的答复期限',
		unit: '个工作日',
		most: 60,
		extra: '自收到之日起；没有法律规定，写在网站的提交页面上',
	},
	{
		key: 'complaintReplyDays',
		label: '投诉举报的答复期限',
		unit: '个工作日',
		most: 60,
		extra: '自收到之日起；条例第四十七条、第五十一条没有规定期限',
	},
	{ key: 'wantedDays', label: '点题公开的答复期限', unit: '个工作日', most: 60, extra: '自收到之日起' },
	{
		key: 'siteErrorDays',
		label: '网站纠错的答复期限',
		unit: '个工作日',
		most: 30,
		extra: '自收到之日起，有的省份规定为3个工作日',
	},
	{ key: 'savedFormDays', label: '暂存申请的保留天数', unit: '天', most: 180, extra: '公众没有写完的申请表保留多久' },
];

export function CountyLimits({ entry }: { entry: Settings['limits'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={saveLimits}>
			{FIELDS.map(({ key, label, unit, most, extra }) => (
				<Form.Item key={key} name={['value', key]} label={label} extra={extra}>
					<InputNumber min={1} max={most} precision={0} suffix={unit} />
				</Form.Item>
			))}
		</SettingForm>
	);
}
